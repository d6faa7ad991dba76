/** A page of a Moodle that keeps its data on our server: who is signed in there, the server is told by tokens. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { moodleTokens } from '../../embed/moodle-tokens.js';
import { createHttpAdapter } from '../../src/backend/http/http-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import { command, newId, type Scene } from '../../src/backend/conformance/scene.js';
import type { Achievement } from '../../src/domain/achievement.schema.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { tokenIdentity } from '../../src/server/identity/tokens.js';
import { audience, createSigner, issuer } from '../server/keys.js';
import { sceneOn } from '../server/scene-on.js';
import { startServer, type TestServer } from '../server/start-server.js';
import { startMoodleDouble, type MoodleDouble } from './moodle-double.js';

const student: Actor = { id: 'u4', name: 'Nguyễn Thị Sen', roles: ['member'] };
const other: Actor = { id: 'u5', name: 'Lê Văn Khác', roles: ['member'] };
const people = 'moodle-1.';
const course: Achievement = {
  ...{ kind: 'course', name: 'Kỹ năng số', on: '2026-03-12' },
  url: 'https://moodle.example.vn/course/view.php?id=2',
};
let proof: string;
/** Milliseconds of the clock that the server and Moodle share. */
let clock = Date.now();
let moodle: MoodleDouble;
let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  moodle = await startMoodleDouble();
  const signer = await createSigner();
  const identify = tokenIdentity({
    ...{ issuers: [{ issuer, audience, keys: signer.keys, people }], province: 'demo' },
    now: () => new Date(clock),
  });
  server = await startServer({ signer, identify });
  const seconds = (): number => Math.floor(clock / 1_000);
  scene = await sceneOn({
    ...server,
    signer: { ...signer, token: (actor, home) => sign({ ...actor, id: people + actor.id }, home) },
  });
  function sign(actor: Actor, home: string): Promise<string> {
    return signer.token(actor, home, (jwt) => jwt.setIssuedAt(seconds()).setExpirationTime(seconds() + 300));
  }
  proof = await signer.proof(people + student.id, course);
  moodle.award({ tenant: 'site', actor: student }, [{ ...course, proof }]);
  moodle.sign = (actor) => sign({ ...actor, id: people + actor.id }, scene.tenant);
});
afterAll(() => Promise.all([moodle.close(), server.close()]));

let key: string;
let backend: Backend;
const called = (): number => moodle.calls.filter((name) => name === 'local_htsd_token').length;
beforeEach(() => {
  key = moodle.login({ tenant: 'site', actor: student });
  moodle.calls.length = 0;
  const { token, fetch, withAchievements } = moodleTokens({
    person: student.id,
    page: () => ({ wwwroot: moodle.url, sesskey: key }),
  });
  backend = withAchievements(createHttpAdapter({ baseUrl: server.url, token, fetch }));
});

describe('on a page of a Moodle, the server', () => {
  it('knows who is signed in there, and keeps what he does under his name', async () => {
    const { actor, tenant } = await backend.session();
    expect([actor?.id, actor?.name, actor?.roles, tenant]).toEqual([
      'moodle-1.u4',
      student.name,
      ['member'],
      scene.tenant,
    ]);
    const id = await scene.register(backend);
    const { items } = await backend.query('subject.get', { id });
    expect(items).toMatchObject([{ id, owner: 'moodle-1.u4' }]);
    expect(called()).toBe(1);
  });

  it('hears of him again where a token has run out between two things that he sent', async () => {
    await scene.register(backend);
    clock += 600_000;
    await scene.openAssessment(backend);
    expect(called()).toBe(2);
  });

  it('goes on with the new key of his session, and with nobody else', async () => {
    await backend.session();
    clock += 600_000;
    const again = moodle.login({ tenant: 'site', actor: student });
    moodle.renew(key, again);
    expect((await backend.session()).actor?.id).toBe('moodle-1.u4');
    clock += 600_000;
    moodle.renew(again, moodle.login({ tenant: 'site', actor: other }));
    await expect(backend.session()).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('gets nothing of who waits on the page where the key of another is at hand', async () => {
    key = moodle.login({ tenant: 'site', actor: other });
    await expect(backend.session()).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('gets nothing where the session has ended, nor from a Moodle that signs for nobody', async () => {
    moodle.logout(key);
    await expect(backend.session()).rejects.toMatchObject({ code: 'unauthenticated' });
    key = moodle.login({ tenant: 'site', actor: student });
    const { sign } = moodle;
    moodle.sign = undefined;
    await expect(backend.session()).rejects.toMatchObject({ code: 'unsupported' });
    moodle.sign = sign;
  });

  it('takes as evidence what that Moodle records of him, and proves', async () => {
    expect(backend.capabilities).toMatchObject({ achievements: true, files: true });
    const all = await backend.achievements!();
    expect(all).toEqual([{ ...course, proof }]);
    const { id } = await scene.openAssessment(backend);
    const evidence = all.map(({ name, url, ...achievement }) => ({
      ...{ id: newId(), kind: 'link' as const, name, url, addedAt: new Date().toISOString(), achievement },
    }));
    const sent = command('assessment.answer', id, 1, { answers: { c1: { yes: true, evidence } } });
    expect(await backend.execute([sent])).toMatchObject([{ status: 'applied' }]);
    const made = { ...sent, id: newId(), expected: 2 };
    made.payload = { answers: { c1: { yes: true, evidence: [{ ...evidence[0]!, name: 'Thạc sĩ' }] } } };
    expect(await backend.execute([made])).toMatchObject([{ status: 'rejected', code: 'invalid' }]);
  });

  it('is told nothing of what somebody else achieved who is at the browser now', async () => {
    key = moodle.login({ tenant: 'site', actor: other });
    await expect(backend.achievements!()).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
