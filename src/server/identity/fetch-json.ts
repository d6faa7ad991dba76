import { lookup as ask, type LookupAddress } from 'node:dns';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

export interface FetchOptions {
  /** The operator said that it lies in his own network. Absent: addresses that lead into one are not asked. */
  internal?: boolean | undefined;
  /** Milliseconds for the whole answer. Default 5,000. */
  timeout?: number | undefined;
  /** Most bytes of the answer. Default 262,144. */
  most?: number | undefined;
}

/** Addresses that lead into a network of one's own, to this very machine, or nowhere (IANA's special-purpose registries). */
const inner = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inner.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inner.addSubnet(net, prefix, 'ipv6');

/** Whether an IP address leads anywhere but into the open network. */
export const isInner = (ip: string): boolean => inner.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** The address names this very machine. */
export const isLoopback = (url: URL): boolean => loopback.test(url.hostname);

/** Over https, or over http to this very machine: what comes otherwise is anybody's word. */
export const isTrustworthy = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));

/**
 * What an address answers, as JSON. Follows no redirect, and is led by no name into the operator's own network: an address is
 * judged at the moment it is connected to. Rejects with an error that says which of it was wrong.
 */
export async function fetchJson(url: URL, options: FetchOptions = {}): Promise<unknown> {
  const { internal = false, timeout = 5_000, most = 262_144 } = options;
  if (!isTrustworthy(url)) throw new Error('not over https');
  if (url.username !== '' || url.password !== '') throw new Error('with a password in its address');
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  // A name is looked up, and judged below; what is an address already is not looked up.
  if (!internal && isIP(literal) !== 0 && isInner(literal)) throw new Error('inside the network');
  const signal = AbortSignal.timeout(timeout);
  const request = url.protocol === 'https:' ? overHttps : overHttp;
  const text = await new Promise<string>((done, fail) => {
    const asking = request(
      url,
      { signal, agent: false, headers: { accept: 'application/json' }, ...(!internal && { lookup: outer }) },
      (answer) => {
        if (answer.statusCode !== 200) {
          asking.destroy();
          fail(new Error(`status ${answer.statusCode}`));
          return;
        }
        const parts: Buffer[] = [];
        let size = 0;
        answer.on('data', (part: Buffer) => {
          size += part.byteLength;
          parts.push(part);
          if (size > most) asking.destroy(new Error('too large'));
        });
        answer.on('error', fail);
        answer.on('end', () => done(Buffer.concat(parts).toString()));
      },
    );
    asking.on('error', fail);
    asking.end();
  });
  return JSON.parse(text) as unknown;
}

/** Looks a name up, and finds nothing where any of its addresses leads inside. */
const outer: LookupFunction = (host, options, done) => {
  ask(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const [first] = found ?? [];
    if (error || !first) return done(error ?? new Error('no address'), '', 4);
    if (found.some(({ address }) => isInner(address))) return done(new Error('inside the network'), '', 4);
    if (options.all) return (done as (e: null, all: LookupAddress[]) => void)(null, found);
    return done(null, first.address, first.family);
  });
};
