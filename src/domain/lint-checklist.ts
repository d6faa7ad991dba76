import { holds } from './condition.js';
import type { Criterion, CriteriaSet } from './criteria-set.schema.js';
import { factCombinations } from './fact-combinations.js';
import { lintPercent } from './lint-points.js';
import type { Located, Report } from './lint.types.js';
import { byRank, type ChecklistRules } from './score-checklist.js';

const pointsFields = ['max', 'min', 'step', 'options', 'bands', 'suggest'] as const;

/** Everything about levels and targets in a checklist. */
export function lintChecklist(
  set: CriteriaSet,
  scoring: ChecklistRules,
  located: readonly Located[],
  report: Report,
): void {
  if (scoring.levels.length === 0) report('no-outcome', ['scoring', 'levels']);
  const ranks = new Set<number>();
  scoring.levels.forEach(({ id, rank }, index) => {
    if (ranks.has(rank))
      report('level-order', ['scoring', 'levels', index, 'rank'], { outcome: id, actual: rank });
    ranks.add(rank);
  });
  set.sections.forEach(({ max }, index) => {
    if (max !== undefined) report('mode-mismatch', ['sections', index, 'max']);
  });
  for (const { criterion, path } of located) {
    for (const field of pointsFields)
      if (criterion[field] !== undefined) report('mode-mismatch', [...path, field], { id: criterion.id });
    if (criterion.provenance === 'missing') continue;
    if (criterion.input === 'points' || criterion.input === 'options')
      report('mode-mismatch', [...path, 'input'], { id: criterion.id });
    else lintTargets(criterion, scoring, path, report);
  }
  lintLevels(set, scoring, located, report);
}

function lintTargets(
  criterion: Criterion,
  scoring: ChecklistRules,
  path: Located['path'],
  report: Report,
): void {
  const { id, input, levels = {} } = criterion;
  if (Object.keys(levels).length === 0) report('criterion-without-target', path, { id }, 'warning');
  const known = new Set(scoring.levels.map((level) => level.id));
  for (const [level, target] of Object.entries(levels)) {
    const where = [...path, 'levels', level];
    if (!known.has(level)) report('level-unknown', where, { id, outcome: level });
    if (target.require !== (input === 'percent' ? 'percent' : 'yes'))
      report('target-mismatch', where, { id, outcome: level });
    if (target.require === 'percent') lintPercent(target.atLeast, [...where, 'atLeast'], report);
  }
  let highest = 0;
  for (const { id: level } of byRank(scoring)) {
    const target = Object.hasOwn(levels, level) ? levels[level] : undefined;
    if (target?.require !== 'percent') continue;
    if (target.atLeast < highest)
      report('level-not-monotone', [...path, 'levels', level, 'atLeast'], {
        id,
        outcome: level,
        expected: highest,
        actual: target.atLeast,
      });
    highest = Math.max(highest, target.atLeast);
  }
}

/** Every level needs a target of its own, whatever the facts are; where gaps may hold it, that is only a warning. */
function lintLevels(
  set: CriteriaSet,
  scoring: ChecklistRules,
  located: readonly Located[],
  report: Report,
): void {
  const combinations = factCombinations(set);
  if (!combinations) report('conditions-unchecked', ['sections'], {}, 'warning');
  else
    for (const { criterion, path } of located)
      if (!combinations.some((facts) => holds(criterion.appliesIf, facts)))
        report('never-applies', [...path, 'appliesIf'], { id: criterion.id }, 'warning');
  const targeting = (level: string): Located[] =>
    located.filter(
      ({ criterion: { levels, provenance } }) =>
        provenance !== 'missing' && levels && Object.hasOwn(levels, level),
    );
  const severity = located.some(({ criterion }) => criterion.provenance === 'missing') ? 'warning' : 'error';
  scoring.levels.forEach(({ id }, index) => {
    const targets = targeting(id);
    const path = ['scoring', 'levels', index];
    if (targets.length === 0) report('level-without-targets', path, { outcome: id }, severity);
    else if (
      combinations?.some((facts) => !targets.some(({ criterion }) => holds(criterion.appliesIf, facts)))
    )
      report('unreachable-class', path, { outcome: id }, severity);
  });
}
