import { describe, expect, it } from 'vitest';
import { signDataIntegrity, verify, type JsonObject, type VerifyContext } from '../index.js';
import { keptList, proofOf } from '../test-helpers/forge.js';
import { badge, jwtOf, listUrl, offline, provenOf, signer, stranger } from '../test-helpers/sample.js';

/** What badges of other makers look like, where it differs from ours; docs/credentials.md counts those that were tried. */
const check = async (one: JsonObject | string, more: Partial<VerifyContext> = {}): Promise<string> => {
  const { answer, reason, warnings } = await verify(one, { ...offline, registry: [], ...more });
  const told = warnings.map(({ code }) => code).filter((code) => code !== 'issuer-unlisted');
  return [`${answer}: ${reason.code}`, ...told].join(', ');
};
const created = '2026-02-10T02:00:00Z';
const shop = 'https://issuer.example/profile';
const [, key = ''] = signer.id.split('#');

describe('an issuer that is an address', () => {
  const method = `${shop}#${key}`;
  const signed = signDataIntegrity(badge({}, { issuer: { id: shop } }), { ...signer, id: method }, created);
  const profile = (controller: string): JsonObject => ({
    id: shop,
    verificationMethod: [{ id: method, type: 'Multikey', controller, publicKeyMultibase: key }],
    assertionMethod: [method],
  });

  it('is not believed for a key that stands in the address of the method only', async () => {
    expect(await check(await signed)).toBe('could-not-check: offline');
    const gone = (): Promise<unknown> => Promise.reject(new TypeError('404'));
    expect(await check(await signed, { fetchJson: gone })).toBe('could-not-check: unknown-key');
  });

  it('is believed once its document names the key', async () => {
    expect(await check(await signed, { fetchJson: async () => profile(shop) })).toBe(
      'valid: valid, no-status',
    );
    expect(await check(await signed, { fetchJson: async () => profile('https://other.example/') })).toBe(
      'not-genuine: wrong-key',
    );
  });

  it('is not made by a did:key that it does not name', async () => {
    const id = 'urn:uuid:6f2e33e5-7a29-4155-8400-000000000001';
    const one = await signDataIntegrity(badge({}, { issuer: { id } }), signer, created);
    expect(await check(one)).toBe('not-genuine: wrong-key');
  });
});

describe('proofs of other kinds', () => {
  it.each(['ecdsa-sd-2023', 'bbs-2023', 'eddsa-2022', 'eddsa-jcs-2022'])(
    '%s alone could not be checked',
    async (cryptosuite) => {
      const one = await provenOf();
      expect(await check({ ...one, proof: [{ ...proofOf(one), cryptosuite }] })).toBe(
        'could-not-check: unsupported-algorithm',
      );
    },
  );

  it('beside one that holds are a warning', async () => {
    const one = await provenOf();
    const proof = [proofOf(one), { type: 'SomeProofType', proofValue: 'z1' }];
    expect(await check({ ...one, proof })).toBe('valid: valid, no-status, other-proof-not-checked');
  });

  it('a proof may stand alone instead of in a list', async () => {
    const one = await provenOf();
    expect(await check({ ...one, proof: proofOf(one) })).toBe('valid: valid, no-status');
  });
});

describe('words of other makers', () => {
  it('one type that no context knows makes a badge malformed, wherever it stands', async () => {
    const one = await provenOf();
    const { issuer, credentialSubject } = one as Record<string, JsonObject>;
    const changes: JsonObject[] = [
      { type: ['VerifiableCredential', 'AchievementCredential', 'Huy_hieu'] },
      { issuer: { ...issuer, type: ['Ho_so'] } },
      { credentialSubject: { ...credentialSubject, type: ['Chu_the'] } },
    ];
    for (const change of changes) {
      expect(await check({ ...one, ...change })).toBe('not-genuine: malformed');
    }
  });

  it('an issuer may be named by its identifier alone, and the first model of data has other dates', async () => {
    const { validFrom, validUntil, awardedDate: _, ...rest } = badge();
    const older = {
      ...rest,
      '@context': [
        'https://www.w3.org/2018/credentials/v1',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        'https://w3id.org/security/data-integrity/v2',
      ],
      issuer: signer.issuer,
      issuanceDate: validFrom ?? '',
      expirationDate: validUntil ?? '',
    };
    const one = await provenOf(older);
    expect(await check(one)).toBe('valid: valid, no-status');
    expect(await check(one, { now: '2027-02-10T00:00:00Z' })).toBe('expired: expired');
    expect(await check(one, { now: '2026-01-01T00:00:00Z' })).toBe('could-not-check: not-yet-valid');
  });

  it('a statement about a badge, or of another kind, is no badge, however well it is signed', async () => {
    const one = { ...badge(), type: ['VerifiableCredential', 'EndorsementCredential'] };
    expect(await check(await jwtOf(one))).toBe('could-not-check: not-a-badge');
  });
});

describe('status of other makers', () => {
  const withStatus = (credentialStatus: JsonObject): Promise<string> =>
    jwtOf({ ...badge(), credentialStatus });

  it('an unsigned list of revoked badges is no proof, neither way', async () => {
    const one = await withStatus({ id: 'https://issuer.example/revoked', type: '1EdTechRevocationList' });
    const fetchJson = async (): Promise<unknown> => ({
      revokedCredential: [{ id: badge()['id'], revoked: true }],
    });
    expect(await check(one, { fetchJson })).toBe('could-not-check: unsupported-status');
  });

  it('a list that a service keeps for many issuers is not the word of this one', async () => {
    const one = await jwtOf(badge({ status: { list: listUrl, index: 5 } }));
    const statusLists = await keptList([5], { issuer: stranger.issuer, by: stranger });
    expect(await check(one, { statusLists })).toBe('could-not-check: status-of-another');
  });
});
