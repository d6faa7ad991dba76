/** Evidence out of the records of a platform: the server has none of them, and believes what whoever signs people in proves. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, newId, officer, stranger, type Scene } from '../../src/backend/conformance/scene.js';
import type { Backend } from '../../src/backend/port.js';
import type { Achievement } from '../../src/domain/achievement.schema.js';
import { achievementDigest } from '../../src/server/identity/achievement-proof.js';
import { tokenIdentity } from '../../src/server/identity/tokens.js';
import { audience, createSigner, issuer, type Signer } from './keys.js';
import { sceneOn } from './scene-on.js';
import { startServer, type TestServer } from './start-server.js';

const course: Achievement = {
  kind: 'course',
  name: 'Kỹ năng số & an toàn <cơ bản>',
  on: '2026-03-12',
  issuer: 'Trung tâm học tập cộng đồng xã Mẫu',
  url: 'https://moodle.example.vn/course/view.php?id=2',
};
let server: TestServer;
let signer: Signer;
let scene: Scene;
let backend: Backend;
beforeAll(async () => {
  signer = await createSigner();
  server = await startServer({
    signer,
    identify: tokenIdentity({ issuers: [{ issuer, audience, keys: signer.keys }], province: 'demo' }),
  });
  scene = await sceneOn(server);
  backend = await scene.as(officer);
});
afterAll(() => server.close());

const piece = ({ name, url, ...achievement }: Achievement) => ({
  ...{ id: newId(), kind: 'link' as const, name, url, addedAt: new Date().toISOString(), achievement },
});
const answering = (id: string, version: number, ...all: Achievement[]) =>
  command('assessment.answer', id, version, { answers: { c1: { yes: true, evidence: all.map(piece) } } });
const proven = async (
  achievement: Achievement,
  ...how: Parameters<Signer['proof']> extends [string, unknown, ...infer R] ? R : never
) => ({
  ...achievement,
  proof: await signer.proof(officer.id, achievement, ...how),
});
async function outcomeOf(by: Backend, sent: ReturnType<typeof answering>) {
  const [receipt] = await by.execute([sent]);
  return receipt;
}
const refused = { status: 'rejected', code: 'invalid', path: ['evidence'] };

describe('evidence out of the records of a platform', () => {
  it('is taken with a proof of who signs the person in, and kept with it', async () => {
    const { id } = await scene.openAssessment(backend);
    const sent = answering(id, 1, await proven(course));
    expect(await outcomeOf(backend, sent)).toMatchObject({ status: 'applied' });
    const { answers } = await scene.getAssessment(backend, id);
    expect(answers).toEqual(sent.payload.answers);
    expect(await outcomeOf(backend, sent)).toMatchObject({ status: 'duplicate' });
  });

  it('stays where it was once taken, when somebody else goes on with the answer, of whom it is not proven', async () => {
    const { id } = await scene.openAssessment(backend);
    const taken = answering(id, 1, await proven(course));
    expect(await outcomeOf(backend, taken)).toMatchObject({ status: 'applied' });
    const evidence = taken.payload.answers['c1']?.evidence;
    const more = { answers: { c1: { yes: false, note: 'Đã xem', evidence } } };
    const helper = await scene.as({ ...stranger, roles: ['officer'], scope: ['*'] });
    expect(await outcomeOf(helper, command('assessment.answer', id, 2, more))).toMatchObject({
      status: 'applied',
    });
  });

  it.each<[string, () => Promise<Achievement>]>([
    ['without a proof', async () => course],
    ['of another name than was proven', async () => ({ ...(await proven(course)), name: 'Thạc sĩ' })],
    ['of another day', async () => ({ ...(await proven(course)), on: '2026-03-13' })],
    ['proven of somebody else', async () => ({ ...course, proof: await signer.proof(stranger.id, course) })],
    [
      'proven by a key that nobody knows',
      async () => ({ ...course, proof: await (await createSigner()).proof(officer.id, course) }),
    ],
    ['proven for another audience', () => proven(course, (jwt) => jwt.setAudience(audience))],
    ['whose proof has ended', () => proven(course, (jwt) => jwt.setIssuedAt('-2d').setExpirationTime('-1d'))],
    [
      'whose proof begins in a year, and so lasts until then',
      () => {
        const iat = Math.floor(Date.now() / 1000) + 365 * 86_400;
        return proven(course, (jwt) => jwt.setIssuedAt(iat).setExpirationTime(iat + 86_400));
      },
    ],
    ['whose proof lasts for years', () => proven(course, (jwt) => jwt.setExpirationTime('2y'))],
    [
      'with a token for signing in',
      async () => ({ ...course, proof: await signer.token(officer, scene.tenant) }),
    ],
  ])('is refused %s, and the rest of what was sent with it taken', async (_, claim) => {
    const { id } = await scene.openAssessment(backend);
    const other = await scene.openAssessment(backend);
    const [first, second] = await backend.execute([
      answering(id, 1, await claim()),
      command('assessment.answer', other.id, 1, { answers: { c1: { yes: true } } }),
    ]);
    expect(first).toMatchObject(refused);
    expect(second).toMatchObject({ status: 'applied' });
    expect((await scene.getAssessment(backend, id)).answers).toEqual({});
  });

  it('is refused as damaged in an assessment that cannot be read any more, and is no failure of the server', async () => {
    const { id } = await scene.openAssessment(backend);
    await server.database.behind({ role: 'writer', province: scene.tenant }, (db) =>
      db.updateTable('record').set({ value: '{', version: 9 }).where('id', '=', id).execute(),
    );
    expect(await outcomeOf(backend, answering(id, 1, course))).toMatchObject({
      ...{ status: 'rejected', code: 'invalid', params: { reason: 'damaged' } },
    });
    expect(server.told).toEqual([]);
  });

  it('signs nobody in', async () => {
    const proof = await signer.proof(officer.id, course);
    const answer = await fetch(`${server.url}/v1/session`, { headers: { Authorization: `Bearer ${proof}` } });
    expect(answer.status).toBe(401);
  });

  it('is named in a proof as the plugin for Moodle names it', () => {
    expect(achievementDigest({ ...course, proof: 'x' })).toBe('3IubZURG77_pEYCotbavSEV4eTe8TfpkgArgD6yMYQk');
  });
});
