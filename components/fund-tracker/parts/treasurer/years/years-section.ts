import { html, nothing, type TemplateResult } from 'lit';
import { checkYear, type YearCheck } from '../../../../../src/client/fund/check-year.js';
import { yearStatement } from '../../../../../src/domain/fund/statement.js';
import { formatDate, formatDateTime } from '../../../../../src/i18n/translate.js';
import type { Desk, DeskDialog, DeskSection } from '../desk.js';
import { openFilesView } from '../open-files/open-files.js';
import { YearPapersDialog } from '../papers/year-papers-dialog.js';
import { troubleView } from '../trouble-view.js';

/** Years of the books: one line each that adds up, what is looked at before closing, and the closing itself. */
export class YearsSection implements DeskSection {
  readonly #desk: Desk;
  #check: YearCheck | undefined;
  #stamp = '';

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** The year that is to be closed next. */
  get #due(): string {
    const { years, opened } = this.#desk.view.fund;
    const last = years.at(-1)?.year;
    return last === undefined ? opened.slice(0, 4) : String(Number(last) + 1);
  }

  #checked(): YearCheck {
    const { view, session } = this.#desk;
    // A page that was left open over New Year can close the year that is over now.
    const stamp = `${view.revision} ${this.#due} ${session.today}`;
    if (!this.#check || stamp !== this.#stamp) {
      this.#stamp = stamp;
      this.#check = checkYear(view.fund, session.ledger, this.#due, session.today);
    }
    return this.#check;
  }

  render(): TemplateResult {
    const { l, view } = this.#desk;
    const { fund } = view;
    const years = [...new Set([...Object.keys(fund.totals), this.#due])].sort().reverse();
    return html`<h3>${l.t('desk.section.years')}</h3>
      ${this.#dueView()}
      <ul class="rows">
        ${years.map((year) => this.#year(year))}
      </ul>
      ${openFilesView(this.#desk)}`;
  }

  #dueView(): TemplateResult {
    const { l, session, busy } = this.#desk;
    const { over, waiting, gaps, late, bare, admin } = this.#checked();
    const year = this.#due;
    const ready = over && waiting === 0 && this.#desk.view.outbox.length === 0;
    const check = (
      good: boolean,
      key: string,
      params: Record<string, string | number> = {},
    ): TemplateResult =>
      html`<li class=${good ? 'good' : 'open'}>
        <span class="sign" aria-hidden="true">${good ? '✓' : '!'}</span>
        <span>${l.t(`desk.check.${key}.${good ? 'good' : 'open'}`, params)}</span>
      </li>`;
    return html`<section class="group" aria-labelledby="due-title">
      <h4 id="due-title">${l.t('desk.close-year', { year })}</h4>
      <ul class="checks">
        ${check(over, 'over', { year })} ${check(waiting === 0, 'waiting', { n: waiting })}
        ${check(this.#desk.view.outbox.length === 0, 'unsent', { n: this.#desk.view.outbox.length })}
        ${check(gaps.length === 0, 'gaps', { list: gaps.join('; ') })}
        ${check(late === 0, 'late', { n: late })} ${check(bare === 0, 'bare', { n: bare })}
        ${
          admin
            ? check(!admin.over, 'admin', {
                admin: this.#desk.money(admin.admin),
                allowed: this.#desk.money(admin.allowed),
              })
            : nothing
        }
      </ul>
      ${
        session.may('fund.close')
          ? html`<p class="actions">
              <button
                type="button"
                class="primary"
                ?disabled=${!ready || busy}
                @click=${() => this.#desk.show(new CloseDialog(this.#desk, year))}
              >
                ${l.t('desk.close-year', { year })}
              </button>
              ${ready ? nothing : html`<span class="hint">${l.t('desk.close-year.not-yet')}</span>`}
            </p>`
          : nothing
      }
    </section>`;
  }

  #year(year: string): TemplateResult {
    const { l, view } = this.#desk;
    const closed = view.fund.years.find((one) => one.year === year);
    return html`<li class="row" data-year=${year}>
      <p class="facts">
        <strong>${l.t('desk.year', { year })}</strong>
        <span class="badge ${closed ? 'valid' : ''}"
          >${l.t(closed ? 'desk.year.closed' : 'desk.year.open')}</span
        >
        ${closed ? html`<span>${l.t('desk.year.by', { name: closed.closedBy.name, time: formatDateTime(closed.closedAt) })}</span>` : nothing}
      </p>
      ${yearLine(this.#desk, year)}
      <p class="actions">
        <button
          type="button"
          class="quiet"
          @click=${() => this.#desk.show(new YearPapersDialog(this.#desk, year))}
        >
          ${l.t('desk.papers', { year })}
        </button>
      </p>
      ${closed ? html`<p class="hint hash">${l.t('desk.year.head', { head: closed.head })}</p>` : nothing}
    </li>`;
  }
}

/** "tồn đầu + thu − chi = tồn cuối", for money and where there are goods for them. */
export function yearLine({ l, view, money }: Desk, year: string): TemplateResult {
  const { opening, closing, receipts, payments, kindIn, kindOut } = yearStatement(view.fund, year);
  const params = {
    opening: money(opening.cash + opening.bank),
    receipts: money(receipts),
    payments: money(payments),
    closing: money(closing.cash + closing.bank),
  };
  return html`<p class="year-line">${l.t('desk.year.line', params)}</p>
    ${
      opening.kind || kindIn || kindOut
        ? html`<p class="year-line hint">
            ${l.t('desk.year.kind', { opening: money(opening.kind), receipts: money(kindIn), payments: money(kindOut), closing: money(closing.kind) })}
          </p>`
        : nothing
    }`;
}

/** The last look before nothing in the year can be changed any more. */
class CloseDialog implements DeskDialog {
  readonly #desk: Desk;
  readonly #year: string;

  constructor(desk: Desk, year: string) {
    this.#desk = desk;
    this.#year = year;
  }

  render(): TemplateResult {
    const { l, busy, session } = this.#desk;
    const submit = (event: Event): void => {
      event.preventDefault();
      void this.#close();
    };
    return html`<form class="dialog" @submit=${submit}>
      <h2 id="dialog-title">${l.t('desk.close-year', { year: this.#year })}</h2>
      ${troubleView(this.#desk)} ${yearLine(this.#desk, this.#year)}
      <p>${l.t('desk.close-year.hint', { year: this.#year, date: formatDate(session.today) })}</p>
      <div class="actions end">
        <button type="button" @click=${() => this.#desk.close()}>${l.t('desk.back')}</button>
        <button type="submit" class="primary" ?disabled=${busy}>${l.t('desk.close-year.do')}</button>
      </div>
    </form>`;
  }

  async #close(): Promise<void> {
    const desk = this.#desk;
    const year = this.#year;
    const { id, version } = desk.view.fund;
    const acted = await desk.act({
      kind: 'fund.close',
      about: { id, version },
      typed: year,
      payload: () => ({ year }),
    });
    if (acted.status !== 'done') return;
    desk.say('desk.said.closed', { year });
    desk.close();
    desk.host.focus('#said');
  }
}
