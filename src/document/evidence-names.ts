import type { AchievementNote } from '../domain/achievement.schema.js';
import type { Answer } from '../domain/answer.schema.js';
import { formatDate } from '../i18n/translate.js';
import { clean, type Wording } from './wording.js';

type Words = Pick<Wording, 't'>;

/** Kind, day, whose it is, until when it holds. */
function recordOf({ kind, on, issuer, expires }: AchievementNote, { t }: Words): string {
  const date = formatDate(on);
  const first = t(kind === 'course' ? 'document.evidence.course' : 'document.evidence.badge', { date });
  const last = expires && t('document.evidence.expires', { date: formatDate(expires) });
  return [first, clean(issuer ?? ''), last].filter(Boolean).join(', ');
}

/**
 * What was attached, as named on paper; links with their address, because paper cannot be clicked, and with what a platform
 * records of them.
 */
export function evidenceNames(answer: Answer, words: Words): string[] {
  return (answer.evidence ?? []).map((one) => {
    const name = clean(one.name);
    if (one.kind !== 'link') return name;
    const url = clean(one.url);
    if (one.achievement) return `${name} (${recordOf(one.achievement, words)}; ${url})`;
    return url === name ? name : `${name} (${url})`;
  });
}
