import { html, nothing, type TemplateResult } from 'lit';
import { dong, type PublicContext } from './public-context.js';

/** What the fund itself says was there at the end: of a closed year, or now. Undefined where it says nothing. */
function published({ fund, year }: PublicContext): number | undefined {
  if (year === undefined) return fund.balances.cash + fund.balances.bank;
  const closed = fund.years.find((one) => one.year === String(year));
  return closed && closed.closing.cash + closed.closing.bank;
}

/** One line, added up before the reader: opening + receipts - payments = closing. */
export function lineView(context: PublicContext): TemplateResult {
  const { fund, book, year, l } = context;
  if (!book) return html``;
  const { opening, receipts, payments, closing } = book.sums.line(book.opening.money, year);
  const said = published(context);
  const whole = book.columns.count === fund.count;
  const holds = whole && (said === undefined || said === closing);
  const step = (sign: string, amount: number, key: string): TemplateResult =>
    html`<span class="step"
      >${sign ? html`<span class="sign">${sign}</span>` : nothing}<span class="term"
        ><strong>${dong(amount, l)}</strong><span>${l.t(key)}</span></span
      ></span
    >`;
  return html`<section class="line-sum" part="equation" aria-labelledby="line-title">
    <h3 id="line-title">${l.t('fund.line')}</h3>
    <p class="terms">
      ${step('', opening, 'fund.line.opening')} ${step('+', receipts, 'fund.line.receipts')}
      ${step('−', payments, 'fund.line.payments')} ${step('=', closing, 'fund.line.closing')}
    </p>
    <p class=${holds ? 'holds' : 'error'}>
      ${
        !whole
          ? l.t('fund.line.count', { read: book.columns.count, all: fund.count })
          : holds
            ? html`✓
              ${l.t(said === undefined ? 'fund.line.open' : 'fund.line.holds', { n: book.sums.of(year).count })}`
            : l.t('fund.line.differs', { said: dong(said ?? 0, l) })
      }
    </p>
    ${fund.count === 0 ? html`<p class="hint">${l.t('fund.no-entries')}</p>` : nothing}
  </section>`;
}
