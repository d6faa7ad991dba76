import { describe, expect, it } from 'vitest';
import { createMemoryAdapter } from '../../backend/memory/memory-adapter.js';
import { hashText } from '../../backend/hash-text.js';
import type { Backend } from '../../backend/port.js';
import type { Entry, OpenedParty } from '../../domain/fund/entry.schema.js';
import { partyCommitment } from '../../domain/fund/commitment.js';
import type { Fund } from '../../domain/fund/fund.schema.js';
import type { PublicFund, PublicLedgerPage } from '../../domain/fund/fund-query.schema.js';
import { packEntries } from '../../domain/fund/pack-entries.js';
import { publicFund } from '../../domain/fund/public-fund.js';
import { yearStatement } from '../../domain/fund/statement.js';
import { chained, emptyFund, type Loose } from '../../domain/test-helpers/ledger.js';
import { createClient } from '../client.js';
import type { CheckFault } from './check-ledger.js';
import type { CheckAnswer, CheckOrder } from './check-messages.js';
import { readPublicLedger } from './read-ledger.js';
import { runCheck, type CheckWorker } from './run-check.js';
import { serveCheck } from './serve-check.js';

const party: OpenedParty = { salt: 'a'.repeat(32), name: 'Công ty Mẫu', kind: 'organisation' };
const line = (changes: Partial<Loose> = {}): Loose => ({
  kind: 'receipt',
  account: 'cash',
  category: 'tai-tro',
  amount: 100_000,
  date: '2024-05-01',
  ...changes,
});

/** A fund of 600 entries over two years, the first of them closed. */
function scene(): { fund: PublicFund; entries: Entry[] } {
  const drafts = Array.from({ length: 600 }, (_, at) =>
    line({
      date: at < 300 ? '2024-05-01' : '2025-06-01',
      amount: 1000 + at,
      ...(at === 9 && { party: partyCommitment(party, hashText) }),
      ...(at % 7 === 6 && { kind: 'payment', category: 'hoc-bong', amount: 500 }),
      ...(at === 21 && { reverses: 1, amount: 1000 }),
    }),
  );
  const { fund, entries } = chained(emptyFund(), drafts);
  const { year, ...closed } = yearStatement(fund, '2024');
  const whole: Fund = {
    ...fund,
    years: [
      {
        ...closed,
        year,
        count: 300,
        head: entries[299]!.hash,
        closedAt: '2025-01-05T00:00:00.000Z',
        closedBy: { id: 'a', name: 'b' },
      },
    ],
  };
  return { fund: publicFund(whole, []), entries };
}

function pagesOf(entries: readonly Entry[]): PublicLedgerPage[] {
  const pages: PublicLedgerPage[] = [];
  for (let from = 0; from < entries.length; from += 256) {
    const some = entries.slice(from, from + 256);
    pages.push({ entries: packEntries(some), parties: from === 0 ? [{ ...party, no: 10 }] : [] });
  }
  return pages;
}

/** A client of a back end that answers one page at a time. */
const clientOf = (pages: readonly PublicLedgerPage[]) =>
  createClient({
    ...createMemoryAdapter({ actor: null }),
    query: (async (_name: string, { cursor = '0' }: { cursor?: string }) => ({
      items: pages.slice(Number(cursor), Number(cursor) + 1),
      ...(Number(cursor) + 1 < pages.length && { next: String(Number(cursor) + 1) }),
    })) as Backend['query'],
  });

/** The worker's own code behind a door of this process; `breaks` after so many pages. */
function inProcess(breaks = Infinity): CheckWorker {
  const listeners: ((event: { data: CheckOrder }) => void)[] = [];
  let pages = 0;
  const worker: CheckWorker = {
    onmessage: null,
    onerror: null,
    terminate: () => listeners.splice(0),
    postMessage(data) {
      if (data.kind === 'page') pages += 1;
      if (pages > breaks) worker.onerror?.({ preventDefault: () => undefined } as ErrorEvent);
      else queueMicrotask(() => listeners.forEach((listen) => listen({ data })));
    },
  };
  queueMicrotask(() =>
    serveCheck(
      {
        postMessage: (data) => worker.onmessage?.({ data } as MessageEvent<CheckAnswer>),
        addEventListener: (_type, listener) => void listeners.push(listener),
      },
      hashText,
    ),
  );
  return worker;
}

type Worlds = Record<string, (() => CheckWorker | undefined) | undefined>;
const worlds: Worlds = {
  'in a worker': () => inProcess(),
  'in slices on the page': undefined,
  'where the page may have no worker': () => {
    throw new DOMException('cross-origin', 'SecurityError');
  },
  'where the worker breaks': () => inProcess(1),
};

async function faultsOf(
  fund: PublicFund,
  pages: readonly PublicLedgerPage[],
  worker?: () => CheckWorker | undefined,
): Promise<readonly CheckFault[]> {
  const { signal } = new AbortController();
  const options = { signal, progress: () => undefined, ...(worker && { worker }) };
  return (await runCheck(clientOf(pages), fund, options)).faults;
}

