import { html, nothing, type TemplateResult } from 'lit';
import { donorsOf, type Donor } from '../../../../src/client/ledger/donors.js';
import { isGift } from '../../../../src/domain/fund/is-gift.js';
import type { LedgerBook } from '../../../../src/client/ledger/ledger-book.js';
import { formatNumber } from '../../../../src/i18n/translate.js';
import { dayText, dong, type PublicContext } from './public-context.js';

/** Names shown at first, and with each press of the button. */
export const donorsAtOnce = 20;

/** The roll of a ledger and a year, made once. */
export class DonorRoll {
  shown = donorsAtOnce;
  #book: LedgerBook | undefined;
  #year: number | undefined;
  #donors: readonly Donor[] = [];

  of({ book, year, fund }: PublicContext): readonly Donor[] {
    // Nobody waits for it: it comes when the names were read behind the first rows.
    if (!book?.columns.textsRead) return [];
    if (book !== this.#book || year !== this.#year) {
      if (year !== this.#year) this.shown = donorsAtOnce;
      this.#book = book;
      this.#year = year;
      const gifts = new Set(fund.categories.flatMap((one) => (isGift(one) ? [one.id] : [])));
      this.#donors = donorsOf(book.columns, year, (category) => gifts.has(category));
    }
    return this.#donors;
  }
}

/** The golden book: who gave and agreed to be named. Those who did not are in no public data. */
export function donorsView(
  context: PublicContext,
  roll: DonorRoll,
  find: (name: string) => void,
  more: () => void,
): TemplateResult | typeof nothing {
  const { l } = context;
  const donors = roll.of(context);
  if (donors.length === 0) return nothing;
  const some = donors.slice(0, roll.shown);
  return html`<section part="donors" aria-labelledby="donors-title">
    <h3 id="donors-title">${l.t('fund.donors')}</h3>
    <p class="hint">${l.t('fund.donors.hint', { n: donors.length })}</p>
    <div class="table-wrap" role="group" tabindex="0" aria-labelledby="donors-title">
      <table class="donors" role="table">
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">${l.t('fund.donor')}</th>
            <th role="columnheader" scope="col" class="number">${l.t('fund.donor.given')}</th>
            <th role="columnheader" scope="col" class="number">${l.t('fund.donor.times')}</th>
            <th role="columnheader" scope="col" class="number">${l.t('fund.donor.last')}</th>
          </tr>
        </thead>
        <tbody>
          ${some.map(
            ({ name, money, goods, times, last }) =>
              html`<tr role="row">
                <th role="rowheader" scope="row">
                  <button type="button" class="quiet name" @click=${() => find(name)}>${name}</button>
                </th>
                <td role="cell" class="number" data-label=${l.t('fund.donor.given')}>
                  ${money ? formatNumber(money, l.lang, 0) : nothing}
                  ${goods ? html`<span class="hint">${l.t('fund.row.goods', { amount: dong(goods, l) })}</span>` : nothing}
                </td>
                <td role="cell" class="number" data-label=${l.t('fund.donor.times')}>
                  ${formatNumber(times, l.lang, 0)}
                </td>
                <td role="cell" class="number" data-label=${l.t('fund.donor.last')}>${dayText(last)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      donors.length > some.length
        ? html`<p class="actions">
            <button type="button" @click=${more}>
              ${l.t('fund.donors.more', { n: donors.length - some.length })}
            </button>
          </p>`
        : nothing
    }
  </section>`;
}
