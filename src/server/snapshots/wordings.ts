import { fundPublicEn } from '../../i18n/en/fund-public.js';
import { fundEn } from '../../i18n/en/fund.js';
import { snapshotEn } from '../../i18n/en/snapshot.js';
import { targetEn } from '../../i18n/en/target.js';
import { fill, type Dictionary, type Lang, type Wordings } from '../../i18n/translate.js';
import { fundPublicVi } from '../../i18n/vi/fund-public.js';
import { fundVi } from '../../i18n/vi/fund.js';
import { snapshotVi } from '../../i18n/vi/snapshot.js';
import { targetVi } from '../../i18n/vi/target.js';

const dictionaries: Readonly<Record<Lang, Dictionary>> = {
  vi: { ...targetVi, ...fundVi, ...fundPublicVi, ...snapshotVi },
  en: { ...targetEn, ...fundEn, ...fundPublicEn, ...snapshotEn },
};

/** What snapshots say, in one language; a key that no dictionary has is said as it is. */
export const wordingsOf = (lang: Lang): Wordings => ({
  lang,
  t: (key, params = {}) => fill(dictionaries[lang][key] ?? key, params, lang),
  text: (text) => (text ? ((lang === 'en' ? text.en : undefined) ?? text.vi) : ''),
});
