/**
 * What can be wrong with a criteria set or an overlay. A closed list; the sentence is `lint.<code>` in the dictionary.
 * Numbers in `params`: `expected`, `actual`, `max`; ids: `id`, `outcome`, `fact`.
 */
export type LintCode =
  /** Refused before it is looked at any closer. */
  | 'unknown-format'
  | 'too-many-criteria'
  | 'too-large'
  | 'too-deep'
  | 'malformed'
  /** The set as a whole. */
  | 'duplicate-id'
  | 'empty-section'
  | 'cycle-order'
  | 'mode-mismatch'
  | 'no-outcome'
  | 'not-applicable-not-allowed'
  | 'missing-source'
  | 'status-mismatch'
  | 'markup-in-text'
  | 'unsafe-url'
  /** Points. */
  | 'points-do-not-add-up'
  | 'number-out-of-range'
  | 'number-too-precise'
  | 'unreachable-class'
  | 'class-order'
  | 'pass-mark-over-max'
  | 'pass-mark-without-class'
  | 'max-missing'
  | 'min-over-max'
  | 'scale-missing'
  | 'band-order'
  | 'option-over-max'
  | 'percent-out-of-range'
  /** Checklists. */
  | 'level-order'
  | 'level-unknown'
  | 'level-without-targets'
  | 'level-not-monotone'
  | 'target-mismatch'
  | 'criterion-without-target'
  /** Conditions. */
  | 'unknown-fact'
  | 'unknown-fact-option'
  | 'never-applies'
  | 'conditions-unchecked'
  /** Overlays. */
  | 'overlay-base'
  | 'overlay-unknown'
  | 'overlay-not-missing'
  | 'overlay-still-missing'
  | 'overlay-lowers'
  | 'overlay-eases';

export interface LintIssue {
  code: LintCode;
  /** An error refuses the set; a warning is shown to whoever edits it. */
  severity: 'error' | 'warning';
  /** Keys and indexes down to the spot, `['sections', '0', 'criteria', '2', 'max']`. */
  path: string[];
  params: Record<string, string | number>;
}

/** How the parts of the lint say what they found. */
export type Report = (
  code: LintCode,
  path: readonly (string | number)[],
  params?: Record<string, string | number>,
  severity?: LintIssue['severity'],
) => void;

/** A criterion with where it stands. */
export interface Located {
  criterion: import('./criteria-set.schema.js').Criterion;
  /** Index of its section. */
  section: number;
  path: readonly (string | number)[];
}
