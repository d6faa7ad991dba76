import { unescape, type Tag } from './tags.js';

/** Tags that editors put around parts of a line. */
const tag = String.raw`<\/?[a-z][\w:]*(?:\s(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*)?\/?>`;
const unseen = String.raw`\u00ad\u200b-\u200d\u2060\ufeff`;
const code = new RegExp(
  String.raw`\{(?:[\s${unseen}]|&nbsp;|${tag})*htsd(?=[\s&<${unseen}])((?:[^{}<>]|${tag})+)\}`,
  'i',
);

const double = String.raw`"«»\u201c-\u201f\u2033\uff02`;
const single = String.raw`\u2018-\u201b\u2032`;
const dash = String.raw`\u2012-\u2015\u2212`;
const word = `[a-z]+(?:[-${dash}][a-z]+)*`;
const name = new RegExp(`^(?:htsd[-${dash}])?(${word})(?=\\s|$)`, 'i');
const pair = new RegExp(
  String.raw`^\s+(${word})(?:\s*=\s*(?:[${double}]([^${double}]*)[${double}]|'([^']*)'|[${single}](.*?)[${single}']|([^\s=\`<>'${double}${single}]+)))?(?=\s|$)`,
  'i',
);
const dashes = new RegExp(`[${dash}]`, 'g');
const dashed = new RegExp(`^[a-z0-9.@]+(?:[-${dash}][a-z0-9.@]+)+$`, 'i');

const nameOf = (text: string): string => text.replace(dashes, '-').toLowerCase();
const valueOf = (text: string): string => (dashed.test(text) ? text.replace(dashes, '-') : text);

/**
 * `{htsd target-gauge indicator="gia-dinh"}`, read as the filter of the Moodle plugin does: editors, Word and phones write
 * quotes, hyphens and spaces in their own ways.
 */
export function readShortcode(text: string): Tag | undefined {
  const [, inside = ''] = code.exec(text.slice(0, 10_000)) ?? [];
  const bare = inside.replace(/<br\b[^>]*>/gi, ' ').replace(new RegExp(tag, 'gi'), '');
  const plain = unescape(bare)
    .replace(new RegExp(`[${unseen}]`, 'g'), '')
    .replace(/[\u2010\u2011\ufe63\uff0d]/g, '-')
    .replace(/\s/g, ' ')
    .trim();
  const [start = '', component] = name.exec(plain) ?? [];
  if (!component) return undefined;
  const attributes = new Map<string, string>();
  let rest = plain.slice(start.length);
  while (rest) {
    const [said, key, ...values] = pair.exec(rest) ?? [];
    if (!said || !key) return undefined;
    attributes.set(nameOf(key), valueOf(values.find((value) => value !== undefined) ?? ''));
    rest = rest.slice(said.length);
  }
  return { name: nameOf(component), attributes };
}
