import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.schema.js';
import type { CommandOf } from './command.schema.js';
import type { CriteriaSet } from './criteria-set.schema.js';
import { criteria, full, opened, outcome, registered, submitted, unit } from './test-helpers/stages.js';
import { helper, mayor, outsider, owner, reviewer, smallSet, World } from './test-helpers/world.js';

describe('subject', () => {
  it.each([
    ['an unknown set', { criteria: { id: 'none', version: '1' } }, 'criteria-unknown criteria'],
    ['another model', { model: 'clan' as const }, 'criteria-not-applicable model'],
    ['a year before the set', { cycle: '2019' }, 'criteria-not-applicable cycle'],
    ['a year after the set', { cycle: '2031' }, 'criteria-not-applicable cycle'],
  ])('is not registered for %s', async (_title, change, expected) => {
    const payload = { ...unit, cycle: '2026', criteria, ...change };
    expect(await outcome(new World(smallSet), owner, 'subject.register', 's', 0, payload)).toBe(expected);
  });

  it('is not registered for a set of another group', async () => {
    const world = new World({ ...smallSet, subjectGroup: 'schools' });
    const payload = { ...unit, cycle: '2026', criteria };
    expect(await outcome(world, owner, 'subject.register', 's', 0, payload)).toBe(
      'criteria-not-applicable subjectGroup',
    );
    expect(
      await outcome(world, owner, 'subject.register', 's', 0, { ...payload, subjectGroup: 'schools' }),
    ).toBe('applied');
  });

  it('gets one registration a year, which may change until an assessment is open', async () => {
    const world = await registered({ ...smallSet, version: '2' });
    const second = { ...unit, cycle: '2026', criteria: { id: 'small', version: '2' } };
    expect(await outcome(world, owner, 'subject.register', 's', 1, second)).toBe('applied');
    expect(await outcome(world, owner, 'subject.register', 's', 2, { ...second, cycle: '2027' })).toBe(
      'applied',
    );
    const subject = await world.read('subject', 's');
    expect(subject?.registrations.map((one) => [one.cycle, one.criteria.version])).toEqual([
      ['2026', '2'],
      ['2027', '2'],
    ]);
    await world.run(owner, 'assessment.open', 'a', 0, { subject: 's', cycle: '2026' });
    expect(await outcome(world, owner, 'subject.register', 's', 3, second)).toBe('already-exists cycle');
  });

  it('keeps its model, its owner and its place in time', async () => {
    const world = await registered();
    const clan = { ...unit, model: 'clan' as const, cycle: '2027', criteria };
    expect(await outcome(world, owner, 'subject.register', 's', 1, clan)).toBe('invalid model');
    expect(
      await outcome(world, owner, 'subject.register', 's', 0, { ...unit, cycle: '2027', criteria }),
    ).toBe('conflict');
    expect(
      await outcome(world, owner, 'subject.register', 'new', 3, { ...unit, cycle: '2027', criteria }),
    ).toBe('invalid expected');
    expect(await outcome(world, helper, 'subject.update', 's', 1, { name: 'Tên mới' })).toBe('applied');
    expect(await world.read('subject', 's')).toMatchObject({
      name: 'Tên mới',
      owner: 'owner',
      place: unit.place,
      version: 2,
    });
  });

  it('takes nothing more once it is closed', async () => {
    const world = await registered();
    expect(await outcome(world, owner, 'subject.close', 's', 1, { reason: 'Giải thể' })).toBe('applied');
    expect(await outcome(world, owner, 'subject.update', 's', 2, { name: 'X' })).toBe('closed');
    expect(await outcome(world, owner, 'assessment.open', 'a', 0, { subject: 's', cycle: '2026' })).toBe(
      'closed',
    );
    expect(
      await outcome(world, owner, 'subject.register', 's', 2, { ...unit, cycle: '2027', criteria }),
    ).toBe('closed');
  });
});

