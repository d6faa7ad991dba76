import type { CriteriaSet } from './criteria-set.schema.js';
import { lintChecklist } from './lint-checklist.js';
import { lintPoints } from './lint-points.js';
import { lintConditions, lintStructure } from './lint-structure.js';
import { lintText } from './lint-text.js';
import type { LintIssue, Located, Report } from './lint.types.js';

export type { LintCode, LintIssue } from './lint.types.js';
export { readCriteriaSet } from './read-criteria-set.js';

/**
 * Everything that is wrong, or odd, in a criteria set: errors first. A set without errors can be scored; for data of
 * unknown origin use `readCriteriaSet`, which checks the shape first.
 */
export function lintCriteriaSet(set: CriteriaSet): LintIssue[] {
  const issues: LintIssue[] = [];
  const report: Report = (code, path, params = {}, severity = 'error') => {
    issues.push({ code, severity, path: path.map(String), params });
  };
  const located: Located[] = set.sections.flatMap(({ criteria }, section) =>
    criteria.map((criterion, index) => ({
      criterion,
      section,
      path: ['sections', section, 'criteria', index],
    })),
  );
  lintStructure(set, located, report);
  lintConditions(set, located, report);
  if (set.scoring.mode === 'points') lintPoints(set, set.scoring, located, report);
  else lintChecklist(set, set.scoring, located, report);
  lintText(set, report);
  return issues.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
}
