import { html } from 'hono/html';
import { HtsdError } from '../../backend/errors.js';
import { clean } from '../../document/wording.js';
import type { PublicFund } from '../../domain/fund/fund-query.schema.js';
import { formatDong } from '../../i18n/format-dong.js';
import { formatDate, formatDateTime, type Wordings } from '../../i18n/translate.js';
import { fundFacts, type FundFacts } from './fund-facts.js';
import { categoryTables, donorsTable, lastEntries, periodsTable } from './fund-tables.js';
import { bar } from './bar.js';
import { page } from './page.js';
import type { Markup } from './shell.js';
import type { PublicBook } from './read-fund.js';

/** What the parts of the page are made from. */
export interface FundPageInput {
  readonly fund: PublicFund;
  readonly facts: FundFacts;
  readonly l: Wordings;
}

function headPart({ fund, facts, l }: FundPageInput): Markup {
  const address = (year: string | undefined, lang = l.lang): string => {
    const asked = new URLSearchParams({
      ...(year !== undefined && { year }),
      ...(lang === 'en' && { lang }),
    });
    return `?${asked.toString()}`;
  };
  const choice = (year: string | undefined, words: string): Markup =>
    year === facts.year
      ? html`<li><a aria-current="page" href="${address(year)}">${words}</a></li>`
      : html`<li><a href="${address(year)}">${words}</a></li>`;
  const other = l.lang === 'vi' ? 'en' : 'vi';
  return html`<header>
    <h1>${clean(fund.name)}</h1>
    <p class="hint">
      ${clean(fund.place.name)} · ${l.t(`fund.regime.${fund.regime}`)} ·
      ${l.t('fund.since', { date: formatDate(fund.opened) })}
    </p>
    <nav aria-label="${l.t('snapshot.fund.periods')}">
      <ul>
        ${choice(undefined, l.t('fund.period.all'))}
        ${facts.years.map((year) => choice(year, l.t('fund.period.year', { year })))}
        <li>
          <a lang="${other}" hreflang="${other}" href="${address(facts.year, other)}"
            >${l.t('snapshot.fund.other-language')}</a
          >
        </li>
      </ul>
    </nav>
  </header>`;
}

function figuresPart({ fund, facts, l }: FundPageInput): Markup {
  const dong = (amount: number): string => formatDong(amount, l.lang);
  const { goal, balances } = fund;
  const figure = (label: string, amount: number, name = ''): Markup =>
    html`<div class="${name}">
      <dt>${label}</dt>
      <dd>${dong(amount)}</dd>
    </div>`;
  const { goods } = facts;
  const told = goods.in !== 0 || goods.out !== 0 || balances.kind !== 0;
  const reached = goal && goal.amount > 0 ? Math.round((facts.raised / goal.amount) * 1000) / 10 : 0;
  return html`<section aria-label="${l.t('fund.figures')}">
    <dl class="figures">
      ${figure(l.t('fund.figure.balance'), balances.cash + balances.bank, 'lead')}
      ${figure(l.t('fund.figure.raised'), facts.line.receipts)}
      ${figure(l.t('fund.figure.spent'), facts.line.payments)}
      ${
        goal
          ? html`<div class="goal">
              <dt>
                ${l.t('fund.figure.goal', { date: formatDate(goal.by) })} ·
                ${l.t('fund.goal.reached', { percent: reached })}
              </dt>
              <dd>${dong(goal.amount)}${bar(reached / 100)}</dd>
            </div>`
          : ''
      }
    </dl>
    ${told ? html`<p class="hint">${l.t('fund.goods', { in: dong(goods.in), out: dong(goods.out), left: dong(balances.kind) })}</p>` : ''}
  </section>`;
}

/** Opening + receipts − payments = closing, held against what the fund publishes. */
function linePart({ fund, facts, l }: FundPageInput): Markup {
  const { line, said, count } = facts;
  const holds = said === undefined || said === line.closing;
  const term = (sign: string, amount: number, key: string): Markup =>
    html`<div>
      ${sign ? html`<span class="sign">${sign}</span>` : ''}<span
        ><strong>${formatDong(amount, l.lang)}</strong>${l.t(key)}</span
      >
    </div>`;
  const words = holds
    ? `✓ ${l.t(said === undefined ? 'fund.line.open' : 'fund.line.holds', { n: count })}`
    : l.t('snapshot.fund.differs', { said: formatDong(said, l.lang) });
  return html`<section class="line" aria-labelledby="line">
    <h2 id="line">${l.t('fund.line')}</h2>
    <div class="terms">
      ${term('', line.opening, 'fund.line.opening')} ${term('+', line.receipts, 'fund.line.receipts')}
      ${term('−', line.payments, 'fund.line.payments')} ${term('=', line.closing, 'fund.line.closing')}
    </div>
    <p class="${holds ? 'holds' : 'wrong'}">${words}</p>
    ${fund.count === 0 ? html`<p class="hint">${l.t('fund.no-entries')}</p>` : ''}
  </section>`;
}

function sealPart({ fund, l }: FundPageInput): Markup {
  return html`<section aria-labelledby="seal">
      <h2 id="seal">
        ${fund.count > 0 ? l.t('fund.hash.last', { no: fund.count }) : l.t('snapshot.fund.hash.opening')}
      </h2>
      <p><code>${fund.head}</code></p>
      <p class="hint">${l.t('snapshot.fund.hash.hint')}</p>
    </section>
    <footer class="hint">${l.t('snapshot.fund.updated', { time: formatDateTime(fund.updatedAt) })}</footer>`;
}

/**
 * A fund as a whole page without script, for a frame, a link or paper: made from what anybody may read, and added up from its
 * entries.
 *
 * @param year the year looked at; without it all since the opening. Errors: not-found, where there are no books of it
 * @throws RangeError beyond exact sums
 */
export async function fundPage(book: PublicBook, year: string | undefined, l: Wordings): Promise<string> {
  const facts = fundFacts(book, year);
  if (year !== undefined && !facts.years.includes(year)) throw new HtsdError('not-found');
  const input: FundPageInput = { fund: book.fund, facts, l };
  const content = html`${headPart(input)} ${figuresPart(input)} ${linePart(input)} ${categoryTables(input)}
  ${periodsTable(input)} ${donorsTable(input)} ${lastEntries(input)} ${sealPart(input)}`;
  return page(l.t('snapshot.fund.title', { fund: clean(book.fund.name) }), content, l);
}
