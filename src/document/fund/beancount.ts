import { signOf } from '../../domain/fund/effect.js';
import type { Category } from '../../domain/fund/fund.schema.js';
import type { Balances } from '../../domain/fund/money.schema.js';
import { openingOf } from '../../domain/fund/statement.js';
import type { Lang } from '../../i18n/translate.js';
import { clean } from '../wording.js';
import { linesOf, type FundBook, type LedgerLine, type PrintedFund } from './fund-input.js';
import { fundWording, type FundWording } from './fund-wording.js';
import { purposeOf } from './line-content.js';
import { voucherName } from './voucher-name.js';

/** Money, and goods by their estimated value: a unit of their own, so that no engine adds them to money. */
const money = 'VND';
const goods = 'VND.KIND';

const assets: Readonly<Record<keyof Balances, string>> = {
  cash: 'Assets:Cash',
  bank: 'Assets:Bank',
  kind: 'Assets:In-Kind',
};
const equity = 'Equity:Opening-Balances';

/**
 * The ledger as a plain text for double-entry engines, in the syntax of beancount: an entry is a transaction, what takes
 * one back has the opposite signs. Postings come from the entries; the balances asserted at the end of every year and of
 * the book come from the fund's own record, so that an engine which accepts the file has compared the two.
 *
 * @throws RangeError beyond exact sums.
 */
export function beancount({ fund, pages }: FundBook, lang: Lang): string {
  const words = fundWording(lang);
  const lines = linesOf(pages);
  const accounts = accountNames(fund.categories);
  const last = lines.reduce((latest, { entry }) => (entry.date > latest ? entry.date : latest), fund.opened);
  const parts = [
    [
      `option "title" ${quoted(fund.name)}`,
      `option "operating_currency" "${money}"`,
      `; ${words.t('fund-paper.beancount.head', { no: fund.count })}`,
      `; ${fund.head}`,
    ],
    [
      ...Object.values(assets).map((name) => `${fund.opened} open ${name}`),
      `${fund.opened} open ${equity}`,
      ...fund.categories.map(
        ({ id, label }) =>
          `${fund.opened} open ${accounts.get(id) ?? ''}\n  label: ${quoted(words.text(label) || id)}`,
      ),
    ],
    [opening(fund, words)],
    ...lines.map((line) => [transaction(line, fund, accounts, words)]),
    ...assertions(fund, last).map((one) => [one]),
  ];
  return `${parts
    .map((part) => part.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n')}\n`;
}

/** The same as a file. */
export function toBeancount(book: FundBook, lang: Lang): Blob {
  return new Blob([beancount(book, lang)], { type: 'text/plain;charset=utf-8' });
}

/** Categories as accounts: ids are plain already, but for dots and a capital in front. */
function accountNames(categories: readonly Category[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, kind } of categories) {
    const plain = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('.', '-');
    const root = kind === 'receipt' ? 'Income' : 'Expenses';
    let name = `${root}:${plain}`;
    for (let count = 2; taken.has(name); count += 1) name = `${root}:${plain}-${count}`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

function opening({ opened, opening: balances }: PrintedFund, { t }: FundWording): string {
  const postings = (['cash', 'bank', 'kind'] as const).flatMap((account) => {
    const amount = balances[account];
    const unit = account === 'kind' ? goods : money;
    return amount === 0 ? [] : [posting(assets[account], amount, unit), posting(equity, -amount, unit)];
  });
  if (postings.length === 0) return '';
  return [`${opened} * ${quoted(t('fund-paper.beancount.opening'))}`, ...postings].join('\n');
}

function transaction(
  line: LedgerLine,
  fund: PrintedFund,
  accounts: ReadonlyMap<string, string>,
  words: FundWording,
): string {
  const { entry, party } = line;
  const { kind, account, to, category, amount, reverses } = entry;
  const signed = signOf(entry) * amount;
  const unit = account === 'kind' ? goods : money;
  const inward = kind === 'receipt' ? signed : -signed;
  const other = kind === 'move' ? assets[to ?? 'bank'] : (accounts.get(category ?? '') ?? equity);
  const number = voucherName(entry, words);
  return [
    `${entry.date} * ${party ? `${quoted(party.name)} ` : ''}${quoted(purposeOf(line, fund, words))}`,
    `  no: ${entry.no}`,
    ...(number ? [`  voucher: ${quoted(number)}`] : []),
    ...(reverses === undefined ? [] : [`  reverses: ${reverses}`]),
    `  hash: "${entry.hash}"`,
    posting(assets[account], inward, unit),
    posting(other, -inward, unit),
  ].join('\n');
}

function posting(account: string, amount: number, unit: string): string {
  return `  ${account.padEnd(40)} ${amount} ${unit}`;
}

/** What the fund's record says lay in every account when a year began, and when the book ends. */
function assertions(fund: PrintedFund, last: string): string[] {
  const first = Number(fund.opened.slice(0, 4)) + 1;
  const years = Array.from({ length: Math.max(0, Number(last.slice(0, 4)) - first + 1) }, (_one, index) =>
    String(first + index),
  );
  return [
    ...years.map((year) => asserted(`${year}-01-01`, closingBefore(fund, year))),
    asserted(dayAfter(last), fund.balances),
  ];
}

/** As closed, where the year before is closed; else by the totals of the years. */
function closingBefore(fund: PrintedFund, year: string): Balances {
  const closed = fund.years.find((one) => one.year === String(Number(year) - 1));
  return closed?.closing ?? openingOf(fund, year);
}

function asserted(date: string, balances: Balances): string {
  return [
    `${date} balance ${assets.cash} ${balances.cash} ${money}`,
    `${date} balance ${assets.bank} ${balances.bank} ${money}`,
    `${date} balance ${assets.kind} ${balances.kind} ${goods}`,
  ].join('\n');
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}

/** A string of beancount's: on one line, with its two special characters escaped. */
function quoted(value: string): string {
  return `"${clean(value).replace(/["\\]/g, '\\$&')}"`;
}
