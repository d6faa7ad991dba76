import { html, nothing, type TemplateResult } from 'lit';
import type { LineKind } from '../../../../../src/client/fund/entry-form.js';
import { parseDong } from '../../../../../src/domain/money.js';
import { readDate } from '../../../../../src/client/fund/read-date.js';
import { balancesWith, type EntryFault } from '../../../../../src/client/fund/read-entry.js';
import type { Account } from '../../../../../src/domain/fund/money.schema.js';
import { nextVoucher, voucherSeries } from '../../../../../src/domain/fund/vouchers.js';
import { amountInWords } from '../../../../../src/i18n/amount-in-words.js';
import { formatDate } from '../../../../../src/i18n/translate.js';
import type { Problem } from '../../../../../src/client/view.types.js';
import { unreadText } from '../../../../base/problem-words.js';
import { choiceField, textField, type Choice, type FieldLook } from '../../../../base/fields.js';
import type { EntryDesk, EntryField } from './entry-desk.js';
import { entryMoreView } from './entry-more-view.js';

const kinds: readonly LineKind[] = ['receipt', 'payment', 'move', 'transfer'];
const accounts: readonly Account[] = ['cash', 'bank', 'kind'];

/** The sentence for a fault. */
export function faultText({ code, params }: EntryFault, { desk: { l } }: EntryDesk): string {
  if (code.startsWith('amount-')) return l.t(`dong.${code.slice('amount-'.length)}`);
  const date = params?.['date'];
  return l.t(`desk.fault.${code}`, date === undefined ? (params ?? {}) : { date: formatDate(String(date)) });
}

/** The line that is entered: on a wide screen a row of fields, on a narrow one a short form. */
export function entryView(entry: EntryDesk): TemplateResult {
  const { desk, form, faults } = entry;
  const { l } = desk;
  const field = fieldMaker(entry, faults);
  const submit = (event: Event): void => {
    event.preventDefault();
    entry.enter();
  };
  return html`<form
    class="entry ${form.kind}"
    part="entry"
    novalidate
    aria-labelledby="entry-title"
    @submit=${submit}
    @keydown=${entry.onKey}
    @focusin=${entry.onFocus}
  >
    <h3 id="entry-title">${l.t('desk.entry')}</h3>
    <div class="kinds" role="radiogroup" aria-label=${l.t('desk.entry.kind')}>
      ${kinds.map(
        (kind) =>
          html`<label class="kind"
            ><input
              type="radio"
              name="entry-kind"
              value=${kind}
              .checked=${form.kind === kind}
              @change=${() => entry.patch({ kind })}
            /><span>${l.t(`desk.kind.${kind}`)}</span></label
          >`,
      )}
    </div>
    <div class="entry-line">${lineOf(entry, field)}</div>
    ${echoView(entry)}
    ${
      faults.length > 0
        ? html`<div class="notice bad" role="alert" id="entry-faults">
            <ul class="plain">
              ${faults.map((fault) => html`<li>${faultText(fault, entry)}</li>`)}
            </ul>
          </div>`
        : nothing
    }
    ${entryMoreView(entry)}
    <div class="actions">
      <button type="submit" class="primary" ?disabled=${entry.taking > 0}>
        ${l.t(`desk.enter.${form.kind}`)}
      </button>
      ${
        entry.untouched
          ? nothing
          : html`<button type="button" class="quiet" @click=${() => entry.clear()}>
              ${l.t('desk.entry.clear')}
            </button>`
      }
      <span class="hint keys">${l.t('desk.entry.keys')}</span>
    </div>
  </form>`;
}

type MakeField = (name: EntryField, more?: Partial<FieldLook>) => FieldLook;

function fieldMaker(entry: EntryDesk, faults: readonly EntryFault[]): MakeField {
  const { form, desk } = entry;
  return (name, more = {}) => {
    const fault = faults.find((one) => one.field === name);
    return {
      name,
      label: desk.l.t(`desk.entry.${name}`),
      value: form[name] as string,
      input: (value) => entry.patch({ [name]: value }),
      ...(fault && { fault: faultText(fault, entry) }),
      ...more,
    };
  };
}