describe('assessment', () => {
  it('opens once per subject and year, for a registered subject', async () => {
    const world = await registered();
    const open = (id: string, cycle: string, subject = 's') =>
      outcome(world, owner, 'assessment.open', id, 0, { subject, cycle });
    expect(await open('a', '2027')).toBe('not-found registration');
    expect(await open('a', '2026', 'none')).toBe('not-found subject');
    expect(await open('a', '2026')).toBe('applied');
    expect(await open('b', '2026')).toBe('already-exists');
    expect(await open('a', '2026')).toBe('already-exists');
  });

  it("copies the subject's facts that the set asks for", async () => {
    const world = new World(smallSet);
    const facts = { public: true, 'other-fact': 'x' };
    await world.run(owner, 'subject.register', 's', 0, { ...unit, facts, cycle: '2026', criteria });
    await world.run(owner, 'assessment.open', 'a', 0, { subject: 's', cycle: '2026' });
    expect((await world.read('assessment', 'a'))?.facts).toEqual({ public: true });
  });

  it('merges answers and facts, and refuses what the set does not know', async () => {
    const world = await opened();
    const answer = (expected: number, payload: CommandOf<'assessment.answer'>['payload']) =>
      outcome(world, owner, 'assessment.answer', 'a', expected, payload);
    expect(await answer(1, { answers: full, facts: { public: true } })).toBe('applied');
    expect(await answer(2, { answers: { c1: null } })).toBe('applied');
    expect(await world.read('assessment', 'a')).toMatchObject({
      answers: { c2: full.c2 },
      facts: { public: true },
    });
    expect(Object.keys((await world.read('assessment', 'a'))?.answers ?? {})).toEqual(['c2']);
    expect(await answer(3, { answers: { c9: {}, c1: {} } })).toBe('criterion-unknown c9');
    expect(await answer(3, { answers: {}, facts: { public: 'yes' } })).toBe('invalid facts.public');
    expect(await answer(1, { answers: {} })).toBe('conflict');
  });

  it('is submitted only when nothing is missing, with a score of its own', async () => {
    const world = await opened();
    const submit = (expected: number) => outcome(world, owner, 'assessment.submit', 'a', expected, {});
    expect(await submit(1)).toBe('incomplete c1.c2');
    await world.run(owner, 'assessment.answer', 'a', 1, {
      answers: { c1: { points: '5' }, c2: { points: '1' } },
    });
    expect(await submit(2)).toBe('incomplete c2');
    await world.run(owner, 'assessment.answer', 'a', 2, { answers: full });
    expect(await submit(3)).toBe('applied');
    const assessment = await world.read('assessment', 'a');
    expect(assessment?.submissions).toMatchObject([
      { by: 'owner', score: { total: 6, outcome: 'kha', passed: true } },
    ]);
    expect(await outcome(world, owner, 'assessment.answer', 'a', 4, { answers: {} })).toBe('wrong-state');
  });

  it('comes back to its author only until a reviewer has taken it up', async () => {
    const world = await submitted();
    await world.run(reviewer, 'assessment.review', 'a', 3, {});
    expect(await outcome(world, owner, 'assessment.withdraw', 'a', 4, {})).toBe('wrong-state');
    const comment = { id: 'k1', criterion: 'c1', text: 'Thiếu số liệu' };
    const back = (comments: (typeof comment)[]) =>
      outcome(world, reviewer, 'assessment.return', 'a', 4, { reason: 'Bổ sung', comments });
    expect(await back([{ ...comment, criterion: 'c9' }])).toBe('criterion-unknown c9');
    expect(await back([comment, comment])).toBe('invalid comments.id');
    expect(await back([comment])).toBe('applied');
    expect(await world.read('assessment', 'a')).toMatchObject({
      state: 'returned',
      comments: [{ ...comment, by: 'reviewer' }],
    });
    expect(await outcome(world, owner, 'assessment.submit', 'a', 5, {})).toBe('applied');
    expect((await world.read('assessment', 'a'))?.review).toBeUndefined();
  });

  it('is judged by nobody who had a hand in it', async () => {
    const world = await opened();
    await world.run(mayor, 'assessment.answer', 'a', 1, { answers: full });
    await world.run(owner, 'assessment.submit', 'a', 2, {});
    expect(await outcome(world, mayor, 'assessment.review', 'a', 3, {})).toBe('own-assessment');
    expect(await outcome(world, { ...reviewer, id: 'owner' }, 'assessment.review', 'a', 3, {})).toBe(
      'own-assessment',
    );
    expect(await outcome(world, outsider, 'assessment.review', 'a', 3, {})).toBe('forbidden');
    expect(await outcome(world, owner, 'assessment.review', 'a', 3, {})).toBe('forbidden');
    expect(await outcome(world, null, 'assessment.review', 'a', 3, {})).toBe('forbidden');
    expect(await outcome(world, { ...reviewer, scope: ['s'] }, 'assessment.review', 'a', 3, {})).toBe(
      'applied',
    );
  });
});

