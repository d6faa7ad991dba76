import { html, nothing, type TemplateResult } from 'lit';
import { readDate } from '../../../../../src/client/fund/read-date.js';
import {
  readOptionalDong,
  type OpeningFault,
  type OpeningForm,
} from '../../../../../src/client/fund/opening-form.js';
import { addDong } from '../../../../../src/domain/fund/dong.js';
import type { Regime } from '../../../../../src/domain/fund/fund.schema.js';
import { amountInWords } from '../../../../../src/i18n/amount-in-words.js';
import { formatDong } from '../../../../../src/i18n/format-dong.js';
import { formatDate } from '../../../../../src/i18n/translate.js';
import { textField, tickField, type FieldLook } from '../../../../base/fields.js';
import { noticesView } from '../notices-view.js';
import { categoriesView } from './categories-view.js';
import type { OpeningDesk } from './opening-desk.js';
import { faultsView, faultText, openingTrouble } from './opening-trouble.js';

const regimes: readonly Regime[] = ['internal', 'licensed'];
type TextName = Exclude<keyof OpeningForm, 'regime' | 'published'>;
type MakeField = (name: TextName, more?: Partial<FieldLook>) => TemplateResult;

/** The form in which a fund is opened. */
export function openingView(desk: OpeningDesk): TemplateResult {
  const { l, busy } = desk;
  const faults = desk.faults;
  const field: MakeField = (name, more = {}) =>
    textField({
      name: `open-${name}`,
      label: l.t(`open.${name}`),
      value: desk.view.form[name],
      fault: textOf(faults, name, desk),
      input: (value) => desk.put({ [name]: value }),
      ...more,
    });
  const submit = (event: Event): void => {
    event.preventDefault();
    void desk.open();
  };
  return html`<form class="opening" novalidate aria-labelledby="open-title" @submit=${submit}>
    <div class="desk-head">
      <h2 id="open-title" tabindex="-1">${l.t('open.title')}</h2>
      <p class="hint">${l.t('open.lead', { id: desk.host.fund })}</p>
    </div>
    ${noticesView(desk)} ${faultsView(faults, desk)}
    <fieldset class="group">
      <legend>${l.t('open.about')}</legend>
      <div class="grid">
        ${field('name', { hint: l.t('open.name.hint') })} ${field('place', { hint: l.t('open.place.hint') })}
      </div>
    </fieldset>
    ${regimeView(desk, textOf(faults, 'regime', desk))} ${balancesView(desk, field)} ${categoriesView(desk)}
    ${moreView(desk, field)}
    <p class="hint">${l.t('open.for-good')}</p>
    ${openingTrouble(desk)}
    <div class="actions">
      <button type="submit" class="primary" ?disabled=${busy}>${l.t('open.do')}</button>
      <button type="button" class="quiet" ?disabled=${busy} @click=${() => desk.clear()}>
        ${l.t('open.clear')}
      </button>
      <span class="hint" role="status">${busy ? l.t('open.sending') : nothing}</span>
    </div>
  </form>`;
}

function textOf(faults: readonly OpeningFault[], name: string, desk: OpeningDesk): string | undefined {
  const fault = faults.find(({ field }) => field === name);
  return fault && faultText(fault, desk);
}

/** One of two, with what each asks for. */
function regimeView(desk: OpeningDesk, fault: string | undefined): TemplateResult {
  const { l, view } = desk;
  const choice = (value: Regime): TemplateResult =>
    html`<div class="choice">
      <label class="kind"
        ><input
          type="radio"
          name="open-regime"
          value=${value}
          .checked=${view.form.regime === value}
          aria-describedby="h-regime-${value}"
          @change=${() => desk.put({ regime: value })}
        /><span>${l.t(`open.regime.${value}`)}</span></label
      >
      <span class="hint" id="h-regime-${value}">${l.t(`open.regime.${value}.hint`)}</span>
    </div>`;
  return html`<div
    class="group choices"
    id="d-open-regime"
    data-d="open-regime"
    role="radiogroup"
    aria-labelledby="open-regime-title"
    aria-invalid=${fault === undefined ? 'false' : 'true'}
    aria-describedby=${fault === undefined ? nothing : 'f-open-regime'}
  >
    <h3 class="legend" id="open-regime-title">${l.t('open.regime')}</h3>
    ${regimes.map(choice)}
    ${fault === undefined ? nothing : html`<span class="error" id="f-open-regime">${fault}</span>`}
  </div>`;
}

/** An amount in figures and in words, or what an empty field means. */
function echo(text: string, { l }: OpeningDesk, empty: string): string {
  const { dong } = readOptionalDong(text);
  if (dong === undefined) return empty;
  return l.t('open.echo', { amount: formatDong(dong, l.lang), words: amountInWords(dong, l.lang) });
}

/** The first day of the books, and what lies in the accounts then. */
function balancesView(desk: OpeningDesk, field: MakeField): TemplateResult {
  const { l, view, session } = desk;
  const { form } = view;
  const amount = (name: 'cash' | 'bank' | 'kind'): TemplateResult =>
    field(name, { figures: true, maxlength: 40, hint: echo(form[name], desk, l.t('open.empty')) });
  const opened = readDate(form.opened, session.today);
  return html`<fieldset class="group">
    <legend>${l.t('open.opening')}</legend>
    <div class="grid">
      ${field('opened', {
        figures: true,
        maxlength: 12,
        hint: opened ? dayText(opened, desk) : l.t('open.opened.hint'),
      })}
      ${amount('cash')} ${amount('bank')} ${amount('kind')}
    </div>
    <output class="figure">${sumText(form, desk)}</output>
  </fieldset>`;
}

/** The day in full, so that 3/5 is not taken for the fifth of March. */
function dayText(date: string, { l }: OpeningDesk): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return l.t('desk.day', { weekday: l.t(`desk.weekday.${weekday}`), date: formatDate(date) });
}

/** What lies in the accounts together; nothing while one of them cannot be read. */
function sumText({ cash, bank, kind }: OpeningForm, { l }: OpeningDesk): string {
  const read = [cash, bank, kind].map(readOptionalDong);
  if (read.some(({ code }) => code !== undefined)) return '';
  const [inHand = 0, atBank = 0, inGoods = 0] = read.map(({ dong }) => dong);
  const money = formatDong(addDong(inHand, atBank), l.lang);
  return inGoods > 0
    ? l.t('open.sum', { money, goods: formatDong(inGoods, l.lang) })
    : l.t('open.sum.money', { money });
}

/** What may be left as it is. */
function moreView(desk: OpeningDesk, field: MakeField): TemplateResult {
  const { l, view } = desk;
  const { form } = view;
  const optional = l.t('open.optional');
  return html`<fieldset class="group">
    <legend>${l.t('open.more')}</legend>
    <div class="grid">
      ${field('goal', { figures: true, maxlength: 40, optional, hint: echo(form.goal, desk, '') || undefined })}
      ${field('goalBy', { figures: true, maxlength: 12, optional })}
      ${field('limit', {
        figures: true,
        maxlength: 40,
        optional,
        hint: echo(form.limit, desk, l.t('open.limit.hint')),
      })}
    </div>
    ${tickField({
      name: 'open-published',
      label: l.t('open.published'),
      value: form.published,
      input: (published) => desk.put({ published }),
    })}
    <p class="hint">${l.t('open.published.hint')}</p>
  </fieldset>`;
}
