/** How the letters of a text are to be understood. */
export const lettersKinds = ['unicode', 'tcvn3', 'vni'] as const;
export type Letters = (typeof lettersKinds)[number];

const onset = '(?:b|ch?|d|đ|g[hi]?|h|kh?|l|m|ngh?|nh?|ph?|qu?|r|s|t[hr]?|v|x)?';
const vowels = [
  ...['iêu', 'yêu', 'oai', 'oao', 'oay', 'oeo', 'uây', 'uôi', 'ươi', 'ươu', 'uya', 'uyê', 'uyu'],
  ...[
    'ai',
    'ao',
    'au',
    'ay',
    'âu',
    'ây',
    'eo',
    'êu',
    'ia',
    'iê',
    'iu',
    'oa',
    'oă',
    'oe',
    'oi',
    'oo',
    'ôi',
    'ơi',
  ],
  ...['ua', 'uâ', 'uê', 'ui', 'uô', 'uơ', 'uy', 'ưa', 'ưi', 'ươ', 'ưu', 'yê'],
  ...['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'],
].join('|');
const syllable = new RegExp(`^${onset}(?:${vowels})(?:ch?|k|m|ng?h?|p|t)?$`);
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const cased = /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u;

/**
 * Whether a word can be a Vietnamese syllable. Of what is taken as it stands the capitals are looked at, too: inside a word
 * they are what small letters of another encoding look like.
 */
export function plausibleAs(word: string, letters: Letters): boolean {
  if (letters === 'unicode' && !cased.test(word)) return false;
  const parts = word.toLowerCase().normalize('NFD');
  if ((parts.match(tones)?.length ?? 0) > 1) return false;
  return syllable.test(parts.replace(tones, '').normalize('NFC'));
}
