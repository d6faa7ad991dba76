import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checklistSet,
  criterion,
  pointsSet,
  soundPointsSet,
  setOf,
  tenItems,
  twoLevels,
} from '../../test/fixtures/criteria-sets.js';
import type { Condition, Criterion, CriteriaSet, Scoring } from './criteria-set.schema.js';
import { lintCriteriaSet } from './lint.js';
import type { LintCode, LintIssue } from './lint.types.js';
import { score } from './score.js';

type Points = Extract<Scoring, { mode: 'points' }>;
const vi = (text: string) => ({ vi: text });

const first = (set: CriteriaSet): Criterion => {
  const one = set.sections[0]?.criteria[0];
  if (!one) throw new Error('a set without criteria');
  return one;
};
/** A copy of a sound set with one thing changed. */
function points(change: (set: CriteriaSet, one: Criterion, scoring: Points) => void): LintIssue[] {
  const set = tenItems();
  change(set, first(set), set.scoring as Points);
  return lintCriteriaSet(set);
}
const found = (issues: LintIssue[]) =>
  issues.map(({ code, severity, path }) => [code, severity, path.join('.')]);
const item = 'sections.0.criteria.0';

it('finds nothing in sound sets', () => {
  expect(lintCriteriaSet(tenItems())).toEqual([]);
  expect(lintCriteriaSet(twoLevels())).toEqual([]);
});

