import { inflateSync } from 'node:zlib';

export interface PdfPage {
  /** Points. */
  width: number;
  height: number;
  /** Pieces of text as they were drawn, with the distance of their base line from the upper edge, in points. */
  runs: { text: string; top: number; x: number }[];
}

/** What the glyphs of a font mean, and by how many hexadecimal digits each is numbered. */
interface Letters {
  digits: 2 | 4;
  of: Map<number, string>;
}

/** Reads pages and texts of a PDF as Chromium writes it: plain objects, deflated streams, glyphs with a map to letters. */
export function readPdf(bytes: Buffer): PdfPage[] {
  const objects = new Map(
    [...bytes.toString('latin1').matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(
      ([, id = '', body = '']) => [id, body] as const,
    ),
  );
  const stream = (id: string): string => {
    const body = objects.get(id) ?? '';
    const start = body.indexOf('stream\n');
    const data = body.slice(start + 7);
    // What would not get smaller, as on a sheet with next to nothing, is written as it is.
    if (!body.slice(0, start).includes('/FlateDecode')) return data;
    return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
  };
  const fonts = new Map<string, Letters>();
  const lettersOf = (font: string): Letters => {
    const body = objects.get(font) ?? '';
    const [, map] = /\/ToUnicode (\d+) 0 R/.exec(body) ?? [];
    const known = fonts.get(font) ?? {
      // Glyphs that stand in for a font without them may come drawn, and are numbered by one byte then.
      digits: body.includes('/Type3') ? 2 : 4,
      of: map ? readLetters(stream(map)) : new Map<number, string>(),
    };
    fonts.set(font, known);
    return known;
  };
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\b/.test(body))
    .map((body) => {
      const [, width = 0, height = 0] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(body) ?? [];
      const [, content = ''] = /\/Contents (\d+) 0 R/.exec(body) ?? [];
      const names = new Map(
        [...body.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id] as const),
      );
      const runs = readRuns(stream(content), (name) => lettersOf(names.get(name) ?? ''));
      return { width: Number(width), height: Number(height), runs };
    });
}

/** Pieces of text; positions are CSS pixels of the sheet where nothing moved the origin, as for margin boxes. */
function readRuns(content: string, letters: (font: string) => Letters): PdfPage['runs'] {
  return [...content.matchAll(/BT\n([\s\S]*?)ET/g)].map(([, body = '']) => {
    const [, x = 0, top = 0] = /1 0 0 -1 (-?[\d.]+) (-?[\d.]+) Tm/.exec(body) ?? [];
    let text = '';
    let font: Letters | undefined;
    // Fonts take turns within a piece, where one lacks a letter.
    for (const [, name, hex = ''] of body.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj/g)) {
      if (name !== undefined) font = letters(name);
      const glyphs = hex.match(font?.digits === 2 ? /../g : /.{4}/g) ?? [];
      text += glyphs.map((glyph) => font?.of.get(parseInt(glyph, 16)) ?? '?').join('');
    }
    return { text, top: Number(top) * 0.75, x: Number(x) * 0.75 };
  });
}

function readLetters(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  const letter = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', hex = ''] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/g))
      letters.set(parseInt(glyph, 16), letter(hex));
  for (const [, block = ''] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', hex = ''] of block.matchAll(
      /<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/g,
    ))
      for (let glyph = parseInt(from, 16); glyph <= parseInt(to, 16); glyph += 1)
        letters.set(glyph, String.fromCharCode(parseInt(hex, 16) + glyph - parseInt(from, 16)));
  return letters;
}
