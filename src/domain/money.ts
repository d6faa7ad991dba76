/** The largest amount of one entry, in đồng: ten thousand billion. */
export const MOST_DONG = 10_000_000_000_000;

/** Why a text is no amount of đồng. The sentence is `dong.<code>` in the dictionaries. */
export const dongProblems = [
  'missing',
  'unreadable',
  'ambiguous',
  'not-whole',
  'negative',
  'zero',
  'too-large',
] as const;
export type DongProblem = (typeof dongProblems)[number];
export type ReadDong = { ok: true; value: number } | { ok: false; code: DongProblem };

/** Digits before and after the decimal mark. Amounts are put together from digits, never from fractions. */
interface Decimal {
  whole: string;
  decimals: string;
}
type Found = Decimal | 'ambiguous' | 'unreadable';

/** Nobody writes an amount longer than this; what is longer is not looked at. */
const longest = 80;

/** Noughts of each unit, the longer names first. */
const units: Readonly<Record<string, number>> = {
  'nghin ty': 12,
  'ngan ty': 12,
  trieu: 6,
  tr: 6,
  ty: 9,
  ti: 9,
  nghin: 3,
  ngan: 3,
  k: 3,
};
const part = new RegExp(`^(\\d[\\d., ]*?) ?(${Object.keys(units).join('|')}) ?`);
/** "1tr2": what stands behind needs a unit that has room for it. */
const shortUnit = 6;

const currencyBefore = /^(?:vnd|₫) ?/;
const currencyAfter = / ?(?:dong(?: viet nam)?|vnd|d|₫)\.?$/;
const negative = /^[-\u2212\u2013\u2014] ?\d|^\( ?\d.*\)$|^\d.*\d-$/;

const fail = (code: DongProblem): ReadDong => ({ ok: false, code });

/**
 * Reads an amount of whole đồng as people write it: "1.200.000", "1200000", "1 200 000", "1,2 triệu", "1.2tr", "1tr2",
 * "1 tỷ 200 triệu", "500k", "2 nghìn tỷ", with or without "đ", "đồng", "VND". What can be read in two ways ("1,2",
 * "1.200 triệu", "1tr25") is `ambiguous`, also where one is likelier: a factor of a thousand is never guessed. Takes
 * anything and never throws.
 */
export function parseDong(raw: unknown): ReadDong {
  if (raw === undefined || raw === null) return fail('missing');
  if (typeof raw !== 'string' || raw.length > longest) return fail('unreadable');
  const text = plain(raw);
  const bare = text.replace(currencyBefore, '').replace(currencyAfter, '');
  if (bare === '') return fail('missing');
  if (negative.test(text) || negative.test(bare)) return fail('negative');
  const parts = /[a-z]/.test(bare) ? inUnits(bare, bare !== text) : full(bare);
  return typeof parts === 'string' ? fail(parts) : amountOf(parts);
}

/** Lower case without accents, with one kind of space and of digits. */
function plain(raw: string): string {
  return raw
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\uff0c\uff0e\uff10-\uff19]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim();
}

function amountOf({ whole, decimals }: Decimal): ReadDong {
  if (/[1-9]/.test(decimals)) return fail('not-whole');
  const digits = whole.replace(/^0+/, '');
  if (digits === '') return fail('zero');
  if (Number(digits) > MOST_DONG) return fail('too-large');
  return { ok: true, value: Number(digits) };
}

/** An amount written out, digit by digit. */
function full(text: string): Found {
  if (/^0+$/.test(text)) return { whole: '0', decimals: '' };
  if (/^[1-9]\d*$/.test(text)) return { whole: text, decimals: '' };
  const grouped = groups(text);
  if (grouped) return grouped;
  const [, whole = '', decimals = ''] = /^(0|[1-9]\d*)[.,](\d+)$/.exec(text) ?? [];
  if (whole === '' || decimals.length > 3) return 'unreadable';
  if (whole === '0') return { whole, decimals };
  // "1,2" may be a slip for "1,2 triệu", "1200.000" one for "1.200.000".
  return whole.length <= 3 || decimals.length === 3 ? 'ambiguous' : { whole, decimals };
}

