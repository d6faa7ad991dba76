import { dateInVietnam, isRealDate } from '../../civil-date.js';
import { refuse } from '../../decide/refusal.js';
import type { StoredRecord } from '../../receipt.schema.js';
import { detailsCommitment, partyCommitment } from '../commitment.js';
import { addBalances, addToTotals, effectOf, overdrawn, yearOf } from '../effect.js';
import { entryHash, entryId, type HashText } from '../entry-hash.js';
import type { Details, Entry, EntrySecret, PartyDraft, Person } from '../entry.schema.js';
import type { Fund, YearTotals } from '../fund.schema.js';
import type { EntryDraft } from '../posting.schema.js';
import { isUsed, LAST_VOUCHER, nextVoucher, voucherSeries, withVoucher } from '../vouchers.js';

/** An entry to be, checked as far as it can be without its fund's head. */
export interface Posting extends Omit<EntryDraft, 'party' | 'details'> {
  party?: PartyDraft | undefined;
  details: Details;
  reverses?: number;
  /** The awards that it pays. */
  awards?: string[];
}

/** Who enters it, and when. */
export interface Entering {
  /** ISO instant. */
  now: string;
  hash: HashText;
  by: Person;
  /** Of what had to wait. */
  approvedBy?: Person;
  enteredAt?: string;
}

/** A fund on the way through an act: each entry is chained to the one before. */
export interface Book {
  fund: Fund;
  writes: StoredRecord[];
  /** The fund is the book's own copy: made with the first entry, then changed in place. */
  own?: true;
}

/** Copied for every row of an import, a fund with the totals of its years would take a tenth of the time. */
function ownFund(book: Book): Fund {
  if (!book.own) {
    const { fund } = book;
    book.fund = { ...fund, totals: { ...fund.totals }, vouchers: { ...fund.vouchers } };
    book.own = true;
  }
  return book.fund;
}

/** Chains one entry to the fund's ledger. Refuses with the reason; the book then stays as it was. */
export function append(book: Book, posting: Posting, entering: Entering): Entry {
  const { fund } = book;
  const { now, hash, by, approvedBy, enteredAt } = entering;
  fitsCategory(fund, posting);
  fitsDate(fund, posting.date, now);
  const { series, voucher } = takeVoucher(fund, posting);

  const no = fund.count + 1;
  const id = entryId(fund.id, no);
  const { party, details, awards, voucher: _asked, ...fields } = posting;
  const committed = { details, by, ...(approvedBy && { approvedBy }), ...(enteredAt && { enteredAt }) };
  const open: Omit<Entry, 'hash'> = {
    ...given(fields),
    id,
    fund: fund.id,
    no,
    ...(voucher !== undefined && { voucher }),
    // Never back in time, whatever the clock says.
    recordedAt: fund.lastAt !== undefined && fund.lastAt > now ? fund.lastAt : now,
    ...(approvedBy && { approved: true as const }),
    ...(party && { party: partyCommitment(party, hash) }),
    details: detailsCommitment(committed, hash) ?? '',
    previous: fund.head,
  };
  const entry: Entry = { ...open, hash: entryHash(open, hash) };
  const secret: EntrySecret = {
    id,
    version: 1,
    fund: fund.id,
    ...(party && { party: withInstant(party, enteredAt ?? now) }),
    ...committed,
    ...(awards && { awards }),
  };
  // What may refuse is behind us once this is computed.
  const { balances, year, totals } = counted(fund, entry);
  const own = ownFund(book);
  own.balances = balances;
  own.totals[year] = totals;
  own.count = no;
  own.head = entry.hash;
  own.lastAt = entry.recordedAt;
  if (series !== undefined && voucher !== undefined)
    own.vouchers[series] = withVoucher(own.vouchers[series] ?? [], voucher);
  book.writes.push({ type: 'entry', value: entry }, { type: 'entry-secret', value: secret });
  return entry;
}

/** The fund after the act, as it is written. */
export function finish({ fund, writes }: Book, now: string): StoredRecord[] {
  return [{ type: 'fund', value: { ...fund, version: fund.version + 1, updatedAt: now } }, ...writes];
}

function given<T extends object>(fields: T): T {
  const copy: Partial<T> = {};
  for (const key of Object.keys(fields) as (keyof T)[])
    if (fields[key] !== undefined) copy[key] = fields[key];
  return copy as T;
}

function withInstant({ consent, ...party }: PartyDraft, at: string): NonNullable<EntrySecret['party']> {
  return { ...party, ...(consent && { consent: { ...consent, at } }) };
}

function fitsCategory(
  fund: Fund,
  { kind, account, to, category: id, reverses, voucher, transfer }: Posting,
): void {
  if (kind === 'move') {
    if (account === 'kind' || to === undefined || to === account) refuse('invalid', ['to']);
    if (id !== undefined) refuse('invalid', ['category']);
    if (voucher !== undefined) refuse('invalid', ['voucher']);
    if (transfer) refuse('invalid', ['transfer']);
    return;
  }
  if (to !== undefined) refuse('invalid', ['to']);
  const category = fund.categories.find((one) => one.id === id);
  // What is taken back keeps its category, also where that is no longer offered.
  if (!category || category.kind !== kind || (category.retired && reverses === undefined))
    refuse('invalid', ['category']);
  if (transfer?.fund === fund.id) refuse('invalid', ['transfer']);
}

/** Refuses a day that does not exist, is not there yet, or lies where nothing moves any more. */
export function fitsDate(fund: Pick<Fund, 'opened' | 'years'>, date: string, now: string): void {
  if (!isRealDate(date)) refuse('invalid', ['date']);
  if (date > dateInVietnam(now)) refuse('invalid', ['date', 'future']);
  if (date < fund.opened) refuse('invalid', ['date', 'opened'], { opened: fund.opened });
  const closed = fund.years.at(-1)?.year;
  if (closed !== undefined && date.slice(0, 4) <= closed)
    refuse('closed', ['date'], { year: date.slice(0, 4) });
}

function takeVoucher(fund: Fund, { kind, date, voucher }: Posting): { series?: string; voucher?: number } {
  if (voucher === undefined || kind === 'move') return {};
  const series = voucherSeries(date, kind);
  const ranges = fund.vouchers[series] ?? [];
  const no = voucher === 'next' ? nextVoucher(ranges) : voucher;
  if (no > LAST_VOUCHER) refuse('invalid', ['voucher']);
  if (isUsed(ranges, no)) refuse('already-exists', ['voucher'], { voucher: no });
  return { series, voucher: no };
}

/** Balances, and its year's totals, with the entry; refuses where an account falls below zero or no exact sum is left. */
function counted(fund: Fund, entry: Entry): { balances: Fund['balances']; year: string; totals: YearTotals } {
  const year = yearOf(entry);
  const category = fund.categories.find(({ id }) => id === entry.category);
  try {
    const balances = addBalances(fund.balances, effectOf(entry));
    const short = overdrawn(balances);
    if (short) refuse('insufficient', [short], { missing: -balances[short] });
    return { balances, year, totals: addToTotals(fund.totals[year], entry, category) };
  } catch (error) {
    if (error instanceof RangeError) return refuse('invalid', ['amount']);
    throw error;
  }
}
