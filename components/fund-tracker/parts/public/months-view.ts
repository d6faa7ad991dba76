import { html, nothing, type TemplateResult } from 'lit';
import type { LedgerBook } from '../../../../src/client/ledger/ledger-book.js';
import { formatNumber } from '../../../../src/i18n/translate.js';
import type { MonthsChart } from './months-chart.js';
import type { PublicContext } from './public-context.js';

export interface MonthRow {
  /** Year × 12 + month from 0. */
  readonly month: number;
  readonly receipts: number;
  readonly payments: number;
  /** Money at its end. */
  readonly closing: number;
}

/** Every month from the first to the last with entries, or of a year, those without entries too. */
export function monthRows(book: LedgerBook, year: number | undefined): MonthRow[] {
  const { months } = book.sums;
  const all = [...months.keys()];
  if (all.length === 0) return [];
  let [first, last] = [Math.min(...all), Math.max(...all)];
  let closing = book.opening.money;
  if (year !== undefined) {
    closing = book.sums.line(closing, year).opening;
    first = year * 12;
    last = Math.min(year * 12 + 11, Math.max(last, first));
  }
  const rows: MonthRow[] = [];
  for (let month = first; month <= last; month++) {
    const { receipts = 0, payments = 0 } = months.get(month) ?? {};
    closing += receipts - payments;
    rows.push({ month, receipts, payments, closing });
  }
  return rows;
}

/** Receipts and payments by month: a picture, and the table that it is drawn from. */
export function monthsView(
  { l }: PublicContext,
  rows: readonly MonthRow[],
  chart: MonthsChart | undefined,
): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  const money = (amount: number): string => formatNumber(amount, l.lang, 0);
  return html`<section part="months" aria-labelledby="months-title">
    <h3 id="months-title">${l.t('fund.months')}</h3>
    ${
      chart
        ? html`<p class="legend hint" aria-hidden="true">
              <span class="swatch receipts"></span>${l.t('fund.row.in')}
              <span class="swatch payments"></span>${l.t('fund.row.out')} · ${l.t('fund.months.unit')}
            </p>
            ${chart.element}`
        : nothing
    }
    <details>
      <summary>${l.t('fund.months.table')}</summary>
      <div class="table-wrap" role="group" tabindex="0" aria-labelledby="months-title">
        <table class="sums">
          <thead>
            <tr>
              <th scope="col">${l.t('fund.filter.month')}</th>
              <th scope="col" class="number">${l.t('fund.row.in')}</th>
              <th scope="col" class="number">${l.t('fund.row.out')}</th>
              <th scope="col" class="number">${l.t('fund.row.balance')}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ month, receipts, payments, closing }) =>
                html`<tr>
                  <th scope="row">${String((month % 12) + 1).padStart(2, '0')}/${Math.floor(month / 12)}</th>
                  <td class="number">${money(receipts)}</td>
                  <td class="number">${money(payments)}</td>
                  <td class="number">${money(closing)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  </section>`;
}
