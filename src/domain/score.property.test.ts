import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answersFor,
  checklistSet,
  criterion,
  factsOf,
  pointsSet,
  scored,
  setOf,
} from '../../test/fixtures/criteria-sets.js';
import type { Answer, Answers } from './answer.schema.js';
import { holds } from './condition.js';
import type { Criterion, CriteriaSet } from './criteria-set.schema.js';
import { score } from './score.js';
import type { ScoreResult } from './score.types.js';

const anySet = fc.oneof(pointsSet, checklistSet);
const criteriaOf = (set: CriteriaSet): Criterion[] => set.sections.flatMap(({ criteria }) => criteria);

/** How high an outcome stands: bound of the class or rank of the level, below everything where there is none. */
function height({ scoring }: CriteriaSet, outcome: string | null): number {
  const heights =
    scoring.mode === 'points'
      ? scoring.classes.map(({ id, min }) => [id, min] as const)
      : scoring.levels.map(({ id, rank }) => [id, rank] as const);
  return heights.find(([id]) => id === outcome)?.[1] ?? -1;
}

describe('any set, any answers', () => {
  it('keeps the total between nothing and the maximum, and its lists consistent', () => {
    fc.assert(
      fc.property(scored(anySet), ([set, facts, answers]) => {
        const result = score(set, facts, answers);
        expect(result.total).toBeGreaterThanOrEqual(0);
        expect(result.total).toBeLessThanOrEqual(result.max);
        expect(Math.round(result.total * 100) / 100).toBe(result.total);
        expect(result.order).toEqual(criteriaOf(set).map(({ id }) => id));
        expect(Object.keys(result.criteria).sort()).toEqual([...result.order].sort());
        expect(result.complete).toBe(result.open.length === 0);
        for (const section of result.sections) {
          expect(section.answered).toBeLessThanOrEqual(section.asked);
          expect(section.points).toBeLessThanOrEqual(section.max);
        }
        expect(result.sections.reduce((sum, { asked, answered }) => sum + asked - answered, 0)).toBe(
          result.open.length,
        );
        for (const one of Object.values(result.criteria)) expect(one.reasons.length).toBeGreaterThan(0);
        expect(result.reasons.length).toBeGreaterThan(0);
        expect(height(set, result.reachable)).toBeGreaterThanOrEqual(height(set, result.outcome));
        if (result.passed) expect(result.outcome).not.toBeNull();
        if (result.complete) expect(result.reachable).toBe(result.outcome);
      }),
    );
  });

  it('comes to the same with an earlier score at hand, and keeps what did not change', () => {
    const scene = scored(anySet).chain(([set, facts, answers]) =>
      fc.tuple(
        fc.constant(set),
        fc.constant(facts),
        fc.constant(answers),
        fc.oneof(factsOf, fc.constant(facts)),
        answersFor(set),
        fc.subarray(criteriaOf(set).map(({ id }) => id)),
      ),
    );
    fc.assert(
      fc.property(scene, ([set, facts, answers, nextFacts, others, changed]) => {
        const before = { set, facts, answers, result: score(set, facts, answers) };
        const next: Answers = { ...answers };
        for (const id of changed) {
          const other = others[id];
          if (other) next[id] = other;
          else delete next[id];
        }
        const result = score(set, nextFacts, next, before);
        expect(result).toEqual(score(set, nextFacts, next));
        if (nextFacts !== facts) return;
        for (const { id } of criteriaOf(set)) {
          if (next[id] === answers[id]) expect(result.criteria[id]).toBe(before.result.criteria[id]);
        }
        for (const [index, section] of set.sections.entries()) {
          const same = section.criteria.every(({ id }) => next[id] === answers[id]);
          if (same) expect(result.sections[index]).toBe(before.result.sections[index]);
        }
      }),
    );
  });

  it('throws on no content whatsoever, and changes nothing that it was given', () => {
    const content = fc.dictionary(
      fc.constantFrom('c0', 'c1', 'c2', 'toString', 'constructor', 'unknown'),
      fc.anything(),
    );
    const fields = fc.record(
      {
        points: fc.anything(),
        option: fc.anything(),
        yes: fc.anything(),
        numerator: fc.anything(),
        denominator: fc.anything(),
        notApplicable: fc.anything(),
        reason: fc.anything(),
        evidence: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anySet, factsOf, content, fields, (set, facts, answers, odd) => {
        const given = { ...answers, c1: odd } as Answers;
        const before = structuredClone({ set, facts });
        Object.freeze(given);
        const result = score(set, facts, given);
        expect(result.total).toBeLessThanOrEqual(result.max);
        expect({ set, facts }).toEqual(before);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });

  it('does not depend on the order of answers or of criteria', () => {
    fc.assert(
      fc.property(scored(anySet), ([set, facts, answers]) => {
        const turned = Object.fromEntries(Object.entries(answers).reverse());
        expect(score(set, facts, turned)).toEqual(score(set, facts, answers));
        const sections = set.sections.map((one) => ({ ...one, criteria: [...one.criteria].reverse() }));
        const { total, max, outcome, passed, reachable } = score({ ...set, sections }, facts, answers);
        expect(score(set, facts, answers)).toMatchObject({ total, max, outcome, passed, reachable });
      }),
    );
  });

  it('ignores answers to criteria that the set does not have', () => {
    fc.assert(
      fc.property(scored(anySet), ([set, facts, answers]) => {
        const { unknown: _ignored, ...known } = answers;
        expect(score(set, facts, answers)).toEqual(score(set, facts, known));
      }),
    );
  });

  it('never falls when one answer gets better', () => {
    const pair = anySet.chain((set) =>
      fc.tuple(
        fc.constant(set),
        factsOf,
        answersFor(set),
        fc.constantFrom(...criteriaOf(set)),
        fc.nat(1000),
        fc.nat(1000),
      ),
    );
    fc.assert(
      fc.property(pair, ([set, facts, answers, one, a, b]) => {
        const [worse, better] = ranked(one, Math.min(a, b), Math.max(a, b));
        const low = score(set, facts, { ...answers, [one.id]: worse });
        const high = score(set, facts, { ...answers, [one.id]: better });
        expect(high.total).toBeGreaterThanOrEqual(low.total);
        expect(height(set, high.outcome)).toBeGreaterThanOrEqual(height(set, low.outcome));
        expect(height(set, high.reachable)).toBeGreaterThanOrEqual(height(set, low.reachable));
      }),
    );
  });
});

/** Two valid answers, the second at least as good; `a <= b` in thousandths of the best. */
function ranked({ input, max = 0, options = [] }: Criterion, a: number, b: number): [Answer, Answer] {
  if (input === 'yesno') return [{ yes: a > 500 }, { yes: b > 500 }];
  if (input === 'percent')
    return [a, b].map((n) => ({ numerator: String(n), denominator: '1000' })) as [Answer, Answer];
  if (input === 'points')
    return [a, b].map((n) => ({ points: (Math.floor((max * 100 * n) / 1000) / 100).toFixed(2) })) as [
      Answer,
      Answer,
    ];
  const rising = [...options].sort((x, y) => x.points - y.points);
  return [a, b].map((n) => ({ option: rising[Math.floor((n * (rising.length - 1)) / 1000)]?.id })) as [
    Answer,
    Answer,
  ];
}

describe('points', () => {
  it('are exact: the same as sums of whole numbers', () => {
    fc.assert(
      fc.property(scored(pointsSet), ([set, facts, answers]) => {
        const result = score(set, facts, answers);
        const big = (points: number | undefined) => BigInt((points ?? 0).toFixed(2).replace('.', ''));
        const counted = Object.values(result.criteria).filter(({ max }) => max !== undefined);
        const earned = counted.reduce((sum, { points }) => sum + big(points), 0n);
        const applicable = counted.reduce((sum, { max }) => sum + big(max), 0n);
        if (set.scoring.mode !== 'points') return;
        const max = big(set.scoring.max);
        const reweight = set.scoring.notApplicable === 'reweight' && applicable > 0n;
        const total = reweight ? (2n * earned * max + applicable) / (2n * applicable) : earned;
        expect(big(result.total)).toBe(total);
      }),
    );
  });

  it('add tenths without losing any', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (count) => {
        const list = Array.from({ length: count }, (_, index) =>
          criterion(`c${index}`, { input: 'points', max: 0.1 }),
        );
        const classes = [{ id: 'all', label: { vi: 'Đạt' }, min: count / 10 }];
        const set = setOf({ mode: 'points', max: count / 10, classes }, list);
        const result = score(set, {}, Object.fromEntries(list.map(({ id }) => [id, { points: '0,1' }])));
        expect(result).toMatchObject({ total: count / 10, max: count / 10, outcome: 'all' });
      }),
    );
  });

  it('compare shares exactly with every threshold', () => {
    const counts = fc
      .integer({ min: 1, max: 1e9 })
      .chain((below) => fc.tuple(fc.integer({ min: 0, max: below }), fc.constant(below)));
    fc.assert(
      fc.property(counts, fc.nat(10_000), ([numerator, denominator], hundredths) => {
        const bands = [{ atLeast: hundredths / 100, points: 1 }];
        const set = setOf({ mode: 'points', max: 1, classes: [] }, [
          criterion('c', { input: 'percent', max: 1, bands }),
        ]);
        const result = score(
          set,
          {},
          { c: { numerator: String(numerator), denominator: String(denominator) } },
        );
        const reached = BigInt(numerator) * 10_000n >= BigInt(hundredths) * BigInt(denominator);
        expect(result.total).toBe(reached ? 1 : 0);
        const percent = Number((BigInt(numerator) * 10_000n) / BigInt(denominator)) / 100;
        expect(result.criteria['c']?.percent).toBe(percent);
        expect(percent >= hundredths / 100).toBe(reached);
      }),
    );
  });
});

