import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAnswer, criterion, factsOf, setOf } from '../../test/fixtures/criteria-sets.js';
import type { Answers } from './answer.schema.js';
import type { Assessment } from './assessment.schema.js';
import { canonicalJson } from './canonical-json.js';
import { changeSet } from './change-set.js';
import type { Criterion, CriteriaSet } from './criteria-set.schema.js';
import { criteria, full, outcome, unit } from './test-helpers/stages.js';
import { helper, outsider, owner, smallSet, World } from './test-helpers/world.js';

type Part = Pick<Assessment, 'answers' | 'facts' | 'criteria' | 'setAside'>;
const refOf = ({ id, version }: CriteriaSet) => ({ id, version });
const points = { mode: 'points' as const, max: 100, classes: [] };
/** Sets that share some questions: the words of a criterion depend on its id and on one of two wordings. */
const set = (id: string, all: Criterion[]): CriteriaSet => setOf(points, all, { id, facts: [] });
const asked = (id: string, wording: string): Criterion =>
  criterion(id, { input: 'points', max: 10, title: { vi: `${id} ${wording}` } });

const sets: fc.Arbitrary<CriteriaSet[]> = fc
  .array(
    fc.uniqueArray(fc.tuple(fc.constantFrom('c1', 'c2', 'c3', 'c4'), fc.constantFrom('a', 'b')), {
      selector: ([id]) => id,
      minLength: 1,
    }),
    { minLength: 2, maxLength: 4 },
  )
  .map((all) =>
    all.map((some, index) =>
      set(
        `set-${index}`,
        some.map((one) => asked(...one)),
      ),
    ),
  );

const answersTo = (one: CriteriaSet): fc.Arbitrary<Answers> =>
  fc.dictionary(fc.constantFrom(...one.sections[0]!.criteria.map(({ id }) => id)), anyAnswer, {
    noNullPrototype: true,
  });

/** The assessment by another set. */
function change(part: Part, all: readonly CriteriaSet[], to: CriteriaSet): Part {
  const from = all.find(({ id }) => id === part.criteria.id);
  const { answers, facts, setAside } = changeSet(part, from, to);
  return { answers, facts, setAside, criteria: refOf(to) };
}
/** Every answer that is kept somewhere, in words. */
const everything = ({ answers, setAside = [] }: Part): string[] =>
  [answers, ...setAside.map((one) => one.answers)]
    .flatMap((one) => Object.values(one).map(canonicalJson))
    .sort();

describe('changing the set of an assessment', () => {
  it('loses and makes no answer, over any changes of sets', () => {
    const plan = sets.chain((all) =>
      fc.tuple(
        fc.constant(all),
        answersTo(all[0]!),
        fc.array(fc.tuple(fc.nat(all.length - 1), fc.dictionary(fc.constantFrom('c1', 'c2'), anyAnswer))),
      ),
    );
    fc.assert(
      fc.property(plan, ([all, answers, steps]) => {
        let now: Part = { answers, facts: {}, criteria: refOf(all[0]!) };
        for (const [index, typed] of steps) {
          const to = all[index]!;
          if (to.id === now.criteria.id) continue;
          const before = everything(now);
          now = change(now, all, to);
          // Where both sets hold the same answer to the same question, one of the two is enough.
          expect([...new Set(everything(now))]).toEqual([...new Set(before)]);
          const ids = to.sections[0]!.criteria.map(({ id }) => id);
          expect(ids).toEqual(expect.arrayContaining(Object.keys(now.answers)));
          const fresh = Object.entries(typed).filter(([id]) => ids.includes(id) && !now.answers[id]);
          now = { ...now, answers: { ...now.answers, ...Object.fromEntries(fresh) } };
        }
      }),
    );
  });

  it('gives back what was there when the set is changed back', () => {
    const plan = sets.chain((all) => fc.tuple(fc.constant(all), answersTo(all[0]!), factsOf));
    fc.assert(
      fc.property(plan, ([[first, second], answers]) => {
        const start: Part = { answers, facts: {}, criteria: refOf(first!) };
        const back = change(change(start, [first!, second!], second!), [first!, second!], first!);
        expect(back).toEqual({ ...start, setAside: [] });
      }),
    );
  });

  it('takes an answer along only to the very same question', () => {
    const one = asked('c1', 'a');
    const start: Part = {
      answers: { c1: { points: '7,' } },
      facts: {},
      criteria: { id: 'one', version: '1' },
    };
    const into = (other: Partial<Criterion>) =>
      changeSet(start, set('one', [one]), set('two', [{ ...one, ...other }]));
    expect(into({ number: '9', guidance: { vi: 'Khác' } })).toMatchObject({ carried: ['c1'], left: [] });
    for (const other of [
      { title: { vi: 'Câu khác' } },
      { max: 5 },
      { input: 'yesno' as const },
      { id: 'c9' },
    ]) {
      expect(into(other)).toMatchObject({
        answers: {},
        carried: [],
        left: ['c1'],
        setAside: [{ answers: start.answers }],
      });
    }
    expect(changeSet(start, undefined, set('two', [one])).left).toEqual(['c1']);
  });

  it('keeps two different answers to the same question, each by its set', () => {
    const [first, second] = [set('one', [asked('c1', 'a')]), set('two', [asked('c1', 'a')])];
    const start: Part = {
      answers: { c1: { points: '3' } },
      facts: {},
      criteria: refOf(first),
      setAside: [{ criteria: refOf(second), answers: { c1: { points: '8' } }, facts: {} }],
    };
    const there = change(start, [first, second], second);
    expect(there.answers).toEqual({ c1: { points: '8' } });
    expect(change(there, [first, second], first).answers).toEqual({ c1: { points: '3' } });
  });
});

