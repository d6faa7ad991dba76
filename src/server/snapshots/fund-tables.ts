import { html } from 'hono/html';
import type { LedgerLine } from '../../document/fund/fund-input.js';
import { clean } from '../../document/wording.js';
import { adminShare } from '../../domain/fund/admin-cap.js';
import { addDong } from '../../domain/fund/dong.js';
import { signOf } from '../../domain/fund/effect.js';
import { formatDong } from '../../i18n/format-dong.js';
import { formatDate, formatNumber } from '../../i18n/translate.js';
import { bar } from './bar.js';
import type { CategoryLine } from './fund-facts.js';
import type { FundPageInput } from './fund-page.js';
import type { Markup } from './shell.js';

/** Names of donors on one page. */
const mostNames = 500;

/** A table that scrolls by itself where the page is narrow, reachable by keyboard. */
const scrolling = (labelledBy: string, table: Markup): Markup =>
  html`<div class="wrap" role="group" tabindex="0" aria-labelledby="${labelledBy}">${table}</div>`;

const column = (words: string, number = true): Markup =>
  html`<th scope="col" ${number ? html` class="number"` : ''}>${words}</th>`;

function categoryTable(
  { l }: FundPageInput,
  kind: 'receipt' | 'payment',
  lines: readonly CategoryLine[],
): Markup | '' {
  if (lines.length === 0) return '';
  const figure = (amount: number | undefined): string =>
    amount === undefined ? '' : formatNumber(amount, l.lang, 0);
  const percent = (part: number, of: number | undefined): string =>
    of !== undefined && of > 0 ? `${formatNumber((part / of) * 100, l.lang, 1)}\u00a0%` : '';
  const planned = lines.some(({ plan }) => plan !== undefined);
  const total = addDong(0, ...lines.map((line) => line.money));
  const plan = addDong(0, ...lines.map((line) => line.plan ?? 0));
  const most = Math.max(1, ...lines.map((line) => line.money));
  const rest = (money: number, of: number | undefined): Markup =>
    planned
      ? html`<td class="number">${figure(of)}</td>
          <td class="number">${percent(money, of)}</td>`
      : html`<td class="number">${percent(money, total)}</td>`;
  const head = planned
    ? [column(l.t('fund.planned')), column(l.t('fund.reached'))]
    : [column(l.t('fund.share'))];
  return scrolling(
    `by-${kind}`,
    html`<table class="${kind === 'payment' ? 'out' : 'in'}">
      <caption id="by-${kind}">
        ${l.t(`fund.by.${kind}`)}
      </caption>
      <thead>
        <tr>
          ${column(l.t('fund.category'), false)}${column(l.t('fund.actual'))}${head}
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          (line) =>
            html`<tr>
              <th scope="row" class="content">
                ${clean(l.text(line.category.label))}${bar(line.money / most)}${
                  line.goods
                    ? html`<small
                        >${l.t('fund.row.goods', { amount: formatDong(line.goods, l.lang) })}</small
                      >`
                    : ''
                }
              </th>
              <td class="number">${figure(line.money)}</td>
              ${rest(line.money, line.plan)}
            </tr> `,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${l.t('fund.total')}</th>
          <td class="number">${figure(total)}</td>
          ${rest(total, planned ? plan : undefined)}
        </tr>
      </tfoot>
    </table>`,
  );
}

/** What administration took of a year's receipts, where there is a cap. */
function capPart({ fund, facts, l }: FundPageInput): Markup | '' {
  const { year, admin, line } = facts;
  const share =
    year === undefined
      ? undefined
      : adminShare({ ...fund, totals: { [year]: { admin, receipts: line.receipts } } }, year);
  if (!share || !fund.adminCap) return '';
  const words = l.t(share.over ? 'fund.cap.over' : 'fund.cap', {
    admin: formatDong(admin, l.lang),
    cap: fund.adminCap.percent,
    allowed: formatDong(share.allowed, l.lang),
    source: clean(l.text(fund.adminCap.source)),
  });
  return html`<p class="${share.over ? 'wrong' : 'hint'}">${words}</p>`;
}

/** Where the money came from and what it went for; of a year, against what was planned. */
export function categoryTables(input: FundPageInput): Markup | '' {
  const { fund, facts, l } = input;
  const { year, receipts, payments } = facts;
  if (receipts.length + payments.length === 0) return '';
  const plan = year !== undefined && fund.plan[year] !== undefined;
  return html`<section aria-labelledby="categories">
    <h2 id="categories">${l.t(plan ? 'fund.by.plan' : 'fund.by.category')}</h2>
    <div class="pair">
      ${categoryTable(input, 'receipt', receipts)}
      <div>${categoryTable(input, 'payment', payments)}${capPart(input)}</div>
    </div>
  </section>`;
}

