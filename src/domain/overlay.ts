import type { Facts } from './answer.schema.js';
import { holds } from './condition.js';
import type { Criterion, CriteriaSet, Overlay, Scoring } from './criteria-set.schema.js';
import { factCombinations } from './fact-combinations.js';
import { toHundredths } from './hundredths.js';
import { lintCriteriaSet } from './lint.js';
import type { LintIssue, Report } from './lint.types.js';

export type Localised = { ok: true; set: CriteriaSet } | { ok: false; issues: LintIssue[] };

/**
 * Lays what a local association adds over a framework set. It may add criteria, give wording to those that the
 * framework marks as missing, make room for additions by smaller caps, and raise the pass mark and the minimum per item.
 * Whatever would take away or make a title easier is refused, and the result must pass the lint itself.
 *
 * What came in is marked `local`, and the set says where it came from. It keeps the framework's status, years and
 * conditions; deadlines with a known id move, others are added.
 */
export function localise(base: CriteriaSet, overlay: Overlay): Localised {
  const issues: LintIssue[] = [];
  const report: Report = (code, path, params = {}, severity = 'error') => {
    issues.push({ code, severity, path: path.map(String), params });
  };
  if (overlay.base.id !== base.id || overlay.base.version !== base.version)
    report('overlay-base', ['base'], {
      id: overlay.base.id,
      expected: base.version,
      actual: overlay.base.version,
    });
  // Under the framework's own id the local set would pass for the framework.
  if (overlay.id === base.id) report('duplicate-id', ['id'], { id: overlay.id });

  const sections = base.sections.map((section) => ({ ...section, criteria: [...section.criteria] }));
  fillGaps(sections, overlay, base.scoring, report);
  setCaps(sections, overlay, base.scoring, report);
  addCriteria(sections, overlay, base.scoring, report);
  const scoring = raise(base.scoring, overlay, report);
  if (issues.length > 0) return { ok: false, issues };

  const deadlines = new Map(
    [...(base.deadlines ?? []), ...(overlay.deadlines ?? [])].map((one) => [one.id, one]),
  );
  const bases = [...(base.bases ?? []), ...(overlay.bases ?? [])];
  const set: CriteriaSet = {
    ...base,
    id: overlay.id,
    version: overlay.version,
    title: overlay.title,
    source: overlay.source,
    ...(deadlines.size > 0 && { deadlines: [...deadlines.values()] }),
    ...(bases.length > 0 && { bases }),
    scoring,
    sections,
    localisedFrom: { ...overlay.base },
  };
  const found = lintCriteriaSet(set).filter(({ severity }) => severity === 'error');
  if (found.length === 0 && base.scoring.notApplicable === 'reweight' && weighsLess(base, set))
    return {
      ok: false,
      issues: [{ code: 'overlay-eases', severity: 'error', path: ['max'], params: { id: overlay.id } }],
    };
  return found.length > 0 ? { ok: false, issues: found } : { ok: true, set };
}

/**
 * Whether any subject would be measured against fewer points than by the framework: there re-weighting would lift every
 * point. It can happen where caps are lowered for some subjects and the room is not taken up for them.
 */
function weighsLess(base: CriteriaSet, local: CriteriaSet): boolean {
  const combinations = factCombinations(base);
  if (!combinations) return true;
  const weigh = (set: CriteriaSet, facts: Facts): number =>
    set.sections
      .flatMap(({ criteria }) => criteria)
      .reduce((sum, { appliesIf, max }) => sum + (holds(appliesIf, facts) ? toHundredths(max) : 0), 0);
  return combinations.some((facts) => weigh(local, facts) < weigh(base, facts));
}

type Sections = (CriteriaSet['sections'][number] & { criteria: Criterion[] })[];

