import type { JsonObject } from '../format/json.js';
import { toMultibase, type PublicKey } from '../keys/public-key.js';

/**
 * The document that an issuer publishes at its did:web, with its keys. A key that signs no longer stays listed, or every
 * badge that it signed would lose its proof; only one that was stolen gets `revoked`.
 */
export function didWebDocument(
  did: string,
  keys: readonly { fragment: string; key: PublicKey; revoked?: string }[],
): JsonObject {
  const methods = keys.map(({ fragment, key, revoked }) => ({
    id: `${did}#${fragment}`,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: toMultibase(key),
    ...(revoked !== undefined && { revoked }),
  }));
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
}
