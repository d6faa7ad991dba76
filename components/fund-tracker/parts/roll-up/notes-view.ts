import { html, nothing, type TemplateResult } from 'lit';
import { formatDong } from '../../../../src/i18n/format-dong.js';
import { formatDate } from '../../../../src/i18n/translate.js';
import { fundName, type RollUpContext } from './roll-up-context.js';

/** What a reader must know beside the sums: transfers that do not fit, and which funds are not in them. */
export function notesView(context: RollUpContext): TemplateResult {
  const { l, tree, rolled, again } = context;
  const name = (id: string): string => fundName(context, id);
  const dong = (amount: number): string => formatDong(Math.abs(amount), l.lang);
  const list = (items: readonly string[]): TemplateResult | typeof nothing =>
    items.length === 0
      ? nothing
      : html`<ul class="plain">
          ${items.map((item) => html`<li>${item}</li>`)}
        </ul>`;
  const transit = (rolled?.sum.inTransit ?? []).flatMap(({ from, to, money, kind }) =>
    [money, kind].flatMap((amount) =>
      amount === 0
        ? []
        : [
            l.t(amount > 0 ? 'roll-up.transit.sent' : 'roll-up.transit.came', {
              from: name(from),
              to: name(to),
              amount: dong(amount),
            }),
          ],
    ),
  );
  const loose = (rolled?.sum.unlinked ?? []).flatMap(({ fund, no, money, kind }) =>
    [money, kind].flatMap((amount) =>
      amount === 0
        ? []
        : [
            l.t(amount > 0 ? 'roll-up.loose.in' : 'roll-up.loose.out', {
              fund: name(fund),
              no: String(no),
              amount: dong(amount),
            }),
          ],
    ),
  );
  const opened = (id: string): string => tree.funds.find(({ fund }) => fund.id === id)?.fund.opened ?? '';
  const failed = tree.funds.filter((one) => one.failed !== undefined);
  const absent = [
    ...(tree.top ? [] : [l.t('roll-up.absent.top')]),
    ...(rolled?.later ?? []).map((id) =>
      l.t('roll-up.absent.later', {
        fund: name(id),
        year: rolled?.year ?? '',
        date: formatDate(opened(id)),
      }),
    ),
    ...failed.map(({ fund }) => l.t('roll-up.absent.failed', { fund: fund.name })),
  ];
  return html`${
      transit.length + loose.length === 0
        ? nothing
        : html`<section class="notice warn" aria-labelledby="roll-up-notes">
            <h3 id="roll-up-notes">${l.t('roll-up.notes')}</h3>
            ${list([...transit, ...loose])}
            ${loose.length > 0 ? html`<p class="hint">${l.t('roll-up.loose.hint')}</p>` : nothing}
          </section>`
    }
    <section aria-labelledby="roll-up-absent">
      <h3 id="roll-up-absent">${l.t('roll-up.absent')}</h3>
      ${list(absent)}
      <p class="hint">${l.t('roll-up.absent.hint')}</p>
      ${
        failed.length > 0
          ? html`<p class="actions">
              <button type="button" @click=${again}>${l.t('roll-up.again')}</button>
            </p>`
          : nothing
      }
    </section>`;
}
