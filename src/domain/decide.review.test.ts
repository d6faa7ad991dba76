import { describe, expect, it } from 'vitest';
import type { CommandOf } from './command.schema.js';
import { changedSince, factsChangedSince, reviewed } from './reviewed.js';
import { full, link, outcome, submitted } from './test-helpers/stages.js';
import { mayor, owner, reviewer, smallSet, type World } from './test-helpers/world.js';

type Marks = CommandOf<'assessment.mark'>['payload']['marks'];

const stored = async (world: World) => (await world.read('assessment', 'a'))!;
const mark = async (world: World, marks: Marks, who = reviewer) =>
  outcome(world, who, 'assessment.mark', 'a', (await stored(world)).version, { marks });
const lower = { answer: { points: '3' }, reason: 'Sổ chỉ có 3 lớp' };

describe("a reviewer's mark", () => {
  it('stands beside the answer, with its reason, and counts when it is verified', async () => {
    const world = await submitted('in-review');
    expect(await mark(world, { c1: lower })).toBe('applied');
    const found = await stored(world);
    expect(found.answers).toEqual(full);
    expect(found.review?.marks).toMatchObject({ c1: { ...lower, by: 'reviewer', byName: reviewer.name } });
    expect(reviewed(found)).toEqual({ c1: { points: '3' }, c2: full.c2 });
    await world.run(reviewer, 'assessment.verify', 'a', found.version, {});
    const verified = await stored(world);
    expect(verified.review?.score).toMatchObject({ total: 4, outcome: 'thap', passed: false });
    expect(verified.submissions[0]?.score).toMatchObject({ total: 6, outcome: 'kha' });
  });

  it('keeps note and evidence of the author', async () => {
    const world = await submitted('in-review');
    await mark(world, { c2: { answer: { points: '5' }, reason: 'Đủ minh chứng' } });
    expect(reviewed(await stored(world))['c2']).toEqual({ points: '5', evidence: [link] });
  });

  it('can say that something does not apply, with the reason that the set asks for', async () => {
    const world = await submitted('in-review');
    const set = structuredClone(smallSet);
    if (set.scoring.mode === 'points') set.scoring.notApplicable = 'reweight';
    set.sections[0]!.criteria[0]!.notApplicable = true;
    world.records.set('criteria small@1', { type: 'criteria', value: set });
    const given = { c1: { answer: { notApplicable: true }, reason: 'Đơn vị không có lớp' } };
    expect(await mark(world, given)).toBe('applied');
    const found = await stored(world);
    expect(reviewed(found)['c1']).toEqual({ notApplicable: true, reason: 'Đơn vị không có lớp' });
    await world.run(reviewer, 'assessment.verify', 'a', found.version, {});
    expect((await stored(world)).review?.score).toMatchObject({ total: 2, max: 10 });
  });

  it('is taken back by null, and by saying what the author says', async () => {
    for (const back of [null, { answer: { points: ' 5,00 ' }, reason: 'Đúng' }]) {
      const world = await submitted('in-review');
      await mark(world, { c1: lower });
      expect(await mark(world, { c1: back })).toBe('applied');
      expect((await stored(world)).review).not.toHaveProperty('marks');
    }
  });

  it.each<[string, Marks, string]>([
    ['a criterion that the set does not know', { c9: lower }, 'criterion-unknown c9'],
    ['a reason of blanks', { c1: { answer: { points: '3' }, reason: ' \n ' } }, 'invalid marks.c1.reason'],
    [
      'more points than there are',
      { c1: { answer: { points: '6' }, reason: 'R' } },
      'invalid marks.c1.answer',
    ],
    ['half a number', { c1: { answer: { points: '3,' }, reason: 'R' } }, 'invalid marks.c1.answer'],
    ['an answer of another kind', { c1: { answer: { yes: true }, reason: 'R' } }, 'invalid marks.c1.answer'],
    [
      'a "not applicable" that the set does not allow',
      { c1: { answer: { notApplicable: true }, reason: 'R' } },
      'invalid marks.c1.answer',
    ],
  ])('is refused on %s, and nothing is written', async (_title, marks, expected) => {
    const world = await submitted('in-review');
    const before = await stored(world);
    expect(await mark(world, { c2: lower, ...marks })).toBe(expected);
    expect(await stored(world)).toEqual(before);
  });

  it('is made only in review, and by nobody who had a hand in the assessment', async () => {
    expect(await mark(await submitted(), { c1: lower })).toBe('wrong-state');
    expect(await mark(await submitted('verified'), { c1: lower })).toBe('wrong-state');
    const world = await submitted('in-review');
    expect(await mark(world, { c1: lower }, owner)).toBe('forbidden');
    expect(await mark(world, { c1: lower }, { ...reviewer, id: 'owner' })).toBe('own-assessment');
    expect(await mark(world, { c1: lower }, { ...reviewer, scope: ['other'] })).toBe('forbidden');
  });

  it('names each further reviewer in the history, once', async () => {
    const world = await submitted('in-review');
    for (const who of [reviewer, mayor, mayor])
      await mark(world, { c1: { ...lower, reason: who.name } }, who);
    const kinds = (await stored(world)).history.filter(({ kind }) => kind === 'assessment.mark');
    expect(kinds.map(({ by }) => by)).toEqual(['mayor']);
  });

  it('without a reason, as damaged data may hold one, stops the verification', async () => {
    const world = await submitted('in-review');
    await mark(world, { c1: lower });
    const value = await stored(world);
    value.review!.marks!['c1']!.reason = ' ';
    world.records.set('assessment a', { type: 'assessment', value });
    expect(await outcome(world, reviewer, 'assessment.verify', 'a', value.version, {})).toBe(
      'invalid marks.c1.reason',
    );
  });
});

