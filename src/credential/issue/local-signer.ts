import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { concat, plainBytes } from '../format/bytes.js';
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
  subtle: SubtleCrypto | null = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle ?? null,
): LocalSigner {
  const key = plainBytes(secretKey);
  const curve = algorithm === 'EdDSA' ? ed25519 : p256;
  const publicKey = { algorithm, bytes: plainBytes(curve.getPublicKey(key)) };
  return {
    id: method ?? didKeyMethod(publicKey),
    issuer: method?.split('#')[0] ?? didKeyOf(publicKey),
    algorithm,
    publicKey,
    sign:
      algorithm === 'EdDSA'
        ? signEd25519(key, subtle)
        : async (bytes): Promise<Uint8Array> => p256.sign(bytes, key),
  };
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const pkcs8Head = Uint8Array.of(48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32);

/**
 * By the platform's own cryptography, which takes a tenth of the time; on plain http, and where it knows no Ed25519, by the
 * library. The signature is the same one, bit by bit.
 */
function signEd25519(key: Uint8Array, subtle: SubtleCrypto | null): Signer['sign'] {
  let imported: Promise<CryptoKey | undefined> | undefined;
  const importKey = async (): Promise<CryptoKey | undefined> => {
    try {
      return await subtle?.importKey('pkcs8', concat(pkcs8Head, key), 'Ed25519', false, ['sign']);
    } catch (error) {
      if (error instanceof DOMException) return undefined;
      throw error;
    }
  };
  return async (bytes) => {
    const own = await (imported ??= importKey());
    return own && subtle
      ? new Uint8Array(await subtle.sign('Ed25519', own, plainBytes(bytes)))
      : ed25519.sign(bytes, key);
  };
}
