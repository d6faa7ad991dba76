import type { Problem } from '../../src/client/view.types.js';
import { problemWordsVi } from '../../src/i18n/vi/problem-words.js';
import type { LanguageController, Texts } from './language.js';
import { problemText } from './problem-text.js';

/** For whoever uses what is below. */
export const problemWords: Texts = {
  vi: problemWordsVi,
  en: async () => (await import('../../src/i18n/en/problem-words.js')).problemWordsEn,
};

function plain(problem: Problem, kind: 'unread' | 'unsent', l: LanguageController): string {
  const key = `${kind}.${problem.code}`;
  return problem.params['reason'] === undefined && l.has(key) ? l.t(key) : problemText(problem, l);
}

/** Why something could not be read: `problemText` speaks of what was typed, and that it will be sent. */
export const unreadText = (problem: Problem, l: LanguageController): string => plain(problem, 'unread', l);

/** Why an act did not go through that waits in no queue, and that counts once when it is done again. */
export const unsentText = (problem: Problem, l: LanguageController): string => plain(problem, 'unsent', l);
