import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Achievement } from '../../src/domain/achievement.schema.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import type { Evidence } from '../../src/domain/answer.schema.js';
import { conformance, type Harness, type Part } from '../../src/backend/conformance/conformance.js';
import {
  command,
  createScene,
  newId,
  officer,
  reviewer,
  stranger,
} from '../../src/backend/conformance/scene.js';
import {
  createAjaxTransport,
  createMoodleAdapter,
  createRestTransport,
  type MoodleTransport,
} from '../../src/backend/moodle/moodle-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import { errorEn } from '../../src/i18n/en/error.js';
import { errorVi } from '../../src/i18n/vi/error.js';
import { startMoodleDouble, type MoodleDouble } from './moodle-double.js';

let moodle: MoodleDouble;
beforeAll(async () => void (moodle = await startMoodleDouble()));
afterAll(() => moodle.close());

/** Back ends whose next call never comes back. */
const stalled = new WeakSet<Backend>();

function over(transport: MoodleTransport): Backend {
  const backend: Backend = createMoodleAdapter({
    transport: {
      call(...call) {
        return stalled.delete(backend) ? new Promise(() => undefined) : transport.call(...call);
      },
    },
  });
  return backend;
}

const overAjax = (sesskey: string): Backend =>
  over(createAjaxTransport({ page: () => ({ wwwroot: moodle.url, sesskey }) }));
const overRest = (token: string | undefined): Backend =>
  over(createRestTransport({ wwwroot: moodle.url, token: () => token }));

function harness(connect: (login: { tenant: string; actor: Actor | null }) => Backend): Harness {
  return {
    parts: ['core', 'review', 'recognition', 'places', 'register', 'files', 'achievements'] satisfies Part[],
    open: async (login) => connect(login),
    stall: (backend) => void stalled.add(backend),
    loseAnswer: () => moodle.failNext('', 'lost'),
    award: async (tenant, actor, achievements) => moodle.award({ tenant, actor }, achievements),
  };
}

describe('by AJAX with the key of a session', () => {
  for (const { name, run } of conformance(harness((login) => overAjax(moodle.login(login))))) it(name, run);
});

describe('by REST with a token', () => {
  // Moodle tells visitors nothing there; the rest is the same adapter as above.
  const some = harness((login) => overRest(login.actor ? moodle.login(login) : undefined));
  for (const { name, run } of conformance({ ...some, parts: ['review', 'achievements'] })) it(name, run);
});

describe('an answer of Moodle', () => {
  const at = (): Backend => overAjax(moodle.login({ tenant: newId(), actor: officer }));
  const ask = (backend: Backend): Promise<unknown> => backend.query('subjects.list', {});

  it.each([
    ['requireloginerror', 'unauthenticated'],
    ['nopermissions', 'forbidden'],
    ['invalidparameter', 'invalid'],
    ['errornotfound', 'not-found'],
    ['errortoolarge', 'too-large'],
    ['codingerror', 'server'],
  ] as const)('says %s with status 200: %s', async (code, expected) => {
    const backend = at();
    await backend.session();
    moodle.failNext(code);
    await expect(ask(backend)).rejects.toMatchObject({ code: expected });
    await expect(ask(backend)).resolves.toEqual({ items: [] });
  });

  it('says that there is no such function: the plugin is missing', async () => {
    const backend = at();
    moodle.failNext('invalidrecord', 'object');
    await expect(backend.session()).rejects.toMatchObject({
      code: 'unsupported',
      params: { reason: 'moodle-plugin' },
    });
    for (const words of [errorVi, errorEn])
      expect(words['error.unsupported.moodle-plugin']).toMatch(/Moodle/);
  });

  it('is none, but a page of the network', async () => {
    const backend = at();
    moodle.failNext('', 'html');
    await expect(backend.session()).rejects.toMatchObject({
      code: 'server',
      params: { reason: 'malformed' },
    });
  });

  it('is empty, where web services are switched off', async () => {
    const backend = overRest(moodle.login({ tenant: newId(), actor: officer }));
    moodle.webServices = false;
    await expect(backend.session()).rejects.toMatchObject({
      code: 'unsupported',
      params: { reason: 'web-services' },
    });
    for (const words of [errorVi, errorEn]) expect(words['error.unsupported.web-services']).toMatch(/Moodle/);
    moodle.webServices = true;
  });
});

