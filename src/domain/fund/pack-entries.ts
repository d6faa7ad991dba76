import { entryId } from './entry-hash.js';
import type { Entry } from './entry.schema.js';
import type { PackedEntries } from './fund-query.schema.js';

const kinds = ['receipt', 'payment', 'move'] as const;
const accounts = ['cash', 'bank', 'kind'] as const;
const targets = [undefined, 'cash', 'bank'] as const;
const approvedBit = 64;
const partyBit = 128;
const dayMs = 86_400_000;
const hashLength = 64;

/** Packed entries as far as they are read: columns of numbers may also be typed arrays. */
export type EntryColumns = {
  readonly [K in keyof PackedEntries]: PackedEntries[K] extends number[]
    ? ArrayLike<number>
    : PackedEntries[K];
};

/** What the bits of an entry say, for those who read the columns without making entries of them. */
export function readBits(bits: number): Pick<Entry, 'kind' | 'account' | 'to'> & { approved: boolean } {
  const to = targets[(bits >> 4) & 3];
  return {
    kind: kinds[bits & 3] ?? 'move',
    account: accounts[(bits >> 2) & 3] ?? 'cash',
    ...(to && { to }),
    approved: (bits & approvedBit) !== 0,
  };
}

/**
 * Entries that follow each other in one fund, as columns. `entryAt` and `unpackEntries` give back the very same ones.
 *
 * @throws RangeError where there are none, or they do not follow each other.
 */
export function packEntries(entries: readonly Entry[]): PackedEntries {
  const [head] = entries;
  if (!head) throw new RangeError('a page needs entries');
  const page: PackedEntries = {
    fund: head.fund,
    first: head.no,
    count: 0,
    previous: head.previous,
    bits: [],
    categories: [],
    category: [],
    amounts: [],
    days: [],
    at: [],
    vouchers: [],
    parties: '',
    details: '',
    hashes: '',
    rest: {},
  };
  addTo(page, head.previous, entries);
  return page;
}

/** The page with further entries, which follow its last one. The page itself stays as it is. */
export function extendPage(page: PackedEntries, entries: readonly Entry[]): PackedEntries {
  const copy = {
    ...page,
    bits: [...page.bits],
    categories: [...page.categories],
    category: [...page.category],
    amounts: [...page.amounts],
    days: [...page.days],
    at: [...page.at],
    vouchers: [...page.vouchers],
    rest: { ...page.rest },
  };
  addTo(copy, page.count ? page.hashes.slice(-hashLength) : page.previous, entries);
  return copy;
}

/** Adds entries that follow the one with the hash given. */
function addTo(page: PackedEntries, last: string, entries: readonly Entry[]): void {
  let previous = last;
  for (const entry of entries) {
    if (entry.fund !== page.fund || entry.no !== page.first + page.count || entry.previous !== previous)
      throw new RangeError(`entry ${entry.id} does not follow`);
    // Kept apart: to read the end of the text that grows here would copy it each time.
    previous = entry.hash;
    page.bits.push(
      kinds.indexOf(entry.kind) |
        (accounts.indexOf(entry.account) << 2) |
        (targets.indexOf(entry.to) << 4) |
        (entry.approved ? approvedBit : 0) |
        (entry.party === undefined ? 0 : partyBit),
    );
    page.category.push(indexOf(page.categories, entry.category));
    page.amounts.push(entry.amount);
    page.days.push(Date.parse(entry.date) / dayMs);
    page.at.push(Date.parse(entry.recordedAt));
    page.vouchers.push(entry.voucher ?? 0);
    page.parties += entry.party ?? '';
    page.details += entry.details;
    page.hashes += entry.hash;
    page.count += 1;
    const { round, level, count, reverses, transfer } = entry;
    const rare = { round, level, count, reverses, transfer };
    const given = Object.entries(rare).filter(([, value]) => value !== undefined);
    if (given.length > 0) page.rest[entry.no] = Object.fromEntries(given);
  }
}

function indexOf(names: string[], name: string | undefined): number {
  if (name === undefined) return -1;
  const index = names.indexOf(name);
  return index < 0 ? names.push(name) - 1 : index;
}

/** Day after day is written the same way; entries of one day follow each other. */
const written = new Map<number, string>();

function dateOf(day: number): string {
  let date = written.get(day);
  if (date === undefined) {
    date = new Date(day * dayMs).toISOString().slice(0, 10);
    if (written.size > 20_000) written.clear();
    written.set(day, date);
  }
  return date;
}

