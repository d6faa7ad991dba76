import type { Problem } from '../../src/client/view.types.js';
import type { LanguageController } from './language.js';

/** The sentence for a problem: the one for its reason where the dictionaries have one, else that of its code. */
export function problemText(problem: Problem, l: LanguageController): string {
  const { reason } = problem.params;
  const specific = `error.${problem.code}.${String(reason)}`;
  return l.t(reason !== undefined && l.has(specific) ? specific : `error.${problem.code}`, problem.params);
}
