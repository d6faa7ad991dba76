import { describe, expect, it } from 'vitest';
import { toBase64url } from '../format/base64url.js';
import {
  bakePng,
  readInput,
  signDataIntegrity,
  verify,
  type JsonObject,
  type Verification,
} from '../index.js';
import { decodePart, forgeJwt, proofOf } from '../test-helpers/forge.js';
import { tinyPng } from '../test-helpers/pictures.js';
import { badge, body, jwtOf, listUrl, offline, provenOf, signer, stranger } from '../test-helpers/sample.js';

const codeOf = ({ answer, reason }: Verification): string => `${answer}: ${reason.code}`;
const check = async (
  input: Parameters<typeof verify>[0],
  more: Partial<typeof offline> = {},
): Promise<string> => codeOf(await verify(input, { ...offline, ...more }));

const strangersJwk = { kty: 'OKP', crv: 'Ed25519', x: toBase64url(stranger.publicKey.bytes) };

describe('a forged JWT', () => {
  it.each(['none', 'None', 'HS256', '', 'toString'])(
    'with the algorithm "%s" is not genuine',
    async (alg) => {
      const header = { alg, kid: signer.id };
      expect(await check(await forgeJwt(await jwtOf(), { header }))).toBe('not-genuine: untrusted-algorithm');
      expect(await check(await forgeJwt(await jwtOf(), { header, by: stranger }))).toBe(
        'not-genuine: untrusted-algorithm',
      );
    },
  );

  it('with a sound algorithm that is not known here could not be checked', async () => {
    expect(
      await check(await forgeJwt(await jwtOf(), { header: { alg: 'ES384', kid: signer.id }, by: stranger })),
    ).toBe('could-not-check: unsupported-algorithm');
  });

  it.each([
    ['jwk', { jwk: strangersJwk }],
    ['jku', { jku: 'https://evil.example/keys.json' }],
    ['x5c', { x5c: ['MIIB'] }],
    ['x5u', { x5u: 'https://evil.example/cert.pem' }],
  ])('with its key in the header (%s) is not believed, and nothing is fetched', async (_, extra) => {
    const asked: string[] = [];
    const fetchJson = async (url: string): Promise<unknown> => (asked.push(url), { keys: [strangersJwk] });
    const header = { alg: 'EdDSA', ...extra };
    const own = await forgeJwt(await jwtOf(), { header, by: stranger });
    expect(await check(own, { fetchJson })).toBe('not-genuine: altered');
    const named = await forgeJwt(await jwtOf(), { header: { ...header, kid: signer.id }, by: stranger });
    expect(await check(named, { fetchJson })).toBe('not-genuine: altered');
    expect(asked).toEqual([]);
  });

  it('signed by another issuer is not genuine', async () => {
    const header = { alg: 'EdDSA', kid: stranger.id };
    expect(await check(await forgeJwt(await jwtOf(), { header, by: stranger }))).toBe(
      'not-genuine: wrong-key',
    );
    const claims = { iss: stranger.issuer };
    expect(await check(await forgeJwt(await jwtOf(), { header, claims, by: stranger }))).toBe(
      'not-genuine: claims-differ',
    );
  });

  it('whose key is of another kind than it says is not genuine', async () => {
    const header = { alg: 'ES256', kid: signer.id };
    expect(await check(await forgeJwt(await jwtOf(), { header, by: signer }))).toBe('not-genuine: wrong-key');
  });

  it('for another audience is not genuine; for us it is', async () => {
    const token = await forgeJwt(await jwtOf(), { claims: { aud: 'https://portal.example' }, by: signer });
    expect(await check(token)).toBe('not-genuine: wrong-audience');
    expect(await check(token, { audience: 'https://other.example' })).toBe('not-genuine: wrong-audience');
    expect(await check(token, { audience: 'https://portal.example' })).toBe('valid: valid');
  });

  it.each([
    ['jti', 'urn:uuid:other'],
    ['sub', 'urn:uuid:other'],
    ['nbf', 1],
    ['exp', 4_000_000_000],
  ])('whose claim %s says another thing than the credential is not genuine', async (claim, value) => {
    expect(await check(await forgeJwt(await jwtOf(), { claims: { [claim]: value }, by: signer }))).toBe(
      'not-genuine: claims-differ',
    );
  });

  it('whose subject was changed is not genuine', async () => {
    const { credentialSubject } = badge({ subjectName: 'Gia đình khác' });
    const claims: JsonObject = { credentialSubject: credentialSubject ?? null };
    expect(await check(await forgeJwt(await jwtOf(), { claims, by: 'as it was' }))).toBe(
      'not-genuine: altered',
    );
  });

  it('with critical extensions, four parts, or no JSON is malformed', async () => {
    const token = await jwtOf();
    const header = { alg: 'EdDSA', kid: signer.id, crit: ['b64'], b64: false };
    expect(await check(await forgeJwt(token, { header, by: signer }))).toBe('not-genuine: malformed');
    expect(await check(`${token}.e30`)).toBe('not-genuine: malformed');
    expect(await check(token.replace('.', '!'))).toBe('not-genuine: malformed');
    expect(await check(`e30.${'A'.repeat(100)}.`)).toBe('not-genuine: malformed');
  });
});

