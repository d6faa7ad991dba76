import { html, nothing, type TemplateResult } from 'lit';
import type { Fund, SettingChange } from '../../../../src/domain/fund/fund.schema.js';
import { loosensLimit } from '../../../../src/domain/fund/setting-changes.js';
import { formatDong } from '../../../../src/i18n/format-dong.js';
import { formatDate, formatDateTime } from '../../../../src/i18n/translate.js';
import type { LanguageController } from '../../../base/language.js';

/** Settings whose value is an amount of đồng. */
const amounts: readonly SettingChange['what'][] = ['goal', 'plan', 'approvalLimit'];

/** Who changed which setting, when, from what to what; the last change first. */
export function settingsView(
  fund: Fund,
  changes: readonly SettingChange[],
  l: LanguageController,
): TemplateResult {
  return html`<section aria-labelledby="settings-title">
    <h4 id="settings-title">${l.t('inspection.settings')}</h4>
    ${
      changes.length === 0
        ? html`<p class="notice">${l.t('inspection.settings.none')}</p>`
        : html`<ul class="rows" data-settings>
            ${[...changes].reverse().map((one) => changeRow(one, fund, l))}
          </ul>`
    }
  </section>`;
}

function changeRow(change: SettingChange, fund: Fund, l: LanguageController): TemplateResult {
  const { by, at } = change;
  return html`<li class="row">
    <p class="facts">
      <strong>${nameOf(change, fund, l)}</strong>
      <span
        >${l.t('inspection.set.from-to', { from: valueOf(change, change.from, l), to: valueOf(change, change.to, l) })}</span
      >
      ${loosensLimit(change) ? html`<span class="badge waits">${l.t('inspection.set.loosened')}</span>` : nothing}
    </p>
    <p class="facts"><span>${l.t('inspection.set.by', { name: by.name, time: formatDateTime(at) })}</span></p>
  </li>`;
}

function nameOf({ what, of = '' }: SettingChange, { categories }: Fund, l: LanguageController): string {
  if (what === 'plan') {
    const [year = '', kind] = of.split('-');
    return l.t(`inspection.set.plan.${kind ?? 'payment'}`, { year });
  }
  if (what !== 'category') return l.t(`inspection.set.${what}`);
  const [id, flag] = of.split('#');
  const name = l.text(categories.find((one) => one.id === id)?.label);
  const key = `inspection.set.category.${flag ?? 'label'}`;
  return l.t(l.has(key) ? key : 'inspection.set.category.label', { name });
}

function valueOf({ what }: SettingChange, value: SettingChange['from'], l: LanguageController): string {
  if (value === undefined) return l.t('inspection.set.nothing');
  if (typeof value === 'boolean') return l.t(value ? 'inspection.set.yes' : 'inspection.set.no');
  if (what === 'goalBy') return formatDate(String(value));
  if (typeof value === 'string') return value;
  return amounts.includes(what)
    ? formatDong(value, l.lang)
    : what === 'adminCap'
      ? `${l.number(value)} %`
      : l.number(value);
}
