import { aborts, ensure, failsWith, receiptOf, same } from './assertions.js';
import type { CaseScript } from './conformance.js';
import { command, createScene, officer } from './scene.js';

/** Milliseconds that a change may take to the other device. */
const patience = 5_000;

const session: CaseScript = {
  name: 'says who is asking, and in which tenant',
  async run(scene) {
    const { actor, tenant } = await (await scene.as(officer)).session();
    same([actor?.id, actor?.name, actor?.roles], [officer.id, officer.name, officer.roles], 'the actor');
    ensure(tenant.length > 0, 'a session must name its tenant');
  },
};

const abort: CaseScript = {
  name: 'rejects an aborted call with an AbortError, and does nothing',
  async run(scene) {
    const backend = await scene.as(officer);
    const { id } = await scene.openAssessment(backend);
    const signal = AbortSignal.abort();
    await aborts(backend.session({ signal }), 'session');
    await aborts(backend.query('subjects.list', {}, { signal }), 'query');
    const answer = command('assessment.answer', id, 1, { answers: { c1: { yes: true } } });
    await aborts(backend.execute([answer], { signal }), 'execute');
    same((await scene.getAssessment(backend, id)).version, 1, 'the version after an aborted command');
    const controller = new AbortController();
    const asked = backend.query('subjects.list', {}, { signal: controller.signal });
    controller.abort();
    await aborts(asked, 'a query aborted under way');
  },
};

const silence: CaseScript = {
  name: 'lets go of a call that never answers as soon as it is aborted',
  needs: 'stall',
  async run(scene, harness) {
    const backend = await scene.as(officer);
    const controller = new AbortController();
    harness.stall?.(backend);
    const asked = backend.query('subjects.list', {}, { signal: controller.signal });
    controller.abort();
    await aborts(asked, 'a query without an answer');
    same((await backend.query('subjects.list', {})).items, [], 'the next query');
  },
};

const lostAnswer: CaseScript = {
  name: 'answers duplicate where the first answer was lost',
  needs: 'loseAnswer',
  async run(scene, harness) {
    const backend = await scene.as(officer);
    const { id } = await scene.openAssessment(backend);
    const one = command('assessment.answer', id, 1, { answers: { c1: { yes: true } } });
    harness.loseAnswer?.(backend);
    await failsWith(backend.execute([one]), ['offline', 'timeout', 'server'], 'the answer that was lost');
    receiptOf(await scene.send(backend, one), 'duplicate', 'sent again');
    same((await scene.getAssessment(backend, id)).version, 2, 'the version');
  },
};

const damage: CaseScript = {
  name: 'says so where a stored record is damaged, and still shows the others',
  needs: 'damage',
  async run(scene, harness) {
    const backend = await scene.as(officer);
    const spoilt = await scene.openAssessment(backend);
    const sound = await scene.openAssessment(backend);
    await harness.damage?.(scene.tenant, spoilt.id);
    await failsWith(
      backend.query('assessment.get', { id: spoilt.id }),
      ['invalid', 'server'],
      'the damaged one',
    );
    same(
      (await backend.query('assessments.list', {})).items.map((one) => one.id),
      [sound.id],
      'the list',
    );
    const answer = command('assessment.answer', spoilt.id, 1, { answers: {} });
    receiptOf(await scene.send(backend, answer), 'rejected', 'a command on the damaged one');
  },
};

const tenants: CaseScript = {
  name: 'keeps two tenants apart',
  async run(scene, harness) {
    const here = await scene.as(officer);
    const { id } = await scene.openAssessment(here);
    const other = await createScene(harness);
    try {
      const there = await other.as({ ...officer, roles: ['officer', 'admin'], scope: ['*'] });
      await failsWith(
        there.query('assessment.get', { id }),
        ['not-found', 'forbidden'],
        "the other tenant's record",
      );
      same((await there.query('assessments.list', {})).items, [], "the other tenant's list");
      const answer = command('assessment.answer', id, 1, { answers: { c1: { yes: true } } });
      receiptOf(await other.send(there, answer), 'rejected', 'a command on the other tenant');
      same((await scene.getAssessment(here, id)).version, 1, 'the version');
    } finally {
      await other.end();
    }
  },
};

const together: CaseScript = {
  name: 'lets two devices of one tenant see the same records',
  async run(scene) {
    const [here, there] = [await scene.as(officer), await scene.as(officer)];
    const heard: string[] = [];
    const told = new Promise<void>((resolve) => {
      there.subscribe?.((event) => {
        heard.push(event.type);
        if (event.type === 'assessment') resolve();
      });
    });
    const { id } = await scene.openAssessment(here);
    same((await scene.getAssessment(there, id)).version, 1, 'the record on the other device');
    ensure(!there.capabilities.push || 'subscribe' in there, 'capabilities.push promises subscribe');
    if (there.capabilities.push) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, patience)));
      await Promise.race([told, late]);
      clearTimeout(timer);
      ensure(heard.includes('assessment'), `the other device must hear of the change within ${patience} ms`);
    }
  },
};

const dispose: CaseScript = {
  name: 'refuses calls after it was disposed of, which may happen twice',
  async run(scene) {
    const backend = await scene.as(officer);
    await backend.query('subjects.list', {});
    await backend.dispose();
    await backend.dispose();
    await failsWith(backend.query('subjects.list', {}), ['unsupported'], 'a query');
    await failsWith(backend.execute([]), ['unsupported'], 'a command');
  },
};

export const borderCases: CaseScript[] = [
  session,
  abort,
  silence,
  lostAnswer,
  damage,
  tenants,
  together,
  dispose,
];
