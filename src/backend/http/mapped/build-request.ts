import { HtsdError } from '../../errors.js';
import type { Call, Mapping } from './mapping.schema.js';
import { at, wordOf } from './paths.js';
import type { Shaper } from './shapes.js';

export interface Built {
  path: string;
  init: RequestInit;
}

/** What goes over the wire for a call. `extra` goes where the parameters go. Errors: invalid. */
export function buildRequest(
  call: Call,
  ours: unknown,
  {
    mapping,
    shaper,
    extra = {},
  }: { mapping: Mapping; shaper: Shaper; extra?: Record<string, string | number> },
): Built {
  const search = new URLSearchParams();
  const nested = mapping.nested ?? 'brackets';
  if (call.search) flatten(shaper.write(call.search, ours), '', nested, search);
  if (!call.body) for (const [name, value] of Object.entries(extra)) search.set(name, String(value));
  const filled = fill(call.path, ours, encodeURIComponent);
  const address = search.size === 0 ? filled : `${filled}${filled.includes('?') ? '&' : '?'}${search}`;
  const headers = new Headers(mapping.headers);
  for (const [name, value] of Object.entries(call.headers ?? {}))
    headers.set(name, fill(value, ours, String));
  const init: RequestInit = { method: call.method ?? (call.body ? 'POST' : 'GET'), headers };
  if (call.body) {
    const theirs = { ...(shaper.write(call.body, ours) as object), ...extra };
    if ((call.encode ?? mapping.encode ?? 'json') === 'json') {
      if (!headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
      init.body = JSON.stringify(theirs);
    } else init.body = flatten(theirs, '', nested, new URLSearchParams());
  }
  return { path: address, init };
}

/** `{field}` of a text in words of what is sent. Errors: invalid, where there is none. */
function fill(text: string, ours: unknown, encode: (value: string) => string): string {
  return text.replace(/\{([^{}]*)\}/g, (_, path: string) => {
    const value = at(ours, path);
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      throw new HtsdError('invalid', { params: { field: path } });
    const said = String(value);
    // A step of an address that means the one above is no name of anything.
    if (encode === encodeURIComponent && /^\.{1,2}$/.test(said))
      throw new HtsdError('invalid', { params: { field: path } });
    return encode(said);
  });
}

/** Fields of a form: names of what lies within as `a[0][b]` or `a[0].b`; a null is an empty text. */
function flatten(
  value: unknown,
  name: string,
  nested: 'brackets' | 'dots',
  into: URLSearchParams,
): URLSearchParams {
  if (typeof value !== 'object' || value === null) {
    if (value !== undefined) into.append(name, value === null ? '' : wordOf(value));
    return into;
  }
  const list = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) {
    const step = name === '' ? key : list || nested === 'brackets' ? `${name}[${key}]` : `${name}.${key}`;
    flatten(inner, step, nested, into);
  }
  return into;
}
