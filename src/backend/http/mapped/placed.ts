import type { Answered } from '../transport.js';
import type { Place } from './mapping.schema.js';
import { at } from './paths.js';

/** What an answer says at a place: in its body, which is `said`, or in a header. */
export function placed(place: Place, said: unknown, headers: Answered['headers']): unknown {
  if (typeof place === 'string') return at(said, place);
  const value = headers.get(place.header) ?? undefined;
  return value !== undefined && /^link$/i.test(place.header) ? nextOf(value) : value;
}

/** The address with `rel="next"` among those of a header `Link` (RFC 8288). */
function nextOf(links: string): string | undefined {
  for (const [, address, params] of links.matchAll(/<([^>]*)>([^<]*)/g))
    if (/;\s*rel\s*=\s*("([^"]*\s)?next(\s[^"]*)?"|next\s*(?=[;,]|$))/i.test(params!)) return address;
  return undefined;
}

/** A link as a path below the base, so that a token never follows it anywhere else; undefined where it leads elsewhere. */
export function pathWithin(link: string, base: string): string | undefined {
  const root = new URL(`${base.replace(/\/+$/, '')}/`);
  const found = URL.canParse(link, root.href) ? new URL(link, root) : undefined;
  if (found?.origin !== root.origin || !found.pathname.startsWith(root.pathname)) return undefined;
  return `/${found.pathname.slice(root.pathname.length)}${found.search}`;
}
