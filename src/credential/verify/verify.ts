import { checkJson, type JsonObject } from '../format/json.js';
import { Fetching } from '../keys/fetching.js';
import { readOpenBadge2 } from '../read/open-badge-2.js';
import { readInput, readObject, type Input } from '../read/read-input.js';
import { checkStatus } from '../status/check-status.js';
import { isBadge, viewBadge } from './badge-view.js';
import { checkDates } from './check-dates.js';
import { checkProof, contentOf, type Signed } from './check-proof.js';
import { answerOf, Failure } from './failure.js';
import { issuerTrust } from './issuer-trust.js';
import type {
  BadgeView,
  IssuerTrust,
  Reason,
  Verification,
  VerifyContext,
  WarningCode,
} from './verdict.types.js';

/**
 * Checks a badge and tells five things apart. Takes the bytes of a file, text, an object that was parsed already, or what
 * `readInput` gave. Never rejects for what it was handed; it does when `context.signal` aborts.
 *
 * Order: genuine or not, then revoked, expired, not yet valid, and only then what could not be checked of its status; so a
 * title that has run out needs no network to be told as such.
 */
export async function verify(
  input: Uint8Array | string | JsonObject | Input,
  context: VerifyContext,
): Promise<Verification> {
  const fetching = new Fetching(context);
  const read = await follow(asInput(input), fetching);
  if (read.kind === 'none') return end(fetching, { code: read.reason, params: {} });
  if (read.kind === 'link')
    return end(fetching, { code: 'offline', params: { what: 'badge', url: read.url } });
  if (read.kind === 'open-badge-2') {
    const { view, hosted = '' } = readOpenBadge2(read.assertion);
    return end(fetching, { code: 'hosted-badge', params: { url: hosted } }, { badge: view });
  }
  return check(read, context, fetching);
}

function asInput(input: Uint8Array | string | JsonObject | Input): Input {
  if (typeof input === 'string' || input instanceof Uint8Array) return readInput(input);
  const read = isInput(input) ? input : undefined;
  if (read && read.kind !== 'credential') return read;
  const { value, fault } = checkJson(read?.credential ?? input);
  if (fault) return { kind: 'none', reason: fault === 'too-large' ? 'too-large' : 'no-badge' };
  return readObject(value);
}

const kinds: readonly unknown[] = [
  'jwt',
  'credential',
  'open-badge-2',
  'link',
  'none',
] satisfies Input['kind'][];
const isInput = (input: JsonObject | Input): input is Input => kinds.includes(input['kind']);

/** A link is followed once: what it leads to is a badge or nothing. */
async function follow(input: Input, fetching: Fetching): Promise<Input> {
  if (input.kind !== 'link' || !/^https:/i.test(input.url)) return input;
  const fetched = await fetching.fetch(input.url);
  if (fetched === undefined) return input;
  const { value, fault } = checkJson(fetched);
  if (fault) return { kind: 'none', reason: fault === 'too-large' ? 'too-large' : 'no-badge' };
  const found = readObject(value);
  return found.kind === 'link' ? { kind: 'none', reason: 'no-badge' } : found;
}

async function check(signed: Signed, context: VerifyContext, fetching: Fetching): Promise<Verification> {
  let shown: Shown = {};
  try {
    const content = contentOf(signed);
    shown = { credential: content, badge: viewBadge(content, formatOf(signed, content)) };
    const genuine = await checkProof(signed, context, fetching);
    if (!isBadge(content)) throw new Failure('not-a-badge');
    const unclear = await statusFailure(content, genuine.issuer, context, fetching);
    if (unclear?.answer === 'revoked') throw unclear;
    checkDates(genuine.validity, context.now);
    if (unclear) throw unclear;
    const extra: WarningCode[] = [
      ...(content['credentialStatus'] === undefined ? (['no-status'] as const) : []),
      ...(genuine.otherProofs > 0 ? (['other-proof-not-checked'] as const) : []),
    ];
    return end(fetching, { code: 'valid', params: {} }, shown, context, extra);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return end(fetching, error.reason, shown, context);
  }
}

interface Shown {
  credential?: JsonObject;
  badge?: BadgeView;
}

function formatOf(signed: Signed, content: JsonObject): BadgeView['format'] {
  if (signed.kind === 'jwt') return 'jwt';
  return content['proof'] === undefined ? 'unsigned' : 'data-integrity';
}

async function statusFailure(
  ...[content, issuer, context, fetching]: [JsonObject, string, VerifyContext, Fetching]
): Promise<Failure | undefined> {
  try {
    await checkStatus(content['credentialStatus'], issuer, context, fetching);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

function end(
  { learned }: Fetching,
  reason: Reason,
  shown: Shown = {},
  context?: VerifyContext,
  extra: readonly WarningCode[] = [],
): Verification {
  const answer = answerOf(reason.code);
  const { badge } = shown;
  // Whose name stands on a badge that is not genuine says nothing.
  const trust: IssuerTrust =
    badge?.issuer.id === undefined || answer === 'not-genuine'
      ? 'unlisted'
      : issuerTrust(badge.issuer.id, badge, context?.registry ?? []);
  const demo = badge?.demo ?? false;
  const codes: WarningCode[] = [...extra];
  if (answer === 'valid' || answer === 'expired' || answer === 'revoked') {
    if (trust === 'unlisted') codes.unshift('issuer-unlisted');
    if (trust === 'listed-not-for-place-or-date') codes.unshift('issuer-not-for-place-or-date');
  }
  if (demo) codes.unshift('demo-issuer');
  const issuer = badge?.issuer.name ?? badge?.issuer.id ?? '';
  const warnings = codes.map((code) => ({ code, params: { issuer } }));
  return { answer, reason, warnings, issuerTrust: trust, demo, ...shown, learned };
}
