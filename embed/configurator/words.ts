import { fill, type Dictionary, type Lang, type Params } from '../../src/i18n/translate.js';
import { configuratorVi } from '../../src/i18n/vi/configurator.js';

export type Say = (key: string, params?: Params) => string;

/** The sentences of the page; English is fetched when somebody reads English. */
export async function wordsIn(lang: Lang): Promise<Say> {
  const vietnamese: Dictionary = configuratorVi;
  const words =
    lang === 'en' ? (await import('../../src/i18n/en/configurator.js')).configuratorEn : vietnamese;
  return (key, params = {}) => fill((words as Dictionary)[key] ?? vietnamese[key] ?? key, params, lang);
}