/** Groups of three, with decimals behind the other mark: "1.200.000", "1 200,5", "1,200,000". */
function groups(text: string): Found | undefined {
  const [, whole, mark = '', rest = ''] =
    /^([1-9]\d{0,2}(?:([., ])\d{3})(?:\2\d{3})*)((?!\2)[.,]\d+)?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  // "1,200" is 1,2 to one reader and 1.200 to another; "1.200,000" may be a slip for "1.200.000".
  if (rest.length === 4 || (mark === ',' && rest === '' && whole.length <= 7)) return 'ambiguous';
  return { whole: whole.replaceAll(mark, ''), decimals: rest.slice(1) };
}

/** "1 tỷ 200 triệu", "1tr2": each unit smaller than the one before. */
function inUnits(text: string, withCurrency: boolean): Found {
  let rest = text;
  let room = Infinity;
  let sum: Decimal = { whole: '0', decimals: '' };
  for (let found = part.exec(rest); found; found = part.exec(rest)) {
    const noughts = units[found[2] ?? ''] ?? 0;
    const number = counted(found[1] ?? '');
    if (typeof number === 'string') return number;
    const value = shifted(number, noughts);
    // "1,5 triệu 200 nghìn" and "1 triệu 1200 nghìn" are slips.
    if (lengthOf(value) > room) return 'unreadable';
    sum = { whole: added(sum.whole, value.whole), decimals: sum.decimals + value.decimals };
    room = number.decimals === '' ? noughts : 0;
    rest = rest.slice(found[0].length);
  }
  if (room === Infinity) return 'unreadable';
  if (rest === '') return sum;
  const more = behind(rest, room, withCurrency);
  return typeof more === 'string' ? more : { whole: added(sum.whole, more.whole), decimals: '' };
}

/** What stands behind the last unit without one of its own: "1tr2", "1 triệu 500", "1 triệu rưỡi", "1 triệu 500.000". */
function behind(rest: string, room: number, withCurrency: boolean): Found {
  if (room < shortUnit) return 'unreadable';
  if (rest === 'ruoi') return { whole: '5'.padEnd(room, '0'), decimals: '' };
  // "1 triệu 50" is 1,5 million to one reader and 1.050.000 to another; "1 triệu 500 đồng" says its unit.
  if (/^\d{1,3}$/.test(rest))
    return rest.length === 2 || withCurrency ? 'ambiguous' : { whole: rest.padEnd(room, '0'), decimals: '' };
  const number = full(rest);
  if (typeof number === 'string') return number;
  return number.decimals === '' && number.whole.length <= room ? number : 'unreadable';
}

/** How many of a unit: "1,2", "1200", "1.200,5". */
function counted(text: string): Found {
  const trimmed = text.trim();
  if (/^(0|[1-9]\d*)$/.test(trimmed)) return { whole: trimmed, decimals: '' };
  // One group of three ("1.200 triệu") may as well be decimals.
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(trimmed)) return 'ambiguous';
  const grouped = groups(trimmed);
  if (grouped) return grouped;
  const [, whole, decimals = ''] = /^(0|[1-9]\d*)[.,](\d+)$/.exec(trimmed) ?? [];
  return whole === undefined ? 'unreadable' : { whole, decimals };
}

function shifted({ whole, decimals }: Decimal, noughts: number): Decimal {
  return {
    whole: whole + decimals.slice(0, noughts).padEnd(noughts, '0'),
    decimals: decimals.slice(noughts),
  };
}

const lengthOf = ({ whole }: Decimal): number => whole.replace(/^0+/, '').length;

/** The sum of two numbers of which the second is shorter than the noughts at the end of the first. */
function added(long: string, short: string): string {
  const kept = short.replace(/^0+/, '');
  if (kept.length >= long.length) return kept;
  return kept === '' ? long : long.slice(0, -kept.length) + kept;
}