describe('checking a ledger', () => {
  for (const [where, worker] of Object.entries(worlds)) {
    it(`finds a sound one sound, adds it up and tells how far it is, ${where}`, async () => {
      const { fund, entries } = scene();
      const told: number[] = [];
      const { signal } = new AbortController();
      const options = { signal, progress: (n: number) => void told.push(n), ...(worker && { worker }) };
      const result = await runCheck(clientOf(pagesOf(entries)), fund, options);
      expect(result).toMatchObject({ faults: [], count: 600, head: fund.head, more: false });
      const { opening, receipts, payments, closing } = result.line;
      expect(opening + receipts - payments).toBe(closing);
      expect(closing).toBe(fund.balances.cash + fund.balances.bank);
      expect(told.at(-1)).toBe(600);
    });
  }

  it('names exactly the entry that was changed, and the sums that no longer hold', async () => {
    const { fund, entries } = scene();
    const changed = entries.map((entry, at) => (at === 400 ? { ...entry, amount: entry.amount + 1 } : entry));
    const faults = await faultsOf(fund, pagesOf(changed), worlds['in a worker']);
    expect(faults).toEqual([
      { no: 401, fault: 'hash' },
      { fault: 'balances' },
      { year: '2025', fault: 'year-sums' },
    ]);
    expect(await faultsOf(fund, pagesOf(changed))).toEqual(faults);
  });

  it('sees an entry that was sealed anew: the next one does not follow it', async () => {
    const { fund, entries } = scene();
    const drafts: Loose[] = entries.map(
      ({ id: _id, no, fund: _of, previous: _before, hash: _hash, ...rest }) =>
        no === 100 ? { ...rest, amount: rest.amount + 1 } : rest,
    );
    const forged = chained(emptyFund(), drafts).entries[99]!;
    const pages = pagesOf(entries);
    // Put in by bytes: a page that is packed would notice it itself.
    const { hashes } = pages[0]!.entries;
    pages[0]!.entries.hashes = hashes.slice(0, 99 * 64) + forged.hash + hashes.slice(100 * 64);
    pages[0]!.entries.amounts[99]! += 1;
    const faults = await faultsOf({ ...fund, totals: {} }, pages);
    // What stands in the next one is read from the column of hashes, so that its own hash no longer fits.
    expect(faults[0]).toEqual({ no: 101, fault: 'hash' });
  });

  it('tells a closed year whose sums or last entry are others now', async () => {
    const { fund, entries } = scene();
    const [year] = fund.years;
    const pages = pagesOf(entries);
    expect(await faultsOf({ ...fund, years: [{ ...year!, receipts: 1 }] }, pages)).toEqual([
      { year: '2024', fault: 'year-sums' },
    ]);
    expect(await faultsOf({ ...fund, years: [{ ...year!, head: 'b'.repeat(64) }] }, pages)).toEqual([
      { year: '2024', fault: 'year-head' },
    ]);
  });

  it('checks the names that are shown against the chain', async () => {
    const { fund, entries } = scene();
    const pages = pagesOf(entries);
    pages[0]!.parties[0]!.name = 'Công ty Khác';
    expect(await faultsOf(fund, pages)).toEqual([{ no: 10, fault: 'party' }]);
  });

  it('tells when entries are missing at the end', async () => {
    const { fund, entries } = scene();
    const faults = await faultsOf(fund, pagesOf(entries.slice(0, 500)));
    expect(faults.map(({ fault }) => fault)).toEqual(['count', 'head', 'balances', 'year-sums']);
  });

  it('ends when the person cancels, in a worker and without', async () => {
    const { fund, entries } = scene();
    for (const worker of [worlds['in a worker'], undefined]) {
      const stop = new AbortController();
      const options = { signal: stop.signal, progress: () => stop.abort(), ...(worker && { worker }) };
      await expect(runCheck(clientOf(pagesOf(entries)), fund, options)).rejects.toMatchObject({
        name: 'AbortError',
      });
    }
  });
});

describe('reading a ledger', () => {
  it('reads all pages, with the names beside them', async () => {
    const { fund, entries } = scene();
    const { signal } = new AbortController();
    const book = await readPublicLedger(clientOf(pagesOf(entries)), fund, { signal });
    expect(book.columns.count).toBe(600);
    expect(book.columns.partyOf(9)).toBe('Công ty Mẫu');
    expect(book.columns.money).toBe(fund.balances.cash + fund.balances.bank);
  });

  it('refuses pages that do not follow each other, or do not fit together', async () => {
    const { fund, entries } = scene();
    const { signal } = new AbortController();
    const [first, second, third] = pagesOf(entries);
    const short = { ...second!, entries: { ...second!.entries, amounts: second!.entries.amounts.slice(1) } };
    for (const pages of [[first!, third!], [second!], [first!, short, third!], [first!, first!]])
      await expect(readPublicLedger(clientOf(pages), fund, { signal })).rejects.toMatchObject({
        code: 'server',
        params: { reason: 'malformed' },
      });
  });
});
