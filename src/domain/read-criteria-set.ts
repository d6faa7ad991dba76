import { CriteriaSet } from './criteria-set.schema.js';
import { lintCriteriaSet } from './lint.js';
import type { LintCode, LintIssue } from './lint.types.js';

export const MOST_CRITERIA = 1_000;
/** Characters of text, keys included. */
export const MOST_TEXT = 2_000_000;
const DEEPEST = 64;
const MOST_VALUES = 500_000;
const MOST_ISSUES = 50;

export type ReadCriteriaSet =
  | { ok: true; set: CriteriaSet; warnings: LintIssue[] }
  | { ok: false; issues: LintIssue[] };

/**
 * Reads a criteria set of unknown origin: format, size and depth first, then its shape, then the lint. Never throws on
 * anything that JSON can hold, however large, deep or wrong.
 */
export function readCriteriaSet(input: unknown): ReadCriteriaSet {
  const refused = refuseUnread(input);
  if (refused) return { ok: false, issues: [refused] };
  const parsed = CriteriaSet.safeParse(input);
  if (!parsed.success) {
    const issues = parsed.error.issues
      .slice(0, MOST_ISSUES)
      .map(({ path, code }) => issue('malformed', path.map(String), { problem: code ?? 'invalid' }));
    return { ok: false, issues };
  }
  const found = lintCriteriaSet(parsed.data);
  return found.some(({ severity }) => severity === 'error')
    ? { ok: false, issues: found }
    : { ok: true, set: parsed.data, warnings: found };
}

function issue(code: LintCode, path: string[], params: LintIssue['params'] = {}): LintIssue {
  return { code, severity: 'error', path, params };
}

/** What can be said without looking at the content, so that neither time nor stack depends on a hostile input. */
function refuseUnread(input: unknown): LintIssue | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return issue('malformed', []);
  const format: unknown = 'format' in input ? input.format : undefined;
  if (format !== 1) {
    const shown = typeof format === 'number' || typeof format === 'string' ? format : typeof format;
    return issue('unknown-format', ['format'], { format: shown });
  }
  const sections: unknown = 'sections' in input ? input.sections : undefined;
  let count = 0;
  if (Array.isArray(sections))
    for (const section of sections as unknown[])
      if (
        typeof section === 'object' &&
        section !== null &&
        'criteria' in section &&
        Array.isArray(section.criteria)
      )
        count += section.criteria.length;
  if (count > MOST_CRITERIA)
    return issue('too-many-criteria', ['sections'], { actual: count, max: MOST_CRITERIA });
  return refuseSize(input);
}

function refuseSize(root: object): LintIssue | undefined {
  const waiting: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  let text = 0;
  let values = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    values += 1;
    if (typeof value === 'string') text += value.length;
    else if (typeof value === 'object' && value !== null) {
      if (depth >= DEEPEST) return issue('too-deep', [], { max: DEEPEST });
      for (const [key, part] of Object.entries(value)) {
        if (!Array.isArray(value)) text += key.length;
        waiting.push({ value: part, depth: depth + 1 });
      }
    }
    if (text > MOST_TEXT || values + waiting.length > MOST_VALUES)
      return issue('too-large', [], { max: MOST_TEXT });
  }
  return undefined;
}
