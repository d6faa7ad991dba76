import { describe, expect, it } from 'vitest';
import type { Json } from '../format/json.js';
import { fromBase58, toBase58 } from '../format/base58.js';
import { fromBase64url, toBase64url } from '../format/base64url.js';
import { concat, toUtf8 } from '../format/bytes.js';
import { createLocalSigner, didKeyOf } from '../index.js';
import { ecSigner, signer } from '../test-helpers/sample.js';
import { checkSignature } from './check-signature.js';
import { documentUrl } from './did.js';
import { fromJwk, fromMultibase, type PublicKey } from './public-key.js';

const signed = toUtf8('Gia đình học tập');

it('brings the key of many badges into the browser once', async () => {
  const { subtle } = globalThis.crypto;
  let brought = 0;
  const counting = {
    importKey: (...given: Parameters<SubtleCrypto['importKey']>) => {
      brought += 1;
      return subtle.importKey(...given);
    },
    verify: (...given: Parameters<SubtleCrypto['verify']>) => subtle.verify(...given),
  } as SubtleCrypto;
  const other = createLocalSigner(new Uint8Array(32).fill(4), 'EdDSA');
  for (const words of ['một', 'hai', 'ba']) {
    const bytes = toUtf8(words);
    const signature = await signer.sign(bytes);
    expect(await checkSignature(signer.publicKey, signature, bytes, counting)).toBe(true);
    expect(await checkSignature(other.publicKey, signature, bytes, counting)).toBe(false);
  }
  expect(brought).toBe(2);
});

describe.each([
  ['by the browser', globalThis.crypto.subtle],
  ['on plain http', null],
])('a signature %s', (_, subtle) => {
  it.each([
    ['Ed25519', signer],
    ['P-256', ecSigner],
  ])('of %s holds for its bytes and key, and for nothing else', async (_name, one) => {
    const { publicKey } = one;
    const signature = await one.sign(signed);
    const check = (
      key: PublicKey,
      one: Uint8Array,
      bytes: Uint8Array = signed,
    ): Promise<boolean | undefined> => checkSignature(key, one, bytes, subtle);
    expect(await check(publicKey, signature)).toBe(true);
    expect(await check(publicKey, signature, toUtf8('khác'))).toBe(false);
    const other = createLocalSigner(
      new Uint8Array(32).fill(3),
      publicKey.algorithm === 'ES256' ? 'ES256' : 'EdDSA',
    );
    expect(await check(other.publicKey, signature)).toBe(false);
    for (const wrong of [
      new Uint8Array(),
      new Uint8Array(64),
      new Uint8Array(63),
      signature.slice(1),
      concat(signature, signed),
    ]) {
      expect(await check(publicKey, wrong)).toBe(false);
    }
  });

  it('with what is no point on the curve is false', async () => {
    const off: PublicKey = {
      algorithm: 'ES256',
      bytes: concat(Uint8Array.of(4), new Uint8Array(64).fill(9)),
    };
    expect(await checkSignature(off, await ecSigner.sign(signed), signed, subtle)).toBe(false);
  });

  it('that fits every text, by a key without a secret, is refused by the library', async () => {
    const neutral = Uint8Array.from({ length: 32 }, (_, index) => (index === 0 ? 1 : 0));
    const key: PublicKey = { algorithm: 'EdDSA', bytes: neutral };
    expect(await checkSignature(key, concat(neutral, new Uint8Array(32)), signed, null)).toBe(false);
  });

  it('of RSA is checked by the browser or not at all', async () => {
    const how = {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 2048,
      publicExponent: Uint8Array.of(1, 0, 1),
    };
    const pair = await crypto.subtle.generateKey(how, true, ['sign', 'verify']);
    const { n = '', e = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
    const key = fromJwk({ kty: 'RSA', n, e });
    const signature = new Uint8Array(await crypto.subtle.sign(how.name, pair.privateKey, signed));
    expect(key && (await checkSignature(key, signature, signed, subtle))).toBe(subtle ? true : undefined);
  });
});

describe('a local signer', () => {
  it('signs the same by the platform as on plain http, or where the platform knows no Ed25519', async () => {
    const secret = new Uint8Array(32).fill(7);
    const old = {
      importKey: async () => Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError')),
    } as unknown as SubtleCrypto;
    const byLibrary = await createLocalSigner(secret, 'EdDSA', undefined, null).sign(signed);
    expect(byLibrary).toHaveLength(64);
    expect(await createLocalSigner(secret).sign(signed)).toEqual(byLibrary);
    expect(await createLocalSigner(secret, 'EdDSA', undefined, old).sign(signed)).toEqual(byLibrary);
  });
});

describe('a key', () => {
  it('reads as it is written', () => {
    for (const { publicKey } of [signer, ecSigner]) {
      expect(fromMultibase(didKeyOf(publicKey).slice('did:key:'.length))).toEqual(publicKey);
    }
    const { bytes } = signer.publicKey;
    expect(fromJwk({ kty: 'OKP', crv: 'Ed25519', x: toBase64url(bytes) })).toEqual(signer.publicKey);
  });

  it('with its private half, too short, or of another kind is none', () => {
    const x = toBase64url(signer.publicKey.bytes);
    const none: Json[] = [
      { kty: 'OKP', crv: 'Ed25519', x, d: x },
      { kty: 'OKP', crv: 'X25519', x },
      { kty: 'OKP', crv: 'Ed25519', x: 'AAAA' },
      { kty: 'RSA', n: 'AQAB', e: 'AQAB' },
      { kty: 'oct', k: x },
      'z6Mk',
    ];
    for (const jwk of none) expect(fromJwk(jwk)).toBeUndefined();
    for (const text of [
      '',
      'z',
      'u6Mk',
      'z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc',
      `z${'6'.repeat(5_000)}`,
    ]) {
      expect(fromMultibase(text)).toBeUndefined();
    }
  });
});

describe('base64url and base58', () => {
  it('write bytes in one way only', () => {
    for (const bytes of [
      [],
      [0],
      [0, 0, 1],
      [255, 254, 253, 252],
      Array.from({ length: 64 }, (_, index) => index * 3),
    ]) {
      const all = Uint8Array.from(bytes);
      expect(fromBase64url(toBase64url(all))).toEqual(all);
      expect(fromBase58(toBase58(all))).toEqual(all);
    }
    for (const text of ['A', 'AB', 'AA=', 'A A', 'AAAAA', 'Ä', '+/'])
      expect(fromBase64url(text)).toBeUndefined();
    expect(fromBase58('0OIl')).toBeUndefined();
  });
});

describe('the address of a document', () => {
  it.each([
    ['did:web:a.example', 'https://a.example/.well-known/did.json'],
    ['did:web:a.example%3A8443:xa:b', 'https://a.example:8443/xa/b/did.json'],
    ['https://a.example/issuer/1', 'https://a.example/issuer/1'],
    ['did:web:a.example%2Fevil', undefined],
    ['did:web:a.example:..:b', undefined],
    ['did:web:user@a.example', undefined],
    ['http://a.example/', undefined],
    ['https://user:pass@a.example/', undefined],
    ['did:ion:abc', undefined],
    ['javascript:alert(1)', undefined],
  ])('of %s is %s', (did, url) => expect(documentUrl(did)).toBe(url));
});
