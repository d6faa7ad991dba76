import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HtsdError } from '../backend/errors.js';
import type { CommandOf } from '../domain/command.schema.js';
import type { CriteriaSet } from '../domain/criteria-set.schema.js';
import { fields, ready, scene, testSet, until, type Joined, type Scene } from './test-helpers/scene.js';

let room: Scene;
beforeEach(() => void (room = scene()));
afterEach(() => room.end());

/** Asks the first two questions of the test's set in the same words, and one of its own. */
const other: CriteriaSet = {
  ...testSet,
  id: 'bo-khac',
  facts: [],
  scoring: { mode: 'points', max: 30, classes: [{ id: 'dat', label: { vi: 'Đạt' }, min: 15 }] },
  sections: [
    {
      ...testSet.sections[0]!,
      max: 30,
      criteria: [
        ...testSet.sections[0]!.criteria.slice(0, 2),
        { id: 'rieng', title: { vi: 'Riêng' }, input: 'points', max: 10 },
      ],
    },
  ],
};
const refOf = ({ id, version }: CriteriaSet) => ({ id, version });
const admin = { id: 'quan-tri', name: 'Phạm Thị Ân', roles: ['admin' as const], scope: ['*'] };

/** An officer with three answers, one of them still to be sent, where two sets apply. */
async function working(): Promise<Joined & { session: Awaited<ReturnType<typeof ready>> }> {
  const joined = room.join();
  await room.join({ actor: admin }).client.execute([
    {
      id: 'phat-hanh',
      kind: 'criteria.publish',
      record: `${other.id}@${other.version}`,
      expected: 0,
      payload: { set: other },
    },
  ]);
  const session = await ready(joined);
  session.setFact('truong-hoc', true);
  session.answer('c1', { points: '8' });
  session.answer('c3', { points: '6,', note: 'Còn thiếu' });
  return { ...joined, session };
}

describe('changing the registration', () => {
  it('changes the set, carries over what fits, and brings the rest back with the first set', async () => {
    const { session } = await working();
    await session.register({ ...fields, criteria: refOf(other) });
    let view = session.getState();
    expect(view).toMatchObject({ phase: 'editing', set: { id: 'bo-khac' }, submit: { status: 'idle' } });
    expect(view.answers).toEqual({ c1: { points: '8' } });
    expect(view.assessment?.setAside).toEqual([
      {
        criteria: refOf(testSet),
        answers: { c3: { points: '6,', note: 'Còn thiếu' } },
        facts: { 'truong-hoc': true },
      },
    ]);
    session.answer('c1', { points: '9' });
    session.answer('rieng', { points: '4' });

    await session.register({ ...fields, criteria: refOf(testSet) });
    view = session.getState();
    expect(view.set?.id).toBe('bo-thu');
    expect(view.answers).toEqual({ c1: { points: '9' }, c3: { points: '6,', note: 'Còn thiếu' } });
    expect(view.assessment?.facts['truong-hoc']).toBe(true);
    expect(view.assessment?.setAside).toMatchObject([{ answers: { rieng: { points: '4' } } }]);
  });

  it('corrects what the unit is called and what is known about it, and touches no answer', async () => {
    const { session, client } = await working();
    const corrected = {
      ...fields,
      name: 'Tên đúng',
      parent: 'UBND xã',
      facts: { 'truong-hoc': false },
      criteria: refOf(testSet),
    };
    await session.register(corrected);
    const { answers, subject, assessment, facts } = session.getState();
    expect(subject).toMatchObject({ name: 'Tên đúng', parent: 'UBND xã' });
    expect(assessment?.facts).toEqual({ 'truong-hoc': false });
    expect(facts).toEqual({ 'truong-hoc': false });
    expect(answers).toMatchObject({ c1: { points: '8' }, c3: { points: '6,' } });
    await session.register({ ...corrected, parent: '' });
    expect(session.getState().subject?.parent).toBe('');
    expect(await client.queryAll('assessments.list', { mine: true })).toHaveLength(1);
  });

  it('takes nothing back that somebody else corrected meanwhile, and asks once where both corrected the same', async () => {
    const { session, client } = await working();
    await session.register({ ...fields, criteria: refOf(testSet) });
    const { id, version } = session.getState().subject!;
    const others = room.join({ actor: admin }).client;
    const correct = (expected: number, payload: CommandOf<'subject.update'>['payload']) =>
      others.execute([{ id: `sua-${expected}`, kind: 'subject.update', record: id, expected, payload }]);
    await correct(version, { place: { name: 'Xã Mới' }, name: 'Tên của người khác' });
    const wanted = { ...fields, parent: 'UBND xã', criteria: refOf(testSet) };
    await session.register({ ...wanted, name: 'Tên đúng' });
    expect(session.getState().submit).toMatchObject({
      status: 'failed',
      problem: { code: 'conflict', params: { reason: 'registration', now: '“Tên của người khác”' } },
    });
    const subject = async () => (await client.query('subject.get', { id })).items[0]!;
    expect(await subject()).toMatchObject({ name: 'Tên của người khác', place: { name: 'Xã Mới' } });
    await session.register({ ...wanted, name: 'Tên đúng' });
    expect(session.getState().submit.status).toBe('idle');
    const after = { name: 'Tên đúng', parent: 'UBND xã', place: { name: 'Xã Mới' } };
    expect(await subject()).toMatchObject(after);
  });

  it('takes a fact away from no set that asks for it, when another set does not', async () => {
    const { session } = await working();
    await session.register({ ...fields, facts: { 'truong-hoc': true }, criteria: refOf(testSet) });
    await session.register({ ...fields, facts: {}, criteria: refOf(other) });
    expect(session.getState().subject?.facts).toEqual({ 'truong-hoc': true });
  });

  it('loses nothing without the back end, and goes through when it is tried again', async () => {
    const { session, faults } = await working();
    faults.next({ kind: 'fail', error: new HtsdError('offline') }, { call: 'execute' });
    await session.register({ ...fields, criteria: refOf(other) });
    expect(session.getState()).toMatchObject({
      set: { id: 'bo-thu' },
      submit: { status: 'failed', problem: { code: 'offline' } },
      answers: { c3: { note: 'Còn thiếu' } },
    });
    await session.retry();
    expect(session.getState().set?.id).toBe('bo-khac');
  });

  it('happened once, although its answer was lost', async () => {
    const { session, faults } = await working();
    // Nothing is typed any more: the next that is sent is the change.
    await session.register({ ...fields, criteria: refOf(testSet) });
    faults.next({ kind: 'lose-answer', error: new HtsdError('offline') }, { call: 'execute' });
    await session.register({ ...fields, criteria: refOf(other) });
    expect(session.getState().submit.status).toBe('failed');
    await session.retry();
    const { set, assessment, subject } = session.getState();
    expect([set?.id, assessment?.history.filter(({ kind }) => kind === 'subject.register').length]).toEqual([
      'bo-khac',
      1,
    ]);
    expect(subject?.registrations).toHaveLength(1);
  });

  it('is refused once the assessment was submitted', async () => {
    const { session } = await working();
    for (const id of ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']) session.answer(id, { points: '7' });
    await session.submit();
    await session.withdraw();
    await until(session, ({ phase }) => phase === 'editing');
    await session.register({ ...fields, criteria: refOf(other) });
    expect(session.getState()).toMatchObject({
      set: { id: 'bo-thu' },
      submit: { status: 'rejected', rejection: { code: 'already-exists' } },
    });
  });
});
