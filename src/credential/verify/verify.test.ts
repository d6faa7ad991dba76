import { compactVerify, importJWK, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '../format/base64url.js';
import {
  bakePng,
  bakeSvg,
  createLocalSigner,
  didWebDocument,
  reasonCodes,
  signDataIntegrity,
  signJwt,
  verify,
  type VerifyContext,
} from '../index.js';
import { keptList } from '../test-helpers/forge.js';
import { tinyPng, tinySvg } from '../test-helpers/pictures.js';
import {
  badge,
  body,
  ecSigner,
  facts,
  jwtOf,
  listUrl,
  offline,
  provenOf,
  signer,
} from '../test-helpers/sample.js';

const revocable = (index = 5): Parameters<typeof badge>[0] => ({ status: { list: listUrl, index } });

describe('a genuine badge', () => {
  it('is valid as a JWT and with a proof inside, without network', async () => {
    for (const one of [await jwtOf(), await provenOf(), JSON.stringify(await provenOf())]) {
      const result = await verify(one, offline);
      expect(result).toMatchObject({
        answer: 'valid',
        reason: { code: 'valid' },
        issuerTrust: 'listed',
        demo: false,
      });
      expect(result.warnings.map(({ code }) => code)).toEqual(['no-status']);
    }
  });

  it('is valid with a P-256 key', async () => {
    const credential = badge({}, { issuer: { id: ecSigner.issuer } });
    expect((await verify(await signJwt(credential, ecSigner), offline)).answer).toBe('valid');
  });

  it('is valid out of both kinds of picture', async () => {
    const text = JSON.stringify(await provenOf());
    const token = await jwtOf();
    for (const image of [
      bakePng(tinyPng, text),
      bakePng(tinyPng, token),
      bakeSvg(tinySvg, text),
      bakeSvg(tinySvg, token),
    ]) {
      expect((await verify(image, offline)).answer).toBe('valid');
    }
  });

  it('shows what the six things of Open Badges need, and the place as it was named', async () => {
    const { badge: view } = await verify(
      await provenOf(badge({}, { image: { id: 'https://x.example/a.svg' } })),
      offline,
    );
    expect(view).toMatchObject({
      name: 'Gia đình học tập năm 2025: Đạt',
      image: 'https://x.example/a.svg',
      issuer: { id: signer.issuer, name: 'Ủy ban nhân dân xã Vĩnh Phúc' },
      recipient: { name: 'Gia đình ông Nguyễn Văn Ước' },
      place: { name: 'Xã Vĩnh Phúc', code: '08869' },
      decision: '15/QĐ-UBND',
      cycle: '2025',
      model: 'family',
      outcome: 'dat',
      recognitionId: facts.id,
      validUntil: '2027-02-09T23:59:59+07:00',
    });
    expect(view?.description).toContain('theo Quyết định số 15/QĐ-UBND ngày 10/02/2026');
  });

  it('of a demo issuer says so in words and to programs', async () => {
    const result = await verify(await jwtOf(badge({}, { demo: true })), offline);
    expect(result).toMatchObject({ answer: 'valid', demo: true });
    expect(result.warnings.map(({ code }) => code)).toContain('demo-issuer');
    expect(result.badge?.name).toMatch(/^DÙNG THỬ/);
    expect(result.badge?.description).toMatch(/tổ chức phát hành thử nghiệm.*demonstration/is);
  });

  it('is understood by another JOSE library, and understands it', async () => {
    const token = await jwtOf();
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: toBase64url(signer.publicKey.bytes) };
    await expect(compactVerify(token, await importJWK(jwk, 'EdDSA'))).resolves.toBeDefined();
    const secret = { ...jwk, d: toBase64url(new Uint8Array(32).fill(7)) };
    const theirs = await new SignJWT({ ...badge(), iss: signer.issuer })
      .setProtectedHeader({ alg: 'EdDSA', kid: signer.id })
      .sign(await importJWK(secret, 'EdDSA'));
    expect((await verify(theirs, offline)).answer).toBe('valid');
    expect(fromBase64url(theirs.split('.')[2] ?? '')).toHaveLength(64);
  });
});

