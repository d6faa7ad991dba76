/** How words are folded: the domain knows no language, the dictionaries' room does. Each word comes after one space. */
export interface SearchWords {
  /** Without accents, wherever the tone stands: "Hoà" and "hòa" are " hoa". */
  readonly loose: (text: string) => string;
  /** With accents, composed: "Hoà" and "hòa" are " hòa". */
  readonly exact: (text: string) => string;
}

/** A word of a question; `exact` only where it was written with accents. */
export interface QueryWord {
  readonly loose: string;
  readonly exact?: string | undefined;
}

/** What people write for kinds, and the words they stand for. The signs beside them are gone by then. */
export const kindSigns: readonly (readonly [sign: string, kind: string])[] = [
  ['tp', ' thanh pho'],
  ['tx', ' thi xa'],
  ['tt', ' thi tran'],
  ['dk', ' dac khu'],
  ['p', ' phuong'],
  ['x', ' xa'],
  ['q', ' quan'],
  ['h', ' huyen'],
  ['t', ' tinh'],
];

const mostWords = 10;
/** "P12", "Q1": a kind and a number without a space. */
const glued = /^(tp|tx|tt|[pxqh])(\d+)$/;

/** Words of what was typed, few enough to be looked for. */
export function queryWords(query: string, words: SearchWords): QueryWord[] {
  const text = query.slice(0, 200);
  const loose = words.loose(text).split(' ').slice(1).filter(Boolean);
  const exact = words.exact(text).split(' ').slice(1).filter(Boolean);
  const aligned = exact.length === loose.length;
  return loose
    .flatMap((word, index): QueryWord[] => {
      const [, sign, number] = glued.exec(word) ?? [];
      if (sign !== undefined && number !== undefined) return [{ loose: sign }, { loose: number }];
      const accented = aligned && exact[index] !== word ? exact[index] : undefined;
      return [{ loose: word, ...(accented !== undefined && { exact: accented }) }];
    })
    .slice(0, mostWords);
}

/** The words without the kind that they begin with: who remembers a name need not remember whether it was a ward. */
export function withoutKind(asked: readonly QueryWord[]): readonly QueryWord[] {
  for (const [sign, kind] of kindSigns) {
    const count = kind.split(' ').length - 1;
    const first = asked.slice(0, count).map(({ loose }) => ` ${loose}`);
    if (first.join('') === kind) return asked.slice(count);
    if (asked[0]?.loose === sign) return asked.slice(1);
  }
  return asked;
}
