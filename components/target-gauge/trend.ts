import { nothing, type TemplateResult } from 'lit';
import type { TargetView } from '../../src/domain/target/target-view.types.js';
import type { LanguageController } from '../base/language.js';
import { measure } from '../../src/i18n/target-words.js';
import { yearColumns } from '../base/year-columns.js';

/** Years that are drawn; the table has all. */
const most = 6;

/** The years as columns under their values; of a single year there is no trend. */
export function trendView(view: TargetView, l: LanguageController): TemplateResult | typeof nothing {
  const { indicator, now, years } = view;
  const list = years
    .flatMap(({ year, value }) =>
      value === undefined ? [] : [{ year, value, text: measure(indicator.kind, value, l.lang) }],
    )
    .slice(-most);
  if (list.length < 2) return nothing;
  const told = list.map(({ year, text }) => `${year}: ${text}`).join('; ');
  return yearColumns(list, l.t('target.trend', { list: told }), now?.target.value);
}