describe('time', () => {
  const at = (now: string): VerifyContext => ({ ...offline, now });

  it('ends a title with its last day in Viet Nam, without network', async () => {
    const token = await jwtOf();
    expect((await verify(token, at('2027-02-09T16:59:58Z'))).answer).toBe('valid');
    const { answer, reason } = await verify(token, at('2027-02-09T17:00:01Z'));
    expect([answer, reason.params]).toEqual(['expired', { until: '2027-02-09T23:59:59+07:00' }]);
  });

  it('before its first day proves nothing, for the clock here may be wrong', async () => {
    expect(await verify(await jwtOf(), at('2026-02-01T00:00:00Z'))).toMatchObject({
      answer: 'could-not-check',
      reason: { code: 'not-yet-valid', params: { from: '2026-02-10T00:00:00+07:00' } },
    });
    const early = await signDataIntegrity(badge(), signer, '2026-12-01T00:00:00Z');
    expect((await verify(early, offline)).reason.code).toBe('not-yet-valid');
  });

  it('that is no instant makes a badge malformed', async () => {
    for (const validFrom of ['2026-02-10', 'hôm qua', 7]) {
      expect((await verify(await jwtOf({ ...badge(), validFrom }), offline)).reason.code).toBe('malformed');
    }
  });
});

describe('status', () => {
  it('is told from a kept list, and only of the entry asked about', async () => {
    const statusLists = await keptList([5]);
    for (const [index, answer] of [
      [4, 'valid'],
      [5, 'revoked'],
      [6, 'valid'],
      [131_071, 'valid'],
    ] as const) {
      expect((await verify(await jwtOf(badge(revocable(index))), { ...offline, statusLists })).answer).toBe(
        answer,
      );
    }
  });

  it('of an old list: says until when it is right, and a revocation all the same', async () => {
    const statusLists = await keptList([5], { fetchedAt: '2026-08-01T00:00:00.000Z' });
    const context = { ...offline, statusLists, maxStatusAgeDays: 7 };
    expect(await verify(await jwtOf(badge(revocable(4))), context)).toMatchObject({
      answer: 'could-not-check',
      reason: { code: 'status-stale', params: { rightUntil: '2026-08-01T00:00:00.000Z' } },
    });
    expect((await verify(await jwtOf(badge(revocable(5))), context)).answer).toBe('revoked');
    expect(
      (await verify(await jwtOf(badge(revocable(4))), { ...context, maxStatusAgeDays: 10 })).answer,
    ).toBe('valid');
  });

  it('of a list past its own end is stale, however fresh the copy', async () => {
    const statusLists = await keptList([], { validUntil: '2026-08-05T00:00:00Z' });
    expect((await verify(await jwtOf(badge(revocable())), { ...offline, statusLists })).reason).toEqual({
      code: 'status-stale',
      params: { rightUntil: '2026-08-05T00:00:00Z', list: listUrl },
    });
  });

  it('without a list could not be checked; of an expired title nobody needs one', async () => {
    const token = await jwtOf(badge(revocable()));
    expect((await verify(token, offline)).reason).toMatchObject({
      code: 'offline',
      params: { what: 'status' },
    });
    const gone = { ...offline, fetchJson: () => Promise.reject(new TypeError('no network')) };
    expect((await verify(token, gone)).reason.code).toBe('status-unreachable');
    expect((await verify(token, { ...offline, now: '2028-01-01T00:00:00Z' })).answer).toBe('expired');
  });

  it('is asked of the network, and what came is handed back for the next time', async () => {
    const [kept] = Object.values(await keptList([5]));
    const asked: string[] = [];
    const fetchJson = async (url: string): Promise<unknown> => {
      asked.push(url);
      return kept?.content;
    };
    const first = await verify(await jwtOf(badge(revocable(4))), { ...offline, fetchJson });
    expect([first.answer, asked]).toEqual(['valid', [listUrl]]);
    const next = { ...offline, fetchJson, statusLists: first.learned.statusLists };
    expect((await verify(await jwtOf(badge(revocable(5))), next)).answer).toBe('revoked');
    expect(asked).toHaveLength(1);
  });

  it('once revoked stays so, when the network brings an older list back', async () => {
    const statusLists = await keptList([5], { fetchedAt: '2026-08-01T00:00:00.000Z' });
    const [older] = Object.values(await keptList([]));
    const context = { ...offline, statusLists, fetchJson: async () => older?.content };
    expect((await verify(await jwtOf(badge(revocable(5))), context)).answer).toBe('revoked');
    expect((await verify(await jwtOf(badge(revocable(4))), context)).answer).toBe('valid');
  });

  it('can be a JWT as well', async () => {
    const [kept] = Object.values(await keptList([5]));
    const { proof, ...list } = (kept?.content ?? {}) as Record<string, never>;
    expect(proof).toBeDefined();
    const statusLists = { [listUrl]: { content: await signJwt(list, signer), fetchedAt: offline.now } };
    expect((await verify(await jwtOf(badge(revocable(5))), { ...offline, statusLists })).answer).toBe(
      'revoked',
    );
  });
});

