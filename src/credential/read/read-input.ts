import { fromBase64url } from '../format/base64url.js';
import { fromUtf8 } from '../format/bytes.js';
import { hasType, isObject, parseJson, textOf, type JsonObject } from '../format/json.js';
import { isPng } from '../bake/png-chunks.js';
import { maxImageBytes, type Unbaked } from '../bake/image-fault.js';
import { unbakePng } from '../bake/png.js';
import { isSvg, unbakeSvg } from '../bake/svg.js';
import type { ReasonCode } from '../verify/verdict.types.js';
import { isOpenBadge2 } from './open-badge-2.js';

/** What somebody handed in, by form. Nothing of it is believed yet. */
export type Input =
  | { kind: 'jwt'; token: string }
  | { kind: 'credential'; credential: JsonObject }
  | { kind: 'open-badge-2'; assertion: JsonObject }
  /** An address, from a QR code or an older badge. */
  | { kind: 'link'; url: string }
  | { kind: 'none'; reason: ReasonCode };

const none = (reason: ReasonCode): Input => ({ kind: 'none', reason });
const maxTextLength = 262_144;

/**
 * Finds the badge in the bytes of a file (PNG, SVG, JSON, JWT), in pasted text, or in what a QR code holds. Bounded in
 * size and depth; never throws on what it is given.
 */
export function readInput(input: Uint8Array | string): Input {
  if (typeof input === 'string') return readText(input);
  if (input.length > maxImageBytes) return none('too-large');
  if (isPng(input)) return readBaked(unbakePng(input));
  // A picture of another kind, or a damaged one, is no text.
  const text = fromUtf8(input);
  return text === undefined ? none(looksLikePng(input) ? 'image-damaged' : 'no-badge') : readText(text);
}

/** A PNG that went through a program for texts has lost the first bytes of its signature. */
const looksLikePng = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, 16)).includes('PNG');

function readText(text: string): Input {
  if (isSvg(text)) return readBaked(unbakeSvg(text));
  return text.length > maxTextLength ? none('too-large') : readPlain(text.replace(/^\uFEFF/, '').trim());
}

/** What is baked in is never an image again. */
const readBaked = (baked: Unbaked): Input =>
  'fault' in baked ? none(baked.fault) : readPlain(baked.text.replace(/^\uFEFF/, '').trim());

function readPlain(text: string): Input {
  if (/^\{/.test(text)) return readJson(text);
  if (/^https?:\/\/\S+$/i.test(text))
    return text.length <= 4_000 ? { kind: 'link', url: text } : none('too-large');
  if (looksLikeJwt(text)) return readSignedAssertion(text) ?? { kind: 'jwt', token: text };
  return none('no-badge');
}

/** Open Badges 2.0 signs whole assertions with keys that only their host vouches for. */
function readSignedAssertion(token: string): Input | undefined {
  const claims = fromUtf8(fromBase64url(token.split('.')[1] ?? '') ?? new Uint8Array());
  const { value } = parseJson(claims ?? '');
  return isObject(value) && isOpenBadge2(value) ? { kind: 'open-badge-2', assertion: value } : undefined;
}

/** A token with a damaged letter or dot is still meant as one, and is told as not genuine; a host's name is none. */
function looksLikeJwt(text: string): boolean {
  if (text.length < 100) return false;
  const parts = text.split('.');
  return (
    /^eyJ/.test(text) || (parts.length === 3 && parts.filter((part) => /^[\w-]*$/.test(part)).length >= 2)
  );
}

function readJson(text: string): Input {
  const { value, fault } = parseJson(text);
  if (fault === 'too-large') return none('too-large');
  return fault ? none('no-badge') : readObject(value);
}

/** JSON that somebody else parsed: a credential, an assertion, or one of these in an envelope. */
export function readObject(value: unknown): Input {
  if (typeof value === 'string') return readPlain(value.trim());
  const found = value as JsonObject | undefined;
  if (!isObject(found)) return none('no-badge');
  if (isOpenBadge2(found)) return { kind: 'open-badge-2', assertion: found };
  const enveloped = /^data:application\/vc\+(?:ld\+json\+)?jwt,(.+)$/.exec(textOf(found['id']) ?? '')?.[1];
  if (enveloped !== undefined && hasType(found, 'EnvelopedVerifiableCredential')) {
    return { kind: 'jwt', token: enveloped };
  }
  const isCredential = hasType(found, 'VerifiableCredential') || 'credentialSubject' in found;
  return isCredential ? { kind: 'credential', credential: found } : none('no-badge');
}
