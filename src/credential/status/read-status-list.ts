import { fromBase64url } from '../format/base64url.js';
import { asList, hasType, idOf, isObject, textOf, type JsonObject } from '../format/json.js';
import type { Fetching, Found } from '../keys/fetching.js';
import { checkProof, subjectOf, type Signed } from '../verify/check-proof.js';
import { Failure } from '../verify/failure.js';
import type { Kept, VerifyContext } from '../verify/verdict.types.js';
import { maxEntries, minEntries } from './bits.js';
import { unpack } from './unpack.js';

/** A list whose signature holds. */
export interface OpenedStatusList {
  issuer: string;
  purposes: readonly string[];
  bits: Uint8Array;
  /**
   * It bears the address that it was asked for by, and is as long as a list must be. One that does not may prove that a
   * title was revoked, for its issuer says so; but it might be another list of his, so that it proves nothing else.
   */
  sound: boolean;
  validUntil?: string;
}

/** Lists are asked about by many badges in a row: each is unpacked and checked once. */
const opened = new WeakMap<Kept, OpenedStatusList>();

/** Opens a list. Throws a Failure `status-damaged`, or whatever keeps its signature from being checked. */
export async function openStatusList(
  url: string,
  { content, kept }: Found,
  context: VerifyContext,
  fetching: Fetching,
): Promise<OpenedStatusList> {
  const known = opened.get(kept);
  if (known) return known;
  const signed: Signed | undefined =
    typeof content === 'string'
      ? { kind: 'jwt', token: content.trim() }
      : isObject(content)
        ? { kind: 'credential', credential: content }
        : undefined;
  if (!signed) throw new Failure('status-damaged', { list: url });
  const { credential, issuer, validity } = await checkProof(signed, context, fetching);
  const list = readList(credential, url);
  const until = validity.flatMap((one) => one.until ?? []).sort((a, b) => Date.parse(a) - Date.parse(b))[0];
  const result = { ...list, issuer, ...(until !== undefined && { validUntil: until }) };
  opened.set(kept, result);
  return result;
}

function readList(credential: JsonObject, url: string): Omit<OpenedStatusList, 'issuer'> {
  const subject = subjectOf(credential);
  const isList =
    hasType(credential, 'BitstringStatusListCredential', 'StatusList2021Credential') &&
    hasType(subject, 'BitstringStatusList', 'StatusList2021');
  const id = idOf(credential['id']);
  const bits = decodeStatusList(textOf(subject['encodedList']) ?? '');
  if (!isList || !bits) throw new Failure('status-damaged', { list: url });
  // Entries of several bits would be read wrongly.
  if (subject['statusSize'] !== undefined && subject['statusSize'] !== 1) {
    throw new Failure('unsupported-status', { list: url });
  }
  const purposes = asList(subject['statusPurpose']).filter((one) => typeof one === 'string');
  return { purposes, bits, sound: id === url && bits.length * 8 >= minEntries };
}

/** Undefined for what is damaged, or unpacks to more than a list can be. */
export function decodeStatusList(text: string): Uint8Array | undefined {
  // The older lists come without the letter that names the encoding; their gzip always begins with H4.
  const packed = fromBase64url((text.startsWith('u') ? text.slice(1) : text).replace(/=+$/, ''));
  return packed && unpack(packed, maxEntries / 8);
}
