import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checklistSet,
  criterion,
  pointsSet,
  scored,
  setOf,
  tenItems,
  twoLevels,
} from '../../test/fixtures/criteria-sets.js';
import type { Answers } from './answer.schema.js';
import { ScoreSnapshot } from './assessment.schema.js';
import { snapshot } from './score-snapshot.js';
import { score } from './score.js';
import type { ReasonCode } from './score.types.js';

/** The values that every sentence may rely on, as `score.types.ts` promises them. */
const promised: Record<ReasonCode, string[]> = {
  'points-typed': ['points', 'max'],
  'points-option': ['points', 'max'],
  'points-yes': ['points', 'max'],
  'points-no': ['max'],
  'points-band': ['percent', 'atLeast', 'points', 'max'],
  'points-no-band': ['percent', 'max'],
  'points-below-min': ['points', 'min'],
  'target-yes': [],
  'target-no': [],
  'target-percent-met': ['outcome', 'percent', 'atLeast', 'numerator', 'denominator'],
  'target-percent-unmet': ['outcome', 'percent', 'atLeast', 'numerator', 'denominator'],
  unanswered: [],
  'not-applicable': [],
  'not-applicable-needs-reason': [],
  'not-applicable-not-allowed': [],
  excluded: [],
  gap: [],
  'number-unreadable': ['field'],
  'number-negative': ['field'],
  'number-not-whole': ['field'],
  'number-too-precise': ['field', 'step'],
  'number-over-max': ['field', 'max'],
  'denominator-zero': [],
  'percent-over-100': ['numerator', 'denominator'],
  'half-percent': ['field'],
  'option-unknown': [],
  'evidence-missing': [],
  'total-class': ['total', 'max', 'outcome', 'min'],
  'total-no-class': ['total', 'max'],
  'pass-mark-missed': ['total', 'passMark', 'missing'],
  'min-per-item-missed': ['n', 'items'],
  'level-reached': ['outcome'],
  'level-missed': ['outcome', 'n'],
  'next-outcome': ['outcome', 'missing', 'items'],
  reweighted: ['earned', 'applicable', 'max', 'total'],
  'nothing-applicable': [],
  'gaps-open': ['n'],
};

describe('reasons', () => {
  it('carry exactly the values that are promised for their code', () => {
    fc.assert(
      fc.property(scored(fc.oneof(pointsSet, checklistSet)), ([set, facts, answers]) => {
        const result = score(set, facts, answers);
        for (const { code, params } of [
          ...result.reasons,
          ...Object.values(result.criteria).flatMap(({ reasons }) => reasons),
        ])
          expect(Object.keys(params).sort(), code).toEqual([...promised[code]].sort());
      }),
      { numRuns: 300 },
    );
  });

  it('name the limit of a count that is too large', () => {
    const result = score(twoLevels(), {}, { share: { numerator: '1', denominator: '2.000.000.000' } });
    expect(result.criteria['share']?.reasons).toEqual([
      { code: 'number-over-max', params: { field: 'denominator', max: 1e9 } },
    ]);
  });

  it('say what is missing to the title, in points', () => {
    const answers: Answers = Object.fromEntries(
      Array.from({ length: 10 }, (_, n) => [`c${n + 1}`, { points: '7,5' }]),
    );
    const { reasons } = score(tenItems(), {}, { ...answers, c2: { points: '4' } });
    expect(reasons).toEqual([
      { code: 'total-no-class', params: { total: 71.5, max: 100 } },
      { code: 'pass-mark-missed', params: { total: 71.5, passMark: 80, missing: 8.5 } },
      { code: 'min-per-item-missed', params: { n: 1, items: 'c2' } },
      { code: 'next-outcome', params: { outcome: 'dat', missing: 8.5, items: '' } },
    ]);
  });

  it('say which targets are missing to the next level', () => {
    const { reasons } = score(
      twoLevels(),
      {},
      { plan: { yes: true }, share: { numerator: '9', denominator: '10' } },
    );
    expect(reasons).toEqual([
      { code: 'level-reached', params: { outcome: 'level-1' } },
      { code: 'next-outcome', params: { outcome: 'level-2', missing: 2, items: 'share, upper' } },
    ]);
  });

  it('keep a long list of items short', () => {
    const set = tenItems();
    set.sections.push({
      id: 'more',
      title: { vi: 'x' },
      criteria: [criterion('c11', { input: 'points', max: 10, number: '11' })],
    });
    const { reasons } = score(set, {}, {});
    expect(reasons.find(({ code }) => code === 'min-per-item-missed')?.params).toEqual({
      n: 11,
      items: 'c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, …',
    });
  });
});

it('is not misled by ids that every object inherits', () => {
  const levels = [{ id: 'constructor', label: { vi: 'x' }, rank: 1 }];
  const set = setOf({ mode: 'checklist', levels }, [
    criterion('constructor', { input: 'yesno', levels: {} }),
  ]);
  const result = score(set, {}, {});
  expect(result.criteria['constructor']).toMatchObject({ status: 'unanswered', levels: {} });
  expect(result).toMatchObject({ outcome: null, reachable: null });
});

describe('snapshot', () => {
  it('keeps points only where there are points, and fits the stored form', () => {
    const points = snapshot(score(tenItems(), {}, {}));
    expect(points).toEqual({
      mode: 'points',
      total: 0,
      max: 100,
      outcome: null,
      passed: false,
      conclusive: true,
    });
    const checklist = snapshot(score(twoLevels(), {}, {}));
    expect(checklist).toEqual({ mode: 'checklist', outcome: null, passed: false, conclusive: true });
    for (const one of [points, checklist]) expect(ScoreSnapshot.parse(one)).toEqual(one);
  });
});
