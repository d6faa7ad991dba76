import { html, nothing, type TemplateResult } from 'lit';
import type { LedgerDesk } from './ledger-desk.js';
import { categoryLabel, dong, type PublicContext } from './public-context.js';

const value = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

/** Whole đồng as typed into a field: `500.000`, `500000`; undefined for anything else. */
function amountOf(typed: string): number | undefined {
  const digits = typed.replace(/[\s.đ]/gu, '');
  return /^\d{1,14}$/.test(digits) ? Number(digits) : undefined;
}

function choice(
  label: string,
  chosen: string,
  options: readonly (readonly [string, string])[],
  change: (value: string) => void,
): TemplateResult {
  return html`<label class="field"
    ><span>${label}</span
    ><select @change=${(event: Event) => change(value(event))}>
      ${options.map(([key, words]) => html`<option value=${key} ?selected=${key === chosen}>${words}</option>`)}
    </select></label
  >`;
}

function filtersView(context: PublicContext, desk: LedgerDesk): TemplateResult {
  const { l, book } = context;
  const { filter } = desk.question;
  const used = (book?.columns.categories ?? []).filter((id) => id !== '');
  const amount = (key: 'least' | 'most'): TemplateResult =>
    html`<label class="field"
      ><span>${l.t(`fund.filter.${key}`)}</span
      ><input
        type="text"
        inputmode="numeric"
        .value=${filter[key] === undefined ? '' : String(filter[key])}
        @change=${(event: Event) => desk.filter({ [key]: amountOf(value(event)) })}
    /></label>`;
  return html`<details class="more-filters">
    <summary>${l.t('fund.filters')}</summary>
    <div class="filters">
      ${choice(
        l.t('fund.filter.side'),
        filter.side ?? '',
        [
          ['', l.t('fund.filter.all')],
          ['in', l.t('fund.row.in')],
          ['out', l.t('fund.row.out')],
        ],
        (side) => desk.filter({ side: side === 'in' || side === 'out' ? side : undefined }),
      )}
      ${choice(
        l.t('fund.category'),
        filter.category ?? '',
        [['', l.t('fund.filter.all')], ...used.map((id) => [id, categoryLabel(context, id)] as const)],
        (category) => desk.filter({ category: category || undefined }),
      )}
      ${choice(
        l.t('fund.filter.month'),
        filter.month === undefined ? '' : String(filter.month),
        [
          ['', l.t('fund.filter.all')],
          ...Array.from(
            { length: 12 },
            (_, at) => [String(at + 1), l.t('fund.month', { month: String(at + 1) })] as const,
          ),
        ],
        (month) => desk.filter({ month: Number(month) || undefined }),
      )}
      ${amount('least')} ${amount('most')}
    </div>
  </details>`;
}

/** The whole ledger: search, filters, how much was found, the window. */
export function ledgerView(context: PublicContext, desk: LedgerDesk): TemplateResult {
  const { l, fund } = context;
  const { found, question } = desk;
  const { search, filter } = question;
  const narrowed =
    search !== '' || Object.entries(filter).some(([key, is]) => key !== 'year' && is !== undefined);
  const sums = found?.sums;
  return html`<section class="ledger-section" aria-labelledby="ledger-title">
    <h3 id="ledger-title" tabindex="-1">${l.t('fund.ledger')}</h3>
    <label class="field search"
      ><span>${l.t('fund.search')}</span
      ><input
        type="search"
        id="search"
        autocomplete="off"
        aria-describedby="search-hint"
        .value=${search}
        @input=${(event: Event) => desk.search(value(event))}
    /></label>
    <p class="hint" id="search-hint">${l.t('fund.search.hint')}</p>
    ${filtersView(context, desk)}
    <div class="found">
      <p role="status">
        ${
          sums
            ? l.t('fund.found', {
                n: sums.count,
                receipts: dong(sums.receipts, l),
                payments: dong(sums.payments, l),
              })
            : l.t('fund.loading')
        }
      </p>
      ${
        narrowed
          ? html`<button type="button" class="quiet" @click=${() => desk.clear()}>
              ${l.t('fund.filter.clear')}
            </button>`
          : nothing
      }
    </div>
    ${
      sums?.count === 0
        ? html`<p class="notice">${l.t(fund.count === 0 ? 'fund.no-entries' : 'fund.found.none')}</p>`
        : nothing
    }
    <div class="place" part="ledger" ?hidden=${sums?.count === 0}>${desk.window.element}</div>
  </section>`;
}