/** Receipts and payments by month of a year, or by year, with bars that can be held against each other. */
export function periodsTable({ facts, l }: FundPageInput): Markup | '' {
  const { periods, year } = facts;
  if (facts.count === 0) return '';
  const figure = (amount: number): string => formatNumber(amount, l.lang, 0);
  // The heading says which year the months are of.
  const length = year === undefined ? 4 : 2;
  const most = Math.max(1, ...periods.flatMap(({ receipts, payments }) => [receipts, payments]));
  return html`<section aria-labelledby="periods">
    <h2 id="periods">${l.t(year === undefined ? 'snapshot.fund.by-year' : 'fund.months')}</h2>
    ${scrolling(
      'periods',
      html`<table>
        <caption>
          ${l.t('snapshot.fund.unit')}
        </caption>
        <thead>
          <tr>
            ${column(l.t(year === undefined ? 'snapshot.fund.year' : 'fund.filter.month'), false)}${column(l.t('fund.row.in'))}${column(l.t('fund.row.out'))}${column(l.t('fund.row.balance'))}
          </tr>
        </thead>
        <tbody>
          ${periods.map(
            ({ name, receipts, payments, closing }) =>
              html`<tr>
                <th scope="row">${name.slice(-length)}</th>
                <td class="number">${figure(receipts)}${bar(receipts / most)}</td>
                <td class="number out">${figure(payments)}${bar(payments / most)}</td>
                <td class="number">${figure(closing)}</td>
              </tr> `,
          )}
        </tbody>
      </table>`,
    )}
  </section>`;
}

/** Who gave and may be named; those who may not are in no public data, and told as a number. */
export function donorsTable({ facts, l }: FundPageInput): Markup | '' {
  const { named, unnamed } = facts.donors;
  if (named.length === 0) return '';
  const some = named.slice(0, mostNames);
  const given = ({ money, goods }: { money: number; goods: number }): Markup =>
    html`${money ? formatNumber(money, l.lang, 0) : ''}${goods ? html`<small>${l.t('fund.row.goods', { amount: formatDong(goods, l.lang) })}</small>` : ''}`;
  return html`<section aria-labelledby="donors">
    <h2 id="donors">${l.t('fund.donors')}</h2>
    <p class="hint">${l.t('fund.donors.hint', { n: named.length })}</p>
    ${scrolling(
      'donors',
      html`<table>
        <thead>
          <tr>
            ${column(l.t('fund.donor'), false)}${column(l.t('fund.donor.given'))}
          </tr>
        </thead>
        <tbody>
          ${some.map(
            (donor) =>
              html`<tr>
                <th scope="row" class="content">${donor.name}</th>
                <td class="number">${given(donor)}</td>
              </tr> `,
          )}
        </tbody>
        ${
          unnamed.count > 0
            ? html`<tfoot>
                <tr>
                  <th scope="row">${l.t('snapshot.fund.unnamed', { n: unnamed.count })}</th>
                  <td class="number">${given(unnamed)}</td>
                </tr>
              </tfoot>`
            : ''
        }
      </table>`,
    )}
    ${named.length > some.length ? html`<p class="hint">${l.t('snapshot.fund.donors.more', { n: named.length - some.length })}</p>` : ''}
  </section>`;
}

/** What an entry is about, in two lines; the first is the person or body where it may be named. */
function contentOf(
  { entry, party }: LedgerLine,
  { fund, l }: FundPageInput,
): { first: string; second: string } {
  if (entry.kind === 'move')
    return { first: l.t(entry.account === 'bank' ? 'fund.row.to-cash' : 'fund.row.to-bank'), second: '' };
  const category = fund.categories.find(({ id }) => id === entry.category);
  const heading = category ? clean(l.text(category.label)) : (entry.category ?? '');
  const round = fund.rounds.find(({ id }) => id === entry.round);
  const level = round?.levels.find(({ id }) => id === entry.level);
  const about = [
    ...(round ? [clean(round.title)] : []),
    ...(level ? [clean(l.text(level.label))] : []),
    ...(entry.count === undefined ? [] : [l.t('fund.row.recipients', { n: entry.count })]),
    ...(entry.reverses === undefined ? [] : [l.t('fund.row.reverses', { n: entry.reverses })]),
  ];
  return party
    ? { first: clean(party.name), second: [heading, ...about].join(' · ') }
    : { first: heading, second: about.join(' · ') };
}

/** The newest entries, the last one first: with a plus what came in, with a minus what went out. */
export function lastEntries(input: FundPageInput): Markup | '' {
  const { facts, l } = input;
  if (facts.last.length === 0) return '';
  const amount = ({ entry }: LedgerLine): string => {
    const signed = (entry.kind === 'payment' ? -1 : 1) * signOf(entry) * entry.amount;
    const sign = entry.kind === 'move' ? '' : signed < 0 ? '−' : '+';
    const figure = Math.abs(signed);
    return (
      sign +
      (entry.account === 'kind'
        ? l.t('fund.row.goods', { amount: formatDong(figure, l.lang) })
        : formatNumber(figure, l.lang, 0))
    );
  };
  return html`<section aria-labelledby="last">
    <h2 id="last">${l.t('snapshot.fund.last')}</h2>
    ${scrolling(
      'last',
      html`<table>
        <caption>
          ${l.t('snapshot.fund.unit')}
        </caption>
        <thead>
          <tr>
            ${column(l.t('fund.row.no'), false)}${column(l.t('fund.row.content'), false)}${column(l.t('fund.entry.amount'))}
          </tr>
        </thead>
        <tbody>
          ${facts.last.map((line) => {
            const { first, second } = contentOf(line, input);
            return html`<tr>
              <th scope="row">${line.entry.no}<small>${formatDate(line.entry.date)}</small></th>
              <td class="content">${first}${second ? html`<small>${second}</small>` : ''}</td>
              <td class="number free">${amount(line)}</td>
            </tr> `;
          })}
        </tbody>
      </table>`,
    )}
  </section>`;
}