describe('the issuer', () => {
  it('that no registry names is a warning, never a failure', async () => {
    const result = await verify(await jwtOf(), { ...offline, registry: [] });
    expect(result).toMatchObject({ answer: 'valid', issuerTrust: 'unlisted' });
    expect(result.warnings.map(({ code }) => code)).toContain('issuer-unlisted');
  });

  it.each([
    ['another place', { places: [{ code: '00001' }] }],
    ['a later time', { validFrom: '2026-03-01' }],
    ['an earlier time', { validUntil: '2026-02-09' }],
  ])('that is competent for %s is told apart', async (_, change) => {
    const result = await verify(await jwtOf(), { ...offline, registry: [{ ...body, ...change }] });
    expect(result).toMatchObject({ answer: 'valid', issuerTrust: 'listed-not-for-place-or-date' });
  });

  const did = 'did:web:khuyenhoc.example%3A8443:xa:vinh-phuc';
  const webSigner = createLocalSigner(new Uint8Array(32).fill(11), 'EdDSA', `${did}#k1`);
  const webBadge = (): Promise<string> => signJwt(badge({}, { issuer: { id: did } }), webSigner);
  const document = didWebDocument(did, [{ fragment: 'k1', key: webSigner.publicKey }]);

  it('at a did:web is fetched once, then known offline', async () => {
    const asked: string[] = [];
    const fetchJson = async (url: string): Promise<unknown> => (asked.push(url), document);
    const first = await verify(await webBadge(), { ...offline, fetchJson });
    expect([first.answer, asked]).toEqual([
      'valid',
      ['https://khuyenhoc.example:8443/xa/vinh-phuc/did.json'],
    ]);
    const later = { now: '2026-12-01T00:00:00Z', documents: first.learned.documents };
    expect((await verify(await webBadge(), later)).answer).toBe('valid');
    expect((await verify(await webBadge(), offline)).reason).toMatchObject({
      code: 'offline',
      params: { what: 'key' },
    });
  });

  it('whose document has no such key now is not his; in a kept document it is unknown', async () => {
    const other = didWebDocument(did, [{ fragment: 'k2', key: webSigner.publicKey }]);
    const fresh = { ...offline, fetchJson: async () => other };
    expect((await verify(await webBadge(), fresh)).reason.code).toBe('wrong-key');
    const documents = { [did]: { content: other, fetchedAt: '2026-01-01T00:00:00Z' } };
    expect((await verify(await webBadge(), { ...offline, documents })).reason.code).toBe('unknown-key');
  });

  it('is not accused of a page that stands where its document should, and what was kept of it stays', async () => {
    const fetchJson = async (): Promise<unknown> => '<h1>Đăng nhập mạng</h1>';
    const gateway = await verify(await webBadge(), { ...offline, fetchJson });
    expect([gateway.answer, gateway.reason.code]).toEqual(['could-not-check', 'unknown-key']);
    expect(gateway.learned.documents).toEqual({});
    const documents = { [did]: { content: document, fetchedAt: '2026-08-01T00:00:00Z' } };
    expect((await verify(await webBadge(), { ...offline, fetchJson, documents })).answer).toBe('valid');
  });

  it('whose key was stolen is no longer believed', async () => {
    const stolen = didWebDocument(did, [
      { fragment: 'k1', key: webSigner.publicKey, revoked: '2026-05-01T00:00:00Z' },
    ]);
    const { answer, reason } = await verify(await webBadge(), { ...offline, fetchJson: async () => stolen });
    expect([answer, reason.code]).toEqual(['not-genuine', 'key-revoked']);
  });

  it('that is an address may be vouched for by the registry', async () => {
    const issuer = 'https://khuyenhoc.example/xa/vinh-phuc';
    const token = await signJwt(badge({}, { issuer: { id: issuer } }), signer);
    expect((await verify(token, offline)).answer).toBe('could-not-check');
    const registry = [{ ...body, issuer, keys: [signer.issuer] }];
    expect(await verify(token, { ...offline, registry })).toMatchObject({
      answer: 'valid',
      issuerTrust: 'listed',
    });
  });
});

it('every reason belongs to one answer', () => {
  const codes = Object.values(reasonCodes).flat();
  expect(new Set(codes).size).toBe(codes.length);
});