describe('a forged proof', () => {
  it.each<[string, (one: JsonObject) => JsonObject]>([
    ['name', (one) => ({ ...one, name: 'Tên khác' })],
    [
      'subject',
      (one) => ({ ...one, credentialSubject: badge({ subjectName: 'Khác' })['credentialSubject'] ?? '' }),
    ],
    ['end', (one) => ({ ...one, validUntil: '2099-01-01T00:00:00Z' })],
    [
      'status',
      (one) => ({
        ...one,
        credentialStatus: badge({ status: { list: listUrl, index: 1 } })['credentialStatus'] ?? '',
      }),
    ],
    ['time of signing', (one) => ({ ...one, proof: { ...proofOf(one), created: '2026-02-11T02:00:00Z' } })],
  ])('over another %s is altered', async (_, change) => {
    expect(await check(change(await provenOf()))).toBe('not-genuine: altered');
  });

  it.each<[string, JsonObject['context']]>([
    [
      'of its own and one written out',
      ['https://a.example/context.json', { name: 'https://schema.org/url' }],
    ],
    ['that is no address', ['https://www.w3.org/ns/credentials/v2', 'context.json']],
    ['written out', ['https://www.w3.org/ns/credentials/v2', { name: 'https://schema.org/description' }]],
    ['missing', []],
    ['an object', { '@vocab': 'https://evil.example/' }],
  ])('with a context %s is not genuine', async (_, context) => {
    const one = { ...(await provenOf()), '@context': context ?? '' };
    expect(await check(one)).toBe('not-genuine: unknown-context');
  });

  it.each<[string, string[]]>([
    ['older ones', ['https://www.w3.org/2018/credentials/v1']],
    [
      'another version of Open Badges',
      ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json'],
    ],
  ])('with the contexts swapped for other known ones is not genuine: %s', async (_, contexts) => {
    const one = { ...(await provenOf()), '@context': contexts };
    expect(await check(one)).toMatch(/^not-genuine: (malformed|altered)$/);
  });

  it('with a known context whose words are given other meanings beside it is not genuine', async () => {
    const one = await provenOf();
    const bent = { name: 'https://www.w3.org/ns/credentials/undefined-term#x' };
    const contexts = [...(one['@context'] as string[]), bent];
    expect(await check({ ...one, '@context': contexts })).toBe('not-genuine: unknown-context');
  });

  it('with a context or keyword hidden further down is not genuine', async () => {
    const one = await provenOf();
    const inside = (extra: JsonObject): JsonObject => ({
      ...one,
      credentialSubject: { ...(one['credentialSubject'] as JsonObject), ...extra },
    });
    expect(await check(inside({ '@context': { name: 'https://evil.example/' } }))).toBe(
      'not-genuine: unknown-context',
    );
    expect(await check(inside({ '@reverse': {} }))).toBe('not-genuine: unknown-context');
    expect(await check(inside({ '@graph': [] }))).toBe('not-genuine: unknown-context');
  });

  it('with a word that has no meaning, so that it would not be signed, is not genuine', async () => {
    expect(await check({ ...(await provenOf()), giaiThuong: 'Nhất' })).toBe('not-genuine: malformed');
  });

  it('by another key, for another purpose, by an unknown method, or none is told as such', async () => {
    const one = await provenOf();
    const withProof = (change: JsonObject): JsonObject => ({
      ...one,
      proof: { ...proofOf(one), ...change },
    });
    expect(await check(await signDataIntegrity(badge(), stranger, '2026-02-10T02:00:00Z'))).toBe(
      'not-genuine: wrong-key',
    );
    expect(await check(withProof({ verificationMethod: stranger.id }))).toBe('not-genuine: wrong-key');
    expect(await check(withProof({ proofPurpose: 'authentication' }))).toBe('not-genuine: wrong-purpose');
    expect(await check(withProof({ domain: 'https://elsewhere.example' }))).toBe(
      'not-genuine: wrong-audience',
    );
    expect(await check(withProof({ cryptosuite: 'bbs-2023' }))).toBe(
      'could-not-check: unsupported-algorithm',
    );
    expect(await check(withProof({ proofValue: 'z1' }))).toBe('not-genuine: malformed');
    expect(await check(withProof({ proofValue: `z${'2'.repeat(100_000)}` }))).toBe('not-genuine: malformed');
    expect(await check(badge())).toBe('not-genuine: unsigned');
  });

  it('beside a good one is not hidden by it', async () => {
    const one = await provenOf();
    const proof = proofOf(one);
    const badValue = proofOf(await provenOf(badge({ cycle: '2024' })))['proofValue'] ?? '';
    expect(await check({ ...one, proof: [proof, { ...proof, proofValue: badValue }] })).toBe(
      'not-genuine: altered',
    );
    expect(await check({ ...one, proof: new Array<JsonObject>(50).fill(proof) })).toBe(
      'not-genuine: malformed',
    );
  });
});