describe('an assessment that was given back', () => {
  /** Marks on both criteria, then back to the author. */
  async function returned(): Promise<World> {
    const world = await submitted('in-review');
    await mark(world, { c1: lower, c2: { answer: { points: '0' }, reason: 'Thiếu minh chứng' } });
    const { version } = await stored(world);
    await world.run(reviewer, 'assessment.return', 'a', version, { reason: 'Bổ sung', comments: [] });
    return world;
  }
  const step = async (world: World, kind: 'assessment.submit' | 'assessment.review', who = owner) =>
    outcome(world, who, kind, 'a', (await stored(world)).version, {});

  it('keeps what had been answered then, so that both see what changed since', async () => {
    const world = await returned();
    expect((await stored(world)).returned).toMatchObject({
      by: 'reviewer',
      reason: 'Bổ sung',
      answers: full,
    });
    expect(changedSince(await stored(world))).toEqual([]);
    const after = { points: '2', evidence: [link], note: 'Đã bổ sung' };
    const { version } = await stored(world);
    await world.run(owner, 'assessment.answer', 'a', version, {
      answers: { c2: after, c1: null },
      facts: { public: true },
    });
    expect(changedSince(await stored(world))).toEqual([
      { criterion: 'c1', before: full.c1 },
      { criterion: 'c2', before: full.c2, after },
    ]);
    expect(factsChangedSince(await stored(world))).toEqual(['public']);
  });

  it('is reviewed again with the marks on answers that did not change, and says which fell away', async () => {
    const world = await returned();
    const { version } = await stored(world);
    const changed = { ...full.c2, note: 'Đã bổ sung' };
    await world.run(owner, 'assessment.answer', 'a', version, { answers: { c2: changed } });
    expect(await step(world, 'assessment.submit')).toBe('applied');
    expect((await stored(world)).review).toBeUndefined();
    expect(await step(world, 'assessment.review', mayor)).toBe('applied');
    const { review } = await stored(world);
    expect(review).toMatchObject({
      by: 'mayor',
      marks: { c1: { ...lower, by: 'reviewer' } },
      dropped: ['c2'],
    });
    expect(Object.keys(review?.marks ?? {})).toEqual(['c1']);
  });

  it('has no changes and no marks where it never was given back', async () => {
    const world = await submitted('in-review');
    const found = await stored(world);
    expect([changedSince(found), factsChangedSince(found), found.review?.marks]).toEqual([[], [], undefined]);
    expect(reviewed(found)).toBe(found.answers);
  });
});
