import { plainWords } from './import/words.js';

/** Words for hardship, illness, disability, loss of parents, as `plainWords` has them. */
const telling =
  /\b(ngheo|kho khan|vuot kho|hoan canh|khuyet tat|mo coi|neo don|benh|chat doc|bao tro|hiv|dan toc thieu so|thieu so)\b/;

/**
 * The name of a level seems to say something about its recipients that strangers must not read: a poor household, a
 * disability, an orphan. Only a first guess for the person who names it; he decides.
 */
export function tellsOfPersons(label: string): boolean {
  return telling.test(plainWords(label));
}
