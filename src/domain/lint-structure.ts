import type { CriteriaSet } from './criteria-set.schema.js';
import { DEEPEST_CONDITION, flatten, valuesOf } from './fact-combinations.js';
import type { Located, Report } from './lint.types.js';

/** Ids, empty sections, years, and what the set claims to be. */
export function lintStructure(set: CriteriaSet, located: readonly Located[], report: Report): void {
  // One namespace for sections and criteria: both become anchors in one page, and an overlay's caps name either.
  const ids = duplicateFinder(report);
  if (set.sections.length === 0) report('empty-section', ['sections']);
  set.sections.forEach((section, index) => {
    ids(section.id, ['sections', index, 'id']);
    if (section.criteria.length === 0) report('empty-section', ['sections', index], { id: section.id });
  });
  for (const { criterion, path } of located) {
    ids(criterion.id, [...path, 'id']);
    const options = duplicateFinder(report);
    criterion.options?.forEach(({ id }, index) => options(id, [...path, 'options', index, 'id']));
    if (criterion.notApplicable && set.scoring.notApplicable === undefined)
      report('not-applicable-not-allowed', [...path, 'notApplicable'], { id: criterion.id });
    if (set.status === 'sourced' && !criterion.local) {
      if (criterion.provenance === 'missing')
        report('status-mismatch', [...path, 'provenance'], { id: criterion.id });
      if (criterion.provenance === 'sample')
        report('status-mismatch', [...path, 'provenance'], { id: criterion.id }, 'warning');
    }
  }
  const outcomes = duplicateFinder(report);
  if (set.scoring.mode === 'points')
    set.scoring.classes.forEach(({ id }, index) => outcomes(id, ['scoring', 'classes', index, 'id']));
  else set.scoring.levels.forEach(({ id }, index) => outcomes(id, ['scoring', 'levels', index, 'id']));
  const deadlines = duplicateFinder(report);
  set.deadlines?.forEach(({ id }, index) => deadlines(id, ['deadlines', index, 'id']));

  const { from, to } = set.cycles;
  if (to !== undefined && to < from) report('cycle-order', ['cycles'], { from, to });
  if (set.status === 'sourced' && !set.source.number?.trim())
    report('missing-source', ['source', 'number'], {}, 'warning');
  // The address becomes a link; anything but the web would run or open something else.
  if (set.source.url !== undefined && !/^https?:\/\/\S+$/i.test(set.source.url))
    report('unsafe-url', ['source', 'url']);
}

/** Facts, and every question that conditions ask about them. */
export function lintConditions(set: CriteriaSet, located: readonly Located[], report: Report): void {
  const facts = new Map((set.facts ?? []).map((fact) => [fact.id, new Set(valuesOf(fact))]));
  const ids = duplicateFinder(report);
  set.facts?.forEach((fact, index) => {
    ids(fact.id, ['facts', index, 'id']);
    if (valuesOf(fact).length === 0) report('scale-missing', ['facts', index, 'options'], { id: fact.id });
    const options = duplicateFinder(report);
    fact.options?.forEach(({ id }, option) => options(id, ['facts', index, 'options', option, 'id']));
  });
  for (const { criterion, path } of located) {
    if (!criterion.appliesIf) continue;
    const { questions, depth } = flatten(criterion.appliesIf);
    const where = [...path, 'appliesIf'];
    if (depth > DEEPEST_CONDITION) report('too-deep', where, { id: criterion.id, max: DEEPEST_CONDITION });
    const unknownFacts = new Set<string>();
    const unknownValues = new Map<string, string>();
    for (const question of questions) {
      const values = facts.get(question.fact);
      if (!values) unknownFacts.add(question.fact);
      else
        for (const value of question.in)
          if (!values.has(value)) unknownValues.set(`${question.fact} ${String(value)}`, question.fact);
    }
    for (const fact of unknownFacts) report('unknown-fact', where, { id: criterion.id, fact });
    for (const [key, fact] of unknownValues)
      report('unknown-fact-option', where, { id: criterion.id, fact, option: key.slice(fact.length + 1) });
  }
}

function duplicateFinder(report: Report): (id: string, path: (string | number)[]) => void {
  const seen = new Set<string>();
  return (id, path) => {
    if (seen.has(id)) report('duplicate-id', path, { id });
    seen.add(id);
  };
}
