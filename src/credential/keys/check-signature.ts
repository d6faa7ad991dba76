import { plainBytes } from '../format/bytes.js';
import type { PublicKey } from './public-key.js';

/**
 * Whether the signature over these bytes was made with the key. The browser's own cryptography does it where it can; on
 * plain http, and for Ed25519 in browsers before 2024, a library does, loaded then.
 * Undefined: this browser has no means to tell (RSA on plain http).
 */
export async function checkSignature(
  key: PublicKey,
  signature: Uint8Array,
  signed: Uint8Array,
  subtle: SubtleCrypto | null = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle ?? null,
): Promise<boolean | undefined> {
  if (key.algorithm === 'RS256') return subtle ? byBrowser(subtle, key, signature, signed) : undefined;
  if (signature.length !== 64) return false;
  const done = subtle && isReadByBrowsers(key) ? await byBrowser(subtle, key, signature, signed) : undefined;
  return done ?? (await byLibrary(key, signature, signed));
}

/** Compressed points are read by some browsers only. */
const isReadByBrowsers = ({ algorithm, bytes }: PublicKey): boolean =>
  algorithm !== 'ES256' || bytes.length === 65;

async function byBrowser(
  subtle: SubtleCrypto,
  key: PublicKey,
  signature: Uint8Array,
  signed: Uint8Array,
): Promise<boolean | undefined> {
  try {
    const imported = await importedKey(subtle, key);
    const how = key.algorithm === 'ES256' ? { name: 'ECDSA', hash: 'SHA-256' } : imported.algorithm;
    return await subtle.verify(how, imported, plainBytes(signature), plainBytes(signed));
  } catch (error) {
    // Not supported here, or not a key: the library tells.
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/** Keys of a moment ago: the badges of a decision bear one signature key, and bringing it into the browser costs as much as a check. */
const imports = new WeakMap<SubtleCrypto, Map<string, Promise<CryptoKey>>>();
const mostImports = 16;

function importedKey(subtle: SubtleCrypto, key: PublicKey): Promise<CryptoKey> {
  if (key.rsa) return importKey(subtle, key);
  const known = imports.get(subtle) ?? new Map<string, Promise<CryptoKey>>();
  imports.set(subtle, known);
  const name = `${key.algorithm} ${key.bytes.join()}`;
  const found = known.get(name);
  if (found) return found;
  const made = importKey(subtle, key);
  if (known.size >= mostImports) known.clear();
  known.set(name, made);
  made.catch(() => known.delete(name));
  return made;
}

function importKey(subtle: SubtleCrypto, { algorithm, bytes, rsa }: PublicKey): Promise<CryptoKey> {
  if (rsa) {
    const how = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    return subtle.importKey('jwk', { kty: 'RSA', ...rsa }, how, false, ['verify']);
  }
  const how = algorithm === 'EdDSA' ? { name: 'Ed25519' } : { name: 'ECDSA', namedCurve: 'P-256' };
  return subtle.importKey('raw', bytes, how, false, ['verify']);
}

async function byLibrary(key: PublicKey, signature: Uint8Array, signed: Uint8Array): Promise<boolean> {
  if (key.algorithm === 'EdDSA') {
    const { ed25519 } = await import('./ed25519.js');
    // As RFC 8032 has it: what the browser refuses must not pass here.
    return ed25519.verify(signature, signed, key.bytes, { zip215: false });
  }
  const { p256 } = await import('./p256.js');
  if (!p256.utils.isValidPublicKey(key.bytes)) return false;
  return p256.verify(signature, signed, key.bytes, { lowS: false });
}
