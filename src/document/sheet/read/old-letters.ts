import { lettersKinds, plausibleAs, type Letters } from './syllables.js';

/** Of each pair the first, as Windows-1252 shows the byte, is the second in TCVN 5712:1993 (VN3), which fonts named .Vn… draw. */
const tcvn3Pairs =
  '¸áµà¶ả·ã¹ạ¨ă¾ắ»ằ¼ẳ½ẵÆặ©âÊấÇầÈẩÉẫËậ®đÐéÌèÎẻÏẽÑẹªêÕếÒềÓểÔễÖệÝí×ìØỉÜĩÞịãóßòáỏâõäọ' +
  '«ôèốåồæổçỗéộ¬ơíớêờëởìỡîợóúïùñủòũôụ\u00adưøứõừöử÷ữùựýýúỳûỷüỹþỵ¡Ă¢Â§Đ£Ê¤Ô¥Ơ¦Ư';
const tcvn3 = new Map(
  Array.from({ length: tcvn3Pairs.length / 2 }, (_, at) => [tcvn3Pairs[2 * at]!, tcvn3Pairs[2 * at + 1]!]),
);

const [grave, acute, tilde, hook, dot] = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const [circumflex, breve, horn] = ['\u0302', '\u0306', '\u031b'];
/** What VNI writes behind a vowel: a tone, or a shape with or without one. */
const vniTones = new Map([...'ùøûõï'].map((mark, at) => [mark, [acute, grave, hook, tilde, dot][at]!]));
const shaped = (marks: string, shape: string): [string, string][] =>
  [...marks].map((mark, at) => [mark, shape + ['', acute, grave, hook, tilde, dot][at]!]);
const vniShapes: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  a: new Map([...shaped('âáàåãä', circumflex), ...shaped('êéèúüë', breve)]),
  e: new Map(shaped('âáàåãä', circumflex)),
  o: new Map(shaped('âáàåãä', circumflex)),
};
/** What VNI writes as one letter. */
const vniAlone: Readonly<Record<string, string>> = {
  ...{ ô: `o${horn}`, ö: `u${horn}`, ñ: 'đ', í: `i${acute}`, ì: `i${grave}` },
  ...{ æ: `i${hook}`, ó: `i${tilde}`, ò: `i${dot}`, î: `y${dot}` },
};
const vniParts = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöñíìæóòî]/gi;

function fromVni(text: string): string {
  return text.replace(vniParts, (all: string, vowel?: string, mark?: string) => {
    if (vowel === undefined || mark === undefined) return alone(all);
    const low = vowel.toLowerCase();
    const behind = vniShapes[low]?.get(mark.toLowerCase()) ?? vniTones.get(mark.toLowerCase());
    return behind === undefined ? alone(vowel) + alone(mark) : alone(vowel) + behind;
  });
}

function alone(letter: string): string {
  const low = letter.toLowerCase();
  const is = vniAlone[low] ?? low;
  return letter === low ? is : is.toUpperCase();
}

const fromTcvn3 = (text: string): string =>
  Array.from(text, (letter) => tcvn3.get(letter) ?? letter).join('');

/** A text whose letters are another encoding's, as people read it. */
export function unicodeOf(text: string, letters: Letters): string {
  if (letters === 'unicode') return text;
  const read = (letters === 'tcvn3' ? fromTcvn3 : fromVni)(text).normalize('NFC');
  // Of capitals TCVN3 has only the shapes; the font draws the rest, and what is stored is small.
  return letters === 'tcvn3' && /[A-Z]{2}/.test(text) && !/[a-z]/.test(text) ? read.toUpperCase() : read;
}

/** How many words of a text with letters beyond ASCII make a Vietnamese syllable, by how they are understood. */
export class LettersCount {
  words = 0;
  readonly as: Record<Letters, number> = { unicode: 0, tcvn3: 0, vni: 0 };

  add(text: string): void {
    for (const word of text.split(/[\s!-@[-`{-~]+/)) {
      if (!/[^\0-\u007f]/.test(word)) continue;
      this.words += 1;
      for (const letters of lettersKinds)
        if (plausibleAs(unicodeOf(word, letters), letters)) this.as[letters] += 1;
    }
  }

  /** Counts what another has counted. */
  take(other: LettersCount): void {
    this.words += other.words;
    for (const letters of lettersKinds) this.as[letters] += other.as[letters];
  }

  /** What the words say, where enough of them do; undefined where they leave it open. */
  get found(): Letters | undefined {
    const { words, as } = this;
    if (words === 0) return undefined;
    const old = as.tcvn3 >= as.vni ? 'tcvn3' : 'vni';
    if (as[old] >= words * 0.8 && as.unicode <= words * 0.5) return old;
    return as.unicode >= words * 0.5 ? 'unicode' : undefined;
  }
}
