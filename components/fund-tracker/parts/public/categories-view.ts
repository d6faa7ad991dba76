import { html, nothing, type TemplateResult } from 'lit';
import { adminShare } from '../../../../src/domain/fund/admin-cap.js';
import { formatNumber } from '../../../../src/i18n/translate.js';
import { barView } from './figures-view.js';
import { categoryLabel, dong, type PublicContext } from './public-context.js';

interface Line {
  readonly id: string;
  readonly money: number;
  readonly goods: number;
  readonly planned: number | undefined;
}

/** Categories with what came of them, those that were planned only at the end. */
function linesOf({ fund, book, year }: PublicContext, kind: 'receipt' | 'payment'): Line[] {
  const plan = year === undefined ? {} : (fund.plan[String(year)] ?? {});
  const actual = book?.sums.byCategory(year, kind) ?? [];
  const seen = new Set(actual.map(({ category }) => category));
  const planned = fund.categories
    .filter((one) => one.kind === kind && !seen.has(one.id) && plan[one.id])
    .map(({ id }) => ({ id, money: 0, goods: 0, planned: plan[id] }));
  return [
    ...actual.map(({ category: id, money, goods }) => ({ id, money, goods, planned: plan[id] })),
    ...planned,
  ];
}

function tableView(context: PublicContext, kind: 'receipt' | 'payment'): TemplateResult | typeof nothing {
  const { l, year, fund } = context;
  const lines = linesOf(context, kind);
  if (lines.length === 0) return nothing;
  const withPlan = year !== undefined && lines.some(({ planned }) => planned !== undefined);
  const total = lines.reduce((sum, { money }) => sum + money, 0);
  const planned = lines.reduce((sum, line) => sum + (line.planned ?? 0), 0);
  const most = Math.max(1, ...lines.map(({ money }) => money));
  const percent = (part: number, of: number): string =>
    of > 0 ? `${formatNumber((part / of) * 100, l.lang, 1)}\u00a0%` : '';
  return html`<div class="table-wrap" role="group" tabindex="0" aria-labelledby="by-${kind}">
    <table class="sums ${kind}" part="categories">
      <caption id="by-${kind}">
        ${l.t(`fund.by.${kind}`)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${l.t('fund.category')}</th>
          <th scope="col" class="number">${l.t('fund.actual')}</th>
          ${
            withPlan
              ? html`<th scope="col" class="number">${l.t('fund.planned')}</th>
                  <th scope="col" class="number">${l.t('fund.reached')}</th>`
              : html`<th scope="col" class="number">${l.t('fund.share')}</th>`
          }
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          (line) =>
            html`<tr>
              <th scope="row">
                ${categoryLabel(context, line.id)}${barView(line.money / most)}
                ${line.goods ? html`<span class="hint">${l.t('fund.row.goods', { amount: dong(line.goods, l) })}</span>` : nothing}
              </th>
              <td class="number">${formatNumber(line.money, l.lang, 0)}</td>
              ${
                withPlan
                  ? html`<td class="number">
                        ${line.planned === undefined ? '' : formatNumber(line.planned, l.lang, 0)}
                      </td>
                      <td class="number">
                        ${line.planned === undefined ? '' : percent(line.money, line.planned)}
                      </td>`
                  : html`<td class="number">${percent(line.money, total)}</td>`
              }
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${l.t('fund.total')}</th>
          <td class="number">${formatNumber(total, l.lang, 0)}</td>
          ${
            withPlan
              ? html`<td class="number">${formatNumber(planned, l.lang, 0)}</td>
                  <td class="number">${percent(total, planned)}</td>`
              : html`<td class="number">${total > 0 ? percent(total, total) : ''}</td>`
          }
        </tr>
      </tfoot>
    </table>
    ${kind === 'payment' ? capView(context, fund) : nothing}
  </div>`;
}

/** What administration took of the receipts, where there is a cap: in đồng, because a share is rounded. */
function capView(
  { l, book, year }: PublicContext,
  { adminCap, categories }: PublicContext['fund'],
): TemplateResult | typeof nothing {
  if (!adminCap || year === undefined || !book) return nothing;
  const counted = new Set(categories.flatMap((one) => (one.admin ? [one.id] : [])));
  const admin = book.sums
    .byCategory(year, 'payment')
    .reduce((sum, { category, money }) => (counted.has(category) ? sum + money : sum), 0);
  const totals = { [year]: { admin, receipts: book.sums.of(year).receipts } };
  const { over, allowed } = adminShare({ adminCap, totals }, `${year}`)!;
  return html`<p class=${over ? 'error' : 'hint'}>
    ${l.t(over ? 'fund.cap.over' : 'fund.cap', {
      admin: dong(admin, l),
      cap: adminCap.percent,
      allowed: dong(allowed, l),
      source: l.text(adminCap.source),
    })}
  </p>`;
}

/** Where the money came from and what it went for; of a year, against what was planned. */
export function categoriesView(context: PublicContext): TemplateResult {
  const { l, year } = context;
  const plan = year !== undefined && context.fund.plan[String(year)] !== undefined;
  return html`<section part="by-category" aria-labelledby="category-title">
    <h3 id="category-title">${l.t(plan ? 'fund.by.plan' : 'fund.by.category')}</h3>
    <div class="pair">${tableView(context, 'receipt')}${tableView(context, 'payment')}</div>
  </section>`;
}
