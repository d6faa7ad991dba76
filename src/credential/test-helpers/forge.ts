import { fromBase64url, toBase64url } from '../format/base64url.js';
import { fromUtf8, toUtf8 } from '../format/bytes.js';
import type { JsonObject } from '../format/json.js';
import { setBit, type Kept, type Signer } from '../index.js';
import { buildStatusListCredential, newStatusList, signDataIntegrity } from '../index.js';
import { listUrl, signer } from './sample.js';

export const encodePart = (part: object): string => toBase64url(toUtf8(JSON.stringify(part)));
export const decodePart = (part: string): JsonObject =>
  JSON.parse(fromUtf8(fromBase64url(part) ?? new Uint8Array()) ?? '') as JsonObject;

/** The proof inside a badge of ours, which has one. */
export const proofOf = (credential: JsonObject): JsonObject => (credential['proof'] as JsonObject[])[0] ?? {};

/** A JWT with header and claims of one's own choice, signed or not. */
export async function forgeJwt(
  token: string,
  change: { header?: JsonObject; claims?: JsonObject; by?: Signer | 'as it was' },
): Promise<string> {
  const [head = '', body = '', tail = ''] = token.split('.');
  const header = change.header ?? decodePart(head);
  const signed = `${encodePart(header)}.${encodePart({ ...decodePart(body), ...change.claims })}`;
  if (change.by === undefined) return `${signed}.`;
  if (change.by === 'as it was') return `${signed}.${tail}`;
  return `${signed}.${toBase64url(await change.by.sign(toUtf8(signed)))}`;
}

/** A signed status list with these entries revoked, as a reader kept it. */
export async function keptList(
  revoked: readonly number[],
  change: Partial<Parameters<typeof buildStatusListCredential>[0]> & { fetchedAt?: string; by?: Signer } = {},
): Promise<Record<string, Kept>> {
  const { fetchedAt = '2026-08-09T08:00:00.000Z', by = signer, ...facts } = change;
  let bits = facts.bits ?? newStatusList();
  for (const index of revoked) bits = setBit(bits, index, true);
  const list = { id: listUrl, issuer: signer.issuer, validFrom: '2026-08-01T00:00:00Z', ...facts, bits };
  const content = await signDataIntegrity(buildStatusListCredential(list), by, '2026-08-01T00:00:00Z');
  return { [listUrl]: { content, fetchedAt } };
}
