import type { Translation } from '../translate.js';
import type { formAchievementVi } from '../vi/form-achievement.js';

export const formAchievementEn: Translation<typeof formAchievementVi> = {
  'achievement.title': 'Your courses and badges',
  'achievement.hint':
    'Choose what is to be evidence for this criterion. Only what is chosen goes into the self-assessment.',
  'achievement.year': 'In {year}',
  'achievement.others': 'Other years',
  'achievement.there': 'Among the evidence already',
  'achievement.none': 'This site has no record of a course that you completed, or of a badge of yours.',
  'achievement.loading': 'Fetching the list…',
  'achievement.retry': 'Try again',
  'achievement.counted.course':
    'Chosen courses completed in {year}: {n}. By the criteria set this suggests {points} points.',
  'achievement.counted.badge':
    'Chosen badges issued in {year}: {n}. By the criteria set this suggests {points} points.',
  'achievement.fill': 'Enter {points} points for this criterion',
  'achievement.typed': 'This criterion is answered already; that answer stays as it is.',
  'achievement.cancel': 'Cancel',
  'achievement.take': 'Add to the evidence ({n})',
};
