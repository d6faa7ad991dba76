import type { EntrySecret } from '../../domain/fund/entry.schema.js';
import type { Entry } from '../../domain/fund/entry.schema.js';
import type { Fund } from '../../domain/fund/fund.schema.js';
import { isLate } from '../../domain/fund/late-entry.js';
import type { FundLedger } from './fund-ledger.js';

/** What an inspector looks for in an entry. */
export const findings = ['reversal', 'reversed', 'approved', 'late', 'erased', 'bare'] as const;
export type Finding = (typeof findings)[number];

/** An entry as the inspection lists it. */
export interface Inspected {
  readonly entry: Entry;
  readonly secret: EntrySecret | undefined;
  readonly findings: readonly Finding[];
}

/** What is to be said about one entry. */
export function findingsOf(
  entry: Entry,
  secret: EntrySecret | undefined,
  { lateAfterDays }: Pick<Fund, 'lateAfterDays'>,
): Finding[] {
  const found: Finding[] = [];
  if (entry.reverses !== undefined) found.push('reversal');
  if (secret?.reversedBy !== undefined) found.push('reversed');
  if (entry.approved) found.push('approved');
  if (isLate(entry, lateAfterDays)) found.push('late');
  if (!secret || secret.erased?.length) found.push('erased');
  if (entry.kind !== 'move' && entry.reverses === undefined && !secret?.details?.evidence?.length)
    found.push('bare');
  return found;
}

/** All entries, the last first, with what is to be said about each. */
export function inspectLedger(ledger: FundLedger, fund: Fund): Inspected[] {
  const inspected: Inspected[] = [];
  for (let no = ledger.count; no >= 1; no -= 1) {
    const entry = ledger.entry(no);
    if (!entry) continue;
    const secret = ledger.secret(no);
    inspected.push({ entry, secret, findings: findingsOf(entry, secret, fund) });
  }
  return inspected;
}
