import { concat, type Bytes } from '../format/bytes.js';
import { fromBase58, toBase58 } from '../format/base58.js';
import { fromBase64url } from '../format/base64url.js';
import { isObject, textOf, type Json } from '../format/json.js';

/** Names of signatures, as JOSE writes them. RS256 is only ever checked, for badges of others. */
export type SignatureAlgorithm = 'EdDSA' | 'ES256' | 'RS256';

export interface PublicKey {
  algorithm: SignatureAlgorithm;
  /** Ed25519: 32 bytes. P-256: a point, compressed (33 bytes) or not (65). RSA: empty, see `rsa`. */
  bytes: Bytes;
  rsa?: { n: string; e: string };
}

/** Multicodec prefixes of the keys that did:key and Multikey carry. */
const prefixes: Readonly<Partial<Record<SignatureAlgorithm, readonly [number, number, length: number]>>> = {
  EdDSA: [0xed, 0x01, 32],
  ES256: [0x80, 0x24, 33],
};

/** The key in a multibase text (`z…`), or undefined where it is none that we know. */
export function fromMultibase(text: string): PublicKey | undefined {
  const bytes = text.startsWith('z') ? fromBase58(text.slice(1)) : undefined;
  for (const algorithm of ['EdDSA', 'ES256'] as const) {
    const [first, second, length] = prefixes[algorithm] ?? [0, 0, 0];
    if (bytes?.[0] === first && bytes[1] === second && bytes.length === length + 2) {
      return { algorithm, bytes: bytes.slice(2) };
    }
  }
  return undefined;
}

/** As `z…`; a point must be compressed. */
export function toMultibase({ algorithm, bytes }: PublicKey): string {
  const [first = 0, second = 0, length] = prefixes[algorithm] ?? [];
  if (bytes.length !== length)
    throw new RangeError(`No multibase form for ${algorithm} of ${bytes.length} bytes.`);
  return `z${toBase58(concat(Uint8Array.of(first, second), bytes))}`;
}

/** The public key of a JSON Web Key, or undefined. A key that comes with its private half is none. */
export function fromJwk(jwk: Json | undefined): PublicKey | undefined {
  if (!isObject(jwk) || 'd' in jwk) return undefined;
  const [kty, crv] = [jwk['kty'], jwk['crv']];
  const x = fromBase64url(textOf(jwk['x']) ?? '');
  const y = fromBase64url(textOf(jwk['y']) ?? '');
  if (kty === 'OKP' && crv === 'Ed25519' && x?.length === 32) return { algorithm: 'EdDSA', bytes: x };
  if (kty === 'EC' && crv === 'P-256' && x?.length === 32 && y?.length === 32) {
    return { algorithm: 'ES256', bytes: concat(Uint8Array.of(4), x, y) };
  }
  const [n, e] = [textOf(jwk['n']), textOf(jwk['e'])];
  // 2,048 to 8,192 bits: less is broken, more is a way to keep a phone busy.
  if (kty === 'RSA' && n && e && n.length >= 340 && n.length <= 1_400 && e.length <= 8) {
    return { algorithm: 'RS256', bytes: new Uint8Array(), rsa: { n, e } };
  }
  return undefined;
}
