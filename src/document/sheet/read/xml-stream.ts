import { Parser } from 'saxen';
import { SheetFault } from './sheet-file.types.js';
import { unpackPart, type Meter } from './unpack-part.js';
import type { ZipEntry } from './zip-directory.js';

/** The value of an attribute; with `prefixed` also of one whose prefix is the writing program's own choice. */
export type Attribute = (name: string, prefixed?: boolean) => string | undefined;

/** Hears the elements of a part by their local names: prefixes are the writing program's own choice. */
export interface XmlListener {
  open?(name: string, attribute: Attribute): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** No tag and no text of a sheet is longer; a cell holds 32,767 characters at most. */
const longest = 1_000_000;

/**
 * Reads a part of a workbook as XML while it is unpacked; yields how many bytes came out so far. Throws a `SheetFault`:
 * `bomb` for what goes on and on, `damaged` for what is not well-formed or has a document type, which no workbook has and bombs are made of.
 */
export function* readXml(
  entry: ZipEntry,
  meter: Meter,
  listener: XmlListener,
): Generator<number, void, undefined> {
  const parse = parserFor(listener);
  let decoder: TextDecoder | undefined;
  for (const piece of unpackPart(entry, meter)) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    parse(decode(decoder, piece), false);
    yield meter.unpacked;
  }
  parse(decoder ? decode(decoder) : '', true);
}

/** Takes text as it comes, and hands the parser only whole tags: it takes a ">" within a cut attribute for the end. */
function parserFor(listener: XmlListener): (text: string, last: boolean) => void {
  const parser = new Parser();
  let heard = 0;
  parser.on('openTag', (name, attributes) => {
    heard = 0;
    listener.open?.(localName(name), (wanted, prefixed) => attributeOf(attributes(), wanted, prefixed));
  });
  parser.on('closeTag', (name) => {
    heard = 0;
    listener.close?.(localName(name));
  });
  parser.on('text', (text) => listener.text?.(decodeReferences(text)));
  parser.on('cdata', (text) => listener.text?.(text));
  const refuse = (): never => {
    throw new SheetFault('damaged');
  };
  parser.on('attention', refuse).on('error', refuse).on('warn', refuse);
  let kept = '';
  return (text, last) => {
    kept += text;
    heard += text.length;
    if (heard > longest) throw new SheetFault('bomb');
    const cut = last ? kept.length : Math.max(0, kept.lastIndexOf('<'));
    parser.write(kept.slice(0, cut));
    kept = kept.slice(cut);
    if (last) parser.end();
  };
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function decode(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new SheetFault('damaged');
    throw error;
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function attributeOf(
  attributes: Readonly<Record<string, string>>,
  wanted: string,
  prefixed = false,
): string | undefined {
  const found = prefixed
    ? Object.keys(attributes).find((name) => !name.startsWith('xmlns') && localName(name) === wanted)
    : wanted;
  const value = found === undefined ? undefined : attributes[found];
  return value === undefined ? undefined : decodeReferences(value);
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What XML writes as `&amp;` or `&#7897;`; a name that it does not know stays as it is. */
function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return named[name] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
