import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.schema.js';
import type { Answers } from './answer.schema.js';
import type { Assessment, Marks } from './assessment.schema.js';
import { carriedMarks, changedSince } from './reviewed.js';
import { sameJson } from './same-json.js';
import { criteria, full, unit } from './test-helpers/stages.js';
import { outsider, owner, reviewer, smallSet, World } from './test-helpers/world.js';

const people = ['p1', 'p2', 'p3'] as const;
const cast: Actor[] = [
  ...people.map((id): Actor => ({ id, name: id, roles: ['officer', 'reviewer', 'signer'], scope: ['*'] })),
  reviewer,
  outsider,
];

const act = fc.record({
  who: fc.constantFrom(...cast),
  kind: fc.constantFrom('submit', 'review', 'mark', 'verify', 'verify', 'grant', 'grant', 'revoke'),
  about: fc.subarray([0, 1, 2], { minLength: 1 }),
  stale: fc.integer({ min: 0, max: 9 }).map((draw) => draw === 0),
  low: fc.boolean(),
});

const stages = fc.array(fc.constantFrom(0, 1, 2, 3, 3, 3), { minLength: 3, maxLength: 3 });

/** Whoever had a hand in it. */
const authors = ({ owner: own, history }: Assessment): Set<string> =>
  new Set([
    own,
    ...history.filter(({ kind }) => /open|answer|submit|withdraw/.test(kind)).map(({ by }) => by),
  ]);

/** Three assessments, each of another person, led on by the reviewer as far as given. */
async function threeAt(stages: readonly number[]): Promise<World> {
  const world = new World(smallSet);
  for (const [index, id] of people.entries()) {
    const who: Actor = { ...owner, id };
    await world.run(who, 'subject.register', `s${index}`, 0, { ...unit, cycle: '2026', criteria });
    await world.run(who, 'assessment.open', `a${index}`, 0, { subject: `s${index}`, cycle: '2026' });
    await world.run(who, 'assessment.answer', `a${index}`, 1, { answers: full });
    const steps = ['submit', 'review', 'verify'] as const;
    for (const [step, kind] of steps.slice(0, stages[index]).entries())
      await world.run(step ? reviewer : who, `assessment.${kind}`, `a${index}`, 2 + step, {});
  }
  return world;
}

describe('judging, whoever does what in whatever order', () => {
  it('recognises nothing unverified and nobody of his own, and grants a list whole or not at all', async () => {
    let granted = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(stages, fc.array(act, { minLength: 15, maxLength: 40 }), async (from, acts) => {
        const world = await threeAt(from);
        for (const [step, { who, kind, about, stale, low }] of acts.entries()) {
          const before = world.assessments();
          const versionOf = (index: number) =>
            (before.find(({ id }) => id === `a${index}`)?.version ?? 0) - (stale ? 1 : 0);
          const [first = 0] = about;
          const record = `a${first}`;
          if (kind === 'grant') {
            const decision = await world.run(who, 'recognition.grant', `d${step}`, 0, {
              decision: {
                number: `${step}/QĐ`,
                date: '2026-12-05',
                signer: 'Phạm Minh Đức',
                issuer: { id: 'hkh', name: 'Hội Khuyến học' },
              },
              grants: about.map((index) => ({
                assessment: `a${index}`,
                expected: versionOf(index),
                outcome: 'kha',
              })),
            });
            const after = world.assessments();
            const changed = after.filter((one, i) => one.version !== before[i]?.version);
            expect(changed.length).toBe(decision.status === 'applied' ? about.length : 0);
            if (decision.status === 'applied') granted += 1;
            else refused += 1;
            for (const one of changed) {
              const was = before.find(({ id }) => id === one.id)!;
              expect(was.state).toBe('verified');
              expect(was.review?.score?.passed).toBe(true);
              expect(authors(was)).not.toContain(who.id);
              expect((await world.read('recognition', one.id))?.decision.id).toBe(`d${step}`);
            }
          } else if (kind === 'revoke') {
            await world.run(who, 'recognition.revoke', record, stale ? 0 : 1, { reason: 'Sai phạm' });
          } else if (kind === 'mark') {
            const answer = { points: low ? '0' : '4' };
            await world.run(who, 'assessment.mark', record, versionOf(first), {
              marks: { c1: { answer, reason: 'Theo sổ' } },
            });
          } else {
            await world.run(who, `assessment.${kind}`, record, versionOf(first), {});
          }
        }
        const titles = [...world.records.values()].flatMap((one) =>
          one.type === 'recognition' ? [one.value] : [],
        );
        const places = titles.map(({ status }) => status?.index).sort();
        expect(places).toEqual([...titles.keys()].sort());
      }),
      { numRuns: 150, seed: 20261124 },
    );
    // Both were put to the test.
    expect(Math.min(granted, refused)).toBeGreaterThan(20);
  }, 60_000);
});

const id = fc.constantFrom('c1', 'c2', 'c3', 'c4');
const answer = fc.record(
  { points: fc.constantFrom('1', '2'), note: fc.constantFrom('a', 'b') },
  { requiredKeys: [] },
);
const answers: fc.Arbitrary<Answers> = fc.dictionary(id, answer);
const marks: fc.Arbitrary<Marks> = fc.dictionary(
  id,
  fc.record({
    answer: fc.record({ points: fc.constantFrom('0', '3') }),
    reason: fc.constant('R'),
    at: fc.constant('2026-11-01T00:00:00.000Z'),
    by: fc.constant('reviewer'),
    byName: fc.constant('R'),
  }),
);

describe('marks of an earlier review', () => {
  it('stay exactly where the answer did not change, and every one is accounted for', () => {
    fc.assert(
      fc.property(answers, answers, marks, (then, now, given) => {
        const returned = {
          at: '2026-11-02T00:00:00.000Z',
          by: 'reviewer',
          byName: 'R',
          reason: 'Bổ sung',
          answers: then,
          facts: {},
          marks: given,
        };
        const { marks: kept, dropped } = carriedMarks({ answers: now, returned });
        for (const [criterion, mark] of Object.entries(given)) {
          const unchanged = sameJson(then[criterion], now[criterion]);
          expect(kept[criterion]).toEqual(unchanged ? mark : undefined);
          expect(dropped.includes(criterion)).toBe(!unchanged);
        }
        expect(Object.keys(kept).length + dropped.length).toBe(Object.keys(given).length);
        for (const change of changedSince({ answers: now, returned })) {
          expect(change.before).toEqual(then[change.criterion]);
          expect(change.after).toEqual(now[change.criterion]);
        }
      }),
    );
  });
});
