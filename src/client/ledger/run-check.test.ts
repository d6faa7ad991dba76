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
import type { CheckFault, CheckResult } from './check-ledger.js';
import type { CheckAnswer, CheckOrder, CheckWorker } from './check-messages.js';
import type { TeamOptions } from './check-team.js';
import { readPublicLedger } from './read-ledger.js';
import { runCheck } from './run-check.js';
import { serveCheck } from './serve-check.js';
import { breathe } from './slices.js';

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

/** The worker's own code behind a door of this process; `breaks` when it is given one page more than so many. */
function inProcess(breaks = Infinity): CheckWorker {
  const listeners: ((event: { data: CheckOrder }) => void)[] = [];
  let pages = 0;
  const worker: CheckWorker = {
    onmessage: null,
    onerror: null,
    terminate: () => listeners.splice(0),
    postMessage(order) {
      if (order.kind === 'page' || order.kind === 'seal') pages += 1;
      if (pages > breaks) worker.onerror?.({ preventDefault: () => undefined } as ErrorEvent);
      // Copied, as on the way to a thread of its own.
      else queueMicrotask(() => listeners.forEach((listen) => listen({ data: structuredClone(order) })));
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

/** A worker that answers only after the others have; the page is read meanwhile. */
function slow(): CheckWorker {
  const worker = inProcess();
  const post = worker.postMessage.bind(worker);
  worker.postMessage = (order) => void breathe().then(() => post(order));
  return worker;
}

/** One whose script is nowhere. */
function missing(): CheckWorker {
  const worker: CheckWorker = {
    onmessage: null,
    onerror: null,
    terminate: () => undefined,
    postMessage: () => undefined,
  };
  queueMicrotask(() => worker.onerror?.({ preventDefault: () => undefined } as ErrorEvent));
  return worker;
}

type World = Pick<TeamOptions, 'worker' | 'workers'>;
/** So many workers, made one after the other by what is given. */
const team =
  (...makers: (() => CheckWorker)[]): (() => World) =>
  () => {
    const left = [...makers];
    return { workers: makers.length, worker: () => left.shift()?.() };
  };
const worlds: Record<string, () => World> = {
  'in a worker': team(() => inProcess()),
  'in three workers': team(
    () => inProcess(),
    () => inProcess(),
    () => inProcess(),
  ),
  'where the one that leads is done before its helpers': team(() => inProcess(), slow, slow),
  'where the helpers are done first': team(
    slow,
    () => inProcess(),
    () => inProcess(),
  ),
  'where a helper cannot be had': team(() => inProcess(), missing),
  'where fewer can be had than wanted': () => ({ ...team(() => inProcess())(), workers: 4 }),
  'in slices on the page': () => ({}),
  'where the page may have no worker': () => ({
    worker: () => {
      throw new DOMException('cross-origin', 'SecurityError');
    },
  }),
  'where the worker breaks': team(() => inProcess(1)),
  'where a helper breaks': team(
    () => inProcess(),
    () => inProcess(1),
  ),
};

async function check(
  fund: PublicFund,
  pages: readonly PublicLedgerPage[],
  world: World = {},
  progress: (count: number) => void = () => undefined,
): Promise<CheckResult> {
  const { signal } = new AbortController();
  return runCheck(clientOf(pages), fund, { signal, progress, ...world });
}

const faultsOf = async (...of: Parameters<typeof check>): Promise<readonly CheckFault[]> =>
  (await check(...of)).faults;

describe('checking a ledger', () => {
  for (const [where, world] of Object.entries(worlds)) {
    it(`finds a sound one sound, adds it up and tells how far it is, ${where}`, async () => {
      const { fund, entries } = scene();
      const told: number[] = [];
      const result = await check(fund, pagesOf(entries), world(), (count) => void told.push(count));
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
    for (const [where, world] of Object.entries(worlds))
      expect(await faultsOf(fund, pagesOf(changed), world()), where).toEqual([
        { no: 401, fault: 'hash' },
        { fault: 'balances' },
        { year: '2025', fault: 'year-sums' },
      ]);
  });

  it('tells the same of many wrong entries and names, whoever computed their hashes', async () => {
    const { fund, entries } = scene();
    const wrong = entries.map((entry, at) => ({
      ...entry,
      ...(at % 9 === 4 && { amount: entry.amount + 1 }),
      ...(at === 30 && { recordedAt: '2030-01-01T00:00:00.000Z' }),
      ...(at === 301 && { reverses: 7 }),
    }));
    const pages = pagesOf(wrong);
    const other = { ...party, name: 'Công ty Khác' };
    pages[0]!.parties.push({ ...other, no: 10 }, { ...party, no: 11 }, { ...party, no: 10 });
    // With a name goes the number of an entry, whichever page that lies in.
    pages[1]!.parties.push({ ...party, no: 10 }, { ...other, no: 10 }, { ...party, no: 590 });
    const here = await check(fund, pages);
    const kinds = new Set(here.faults.map(({ fault }) => fault));
    expect([...kinds].sort()).toEqual(['balances', 'hash', 'party', 'reversal', 'time', 'year-sums']);
    expect(here.faults.filter(({ fault }) => fault === 'party').map(({ no }) => no)).toEqual([
      10, 11, 10, 590,
    ]);
    for (const [where, world] of Object.entries(worlds))
      expect(await check(fund, pages, world()), where).toEqual(here);
    const most = await check(fund, pagesOf(entries.map((entry) => ({ ...entry, amount: entry.amount + 1 }))));
    expect(most).toMatchObject({ more: true });
    expect(most.faults).toHaveLength(100);
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
    for (const world of Object.values(worlds)) {
      const stop = new AbortController();
      const options = { signal: stop.signal, progress: () => stop.abort(), ...world() };
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
