import { describe, expect, it } from 'vitest';
import { signDataIntegrity, verify, type JsonObject } from '../index.js';
import { proofOf } from '../test-helpers/forge.js';
import { badge, offline, provenOf, signer, stranger } from '../test-helpers/sample.js';

const far = 'https://words.example/context.json';
const ofStandard = 'https://www.w3.org/ns/credentials/v2';
const integrity = 'https://w3id.org/security/data-integrity/v2';
const unnumbered = 'https://purl.imsglobal.org/spec/ob/v3p0/context.json';

async function check(input: JsonObject): Promise<[string, Readonly<Record<string, string | number>>]> {
  const asked: string[] = [];
  const fetchJson = async (url: string): Promise<unknown> => (asked.push(url), { '@context': {} });
  const { answer, reason } = await verify(input, { ...offline, fetchJson });
  expect(asked).toEqual([]);
  return [`${answer}: ${reason.code}`, reason.params];
}

describe('a context that does not come with the library', () => {
  it('leaves a badge unchecked, at the top and further down, and is not fetched', async () => {
    const one = await provenOf();
    const { credentialSubject } = one as Record<string, JsonObject>;
    const answer = ['could-not-check: context-not-carried', { context: far }];
    expect(await check({ ...one, '@context': [ofStandard, far] })).toEqual(answer);
    const inside = { ...one, credentialSubject: { ...credentialSubject, '@context': far } };
    expect(await check(inside)).toEqual(answer);
  });

  it('hides neither a key of another, nor a wrong purpose, nor a word that was bent', async () => {
    const one = { ...(await provenOf()), '@context': [ofStandard, far] };
    const other = { ...one, proof: { ...proofOf(one), verificationMethod: stranger.id } };
    expect((await check(other))[0]).toBe('not-genuine: wrong-key');
    const purpose = { ...one, proof: { ...proofOf(one), proofPurpose: 'authentication' } };
    expect((await check(purpose))[0]).toBe('not-genuine: wrong-purpose');
    expect((await check({ ...one, '@graph': [] }))[0]).toBe('not-genuine: unknown-context');
  });

  it('is not signed', async () => {
    const one = { ...badge(), '@context': [ofStandard, far] };
    await expect(signDataIntegrity(one, stranger, '2026-02-10T02:00:00Z')).rejects.toThrow(far);
  });
});

describe('the context of Open Badges without a number', () => {
  it('is that of 3.0.0: a badge signed with it holds, and an altered one is not genuine', async () => {
    const one = await provenOf({
      '@context': ['https://www.w3.org/2018/credentials/v1', unnumbered, integrity],
      id: 'urn:uuid:0190b2a4-7c1e-7d3a-9f00-5a1b2c3d4e5f',
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: 'Gia đình học tập',
      issuer: { id: signer.issuer, type: 'Profile', name: 'Hội Khuyến học' },
      issuanceDate: '2026-02-10T00:00:00Z',
      credentialSubject: {
        type: 'AchievementSubject',
        achievement: { id: 'urn:uuid:0', type: 'Achievement', name: 'Gia đình học tập' },
      },
    });
    expect((await check(one))[0]).toBe('valid: valid');
    expect((await check({ ...one, name: 'Tên khác' }))[0]).toBe('not-genuine: altered');
  });

  it('beside the second model of data stands for something else, and leaves a badge unchecked', async () => {
    const one = { ...(await provenOf()), '@context': [ofStandard, unnumbered] };
    expect(await check(one)).toEqual(['could-not-check: context-not-carried', { context: unnumbered }]);
  });
});
