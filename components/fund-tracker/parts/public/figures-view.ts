import { html, nothing, svg, type TemplateResult } from 'lit';
import { formatDate } from '../../../../src/i18n/translate.js';
import { dong, type PublicContext } from './public-context.js';

/** A bar whose length is a share of 0 to 1; the figure beside it says the same. */
export function barView(share: number, className = ''): TemplateResult {
  const width = Math.max(0, Math.min(1, share)) * 100;
  return html`<svg class="bar ${className}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="track" width="100" height="6"></rect><rect class="fill" width=${width.toFixed(2)} height="6"></rect>`}
  </svg>`;
}

const figure = (amount: string, label: string, className = ''): TemplateResult =>
  html`<div class="figure ${className}">
    <dt>${label}</dt>
    <dd>${amount}</dd>
  </div>`;

/** Name and place of the fund, and the year that is looked at. */
export function headView(context: PublicContext, choose: (year: number | undefined) => void): TemplateResult {
  const { fund, l, book, year } = context;
  const years = book?.sums.years() ?? [];
  return html`<div class="fund-head" part="header">
    <div>
      <h2 id="fund-name" tabindex="-1">${fund.name}</h2>
      <p class="hint">
        ${fund.place.name} · ${l.t(`fund.regime.${fund.regime}`)} ·
        ${l.t('fund.since', { date: formatDate(fund.opened) })}
      </p>
    </div>
    <label class="field period"
      ><span>${l.t('fund.period')}</span
      ><select
        ?disabled=${!book}
        @change=${(event: Event) => choose(Number((event.target as HTMLSelectElement).value) || undefined)}
      >
        <option value="" ?selected=${year === undefined}>${l.t('fund.period.all')}</option>
        ${years.map(
          (one) =>
            html`<option value=${one} ?selected=${one === year}>
              ${l.t('fund.period.year', { year: String(one) })}
            </option>`,
        )}
      </select></label
    >
  </div>`;
}

/** The figures that people come for: what is there, what came, what went, how far it is to the goal. */
export function figuresView(context: PublicContext): TemplateResult {
  const { fund, l, book, year } = context;
  const { cash, bank, kind } = fund.balances;
  const sums = book?.sums.of(year);
  const { goal } = fund;
  const raised = book?.sums.all.receipts ?? 0;
  const wait = '…';
  const goods = sums && (sums.kindIn !== 0 || sums.kindOut !== 0 || kind !== 0);
  return html`<section class="figures" part="figures" aria-label=${l.t('fund.figures')}>
    <dl>
      ${figure(dong(cash + bank, l), l.t('fund.figure.balance'), 'lead')}
      ${figure(sums ? dong(sums.receipts, l) : wait, l.t('fund.figure.raised'))}
      ${figure(sums ? dong(sums.payments, l) : wait, l.t('fund.figure.spent'))}
      ${
        goal
          ? html`<div class="figure">
              <dt>
                ${l.t('fund.figure.goal', { date: formatDate(goal.by) })}
                ${
                  book && goal.amount > 0
                    ? html`<span class="reached"
                        >${l.t('fund.goal.reached', { percent: Math.round((raised / goal.amount) * 1000) / 10 })}</span
                      >`
                    : nothing
                }
              </dt>
              <dd>${dong(goal.amount, l)}${book ? barView(raised / goal.amount, 'goal') : nothing}</dd>
            </div>`
          : nothing
      }
    </dl>
    ${
      goods
        ? html`<p class="hint">
            ${l.t('fund.goods', { in: dong(sums.kindIn, l), out: dong(sums.kindOut, l), left: dong(kind, l) })}
          </p>`
        : nothing
    }
  </section>`;
}