describe('criteria', () => {
  it('are published once per version, without errors, by those in charge', async () => {
    const world = new World();
    const publish = (actor: Actor, record: string, set: CriteriaSet) =>
      outcome(world, actor, 'criteria.publish', record, 0, { set });
    expect(await publish(owner, 'small@1', smallSet)).toBe('forbidden');
    expect(await publish(mayor, 'small@2', smallSet)).toBe('invalid record');
    expect(await publish(mayor, 'small@1', { ...smallSet, sections: [] })).toMatch(/^criteria-invalid/);
    expect(await publish(mayor, 'small@1', smallSet)).toBe('applied');
    expect(await publish(mayor, 'small@1', { ...smallSet, title: { vi: 'Khác' } })).toBe('already-exists');
  });

  it('are localised on a set that exists', async () => {
    const world = new World(smallSet);
    const overlay = {
      format: 1 as const,
      base: criteria,
      id: 'small-local',
      version: '1',
      title: { vi: 'Bộ tiêu chí của xã' },
      source: { name: { vi: 'Quyết định của xã' } },
    };
    const localise = (record: string, change = {}) =>
      outcome(world, mayor, 'criteria.localise', record, 0, { overlay: { ...overlay, ...change } });
    expect(await localise('small-local@1', { base: { id: 'none', version: '1' } })).toBe(
      'criteria-unknown criteria',
    );
    expect(await localise('small-local@1', { passMark: 4 })).toMatch(/^criteria-invalid/);
    expect(await localise('small-local@1', { passMark: 6 })).toBe('applied');
    expect(await world.read('criteria', 'small-local@1')).toMatchObject({
      localisedFrom: criteria,
      scoring: { passMark: 6 },
    });
  });
});

describe('consent', () => {
  it('is given for a subject, and withdrawn once, even after the subject was closed', async () => {
    const world = await registered();
    const payload = {
      subjectId: 's',
      purpose: 'assessment' as const,
      textVersion: '1',
      giver: 'self' as const,
      giverName: 'Ánh',
      form: 'paper' as const,
    };
    expect(await outcome(world, outsider, 'consent.give', 'c', 0, payload)).toBe('forbidden');
    expect(await outcome(world, owner, 'consent.give', 'c', 0, { ...payload, subjectId: 'none' })).toBe(
      'not-found subject',
    );
    expect(await outcome(world, owner, 'consent.give', 'c', 0, payload)).toBe('applied');
    expect(await outcome(world, owner, 'consent.give', 'c', 0, payload)).toBe('already-exists');
    await world.run(owner, 'subject.close', 's', 1, { reason: 'Giải thể' });
    expect(await outcome(world, owner, 'consent.withdraw', 'c', 1, {})).toBe('applied');
    expect(await outcome(world, owner, 'consent.withdraw', 'c', 2, {})).toBe('wrong-state');
  });
});
