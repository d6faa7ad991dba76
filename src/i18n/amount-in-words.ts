import type { Lang } from './translate.js';

/**
 * An amount of whole đồng in words, as vouchers ask for it: "Một triệu hai trăm năm mươi nghìn đồng", "One million two
 * hundred and fifty thousand dong". A sum that reversals made negative begins with "Âm" or "Minus".
 * Errors: RangeError for what is no safe integer, because a rounded amount in words would be a wrong one.
 */
export function amountInWords(amount: number, lang: Lang): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not whole đồng: ${amount}`);
  const size = Math.abs(amount);
  const words = [
    ...(amount < 0 ? [lang === 'vi' ? 'âm' : 'minus'] : []),
    ...(lang === 'vi' ? vietnamese(size, false) : english(size)),
    lang === 'vi' ? 'đồng' : 'dong',
  ].join(' ');
  return words.charAt(0).toLocaleUpperCase(lang) + words.slice(1);
}

const billion = 1_000_000_000;
const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;

/**
 * A number in the words of administrative Vietnamese. Above a billion the billions are counted in their turn ("hai nghìn
 * tỷ"). `inside`: more stands before it, so that its hundreds are said even where there are none ("không trăm linh năm").
 */
function vietnamese(value: number, inside: boolean): string[] {
  if (value === 0) return [digits[0]];
  const groups = [
    { value: Math.floor(value / billion), name: 'tỷ', words: vietnamese },
    { value: Math.floor(value / 1_000_000) % 1000, name: 'triệu', words: hundreds },
    { value: Math.floor(value / 1000) % 1000, name: 'nghìn', words: hundreds },
    { value: value % 1000, name: '', words: hundreds },
  ];
  let before = inside;
  return groups.flatMap((group) => {
    if (group.value === 0) return [];
    const said = [...group.words(group.value, before), ...(group.name ? [group.name] : [])];
    before = true;
    return said;
  });
}

/** 1 to 999. */
function hundreds(value: number, inside: boolean): string[] {
  const hundred = Math.floor(value / 100);
  const ten = Math.floor(value / 10) % 10;
  const one = value % 10;
  const high = hundred > 0 || inside ? [digits[hundred] ?? '', 'trăm'] : [];
  if (ten === 0) return one === 0 ? high : [...high, ...(high.length > 0 ? ['linh'] : []), digits[one] ?? ''];
  const tens = ten === 1 ? ['mười'] : [digits[ten] ?? '', 'mươi'];
  return [...high, ...tens, ...(one === 0 ? [] : [afterTens(one, ten)])];
}

/** Units change their sound after tens: "hai mươi mốt", "hai mươi tư", "mười lăm". */
function afterTens(one: number, ten: number): string {
  if (one === 5) return 'lăm';
  if (ten > 1 && one === 1) return 'mốt';
  if (ten > 1 && one === 4) return 'tư';
  return digits[one] ?? '';
}

const upToNineteen =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tensNames = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const scales = [
  { size: 1e15, name: 'quadrillion' },
  { size: 1e12, name: 'trillion' },
  { size: billion, name: 'billion' },
  { size: 1_000_000, name: 'million' },
  { size: 1000, name: 'thousand' },
];

function english(value: number): string[] {
  if (value === 0) return ['zero'];
  const high = scales.flatMap(({ size, name }) => {
    const group = Math.floor(value / size) % 1000;
    return group === 0 ? [] : [...englishHundreds(group), name];
  });
  const rest = value % 1000;
  if (rest === 0) return high;
  return [...high, ...(high.length > 0 && rest < 100 ? ['and'] : []), ...englishHundreds(rest)];
}

function englishHundreds(value: number): string[] {
  const hundred = Math.floor(value / 100);
  const rest = value % 100;
  return [
    ...(hundred > 0 ? [upToNineteen[hundred] ?? '', 'hundred'] : []),
    ...(hundred > 0 && rest > 0 ? ['and'] : []),
    ...(rest > 0 ? [englishTens(rest)] : []),
  ];
}

function englishTens(value: number): string {
  if (value < 20) return upToNineteen[value] ?? '';
  const one = value % 10;
  return [tensNames[Math.floor(value / 10)], ...(one > 0 ? [upToNineteen[one]] : [])].join('-');
}