describe('HTML and oddities in every text', () => {
  const evil = '<img src=x onerror=alert(1)><script>alert(1)</script>\u202Egnp.exe';
  it('come out as the text they are, without signs that turn it round', async () => {
    const one = badge(
      { subjectName: evil, place: { name: evil }, outcomeLabel: { vi: evil } },
      { image: { id: 'javascript:alert(1)' } },
    );
    const { answer, badge: view } = await verify(await provenOf(one), offline);
    expect(answer).toBe('valid');
    expect(view?.recipient.name).toBe(evil.replace('\u202E', ''));
    expect(view?.place?.name).toBe(evil.replace('\u202E', ''));
    expect(view?.image).toBeUndefined();
  });

  it('cannot pass off an issuer as listed by his name', async () => {
    const one = badge({}, { issuer: { id: stranger.issuer } });
    const token = await forgeJwt(await jwtOf(one), {
      header: { alg: 'EdDSA', kid: stranger.id },
      by: stranger,
    });
    expect(await verify(token, { ...offline, registry: [body] })).toMatchObject({
      answer: 'valid',
      issuerTrust: 'unlisted',
    });
  });
});

describe('input that is much too much', () => {
  it('is refused before it is read', async () => {
    expect(await check(new Uint8Array(20 * 1024 * 1024 + 1))).toBe('could-not-check: too-large');
    expect(await check(`{"a":"${'x'.repeat(300_000)}"}`)).toBe('could-not-check: too-large');
    expect(await check('['.repeat(100_000))).toBe('could-not-check: no-badge');
    expect(await check(`{"a":${'['.repeat(100_000)}`)).toBe('could-not-check: too-large');
    expect(await check(`{"type":"VerifiableCredential","a":[${'1,'.repeat(9_000)}1]}`)).toBe(
      'could-not-check: too-large',
    );
  });

  it('as a graph that takes for ever is given up', async () => {
    const one = await provenOf();
    const identifiers = Array.from({ length: 400 }, () => ({
      type: 'IdentityObject',
      hashed: false,
      identityType: 'name',
    }));
    const subject = { ...(one['credentialSubject'] as JsonObject), identifier: identifiers };
    expect(await check({ ...one, credentialSubject: subject })).toMatch(/^not-genuine/);
  });

  it('of 20 MB is looked through without copies of it', async () => {
    const big = new Uint8Array(20 * 1024 * 1024);
    big.set(bakePng(tinyPng, await jwtOf()));
    const before = process.memoryUsage().arrayBuffers;
    expect(await check(big)).toBe('valid: valid');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024);
  });
});

describe('what is no badge', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'no-badge'],
    ['a text', 'Xin chào', 'no-badge'],
    ["a host's name", 'www.khuyenhoc.example', 'no-badge'],
    ['a QR code of something else', 'WIFI:S:nha;T:WPA;P:12345678;;', 'no-badge'],
    ['a picture of another kind', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3), 'no-badge'],
    ['a PNG without a badge', tinyPng, 'no-badge'],
    ['JSON of something else', '{"a":1}', 'no-badge'],
    ['a list', '[1,2]', 'no-badge'],
    ['a link, offline', 'https://khuyenhoc.example/badges/1', 'offline'],
  ])('%s could not be checked', async (_, input, code) => {
    expect(await check(input)).toBe(`could-not-check: ${code}`);
  });

  it('a link leads to a badge, once', async () => {
    const token = await jwtOf();
    expect(await check('https://a.example/1', { fetchJson: async () => token })).toBe('valid: valid');
    const round = async (): Promise<unknown> => 'https://a.example/1';
    expect(await check('https://a.example/1', { fetchJson: round })).toBe('could-not-check: no-badge');
  });

  it('a credential of another kind is not judged', async () => {
    const other = { ...badge(), type: ['VerifiableCredential'] };
    expect(await check(await jwtOf(other))).toBe('could-not-check: not-a-badge');
  });

  it('an object with a kind of its own is read as ours only when readInput made it', () => {
    expect(readInput('{"kind":"jwt","token":"x"}')).toEqual({ kind: 'none', reason: 'no-badge' });
  });

  it('the parts of a token can be read back', async () => {
    expect(decodePart((await jwtOf()).split('.')[0] ?? '')).toEqual({
      alg: 'EdDSA',
      kid: signer.id,
      typ: 'JWT',
    });
  });
});
