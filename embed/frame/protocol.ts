/**
 * What a portal's page and our frame inside it say to each other. The page begins: it posts `Hello` to the frame's window,
 * with the exact origin of the frame, and hands over one end of a channel; everything after that goes over the channel, which
 * nobody else holds. The frame answers only its parent, only from an origin that it knows, and only once.
 */

/** Versions of the protocol that this copy speaks, newest last; at least one older one stays understood. */
export const versions: readonly number[] = [1];

/** Posted to the window of the frame, with one port. Holds nothing worth hearing. */
export interface Hello {
  htsd: 'hello';
  versions: readonly number[];
}

/** Why a frame does not talk: the page's origin is not on its list, somebody talks to it already, no version in common. */
export type Refusal = 'origin' | 'taken' | 'version';

/** From the frame, over the channel. */
export type FrameWord =
  | { type: 'welcome'; version: number }
  | { type: 'refused'; reason: Refusal }
  /** CSS pixels that the content takes. */
  | { type: 'height'; height: number }
  /** Asks for a token of who is signed in at the portal; answered by the same `id`. */
  | { type: 'token'; id: number }
  /** The frame's page is being left. */
  | { type: 'bye' };

/** From the portal's page, over the channel. `none`: nobody is signed in. `expiresIn`: seconds. */
export type HostWord = { type: 'token'; id: number } & (
  | { status: 'given'; token: string; expiresIn?: number }
  | { status: 'none' }
  | { status: 'failed' }
);

type Loose = Readonly<Record<string, unknown>>;

const looseOf = (data: unknown): Loose | undefined =>
  typeof data === 'object' && data !== null ? (data as Loose) : undefined;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** The versions that a hello offers; undefined where a message is none. */
export function readHello(data: unknown): readonly number[] | undefined {
  const said = looseOf(data);
  if (said?.['htsd'] !== 'hello' || !Array.isArray(said['versions'])) return undefined;
  const offered: unknown[] = said['versions'].slice(0, 32);
  return offered.filter(isCount);
}

/** The newest version that both speak. */
export const agree = (offered: readonly number[], ours = versions): number | undefined =>
  [...ours].reverse().find((version) => offered.includes(version));

/** A word of the frame; undefined where it is none. */
export function readFrameWord(data: unknown): FrameWord | undefined {
  const said = looseOf(data);
  switch (said?.['type']) {
    case 'welcome':
      return isCount(said['version']) ? { type: 'welcome', version: said['version'] } : undefined;
    case 'refused': {
      const reason = (['origin', 'taken', 'version'] as const).find((one) => one === said['reason']);
      return reason && { type: 'refused', reason };
    }
    case 'height':
      return isCount(said['height']) ? { type: 'height', height: said['height'] } : undefined;
    case 'token':
      return isCount(said['id']) ? { type: 'token', id: said['id'] } : undefined;
    case 'bye':
      return { type: 'bye' };
    default:
      return undefined;
  }
}

/** A word of the portal's page; undefined where it is none. */
export function readHostWord(data: unknown): HostWord | undefined {
  const said = looseOf(data);
  if (said?.['type'] !== 'token' || !isCount(said['id'])) return undefined;
  const { id, status, token, expiresIn } = said;
  if (status === 'none' || status === 'failed') return { type: 'token', id, status };
  if (status !== 'given' || typeof token !== 'string' || !token) return undefined;
  return { type: 'token', id, status, token, ...(isCount(expiresIn) && { expiresIn }) };
}

/** Whether a frame may talk to a page of that origin. A page without one ("null") is anybody's. */
export const isKnown = (origin: string, origins: readonly string[]): boolean =>
  /^https?:\/\/./.test(origin) && origins.includes(origin);
