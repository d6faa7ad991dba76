import { rankOf } from '../../badge-art/artwork.js';
import { layCard } from '../../badge-art/card.js';
import { isDemo } from '../../badge-art/demo-mark.js';
import { svgFile } from '../../badge-art/svg-file.js';
import { dateInVietnam } from '../../domain/civil-date.js';
import type { PublicRecognition } from '../../domain/recognition.schema.js';
import { standing } from '../../domain/standing.js';
import { badgeEn } from '../../i18n/en/badge.js';
import { badgeFileEn } from '../../i18n/en/badge-file.js';
import { fill, type Lang, type Params } from '../../i18n/translate.js';
import { badgeVi } from '../../i18n/vi/badge.js';
import { badgeFileVi } from '../../i18n/vi/badge-file.js';
import { wide } from './widths.js';

/**
 * The badge of a title as an SVG image, for pages that run no script. It says on its face where the title holds no more,
 * where it is a trial, and where its criteria were a sample. It is a picture: who wants to know checks the signed badge.
 * @param found as anybody may read it
 */
export function badgeImage(found: PublicRecognition, lang: Lang, now: Date): string {
  const {
    model,
    cycle: year,
    outcome,
    outcomeLabel,
    subjectName: holder,
    credential,
    criteriaStatus,
  } = found;
  const words = { ...(lang === 'en' ? badgeEn : badgeVi), ...(lang === 'en' ? badgeFileEn : badgeFileVi) };
  const t = (key: keyof typeof words, params: Params = {}): string => fill(words[key], params, lang);
  const named = {
    name: t(`badge.name.${model}`),
    year,
    outcome: (lang === 'en' && outcomeLabel.en) || outcomeLabel.vi,
  };
  const state = standing(found, dateInVietnam(now.toISOString()));
  const trial = isDemo(credential);
  const small = t('badge.small', named);
  const whole = trial ? t('badge-file.trial.title', { title: small }) : small;
  const ribbon = state === 'valid' ? (trial ? t('badge-file.trial') : undefined) : t(`badge.status.${state}`);
  const set =
    criteriaStatus === 'sample' || criteriaStatus === 'partial' ? t(`badge.set.${criteriaStatus}`) : '';
  const card = layCard(
    { ...named, holder, year: [t('badge-file.year', named), set].filter(Boolean).join(' · '), ribbon },
    wide,
  );
  const title = [whole, ...(state === 'valid' ? [] : [t(`badge.status.${state}`)]), set]
    .filter(Boolean)
    .join('. ');
  return svgFile(model, rankOf(outcome), card, title);
}