function lineOf(entry: EntryDesk, field: MakeField): TemplateResult {
  const { form, desk } = entry;
  const { l } = desk;
  const { kind } = form;
  const inKind = form.account === 'kind';
  const label = inKind ? l.t('desk.entry.value') : l.t('desk.entry.amount');
  const amount = textField(field('amount', { label, figures: true, maxlength: 40 }));
  const date = textField(field('date', { figures: true, maxlength: 12, hint: dayText(entry) }));
  const purpose = textField(field('purpose', { maxlength: 2000 }));
  if (kind === 'move') {
    const ways = (['bank', 'cash'] as const).map((value) => ({ value, label: l.t(`desk.move.${value}`) }));
    const way = field('account', { label: l.t('desk.entry.way') });
    return html`${date} ${choiceField({ ...way, choices: ways })} ${amount} ${purpose}`;
  }
  const account = choiceField({
    ...field('account'),
    choices: accounts.map((value) => ({ value, label: l.t(`desk.account.${value}`) })),
  });
  const voucher = textField(
    field('voucher', { figures: true, maxlength: 6, placeholder: nextNumber(entry) }),
  );
  if (kind === 'transfer') {
    const funds = (entry.others ?? []).map(({ id, name }) => ({ value: id, label: name }));
    const toAccount = choiceField({
      ...field('toAccount'),
      choices: accounts.map((value) => ({ value, label: l.t(`desk.account.${value}`) })),
    });
    return html`${date} ${choiceField({ ...field('toFund'), choices: funds, none: l.t('desk.choose') })}
    ${entry.unasked ? unaskedView(entry.unasked, entry) : nothing} ${account} ${toAccount} ${amount}
    ${purpose} ${voucher}`;
  }
  const categories: Choice[] = desk.view.fund.categories
    .filter((one) => one.kind === kind && !one.retired)
    .map((one) => ({ value: one.id, label: l.text(one.label) }));
  const party = textField(field('party', { label: l.t(`desk.entry.party.${kind}`), list: 'parties' }));
  return html`${date} ${choiceField({ ...field('category'), choices: categories, none: l.t('desk.choose') })}
  ${account} ${amount} ${party} ${purpose} ${voucher}`;
}

/** Why there are no funds to choose from. */
function unaskedView(problem: Problem, entry: EntryDesk): TemplateResult {
  const { l } = entry.desk;
  return html`<div class="notice bad wide" role="alert">
    <p>${unreadText(problem, l)}</p>
    <p class="actions">
      <button type="button" @click=${() => void entry.askFunds()}>${l.t('fund.retry')}</button>
    </p>
  </div>`;
}

/** The day in full, so that 3/5 is not taken for the fifth of March. */
function dayText({ form, desk: { session, l } }: EntryDesk): string | undefined {
  const date = readDate(form.date, session.today);
  if (!date) return undefined;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return l.t('desk.day', { weekday: l.t(`desk.weekday.${weekday}`), date: formatDate(date) });
}

function nextNumber({ desk, form }: EntryDesk): string {
  const { fund, outbox } = desk.view;
  const date = readDate(form.date, desk.session.today);
  const kind = form.kind === 'receipt' ? 'receipt' : 'payment';
  if (!date) return '';
  const series = voucherSeries(date, kind);
  // Those that wait and ask for the next number come first.
  const before = outbox.filter(
    ({ command: { payload }, rejection }) =>
      !rejection &&
      voucherSeries(payload.date, 'from' in payload || payload.kind === 'payment' ? 'payment' : 'receipt') ===
        series &&
      ('from' in payload ? payload.from.voucher : payload.voucher) === 'next',
  ).length;
  return String(nextVoucher(fund.vouchers[series] ?? []) + before);
}

/** The amount in figures and in words, what will be there afterwards, and whether somebody has to agree. */
function echoView({ desk, form }: EntryDesk): TemplateResult {
  const { l, view } = desk;
  const amount = parseDong(form.amount);
  if (!amount.ok) return html`<output class="echo hint">${l.t('desk.echo.none')}</output>`;
  const { value } = amount;
  const words = amountInWords(value, l.lang);
  const balances = balancesWith(view.fund, view.outbox);
  const effect = form.kind === 'receipt' ? value : form.kind === 'move' ? 0 : -value;
  const money = balances.cash + balances.bank;
  const { approvalLimit } = view.fund;
  const waits =
    approvalLimit !== undefined &&
    value > approvalLimit &&
    (form.kind === 'payment' || form.kind === 'transfer');
  return html`<output class="echo">
    <strong class="figure">${desk.money(value)}</strong>
    <span class="words">${words}</span>
    ${
      form.account === 'kind'
        ? html`<span class="hint"
            >${l.t('desk.echo.kind', { balance: desk.money(balances.kind + effect) })}</span
          >`
        : html`<span class="hint">${l.t('desk.echo.after', { balance: desk.money(money + effect) })}</span>`
    }
    ${
      waits
        ? html`<span class="badge waits"
            >${l.t('desk.echo.waits', { limit: desk.money(approvalLimit) })}</span
          >`
        : nothing
    }
  </output>`;
}
