/** A tag as it stands in a text: never made into an element, so that nothing of it can act. */
export interface Tag {
  name: string;
  attributes: ReadonlyMap<string, string>;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Text of an attribute as a browser would read it; of the named references those that our own snippets use. */
export const unescape = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? parseInt(String(hex), 16) : undefined;
    if (code === undefined) return named[String(name).toLowerCase()] ?? whole;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** Text as it may stand between double quotes. */
export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(attribute)) {
    const key = name.toLowerCase();
    // As in a browser, the first one counts.
    if (!found.has(key)) found.set(key, unescape(double ?? single ?? bare ?? ''));
  }
  return found;
}

/** The opening tags in a text, in their order; comments are no tags. */
export function readTags(text: string): Tag[] {
  const rest = text.replace(/<!--[^]*?(-->|$)/g, ' ');
  const tags = rest.matchAll(/<([a-z][\w-]*)((?:\s+|\/)(?:[^"'>]|"[^"]*"|'[^']*')*)?>/gi);
  return [...tags].map(([, name = '', inside = '']) => ({
    name: name.toLowerCase(),
    attributes: attributesOf(inside),
  }));
}
