import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hash } from '../test-helpers/ledger.js';
import { detailsCommitment, partyCommitment, type Committed } from './commitment.js';
import { openingHash } from './entry-hash.js';
import type { Entry, OpenedParty } from './entry.schema.js';
import { packEntries, unpackEntries } from './pack-entries.js';
import { isBalanced, yearStatement, type Statement } from './statement.js';
import { createSums } from './sums.js';
import { checkChain, type ChainFault, type ChainHead } from './verify-chain.js';

interface Vector {
  name: string;
  fund: ChainHead;
  entries: Entry[];
  parties: (OpenedParty & { no: number })[];
  secrets: (Committed & { no: number })[];
  expected: {
    openingHash: string;
    faults: ChainFault[];
    balances?: ChainHead['balances'];
    statement?: Partial<Statement>;
  };
}

const { cases } = JSON.parse(
  readFileSync(new URL('../../../test/vectors/ledger.json', import.meta.url), 'utf8'),
) as { cases: Vector[] };

describe.each(cases)('ledger vector: $name', ({ fund, entries, parties, secrets, expected }) => {
  it('comes to what was expected', () => {
    expect(openingHash(fund, hash)).toBe(expected.openingHash);
    const check = checkChain(fund, hash);
    check.add(entries);
    for (const { no, ...party } of parties) check.addParty(no, party);
    expect([...check.end()].sort(byPlace)).toEqual([...expected.faults].sort(byPlace));
    if (!expected.balances) return;
    expect(check.balances).toEqual(expected.balances);
    if (entries.length > 0) expect(unpackEntries(packEntries(entries))).toEqual(entries);
  });

  it('is committed to as it says', () => {
    if (expected.faults.length > 0) return;
    for (const { no, ...party } of parties) expect(entries[no - 1]?.party).toBe(partyCommitment(party, hash));
    for (const { no, ...secret } of secrets)
      expect(entries[no - 1]?.details).toBe(detailsCommitment(secret, hash));
  });

  it('adds up to its year', () => {
    const { statement } = expected;
    if (!statement?.year) return;
    const sums = createSums({ opening: fund.opening, categories: [] });
    for (const entry of entries) sums.add(entry);
    const found = yearStatement({ opening: fund.opening, totals: sums.totals }, statement.year);
    expect(found).toMatchObject(statement);
    expect(isBalanced(found)).toBe(true);
  });
});

/** Faults of entries first, as they follow each other; what concerns the whole after them. */
function byPlace(a: ChainFault, b: ChainFault): number {
  return (a.no ?? Infinity) - (b.no ?? Infinity) || a.fault.localeCompare(b.fault);
}
