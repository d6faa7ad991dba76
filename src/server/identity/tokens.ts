import { errors, jwtVerify, type JWTPayload } from 'jose';
import { Actor, Role } from '../../domain/actor.schema.js';
import { HtsdError } from '../../backend/errors.js';
import { algorithms } from './algorithms.js';
import type { Identify, Identity } from './identity.js';
import { proves } from './achievement-proof.js';
import { keySource, NoKeys, type KeyPlace } from './key-source.js';
import { remembering } from './remember.js';

/** Somebody whose word on who a person is counts here: an OIDC provider, or the host of a portal that has none. */
export interface Issuer {
  /** The `iss` of its tokens, to the letter. */
  issuer: string;
  /** The `aud` that its tokens must name. */
  audience: string;
  /** Where its keys are, or the keys themselves. */
  keys: KeyPlace;
  /** Its keys lie in the operator's own network, where nothing else is fetched from. */
  internal?: boolean | undefined;
  /** Most minutes from `iat` to `exp` of its tokens; a token without `iat` is refused then. Absent: as long as it says. */
  lifetime?: number | undefined;
  /** Names of the claims that it uses. */
  claims?: Partial<ClaimNames> | undefined;
  /** What its own words for roles mean here. Absent: its words are ours. */
  roles?: Readonly<Record<string, Role>> | undefined;
  /** The one province that it may speak for; absent: the province comes with each token. */
  province?: string | undefined;
  /** What every `sub` of its tokens begins with: it names nobody else's people. Absent: whomever it likes. */
  people?: string | undefined;
  /** All that its people may be in charge of, each as a scope writes it; what else a token says gives nothing. Absent: all. */
  within?: readonly string[] | undefined;
}

/** Dots lead into objects: `realm_access.roles`. */
export interface ClaimNames {
  name: string;
  roles: string;
  scope: string;
  province: string;
}

export interface TokenOptions {
  issuers: readonly Issuer[];
  /** Where visitors read, and whoever does not name another. */
  province: string;
  /** Seconds by which clocks may differ. Default 60. */
  skew?: number | undefined;
  now?: (() => Date) | undefined;
}

const defaultClaims: ClaimNames = {
  name: 'name',
  roles: 'htsd_roles',
  scope: 'htsd_scope',
  province: 'htsd_province',
};

/** Believes bearer tokens of the given issuers. How their keys are kept: see `keySource`. */
export function tokenIdentity({ issuers, province, skew = 60, now }: TokenOptions): Identify {
  const known = new Map(
    issuers.map((one) => [one.issuer, { ...one, keySet: keySource(one.issuer, one.keys, one.internal) }]),
  );
  const believed = remembering<Person>(now && (() => now().getTime()));
  return async ({ authorization, province: asked }) => {
    if (authorization === undefined) return { actor: null, province: asked ?? province };
    let found = believed.get(authorization);
    if (!found) {
      const token = /^bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
      if (token === undefined) throw refused('token');
      found = await personOf(token);
      believed.keep(authorization, found, found.until);
    }
    // A province is no wish: somebody of one is a visitor in all others.
    if (asked !== undefined && asked !== found.home) return { actor: null, province: asked };
    const { actor, home, achieved } = found;
    return { actor, province: home, achieved };
  };

  async function personOf(token: string): Promise<Person> {
    const from = known.get(issuerOf(token));
    if (!from) throw refused('token');
    const payload = await verified(async () => {
      const { payload } = await jwtVerify(token, from.keySet, {
        ...{ issuer: from.issuer, audience: from.audience, clockTolerance: skew, algorithms },
        requiredClaims: ['exp', 'sub'],
        // Also that it was not given out in days to come, from where it would last until then.
        ...(from.lifetime !== undefined && { maxTokenAge: from.lifetime * 60 }),
        ...(now && { currentDate: now() }),
      });
      return payload;
    });
    if (from.lifetime !== undefined && payload.exp! - payload.iat! > from.lifetime * 60)
      throw refused('lifetime');
    const home =
      from.province ?? text(claim(payload, { ...defaultClaims, ...from.claims }.province)) ?? province;
    const actor = actorOf(payload, from);
    const achieved: Identity['achieved'] = (achievement) =>
      proves(achievement, { ...from, person: actor.id, skew, at: now?.() ?? new Date() });
    return { actor, home, achieved, until: (payload.exp! + skew) * 1_000 };
  }
}

/** Whom a token is about. `until`: milliseconds of the clock at which nobody believes it any more. */
interface Person {
  actor: Actor;
  home: string;
  achieved: Identity['achieved'];
  until: number;
}

/** The issuer that a token names, unchecked: only to find the keys by which it is checked. */
function issuerOf(token: string): string {
  try {
    const body = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as unknown;
    return typeof body === 'object' && body !== null && 'iss' in body ? String(body.iss) : '';
  } catch {
    return '';
  }
}

async function verified(read: () => Promise<JWTPayload>): Promise<JWTPayload> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw refused('expired', error);
    if (error instanceof NoKeys || !(error instanceof errors.JOSEError))
      // The provider cannot be reached: that says nothing about the person.
      throw new HtsdError('server', { params: { reason: 'identity' }, cause: error });
    throw refused('token', error);
  }
}

function actorOf(payload: JWTPayload, { claims, roles, issuer, people = '', within }: Issuer): Actor {
  if (!String(payload.sub).startsWith(people))
    throw refused('subject', new Error(`"${issuer}" names a person of somebody else's.`));
  const names = { ...defaultClaims, ...claims };
  const words = list(claim(payload, names.roles));
  const meant = words.map((word) => (roles ? (Object.hasOwn(roles, word) ? roles[word] : undefined) : word));
  const read = Actor.safeParse({
    id: payload.sub,
    name: text(claim(payload, names.name)) ?? String(payload.sub),
    roles: [...new Set(meant.filter((word) => Role.safeParse(word).success))],
    scope: list(claim(payload, names.scope)).filter((one) => !within || within.includes(one)),
  });
  if (!read.success)
    throw refused('subject', new Error(`"${issuer}" names a person in a way that cannot be kept.`));
  return read.data;
}

function claim(payload: JWTPayload, path: string): unknown {
  let found: unknown = payload;
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Record<string, unknown>)[name];
  }
  return found;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined;

/** A list, or words in one text as OAuth writes scopes. */
function list(value: unknown): string[] {
  if (typeof value === 'string') return value.split(' ').filter(Boolean);
  // An empty word names nothing, and what is about nobody is under it.
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string' && one !== '')
    : [];
}

const refused = (reason: string, cause?: unknown): HtsdError =>
  new HtsdError('unauthenticated', { params: { reason }, cause });
