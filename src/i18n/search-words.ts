import { fold } from './fold.js';

const notLetters = /[^\p{L}\p{N}]+/gu;
/** Open syllables whose tone some write on the first vowel and some on the second: "hòa" and "hoà". */
const second = /(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu;
const firstInstead: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['oa', 'òóỏõọ', 'àáảãạ'],
    ['oe', 'òóỏõọ', 'èéẻẽẹ'],
    ['uy', 'ùúủũụ', 'ỳýỷỹỵ'],
  ].flatMap(([pair = '', early = '', late = '']) =>
    [...late].map((letter, tone) => [pair[0]! + letter, early[tone]! + pair[1]!]),
  ),
);

/** A text as words to find in: small letters, each word after one space. */
const words = (text: string): string => ` ${text.toLowerCase().replace(notLetters, ' ').trim()}`;

/** Words without accents: what differs only in đ, marks, composition or tone placement is the same. */
export const looseWords = (text: string): string => words(fold(text));

/** Words with their accents, composed, with tones where the older spelling puts them. */
export const exactWords = (text: string): string =>
  words(text.normalize('NFC')).replace(second, (pair) => firstInstead[pair] ?? pair);