function fillGaps(sections: Sections, overlay: Overlay, scoring: Scoring, report: Report): void {
  overlay.fill?.forEach((wording, index) => {
    const path = ['fill', index];
    const section = sections.find(({ criteria }) => criteria.some(({ id }) => id === wording.id));
    const place = section?.criteria.findIndex(({ id }) => id === wording.id) ?? -1;
    const gap = section?.criteria[place];
    if (!section || !gap) return report('overlay-unknown', [...path, 'id'], { id: wording.id });
    if (gap.provenance !== 'missing') return report('overlay-not-missing', path, { id: wording.id });
    if (wording.provenance === 'missing') return report('overlay-still-missing', path, { id: wording.id });
    // A gap counts with its full cap. Filled, it may not weigh less, nor be left out to lift the rest.
    if (gap.max !== undefined && wording.max !== undefined && wording.max !== gap.max)
      return report('overlay-lowers', [...path, 'max'], {
        id: wording.id,
        expected: gap.max,
        actual: wording.max,
      });
    if (scoring.mode === 'points' && wording.notApplicable && !gap.notApplicable)
      return report('overlay-eases', [...path, 'notApplicable'], { id: wording.id });
    if (gap.min !== undefined && (wording.min ?? gap.min) < gap.min)
      return report('overlay-lowers', [...path, 'min'], {
        id: wording.id,
        expected: gap.min,
        actual: wording.min ?? 0,
      });
    if (wording.appliesIf) return report('overlay-eases', [...path, 'appliesIf'], { id: wording.id });
    section.criteria[place] = { ...keptOf(gap), ...wording, local: true };
  });
}

/** What the framework says about a gap apart from its wording, foremost whom it concerns. */
function keptOf({ number, max, min, step, appliesIf }: Criterion): Partial<Criterion> {
  return {
    ...(appliesIf && { appliesIf }),
    ...(number !== undefined && { number }),
    ...(max !== undefined && { max }),
    ...(min !== undefined && { min }),
    ...(step !== undefined && { step }),
  };
}

function setCaps(sections: Sections, overlay: Overlay, scoring: Scoring, report: Report): void {
  for (const [id, max] of Object.entries(overlay.max ?? {})) {
    const path = ['max', id];
    if (scoring.mode !== 'points') {
      report('mode-mismatch', path, { id });
      continue;
    }
    const section = sections.find((one) => one.id === id);
    if (section) {
      section.max = max;
      continue;
    }
    const home = sections.find(({ criteria }) => criteria.some((one) => one.id === id));
    const place = home?.criteria.findIndex((one) => one.id === id) ?? -1;
    const criterion = home?.criteria[place];
    if (!home || !criterion) report('overlay-unknown', path, { id });
    // A larger cap would let one framework criterion make up for another.
    else if (max > (criterion.max ?? 0))
      report('overlay-eases', path, { id, expected: criterion.max ?? 0, actual: max });
    else home.criteria[place] = { ...criterion, max };
  }
}

function addCriteria(sections: Sections, overlay: Overlay, scoring: Scoring, report: Report): void {
  const known = new Set(sections.flatMap(({ id, criteria }) => [id, ...criteria.map((one) => one.id)]));
  // Additions of one overlay after the same criterion keep their order.
  const last = new Map<string, string>();
  overlay.add?.forEach(({ section: sectionId, after, criterion }, index) => {
    const path = ['add', index];
    const section = sections.find(({ id }) => id === sectionId);
    if (!section) return report('overlay-unknown', [...path, 'section'], { id: sectionId });
    if (known.has(criterion.id))
      return report('duplicate-id', [...path, 'criterion', 'id'], { id: criterion.id });
    if (criterion.provenance === 'missing')
      return report('overlay-still-missing', path, { id: criterion.id });
    // Left out, it would hand its points back to a framework criterion whose cap was lowered for it.
    if (scoring.mode === 'points' && (criterion.notApplicable || criterion.appliesIf))
      return report('overlay-eases', path, { id: criterion.id });
    let place = section.criteria.length;
    if (after !== undefined) {
      const at = section.criteria.findIndex(({ id }) => id === (last.get(after) ?? after));
      if (at < 0) return report('overlay-unknown', [...path, 'after'], { id: after });
      place = at + 1;
      last.set(after, criterion.id);
    }
    section.criteria.splice(place, 0, { ...criterion, local: true });
    known.add(criterion.id);
  });
}

function raise(scoring: Scoring, overlay: Overlay, report: Report): Scoring {
  const raised: Partial<Record<'passMark' | 'minPerItem', number>> = {};
  for (const field of ['passMark', 'minPerItem'] as const) {
    const value = overlay[field];
    if (value === undefined) continue;
    if (scoring.mode !== 'points') report('mode-mismatch', [field]);
    else if (value < (scoring[field] ?? 0))
      report('overlay-lowers', [field], { expected: scoring[field] ?? 0, actual: value });
    else raised[field] = value;
  }
  return scoring.mode === 'points' ? { ...scoring, ...raised } : scoring;
}
