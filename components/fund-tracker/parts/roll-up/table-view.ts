import { html, nothing, type TemplateResult } from 'lit';
import { addDong } from '../../../../src/domain/fund/dong.js';
import type { FundLine } from '../../../../src/domain/fund/roll-up-year.js';
import { formatNumber } from '../../../../src/i18n/translate.js';
import { fundName, type Rolled } from './roll-up-context.js';

const columns = ['opening', 'in', 'out', 'closing'] as const;

type Figures = Partial<Record<(typeof columns)[number], number>>;

/**
 * Each fund in a line of its own, then all of them, then what is taken out of it. On a narrow page each line is a block;
 * the roles are written out, because a browser forgets those of a table that is none in its style.
 */
export function tableView(context: Rolled): TemplateResult {
  const { l, rolled, tree } = context;
  const { lines, plain, between, loose, sum, year } = rolled;
  const money = ({ cash, bank }: typeof sum.opening): number => addDong(cash, bank);
  const [opening, closing] = [money(sum.opening), money(sum.closing)];
  const cell = (name: keyof Figures, amount: number | undefined): TemplateResult =>
    html`<td role="cell" class="number ${amount === undefined ? 'bare' : ''}">
      <span class="label" aria-hidden="true">${l.t(`roll-up.${name}`)}</span>
      ${amount === undefined ? nothing : formatNumber(amount, l.lang, 0)}
    </td>`;
  const row = (label: TemplateResult | string, figures: Figures, look = ''): TemplateResult =>
    html`<tr role="row" class=${look}>
      <th role="rowheader" scope="row">${label}</th>
      ${columns.map((name) => cell(name, figures[name]))}
    </tr>`;
  const depth = new Map(tree.funds.map(({ fund, depth: of }) => [fund.id, of]));
  const marks = ({ closed, agrees }: FundLine): TemplateResult =>
    html`${closed ? nothing : html`<span class="mark">${l.t('roll-up.mark.open', { year })}</span>`}
    ${agrees ? nothing : html`<span class="mark error">${l.t('roll-up.mark.differs')}</span>`}`;
  return html`<section part="funds" aria-labelledby="roll-up-caption">
    <table role="table">
      <caption id="roll-up-caption">
        ${l.t('roll-up.caption', { year, n: lines.length })}
      </caption>
      <thead>
        <tr role="row">
          <th role="columnheader" scope="col">${l.t('roll-up.fund')}</th>
          ${columns.map((name) => html`<th role="columnheader" scope="col" class="number">${l.t(`roll-up.${name}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${lines.map((line) =>
          row(
            html`<span class="name">${fundName(context, line.id)}</span> ${marks(line)}`,
            line,
            `fund depth-${Math.min(depth.get(line.id) ?? 0, 3)}`,
          ),
        )}
      </tbody>
      <tfoot>
        ${row(l.t('roll-up.plain'), { opening, ...plain, closing }, 'sum')}
        ${row(l.t('roll-up.between'), { in: -between.in, out: -between.out })}
        ${loose.in !== 0 || loose.out !== 0 ? row(l.t('roll-up.loose'), { in: -loose.in, out: -loose.out }) : nothing}
        ${row(l.t('roll-up.outside'), { opening, in: sum.receipts, out: sum.payments, closing }, 'sum')}
      </tfoot>
    </table>
  </section>`;
}