describe('a session', () => {
  const publish = () => command('consent.withdraw', newId(), 1, {});

  it('that ends keeps what was to be sent: the person signs in and goes on', async () => {
    const key = moodle.login({ tenant: newId(), actor: officer });
    const backend = overAjax(key);
    await backend.session();
    moodle.logout(key);
    await expect(backend.execute([publish()])).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('with a new key goes on, where it is the same person', async () => {
    const tenant = newId();
    const key = moodle.login({ tenant, actor: officer });
    const backend = overAjax(key);
    await backend.session();
    moodle.renew(key, moodle.login({ tenant, actor: officer }));
    expect(await backend.execute([publish()])).toMatchObject([{ status: 'rejected', code: 'not-found' }]);
    const pdf = new Blob(['%PDF-1.7\n']);
    await expect(backend.files!.put(pdf)).resolves.toMatchObject({ type: 'application/pdf' });
  });

  it('of somebody else since is not taken for the first one', async () => {
    const tenant = newId();
    const key = moodle.login({ tenant, actor: officer });
    const backend = overAjax(key);
    await backend.session();
    moodle.renew(key, moodle.login({ tenant, actor: stranger }));
    const pdf = new Blob(['%PDF-1.7\n']);
    await expect(backend.files!.put(pdf)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('what it costs', () => {
  it('asks in one call what comes in one go, and sends a command in two', async () => {
    const backend = overAjax(moodle.login({ tenant: newId(), actor: reviewer }));
    await backend.session();
    moodle.calls.length = 0;
    await Promise.all([
      backend.query('subject.get', { id: newId() }).catch(() => undefined),
      backend.query('assessment.get', { id: newId() }).catch(() => undefined),
    ]);
    expect(moodle.calls).toEqual(['local_htsd_query']);
  });

  it('has a list narrowed where it lies: whoever is in charge of a site does not fetch all of it', async () => {
    const questions: unknown[] = [];
    const ajax = createAjaxTransport({
      page: () => ({ wwwroot: moodle.url, sesskey: moodle.login({ tenant: newId(), actor: reviewer }) }),
    });
    const backend = over({
      call(name, args, signal) {
        if (name === 'local_htsd_query') questions.push(...(args['questions'] as unknown[]));
        return ajax.call(name, args, signal);
      },
    });
    await backend.query('assessments.list', { mine: true, cycle: '2026' });
    await backend.query('assessments.list', { state: 'submitted' });
    await backend.query('subjects.list', { mine: true });
    expect(JSON.parse(JSON.stringify(questions))).toEqual([
      { ask: 'scan', type: 'assessment', mine: true, cycle: '2026' },
      { ask: 'scan', type: 'assessment', state: 'submitted' },
      { ask: 'scan', type: 'subject', mine: true },
    ]);
  });

  it('refuses funds before it asks anybody', async () => {
    const backend = overAjax(moodle.login({ tenant: newId(), actor: reviewer }));
    await expect(backend.query('public.funds.list', {})).rejects.toMatchObject({ code: 'unsupported' });
  });
});

describe('what a person achieved in that Moodle', () => {
  const course: Achievement = {
    kind: 'course',
    name: 'Kỹ năng số',
    on: '2026-03-12',
    url: 'https://moodle.example.vn/course/view.php?id=2',
  };

  /** An officer with that course, and an assessment that he has open. */
  async function scene() {
    const tenant = newId();
    const login = { tenant, actor: officer };
    const key = moodle.login(login);
    const world = await createScene({ open: async ({ actor }) => overAjax(moodle.login({ tenant, actor })) });
    moodle.award(login, [course]);
    const backend = overAjax(key);
    const { id } = await world.openAssessment(backend);
    const answer = (...evidence: Evidence[]) =>
      backend.execute([command('assessment.answer', id, 1, { answers: { c1: { yes: true, evidence } } })]);
    return { tenant, key, backend, answer };
  }
  const piece = ({ name, url, ...achievement }: Achievement): Evidence => ({
    ...{ id: newId(), kind: 'link', name, url, addedAt: '2026-11-26T00:00:00.000Z', achievement },
  });

  it.each([
    ['of another day', { ...course, on: '2026-03-13' }],
    ['under another name', { ...course, name: 'Thạc sĩ' }],
    ['as a badge', { ...course, kind: 'badge' as const }],
    ['of another course', { ...course, url: `${course.url}3` }],
  ])('is not taken %s', async (_what, claimed) => {
    const { answer } = await scene();
    expect(await answer(piece(course), piece(claimed))).toMatchObject([
      { status: 'rejected', code: 'invalid' },
    ]);
    expect(await answer(piece(course))).toMatchObject([{ status: 'applied' }]);
  });

  it('is told without what does not fit', async () => {
    const { tenant, backend } = await scene();
    const strange = { ...course, url: 'javascript:alert(1)' };
    moodle.award({ tenant, actor: officer }, [strange, course]);
    expect(await backend.achievements!()).toEqual([course]);
  });

  it('is not asked for with the key of somebody else', async () => {
    const { tenant, key, backend } = await scene();
    await backend.session();
    moodle.renew(key, moodle.login({ tenant, actor: stranger }));
    await expect(backend.achievements!()).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('cannot be asked of a plugin that is older than the page', async () => {
    const { backend } = await scene();
    moodle.failNext('invalidrecord', 'object');
    await expect(backend.achievements!()).rejects.toMatchObject({
      code: 'unsupported',
      params: { reason: 'moodle-plugin' },
    });
  });
});
