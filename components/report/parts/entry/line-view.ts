import { html, nothing, type TemplateResult } from 'lit';
import type { FigureLine } from '../../../../src/client/report/figure-sheet.js';
import type { Figure } from '../../../../src/domain/target/target.schema.js';
import { formatDate, formatNumber } from '../../../../src/i18n/translate.js';
import type { LanguageController } from '../../../base/language.js';
import { refusalText } from './entry-words.js';

function valueText({ count, of }: Figure, l: LanguageController): string {
  return of === undefined ? formatNumber(count, l.lang, 0) : l.t('report-entry.share', { count, of });
}

/** What was told of the year, with what had been told before it was corrected. */
export function toldView({ told }: FigureLine, year: number, l: LanguageController): TemplateResult {
  if (told.length === 0)
    return html`<p class="hint">${l.t('report-entry.untold', { year: String(year) })}</p>`;
  return html`<ul class="hint">
    ${told.map(({ figure, earlier }) => {
      const { asOf, source } = figure;
      const words = { value: valueText(figure, l), date: formatDate(asOf) };
      const before = [...earlier]
        .reverse()
        .map((one) =>
          l.t('report-entry.earlier', { value: valueText(one.figure, l), date: formatDate(one.at) }),
        );
      return html`<li>
        ${source === undefined ? l.t('report-entry.told.bare', words) : l.t('report-entry.told', { ...words, source })}${
          before.length > 0 ? ` (${before.join('; ')})` : nothing
        }
      </li>`;
    })}
  </ul>`;
}

/** What became of a line when it was sent. `changed`: since then something was typed, or what was typed is still there. */
export function enteredView(
  { entered, told }: FigureLine,
  changed: boolean,
  l: LanguageController,
): TemplateResult | typeof nothing {
  if (!entered) return nothing;
  if (entered.status === 'done')
    return changed
      ? nothing
      : html`<p class="receipt"><span class="badge met">${l.t('report-entry.saved')}</span></p>`;
  if (entered.status === 'rejected')
    return html`<p class="notice bad">${refusalText(entered.rejection, l)}</p>`;
  const { id } = entered.current.value as { id?: string };
  const item = told.find((one) => one.id === id);
  return html`<p class="notice warn">
    ${
      item
        ? l.t('report-entry.conflict', { value: valueText(item.figure, l) })
        : l.t('report-entry.conflict.gone')
    }
  </p>`;
}