describe('re-weighting', () => {
  const reweighting = pointsSet.map((set) =>
    set.scoring.mode === 'points'
      ? { ...set, scoring: { ...set.scoring, notApplicable: 'reweight' as const } }
      : set,
  );

  it('scores a set with excluded criteria like the set without them', () => {
    fc.assert(
      fc.property(scored(reweighting), ([set, facts, answers]) => {
        const sections = set.sections.map((one) => ({
          ...one,
          criteria: one.criteria.filter(({ appliesIf }) => holds(appliesIf, facts)),
        }));
        const pick = ({ total, max, outcome, passed, reachable, open }: ScoreResult) => ({
          total,
          max,
          outcome,
          passed,
          reachable,
          open,
        });
        expect(pick(score({ ...set, sections }, facts, answers))).toEqual(pick(score(set, facts, answers)));
      }),
    );
  });

  it('gives a quarter of the maximum for a quarter of every cap, whatever does not apply', () => {
    const caps = fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.boolean()), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(caps, fc.nat(4), (all, quarters) => {
        const list = all.map(([cap], index) =>
          criterion(`c${index}`, { input: 'points', max: (cap * 4) / 100, notApplicable: true }),
        );
        const max = all.reduce((sum, [cap]) => sum + cap * 4, 0);
        const set = setOf({ mode: 'points', max: max / 100, classes: [], notApplicable: 'reweight' }, list);
        const answers = Object.fromEntries(
          all.map(([cap, leftOut], index): [string, Answer] => [
            `c${index}`,
            leftOut && index > 0
              ? { notApplicable: true, reason: 'x' }
              : { points: ((cap * quarters) / 100).toFixed(2) },
          ]),
        );
        expect(score(set, {}, answers).total).toBe((max * quarters) / 4 / 100);
      }),
    );
  });

  it('does not change when every cap and every answer is multiplied', () => {
    const items = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.boolean()), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(items, fc.integer({ min: 2, max: 9 }), (all, factor) => {
        const total = (times: number) => {
          const list = all.map(([a, b], index) =>
            criterion(`c${index}`, {
              input: 'points',
              max: ((a + b + 1) * times) / 100,
              notApplicable: true,
            }),
          );
          const answers = Object.fromEntries(
            all.map(([a, , leftOut], index): [string, Answer] => [
              `c${index}`,
              leftOut ? { notApplicable: true, reason: 'x' } : { points: ((a * times) / 100).toFixed(2) },
            ]),
          );
          return score(
            setOf({ mode: 'points', max: 100, classes: [], notApplicable: 'reweight' }, list),
            {},
            answers,
          ).total;
        };
        expect(total(factor)).toBe(total(1));
      }),
    );
  });
});

describe('levels', () => {
  it('include the lower ones: whoever reaches one has met every target up to it', () => {
    fc.assert(
      fc.property(scored(checklistSet), ([set, facts, answers]) => {
        const result = score(set, facts, answers);
        const states = (level: string) =>
          Object.values(result.criteria).flatMap(({ levels }) => levels?.[level] ?? []);
        const all = (level: string) => states(level).every((state) => state === 'met');
        if (result.outcome === 'high')
          expect(all('high') && all('low') && states('high').length > 0).toBe(true);
        if (result.outcome === 'low') expect(all('low') && states('low').length > 0).toBe(true);
        if (result.outcome === null)
          expect(all('low') && all('high') && states('low').length + states('high').length > 0).toBe(false);
        for (const { levels } of Object.values(result.criteria))
          if (levels?.['high'] === 'met') expect(levels['low'] ?? 'met').toBe('met');
        expect(result.passed).toBe(result.outcome !== null);
        expect(result.conclusive).toBe(result.gaps.length === 0);
      }),
    );
  });
});
