import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { headerOf } from './header-of.js';

/**
 * Where a request comes from, to count what comes from there; it is kept nowhere. What a caller says of himself counts for
 * nothing: only as many entries of `X-Forwarded-For` are believed, from its end, as there are proxies of the operator.
 * Of an IPv6 address it is the first half, which a subscriber has for himself.
 */
export function clientAddress(context: Context, proxies: number): string {
  const hops = (headerOf(context, 'x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  const said = proxies > 0 ? hops.at(-proxies) : undefined;
  return networkOf(said ? withoutPort(said) : connected(context));
}

function connected(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? '';
  } catch {
    // Asked without a network, as tests do.
    return '';
  }
}

/** Some proxies say the port, too, which is another one for each connection. */
const withoutPort = (said: string): string => said.replace(/^([\d.]+):\d+$/, '$1');

function networkOf(address: string): string {
  const v4 = /(?:^|:)(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  if (v4) return v4[1]!;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0');
  return [...groups, ...(tail === undefined ? [] : zeros), ...rest].slice(0, 4).join(':');
}