describe('points', () => {
  it.each<[string, LintCode, string, (set: CriteriaSet, one: Criterion, scoring: Points) => void]>([
    [
      'section sum',
      'points-do-not-add-up',
      'sections.0.max',
      (set) => void (set.sections[0] = { ...set.sections[0]!, max: 90 }),
    ],
    ['total', 'points-do-not-add-up', 'scoring.max', (_set, one) => void (one.max = 9)],
    ['total over the maximum', 'points-do-not-add-up', 'scoring.max', (_set, one) => void (one.max = 11)],
    [
      'class over the maximum',
      'class-order',
      'scoring.classes.0.min',
      (_s, _o, { classes }) => void (classes[0]!.min = 101),
    ],
    [
      'negative class',
      'class-order',
      'scoring.classes.0.min',
      (_s, _o, { classes }) => void (classes[0]!.min = -1),
    ],
    [
      'two classes at one bound',
      'class-order',
      'scoring.classes.1.min',
      (_s, _o, { classes }) => void classes.push({ id: 'x', label: vi('x'), min: 80 }),
    ],
    [
      'no title above a title',
      'class-order',
      'scoring.classes.1.min',
      (_s, _o, { classes }) => void classes.push({ id: 'x', label: vi('x'), min: 90, recognised: false }),
    ],
    [
      'nothing for some',
      'unreachable-class',
      'scoring.classes.0.min',
      (set, _one, scoring) => {
        scoring.notApplicable = 'reweight';
        scoring.classes[0]!.min = 0;
        for (const one of set.sections[0]!.criteria) one.appliesIf = { fact: 'public', in: [true] };
      },
    ],
    ['no class', 'no-outcome', 'scoring.classes', (_s, _o, { classes }) => void (classes.length = 0)],
    [
      'pass mark over the maximum',
      'pass-mark-over-max',
      'scoring.passMark',
      (_s, _o, scoring) => void (scoring.passMark = 100.5),
    ],
    ['minimum over the cap', 'min-over-max', `${item}.min`, (_set, one) => void (one.min = 10.5)],
    ['no cap', 'max-missing', `${item}.max`, (_set, one) => void delete one.max],
    ['cap 0', 'max-missing', `${item}.max`, (_set, one) => void (one.max = 0)],
    [
      'points suggested where none are typed',
      'mode-mismatch',
      `${item}.suggest`,
      (_set, one) => Object.assign(one, { input: 'yesno', suggest: { count: 'course', points: 1 } }),
    ],
    [
      'negative points suggested',
      'number-out-of-range',
      `${item}.suggest.points`,
      (_set, one) => void (one.suggest = { count: 'course', points: -1 }),
    ],
    ['thousandths', 'number-too-precise', `${item}.min`, (_set, one) => void (one.min = 5.125)],
    ['huge', 'number-out-of-range', 'scoring.max', (_s, _o, scoring) => void (scoring.max = 1e6)],
    ['negative minimum', 'number-out-of-range', `${item}.min`, (_set, one) => void (one.min = -1)],
    [
      'levels',
      'mode-mismatch',
      `${item}.levels`,
      (_set, one) => void (one.levels = { a: { require: 'yes' } }),
    ],
    [
      'options without options',
      'scale-missing',
      `${item}.options`,
      (_set, one) => void (one.input = 'options'),
    ],
    ['percent without bands', 'scale-missing', `${item}.bands`, (_set, one) => void (one.input = 'percent')],
    [
      'option over the cap',
      'option-over-max',
      `${item}.options.0.points`,
      (_set, one) => {
        one.input = 'options';
        one.options = [
          { id: 'a', label: vi('a'), points: 11 },
          { id: 'b', label: vi('b'), points: 10 },
        ];
      },
    ],
    [
      'one option twice',
      'duplicate-id',
      `${item}.options.1.id`,
      (_set, one) => {
        one.input = 'options';
        one.options = [10, 0].map((value) => ({ id: 'a', label: vi('a'), points: value }));
      },
    ],
    [
      'band over 100 %',
      'percent-out-of-range',
      `${item}.bands.0.atLeast`,
      (_set, one) => {
        one.input = 'percent';
        one.bands = [{ atLeast: 101, points: 10 }];
      },
    ],
    [
      'higher share, fewer points',
      'band-order',
      `${item}.bands`,
      (_set, one) => {
        one.input = 'percent';
        one.bands = [
          { atLeast: 90, points: 5 },
          { atLeast: 50, points: 10 },
        ];
      },
    ],
    [
      'one threshold twice',
      'band-order',
      `${item}.bands`,
      (_set, one) => {
        one.input = 'percent';
        one.bands = [
          { atLeast: 90, points: 5 },
          { atLeast: 90, points: 10 },
        ];
      },
    ],
    [
      'best steps too low for the class',
      'unreachable-class',
      'scoring.classes.0.min',
      (set, _one, { classes }) => {
        classes[0]!.min = 100;
        set.sections[0]!.criteria[0] = {
          ...criterion('c1', { input: 'options', max: 10 }),
          options: [{ id: 'a', label: vi('a'), points: 9 }],
        };
      },
    ],
    [
      'not applicable',
      'not-applicable-not-allowed',
      `${item}.notApplicable`,
      (_set, one) => void (one.notApplicable = true),
    ],
    [
      'criterion twice',
      'duplicate-id',
      'sections.0.criteria.1.id',
      (set) => void (set.sections[0]!.criteria[1]!.id = 'c1'),
    ],
    [
      'criterion named like a section',
      'duplicate-id',
      `${item}.id`,
      (_set, one) => void (one.id = 'section'),
    ],
    [
      'class twice',
      'duplicate-id',
      'scoring.classes.1.id',
      (_s, _o, { classes }) => void classes.push({ id: 'dat', label: vi('x'), min: 90 }),
    ],
    [
      'empty section',
      'empty-section',
      'sections.1',
      (set) => void set.sections.push({ id: 's2', title: vi('x'), criteria: [] }),
    ],
    ['years', 'cycle-order', 'cycles', (set) => void (set.cycles = { from: '2025', to: '2024' })],
    ['script as address', 'unsafe-url', 'source.url', (set) => void (set.source.url = 'javascript:alert(1)')],
    [
      'fact twice',
      'duplicate-id',
      'facts.2.id',
      (set) => void set.facts?.push({ id: 'kind', label: vi('x'), kind: 'boolean' }),
    ],
    [
      'choice of nothing',
      'scale-missing',
      'facts.0.options',
      (set) => void (set.facts![0] = { id: 'kind', label: vi('x'), kind: 'choice' }),
    ],
    [
      'unknown fact',
      'unknown-fact',
      `${item}.appliesIf`,
      (_set, one) => void (one.appliesIf = { not: { fact: 'none', in: ['x'] } }),
    ],
    [
      'unknown option',
      'unknown-fact-option',
      `${item}.appliesIf`,
      (_set, one) => void (one.appliesIf = { not: { fact: 'kind', in: ['x'] } }),
    ],
    [
      'boolean asked for a word',
      'unknown-fact-option',
      `${item}.appliesIf`,
      (_set, one) => void (one.appliesIf = { not: { fact: 'public', in: ['true'] } }),
    ],
  ])('%s: %s', (_name, code, path, change) => {
    expect(found(points(change))).toContainEqual([code, 'error', path]);
  });

  it.each<[string, LintCode, string, (set: CriteriaSet, one: Criterion, scoring: Points) => void]>([
    [
      'markup',
      'markup-in-text',
      `${item}.title.vi`,
      (_set, one) => void (one.title = vi('<img src=x onerror=alert(1)>')),
    ],
    ['no number', 'missing-source', 'source.number', (set) => void (set.status = 'sourced')],
    [
      'sample within sourced',
      'status-mismatch',
      `${item}.provenance`,
      (set, one) => {
        set.status = 'sourced';
        one.provenance = 'sample';
      },
    ],
    [
      'no title at the pass mark',
      'pass-mark-without-class',
      'scoring.passMark',
      (_s, _o, scoring) => void (scoring.passMark = 70),
    ],
    [
      'a gap in the way',
      'unreachable-class',
      'scoring.classes.0.min',
      (_set, one, { classes }) => {
        one.provenance = 'missing';
        classes[0]!.min = 95;
      },
    ],
    ['nobody', 'never-applies', `${item}.appliesIf`, (_set, one) => void (one.appliesIf = { any: [] })],
  ])('warns of %s: %s', (_name, code, path, change) => {
    expect(found(points(change))).toContainEqual([code, 'warning', path]);
  });

  it('takes a sourced set with a gap for a contradiction, unless the criterion is a local addition', () => {
    const gap = (local: boolean) =>
      points((set, one) => {
        set.status = 'sourced';
        set.source.number = '1/QĐ';
        Object.assign(one, { provenance: 'missing', local });
      });
    expect(found(gap(false))).toEqual([['status-mismatch', 'error', `${item}.provenance`]]);
    expect(found(gap(true))).toEqual([]);
  });

  it('lets plain text with angle brackets and ampersands pass', () => {
    expect(points((_set, one) => void (one.title = vi('Từ 50 đến < 70 điểm; R&D; > 3 lần')))).toEqual([]);
  });

  it('sums alternatives per combination of facts', () => {
    const school: Condition = { fact: 'kind', in: ['school'] };
    const alternatives = (office: number) =>
      points((set) => {
        const criteria = set.sections[0]!.criteria;
        criteria[0]!.appliesIf = school;
        criteria.push(criterion('c11', { input: 'points', max: office, appliesIf: { not: school } }));
      });
    expect(alternatives(10)).toEqual([]);
    expect(found(alternatives(11))).toEqual([['points-do-not-add-up', 'error', 'scoring.max']]);
  });

  it('refuses excluded criteria that put a class out of reach, unless the rest is re-weighted', () => {
    const excluded = (count: number, reweight: boolean) =>
      found(
        points((set, _one, scoring) => {
          if (reweight) scoring.notApplicable = 'reweight';
          for (const one of set.sections[0]!.criteria.slice(0, count))
            one.appliesIf = { fact: 'kind', in: ['school'] };
        }),
      );
    expect(excluded(2, false)).toEqual([]);
    expect(excluded(3, false)).toEqual([['unreachable-class', 'error', 'scoring.classes.0.min']]);
    expect(excluded(3, true)).toEqual([]);
  });

  it('tells the truth about reach: the best answers reach every class of a sound set', () => {
    fc.assert(
      fc.property(soundPointsSet, fc.constantFrom('school', 'office'), fc.boolean(), (set, kind, open) => {
        expect(lintCriteriaSet(set).filter(({ severity }) => severity === 'error')).toEqual([]);
        if (set.scoring.mode !== 'points') return;
        const top = set.scoring.classes.reduce((a, b) => (a.min > b.min ? a : b));
        fc.pre((set.scoring.passMark ?? 0) <= top.min);
        expect(score(set, { kind, public: open }, {}).reachable).toBe(top.id);
      }),
    );
  });
});

