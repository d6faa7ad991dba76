import { describe, expect, it } from 'vitest';
import { criterion, twoLevels } from '../../test/fixtures/criteria-sets.js';
import type { Criterion, CriteriaSet, Scoring } from './criteria-set.schema.js';
import { lintCriteriaSet } from './lint.js';
import type { LintCode, LintIssue } from './lint.types.js';

type Checklist = Extract<Scoring, { mode: 'checklist' }>;

/** A copy of a sound set with one thing changed. */
function checklist(change: (set: CriteriaSet, all: Criterion[], scoring: Checklist) => void): LintIssue[] {
  const set = twoLevels();
  change(set, set.sections[0]?.criteria ?? [], set.scoring as Checklist);
  return lintCriteriaSet(set);
}
const found = (issues: LintIssue[]) =>
  issues.map(({ code, severity, path }) => [code, severity, path.join('.')]);
const item = 'sections.0.criteria.0';

describe('lint of checklists', () => {
  it.each<[string, LintCode, string, (set: CriteriaSet, all: Criterion[], scoring: Checklist) => void]>([
    ['cap', 'mode-mismatch', `${item}.max`, (_set, all) => void (all[0]!.max = 10)],
    [
      'suggested points',
      'mode-mismatch',
      `${item}.suggest`,
      (_set, all) => void (all[0]!.suggest = { count: 'course', points: 1 }),
    ],
    ['section maximum', 'mode-mismatch', 'sections.0.max', (set) => void (set.sections[0]!.max = 10)],
    ['typed points', 'mode-mismatch', `${item}.input`, (_set, all) => void (all[0]!.input = 'points')],
    ['no levels', 'no-outcome', 'scoring.levels', (_s, _a, { levels }) => void (levels.length = 0)],
    [
      'one rank twice',
      'level-order',
      'scoring.levels.1.rank',
      (_s, _a, { levels }) => void (levels[1]!.rank = 1),
    ],
    [
      'unknown level',
      'level-unknown',
      `${item}.levels.level-9`,
      (_set, all) => void (all[0]!.levels = { 'level-9': { require: 'yes' } }),
    ],
    [
      'a higher level that asks less',
      'level-not-monotone',
      'sections.0.criteria.1.levels.level-2.atLeast',
      (_set, all) => {
        all[1]!.levels = {
          'level-1': { require: 'percent', atLeast: 90 },
          'level-2': { require: 'percent', atLeast: 89.99 },
        };
      },
    ],
    [
      'threshold over 100',
      'percent-out-of-range',
      'sections.0.criteria.1.levels.level-2.atLeast',
      (_set, all) => {
        all[1]!.levels = { 'level-2': { require: 'percent', atLeast: 100.01 } };
      },
    ],
    [
      'percentage of a yes',
      'target-mismatch',
      `${item}.levels.level-1`,
      (_set, all) => {
        all[0]!.levels = { 'level-1': { require: 'percent', atLeast: 90 } };
      },
    ],
    [
      'level without targets',
      'level-without-targets',
      'scoring.levels.1',
      (_set, all) => {
        all[1]!.levels = { 'level-1': { require: 'percent', atLeast: 90 } };
        all.pop();
      },
    ],
    [
      'level out of reach for some',
      'unreachable-class',
      'scoring.levels.1',
      (_set, all) => {
        all[1]!.levels = { 'level-1': { require: 'percent', atLeast: 90 } };
        all[2]!.appliesIf = { fact: 'public', in: [true] };
      },
    ],
    [
      'not applicable',
      'not-applicable-not-allowed',
      `${item}.notApplicable`,
      (_s, _a, scoring) => void delete scoring.notApplicable,
    ],
  ])('%s: %s', (_name, code, path, change) => {
    expect(found(checklist(change))).toContainEqual([code, 'error', path]);
  });

  it('warns only where gaps may hold the targets of a level', () => {
    const issues = checklist((_set, all) => {
      all[1]!.levels = { 'level-1': { require: 'percent', atLeast: 90 } };
      all[2]!.provenance = 'missing';
    });
    expect(found(issues)).toEqual([['level-without-targets', 'warning', 'scoring.levels.1']]);
  });

  it('warns of a criterion that no level asks for', () => {
    const issues = checklist((_set, all) => void all.push(criterion('idle', { input: 'yesno' })));
    expect(found(issues)).toEqual([['criterion-without-target', 'warning', 'sections.0.criteria.3']]);
  });
});
