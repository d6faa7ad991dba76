import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { plainBytes } from '../format/bytes.js';
import { didKeyMethod, didKeyOf } from '../keys/did.js';
import type { PublicKey } from '../keys/public-key.js';
import type { Signer } from './signer.js';

export interface LocalSigner extends Signer {
  /** The DID that the key is, unless another issuer was named. */
  readonly issuer: string;
  readonly publicKey: PublicKey;
}

/**
 * A signer over a key in memory: for a server that reads it from its own storage, for demonstrations and tests. A browser
 * must have no key but that of a demo issuer.
 * @param secretKey 32 random bytes, from `crypto.getRandomValues`
 * @param method the verification method where the key belongs to a did:web; left out, the issuer is a did:key
 */
export function createLocalSigner(
  secretKey: Uint8Array,
  algorithm: Signer['algorithm'] = 'EdDSA',
  method?: string,
): LocalSigner {
  const key = plainBytes(secretKey);
  const curve = algorithm === 'EdDSA' ? ed25519 : p256;
  const publicKey = { algorithm, bytes: plainBytes(curve.getPublicKey(key)) };
  return {
    id: method ?? didKeyMethod(publicKey),
    issuer: method?.split('#')[0] ?? didKeyOf(publicKey),
    algorithm,
    publicKey,
    sign: async (bytes) => (algorithm === 'EdDSA' ? ed25519.sign(bytes, key) : p256.sign(bytes, key)),
  };
}