it('puts errors first', () => {
  const issues = points((_set, one) => {
    one.title = vi('<b>');
    one.min = 11;
  });
  expect(issues.map(({ severity }) => severity)).toEqual(['error', 'warning']);
});

it('survives conditions of any depth and does not try too many combinations', () => {
  let deep: Condition = { fact: 'kind', in: ['school'] };
  for (let depth = 0; depth < 10_000; depth += 1) deep = { not: deep };
  const issues = points((_set, one) => void (one.appliesIf = deep));
  expect(found(issues)).toContainEqual(['too-deep', 'error', `${item}.appliesIf`]);

  const facts = Array.from({ length: 20 }, (_, index) => ({
    id: `f${index}`,
    label: vi('x'),
    kind: 'boolean' as const,
  }));
  const wide = points((set, one) => {
    set.facts = facts;
    one.appliesIf = { any: facts.map(({ id }) => ({ fact: id, in: [true] })) };
  });
  expect(found(wide)).toEqual([['conditions-unchecked', 'warning', 'sections']]);
});

it('never throws on a set of the right shape', () => {
  fc.assert(
    fc.property(fc.oneof(pointsSet, checklistSet), (set) => {
      const mixed = setOf(
        set.scoring.mode === 'points' ? twoLevels().scoring : tenItems().scoring,
        set.sections[0]!.criteria,
      );
      for (const issue of [...lintCriteriaSet(set), ...lintCriteriaSet(mixed)])
        expect(issue.code).toBeTruthy();
    }),
  );
});