describe('another set for a year with an open assessment', () => {
  const other: CriteriaSet = {
    ...smallSet,
    id: 'other',
    facts: [],
    sections: [
      { id: 's', title: { vi: 'Mục' }, criteria: [smallSet.sections[0]!.criteria[0]!, asked('x', 'a')] },
    ],
  };
  const register = { ...unit, cycle: '2026', criteria: refOf(other) };
  async function answered(): Promise<World> {
    const world = new World(smallSet, other);
    await world.run(owner, 'subject.register', 's', 0, { ...unit, cycle: '2026', criteria });
    await world.run(owner, 'assessment.open', 'a', 0, { subject: 's', cycle: '2026' });
    await world.run(owner, 'assessment.answer', 'a', 1, { answers: full, facts: { public: true } });
    return world;
  }

  it('takes the place of the first, and brings all answers back with it', async () => {
    const world = await answered();
    const before = await world.read('assessment', 'a');
    expect(await outcome(world, helper, 'subject.register', 's', 1, { ...register, name: 'Tên mới' })).toBe(
      'applied',
    );
    const changed = await world.read('assessment', 'a');
    expect(changed).toMatchObject({
      criteria: refOf(other),
      version: 3,
      state: 'draft',
      subjectName: 'Tên mới',
      answers: { c1: full.c1 },
      facts: {},
      setAside: [{ criteria, answers: { c2: full.c2 }, facts: { public: true } }],
    });
    // He had a hand in it, and cannot judge it later.
    expect(changed?.history.at(-1)).toMatchObject({ by: helper.id, kind: 'subject.register', to: 'draft' });
    const subject = await world.read('subject', 's');
    expect(subject?.registrations).toMatchObject([{ cycle: '2026', criteria: refOf(other) }]);

    await world.run(owner, 'subject.register', 's', 2, { ...register, criteria });
    const back = await world.read('assessment', 'a');
    expect([back?.answers, back?.facts, back?.setAside, back?.criteria]).toEqual([
      before?.answers,
      before?.facts,
      undefined,
      criteria,
    ]);
  });

  it('is refused to others, for the same set, and once it was submitted, though it was withdrawn', async () => {
    const world = await answered();
    expect(await outcome(world, outsider, 'subject.register', 's', 1, register)).toBe('forbidden');
    expect(await outcome(world, owner, 'subject.register', 's', 1, { ...register, criteria })).toBe(
      'already-exists cycle',
    );
    await world.run(owner, 'assessment.submit', 'a', 2, {});
    expect(await outcome(world, owner, 'subject.register', 's', 1, register)).toBe('already-exists cycle');
    await world.run(owner, 'assessment.withdraw', 'a', 3, {});
    expect(await outcome(world, owner, 'subject.register', 's', 1, register)).toBe('already-exists cycle');
  });

  it('is no way around the rules of sets', async () => {
    const world = await answered();
    const past = { ...register, criteria: { id: 'none', version: '1' } };
    expect(await outcome(world, owner, 'subject.register', 's', 1, past)).toBe('criteria-unknown criteria');
    expect((await world.read('assessment', 'a'))?.answers).toEqual(full);
  });
});