/** Entries of one import are recorded at one instant, and follow each other. */
let lastInstant = { at: 0, text: new Date(0).toISOString() };

function instantOf(at: number): string {
  if (at !== lastInstant.at) lastInstant = { at, text: new Date(at).toISOString() };
  return lastInstant.text;
}

/** The entry at an index of the page, 0 for the first; undefined where there is none. */
export function entryAt(page: PackedEntries, index: number): Entry | undefined {
  let parties = 0;
  for (let before = 0; before < index; before += 1) if ((page.bits[before] ?? 0) & partyBit) parties += 1;
  return readAt(page, index, parties);
}

/** All entries of a page, in order. */
export function unpackEntries(page: EntryColumns): Entry[] {
  const entries: Entry[] = [];
  let parties = 0;
  for (let index = 0; index < page.count; index += 1) {
    const entry = readAt(page, index, parties);
    if (!entry) break;
    entries.push(entry);
    if (entry.party !== undefined) parties += 1;
  }
  return entries;
}

/** What of an entry decides whether the name with it may be read. */
export type Named = Pick<Entry, 'no' | 'category' | 'round' | 'party'>;

/** The entries of a page that have somebody on the other side, without making whole entries of all of them. */
export function* namedIn(page: PackedEntries): Generator<{ index: number; entry: Named }, void, undefined> {
  let parties = 0;
  for (let index = 0; index < page.count; index += 1) {
    if (!((page.bits[index] ?? 0) & partyBit)) continue;
    const no = page.first + index;
    const party = page.parties.slice(parties * hashLength, (parties + 1) * hashLength);
    parties += 1;
    const category = page.categories[page.category[index] ?? -1];
    yield { index, entry: { no, category, round: page.rest[no]?.round, party } };
  }
}

function readAt(page: EntryColumns, index: number, parties: number): Entry | undefined {
  const bits = page.bits[index];
  const kind = kinds[(bits ?? 0) & 3];
  const account = accounts[((bits ?? 0) >> 2) & 3];
  if (bits === undefined || !kind || !account) return undefined;
  const no = page.first + index;
  const to = targets[(bits >> 4) & 3];
  const category = page.categories[page.category[index] ?? -1];
  const voucher = page.vouchers[index];
  const at = (joined: string, place: number): string =>
    joined.slice(place * hashLength, (place + 1) * hashLength);
  // Field by field: spreading what may be absent takes several times as long, and a check makes every entry.
  const entry: Partial<Entry> = { id: entryId(page.fund, no), fund: page.fund, no, kind, account };
  if (to) entry.to = to;
  if (category !== undefined) entry.category = category;
  entry.amount = page.amounts[index] ?? 0;
  entry.date = dateOf(page.days[index] ?? 0);
  if (voucher) entry.voucher = voucher;
  const rare = page.rest[no];
  if (rare) Object.assign(entry, rare);
  entry.recordedAt = instantOf(page.at[index] ?? 0);
  if (bits & approvedBit) entry.approved = true;
  if (bits & partyBit) entry.party = at(page.parties, parties);
  entry.details = at(page.details, index);
  entry.previous = index === 0 ? page.previous : at(page.hashes, index - 1);
  entry.hash = at(page.hashes, index);
  return entry as Entry;
}

/**
 * The columns fit together: each as long as the page has entries, every value what it can be. What a storage or a
 * network made of a page is checked so before anything is read out of it; whether it is true, the chain tells.
 */
export function isWholePage(page: PackedEntries): boolean {
  const { count, bits, category, amounts, days, at, vouchers, parties, details, hashes, categories } = page;
  const columns = [bits, category, amounts, days, at, vouchers];
  if (count <= 0 || columns.some((column) => column.length !== count)) return false;
  if (details.length !== count * hashLength || hashes.length !== count * hashLength) return false;
  const whole = Number.isSafeInteger;
  let named = 0;
  // Each column by its name: a loop over columns would read numbers as slowly as if they could be anything.
  for (let index = 0; index < count; index += 1) {
    const one = bits[index]!;
    if ((one & 255) !== one || (one & 3) > 2 || ((one >> 2) & 3) > 2 || ((one >> 4) & 3) > 2) return false;
    if (one & partyBit) named += 1;
    const [of, day, time] = [category[index]!, days[index]!, at[index]!];
    if (of < -1 || of >= categories.length || Math.abs(day) >= 1e6 || Math.abs(time) >= 8e15) return false;
    if (!whole(of) || !whole(day) || !whole(time) || !whole(amounts[index]) || !whole(vouchers[index]))
      return false;
  }
  return parties.length === named * hashLength;
}
