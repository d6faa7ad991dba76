import { html, type TemplateResult } from 'lit';
import { faultOfDate } from '../../../../../src/client/fund/read-entry.js';
import { readDate } from '../../../../../src/client/fund/read-date.js';
import type { Award, Round } from '../../../../../src/domain/fund/round.schema.js';
import { amountInWords } from '../../../../../src/i18n/amount-in-words.js';
import { formatDate } from '../../../../../src/i18n/translate.js';
import type { Desk, DeskDialog } from '../desk.js';
import { choiceField, textField } from '../../../../base/fields.js';
import { troubleView } from '../trouble-view.js';

interface PayForm {
  date: string;
  account: string;
  category: string;
}

/** Pays recipients of a round by one payment with one voucher. */
export class PayDialog implements DeskDialog {
  readonly #desk: Desk;
  readonly #round: Round;
  readonly #ticked: () => readonly Award[];
  #tried = false;

  /** `ticked`: those that are to be paid, as they are now. */
  constructor(desk: Desk, round: Round, ticked: () => readonly Award[]) {
    this.#desk = desk;
    this.#round = round;
    this.#ticked = ticked;
  }

  get #awards(): readonly Award[] {
    return this.#ticked();
  }

  get #sum(): number {
    return this.#awards.reduce((all, { amount }) => all + amount, 0);
  }

  get #form(): PayForm {
    const { session, view } = this.#desk;
    const usual = this.#round.kind === 'scholarship' ? 'hoc-bong' : 'khen-thuong';
    const known = view.fund.categories.some(({ id, retired }) => id === usual && !retired);
    return this.#desk.form<PayForm>('pay', {
      date: formatDate(session.today),
      account: 'cash',
      category: known ? usual : '',
    });
  }

  render(): TemplateResult {
    const { l, busy, money, view, session } = this.#desk;
    const form = this.#form;
    const sum = this.#sum;
    const put = (change: Partial<PayForm>): void => this.#desk.put('pay', change);
    const dateFault = this.#tried
      ? faultOfDate(readDate(form.date, session.today), view.fund, session.today)
      : undefined;
    const limit = view.fund.approvalLimit;
    const submit = (event: Event): void => {
      event.preventDefault();
      void this.#pay();
    };
    return html`<form class="dialog" novalidate @submit=${submit}>
      <h2 id="dialog-title">${l.t('desk.pay.title', { n: this.#awards.length })}</h2>
      ${troubleView(this.#desk)}
      <p class="amount">
        <strong class="figure">${money(sum)}</strong> <span class="words">${amountInWords(sum, l.lang)}</span>
      </p>
      <p class="hint">${l.t(limit !== undefined && sum > limit ? 'desk.pay.waits' : 'desk.pay.hint')}</p>
      ${textField({
        name: 'pay-date',
        label: l.t('desk.entry.date'),
        value: form.date,
        figures: true,
        maxlength: 12,
        fault: dateFault ? l.t(`desk.fault.${dateFault.code}`, { ...dateFault.params }) : undefined,
        input: (date) => put({ date }),
      })}
      ${choiceField({
        name: 'pay-account',
        label: l.t('desk.entry.account'),
        value: form.account,
        choices: (['cash', 'bank'] as const).map((value) => ({ value, label: l.t(`desk.account.${value}`) })),
        input: (account) => put({ account }),
      })}
      ${choiceField({
        name: 'pay-category',
        label: l.t('desk.entry.category'),
        value: form.category,
        none: l.t('desk.choose'),
        fault: this.#tried && form.category === '' ? l.t('desk.fault.category') : undefined,
        choices: view.fund.categories
          .filter(({ kind, retired }) => kind === 'payment' && !retired)
          .map(({ id, label }) => ({ value: id, label: l.text(label) })),
        input: (category) => put({ category }),
      })}
      <div class="actions end">
        <button type="button" @click=${() => this.#desk.close()}>${l.t('desk.back')}</button>
        <button type="submit" class="primary" ?disabled=${busy || sum === 0}>${l.t('desk.pay.do')}</button>
      </div>
    </form>`;
  }

  async #pay(): Promise<void> {
    const desk = this.#desk;
    const { session, view } = desk;
    const { category, account, ...form } = this.#form;
    const date = readDate(form.date, session.today);
    this.#tried = true;
    if (!date || category === '' || faultOfDate(date, view.fund, session.today)) {
      desk.host.changed();
      return;
    }
    const awards = this.#awards.map(({ id }) => id);
    const n = awards.length;
    const sum = this.#sum;
    if (n === 0) return;
    const acted = await desk.act({
      kind: 'round.pay',
      typed: [this.#round.id, awards, sum, date, account, category],
      payload: () => ({
        fund: view.fund.id,
        round: this.#round.id,
        awards,
        sum,
        account: account === 'bank' ? 'bank' : 'cash',
        category,
        date,
        voucher: 'next',
        details: { salt: session.newSalt(), purpose: this.#round.title },
      }),
    });
    if (acted.status !== 'done') return;
    const waits = 'records' in acted.receipt && acted.receipt.records.some(({ type }) => type === 'pending');
    desk.type('pay', undefined);
    desk.say(waits ? 'desk.said.waiting' : 'desk.said.paid', { n });
    desk.close();
    desk.host.focus('#said');
  }
}
