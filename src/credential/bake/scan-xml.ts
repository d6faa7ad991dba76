/** A piece of an XML text, with its place in it. */
export type XmlPiece =
  | {
      kind: 'open' | 'empty';
      name: string;
      attributes: ReadonlyMap<string, string>;
      from: number;
      to: number;
    }
  | { kind: 'close'; name: string; from: number; to: number }
  | { kind: 'text'; text: string; from: number; to: number };

const maxDepth = 200;
const maxPieces = 200_000;
const name = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y;
const attribute = /\s+([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /\s*(\/?)>/y;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Takes an SVG apart without building it: no DOM, no entities but XML's own five and numbers, no DTD that could define some.
 * Undefined for what is not well-formed. Never looks outside the text.
 */
export function scanXml(text: string): XmlPiece[] | undefined {
  const pieces: XmlPiece[] = [];
  const open: string[] = [];
  const add = (piece: XmlPiece): boolean => pieces.push(piece) <= maxPieces;
  for (let at = 0; at < text.length;) {
    if (text[at] !== '<') {
      const next = text.indexOf('<', at);
      const to = next === -1 ? text.length : next;
      const plain = decode(text.slice(at, to));
      if (plain === undefined || !add({ kind: 'text', text: plain, from: at, to })) return undefined;
      at = to;
      continue;
    }
    const skipped = skipTo(text, at);
    if (skipped !== undefined) {
      if (skipped.to === -1) return undefined;
      if (skipped.text !== undefined && !add({ kind: 'text', text: skipped.text, from: at, to: skipped.to }))
        return undefined;
      at = skipped.to;
      continue;
    }
    const tag = text[at + 1] === '/' ? readClose(text, at) : readOpen(text, at);
    if (!tag || !add(tag)) return undefined;
    if (tag.kind === 'open' && open.push(tag.name) > maxDepth) return undefined;
    if (tag.kind === 'close' && open.pop() !== tag.name) return undefined;
    at = tag.to;
  }
  return open.length === 0 ? pieces : undefined;
}

/** Where a comment, instruction, CDATA section or document type ends (-1: nowhere); undefined for a tag. */
function skipTo(text: string, at: number): { to: number; text?: string } | undefined {
  const after = (end: string, from: number): number => {
    const found = text.indexOf(end, from);
    return found === -1 ? -1 : found + end.length;
  };
  if (text.startsWith('<!--', at)) return { to: after('-->', at + 4) };
  if (text.startsWith('<?', at)) return { to: after('?>', at + 2) };
  if (text.startsWith('<![CDATA[', at)) {
    const to = after(']]>', at + 9);
    return { to, text: text.slice(at + 9, to - 3) };
  }
  if (!text.startsWith('<!', at)) return undefined;
  const to = after('>', at);
  // A document type with definitions of its own may hold entities that grow: such a picture is not read.
  return { to: /^<!DOCTYPE\s[^[\]<]*>$/i.test(text.slice(at, to)) ? to : -1 };
}

function readOpen(text: string, at: number): XmlPiece | undefined {
  const found = match(name, text, at + 1);
  if (!found) return undefined;
  const attributes = new Map<string, string>();
  let to = at + 1 + found[0].length;
  for (let one = match(attribute, text, to); one; one = match(attribute, text, to)) {
    const value = decode(one[2] ?? one[3] ?? '');
    if (value === undefined || attributes.has(one[1] ?? '')) return undefined;
    attributes.set(one[1] ?? '', value);
    to += one[0].length;
  }
  const end = match(tagEnd, text, to);
  if (!end) return undefined;
  return { kind: end[1] ? 'empty' : 'open', name: found[0], attributes, from: at, to: to + end[0].length };
}

function readClose(text: string, at: number): XmlPiece | undefined {
  const found = match(name, text, at + 2);
  const end = found && match(/\s*>/y, text, at + 2 + found[0].length);
  return end
    ? { kind: 'close', name: found[0], from: at, to: at + 2 + found[0].length + end[0].length }
    : undefined;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function decode(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let known = true;
  const plain = text.replace(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{1,10}));|&/g,
    (_, decimal, hex, word) => {
      const code = decimal ? Number(decimal) : hex ? parseInt(String(hex), 16) : undefined;
      const letter =
        code === undefined ? named[String(word)] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
      known &&= letter !== undefined;
      return letter ?? '';
    },
  );
  return known ? plain : undefined;
}
