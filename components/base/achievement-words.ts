import type { AchievementNote } from '../../src/domain/achievement.schema.js';
import { formatDate } from '../../src/i18n/translate.js';
import type { LanguageController } from './language.js';

/**
 * What the records of a platform say of an achievement, in one line: kind and day, whose it is, until when it holds.
 * `words`: beginning of the keys in the component's own dictionary.
 */
export function achievementWords(
  { kind, on, issuer, expires }: AchievementNote,
  l: LanguageController,
  words: 'form.evidence' | 'review.evidence',
): string {
  const date = formatDate(on);
  const first = kind === 'course' ? l.t(`${words}.course`, { date }) : l.t(`${words}.badge`, { date });
  const last = expires && l.t(`${words}.expires`, { date: formatDate(expires) });
  return [first, issuer, last].filter(Boolean).join(' · ');
}
