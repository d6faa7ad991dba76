import type { AchievementFacts, BadgeOptions, CompetentBody, JsonObject, VerifyContext } from '../index.js';
import { buildCredential, createLocalSigner, signDataIntegrity, signJwt } from '../index.js';

const keyOf = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);

/** Keys of made-up issuers; the same ones in every run. */
export const signer = createLocalSigner(keyOf(7));
export const ecSigner = createLocalSigner(keyOf(8), 'ES256');
export const stranger = createLocalSigner(keyOf(9));

export const listUrl = 'https://khuyenhoc.example/status/1';

export const facts: AchievementFacts = {
  id: '0190b2a4-7c1e-7d3a-9f00-5a1b2c3d4e5f',
  subjectId: '0190b2a4-7c1e-7d3a-9f00-000000000001',
  subjectName: 'Gia đình ông Nguyễn Văn Ước',
  model: 'family',
  cycle: '2025',
  criteria: { id: 'gia-dinh', version: '1' },
  outcome: 'dat',
  outcomeLabel: { vi: 'Đạt', en: 'Met' },
  place: { name: 'Xã Vĩnh Phúc', code: '08869' },
  decision: {
    number: '15/QĐ-UBND',
    date: '2026-02-10',
    signer: 'Trần Thị Bình',
    signerTitle: 'Chủ tịch',
    issuer: { id: 'ubnd-vinh-phuc', name: 'Ủy ban nhân dân xã Vĩnh Phúc' },
  },
  validFrom: '2026-02-10',
  validUntil: '2027-02-09',
};

export const options: BadgeOptions = { tenant: 'vinh-phuc', issuer: { id: signer.issuer } };

export const badge = (change: Partial<AchievementFacts> = {}, more: Partial<BadgeOptions> = {}): JsonObject =>
  buildCredential({ ...facts, ...change }, { ...options, ...more });

export const body: CompetentBody = {
  issuer: signer.issuer,
  name: 'Ủy ban nhân dân xã Vĩnh Phúc',
  places: [{ code: '08869', name: 'Xã Vĩnh Phúc' }],
  validFrom: '2025-07-01',
};

/** A reader who is offline and has nothing kept, half a year after the decision. */
export const offline: VerifyContext = { now: '2026-08-10T08:00:00.000Z', registry: [body] };

export const jwtOf = (credential: JsonObject = badge()): Promise<string> => signJwt(credential, signer);
export const provenOf = (credential: JsonObject = badge()): Promise<JsonObject> =>
  signDataIntegrity(credential, signer, '2026-02-10T02:00:00Z');
