import { lookup as askName, type LookupAddress } from 'node:dns';
import { request as overHttp, type IncomingHttpHeaders } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isInner, isTrustworthy } from './addresses.js';

export interface AskOptions {
  /** The operator said that it lies in his own network. Absent: addresses that lead into one are not asked. */
  internal?: boolean | undefined;
  /** Milliseconds for the whole answer. Default 5,000. */
  timeout?: number | undefined;
  /** Most bytes of the answer. Default 262,144. */
  most?: number | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  /** Sent by POST; absent: asked by GET. */
  body?: string | undefined;
  /** What it says with its status and headers is all that is wanted: the rest is not waited for. */
  headOnly?: boolean | undefined;
  /** Gives up before the time is over. */
  signal?: AbortSignal | undefined;
}

export interface Asked {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** The address is none that this program asks: it did not get as far as a connection. */
export class NotAsked extends Error {}

/**
 * Asks an address that somebody else named. Follows no redirect, and is led by no name into the operator's own network: an
 * address is judged at the moment it is connected to. Rejects with `NotAsked`, or with what went wrong on the way.
 */
export async function ask(url: URL, options: AskOptions = {}): Promise<Asked> {
  const { internal = false, timeout = 5_000, most = 262_144, headers, body } = options;
  if (!isTrustworthy(url)) throw new NotAsked('not over https');
  if (url.username !== '' || url.password !== '') throw new NotAsked('with a password in its address');
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  // A name is looked up, and judged below; what is an address already is not looked up.
  if (!internal && isIP(literal) !== 0 && isInner(literal)) throw new NotAsked('inside the network');
  const late = AbortSignal.timeout(timeout);
  const signal = options.signal ? AbortSignal.any([options.signal, late]) : late;
  const request = url.protocol === 'https:' ? overHttps : overHttp;
  return new Promise((done, fail) => {
    const asking = request(
      url,
      {
        ...{ signal, agent: false, method: body === undefined ? 'GET' : 'POST' },
        headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
        ...(!internal && { lookup: outer }),
      },
      (answer) => {
        const { statusCode: status = 0, headers: said } = answer;
        if (options.headOnly) {
          done({ status, headers: said, text: '' });
          // What is cut off is nobody's failure any more.
          answer.on('error', () => undefined);
          asking.destroy();
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
        answer.on('end', () => done({ status, headers: said, text: Buffer.concat(parts).toString() }));
      },
    );
    asking.on('error', fail);
    asking.end(body);
  });
}

/** Looks a name up, and finds nothing where any of its addresses leads inside. */
const outer: LookupFunction = (host, options, done) => {
  askName(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const [first] = found ?? [];
    if (error || !first) return done(error ?? new NotAsked('no address'), '', 4);
    if (found.some(({ address }) => isInner(address))) return done(new NotAsked('inside the network'), '', 4);
    if (options.all) return (done as (e: null, all: LookupAddress[]) => void)(null, found);
    return done(null, first.address, first.family);
  });
};
