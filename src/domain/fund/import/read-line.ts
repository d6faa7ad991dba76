import type { Category } from '../fund.schema.js';
import { namedCategory, guessCategory } from './guess-category.js';
import { accountOf, kindOf, moveOf, partyOf } from './guess-place.js';
import type { ImportDraft, ImportFund, ImportOptions, LineProblem } from './import.types.js';
import type { LineCells } from './line-cells.js';
import { lineDate, type DayContext } from './line-date.js';
import { readAmountCell } from './read-amount-cell.js';
import { readVoucher } from './read-voucher.js';

type Side = 'receipt' | 'payment';

/** What the reading of a line depends on besides its cells. */
export interface LineContext {
  fund: ImportFund;
  options: ImportOptions;
  day: DayContext;
  unit: number;
  /** What the heading above the line says. */
  side: Side | undefined;
  /** One column of amounts in which payments bear a minus. */
  signed: boolean;
  /** The heading names a bank book. */
  bank: boolean;
}

/** Reads a line by itself; what it cannot be, or what a person should look at, is told of the cells. */
export function readLine(cells: LineCells, context: LineContext): Partial<ImportDraft> {
  const { options, bank } = context;
  const date = lineDate(cells, context.day);
  const voucher = cells.find('voucher') ?? cells.find('receipt-voucher') ?? cells.find('payment-voucher');
  const number = voucher && readVoucher(voucher.cell.text, (date ?? '').slice(0, 4));
  const named = namedCategory(cells.text('category'), context.fund.categories);
  const { amount, side } = readAmount(cells, context, number?.kind ?? named?.kind);
  const account = lineAccount(cells, options, bank);
  const purpose = cells.kept('purpose');
  const move = account === 'kind' ? undefined : moveFor(purpose ?? '', account, side);
  const kind = move ? ('move' as const) : side;
  if (amount !== undefined && !kind) cells.stop('kind-unknown');
  if (move && amount !== undefined) cells.look('move');
  const category = kind && kind !== 'move' ? lineCategory(cells, kind, named, context)?.id : undefined;
  const party = cells.kept('party');
  const texts = {
    purpose,
    address: cells.kept('address'),
    phone: cells.kept('phone'),
    papers: cells.kept('papers'),
    note: cells.kept('note'),
  };
  const draft: Partial<ImportDraft> = {
    ...(kind && { kind }),
    ...(date !== undefined && { date }),
    ...(amount !== undefined && { amount }),
    account,
    ...move,
    ...(category !== undefined && { category }),
    ...(party !== undefined && { party: partyOf(party) }),
    details: Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)),
  };
  if (kind && kind !== 'move') takeVoucher(draft, cells, options, voucher, number, kind);
  return draft;
}

/** Đồng of the line and its side: by the column, the sign, a word, the letters of the voucher, the heading above. */
function readAmount(
  cells: LineCells,
  { unit, side: heading, signed }: LineContext,
  told: Side | undefined,
): { amount?: number; side?: Side | undefined } {
  const found: { amount: number; side: Side | undefined }[] = [];
  let failed = false;
  for (const role of ['receipt', 'payment', 'amount'] as const) {
    const at = cells.find(role);
    if (!at) continue;
    const negative = role === 'amount' && signed && isNegative(at.cell);
    const cell = negative ? unsigned(at.cell) : at.cell;
    const read = readAmountCell(cell, unit);
    if (!read) continue;
    if ('problem' in read) {
      const { key, params } = read.problem;
      cells.add({ key, severity: 'stop', column: at.column, params: { text: at.cell.text, ...params } });
      failed = true;
      continue;
    }
    const own = role === 'amount' ? (negative ? 'payment' : undefined) : role;
    const word = kindOf(cells.text('kind'));
    const other = word ?? told ?? heading ?? (signed ? 'receipt' : undefined);
    if (negative && word === 'receipt') {
      const params = { text: at.cell.text };
      cells.add({ key: 'dong.negative', severity: 'stop', params, column: at.column });
      failed = true;
    } else found.push({ amount: read.value, side: own ?? other });
  }
  if (found.length > 1) cells.stop('both-amounts');
  else if (found.length === 0 && !failed) cells.add({ key: 'dong.missing', severity: 'stop', params: {} });
  const [first] = found;
  return found.length === 1 && first ? first : {};
}

/** A minus before an amount, or brackets around it, as books of accounts write what went out. */
export function isNegative({ text, number }: { text: string; number?: number }): boolean {
  return number === undefined ? /^[-−–]\s?\d|^\(\s?\d.*\)$/.test(text) : number < 0;
}

function unsigned<C extends { text: string; number?: number }>(cell: C): C {
  const text = cell.text.replace(/^[-−–(]\s?/, '').replace(/\)$/, '');
  return { ...cell, text, ...(cell.number !== undefined && { number: Math.abs(cell.number) }) };
}

function lineAccount(cells: LineCells, options: ImportOptions, bank: boolean): ImportDraft['account'] {
  const fallback = options.account ?? (bank ? 'bank' : 'cash');
  const at = cells.find('account');
  if (!at) return fallback;
  const account = accountOf(at.cell.text);
  if (!account) cells.look('account-unknown', { text: at.cell.text }, at.column);
  return account ?? fallback;
}

/** A move by its words, where they say the same as the column: cash that is fetched comes into the cash book. */
function moveFor(
  purpose: string,
  account: 'cash' | 'bank',
  side: Side | undefined,
): ReturnType<typeof moveOf> {
  const move = moveOf(purpose);
  if (!move || !side) return undefined;
  return (side === 'receipt' ? move.to : move.account) === account ? move : undefined;
}

function lineCategory(
  cells: LineCells,
  kind: Side,
  named: Category | undefined,
  { fund, options }: LineContext,
): Category | undefined {
  const at = cells.find('category');
  if (named?.kind === kind) return named;
  const guessed =
    guessCategory(cells.text('category'), kind, fund.categories) ??
    guessCategory([cells.text('purpose'), cells.text('note')].join(' '), kind, fund.categories);
  if (guessed) {
    cells.look('category-guessed', { category: guessed.label.vi }, at?.column);
    return guessed;
  }
  const chosen = fund.categories.find(
    (one) => one.id === options.categories?.[kind] && one.kind === kind && !one.retired,
  );
  if (chosen) cells.look('category-default', { category: chosen.label.vi }, at?.column);
  else if (at?.cell.text.trim()) cells.stop('category-unknown', { text: at.cell.text }, at.column);
  else cells.stop('category-missing', {}, at?.column);
  return chosen;
}

function takeVoucher(
  draft: Partial<ImportDraft>,
  cells: LineCells,
  { vouchers = 'keep' }: ImportOptions,
  at: ReturnType<LineCells['find']>,
  read: ReturnType<typeof readVoucher> | undefined,
  kind: Side,
): void {
  if (vouchers === 'next') draft.voucher = 'next';
  if (vouchers !== 'keep' || !at || !read) return;
  const problem = { text: at.cell.text };
  if (read.kind && read.kind !== kind) cells.look('voucher-other-kind', problem, at.column);
  if (read.no !== undefined) {
    draft.voucher = read.no;
    return;
  }
  cells.look('voucher-as-text', problem, at.column);
  const note = [at.cell.text, draft.details?.note].filter(Boolean).join('; ');
  if (note.length <= 2000) draft.details = { ...draft.details, note };
}

/** The line is not taken. */
export function isStopped(problems: readonly LineProblem[]): boolean {
  return problems.some(({ severity }) => severity === 'stop');
}
