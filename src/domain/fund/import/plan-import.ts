import { MOST_ROWS, type EntryDraft } from '../posting.schema.js';
import { LineChecker } from './check-lines.js';
import { dayOrder } from './day-order.js';
import { findHeader, withRoles, type Header } from './find-header.js';
import type {
  ImportDraft,
  ImportFund,
  ImportOptions,
  ImportPlan,
  PlannedLine,
  PlanProblem,
  SkippedRow,
} from './import.types.js';
import { LineCells } from './line-cells.js';
import { dayCell } from './line-date.js';
import { readAmountCell } from './read-amount-cell.js';
import { readDay, type DayReading } from './read-day.js';
import { isNegative, isStopped, readLine } from './read-line.js';
import { repeatsHead, sideOf, skippedKind, textsOf } from './row-kind.js';
import type { Table, TableRow } from './table.types.js';

const amountRoles = ['receipt', 'payment', 'amount'] as const;

/** Understands a table as lines of a ledger: `planSteps` in one go. */
export function planImport(table: Table, fund: ImportFund, options: ImportOptions): ImportPlan {
  const steps = planSteps(table, fund, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Understands a table as lines of a ledger, a row a step: what each line would be as an entry, and every reason to look at
 * it or not to take it. Yields how many rows are done. The lines that are not stopped can be recorded as one import.
 */
export function* planSteps(
  table: Table,
  fund: ImportFund,
  options: ImportOptions,
): Generator<number, ImportPlan, undefined> {
  const guessed = findHeader(table);
  const found = options.columns ? withRoles(table, guessed, options.columns) : guessed;
  if (!found) return nothingFound(fund, table);
  const unit = options.unit ?? found.unit;
  const header: Header = { ...found, unit };
  const rows = table.rows.slice(header.to);
  const from1904 = table.from1904 ?? false;
  const days = rows.flatMap((row) => dayOf(row, header, from1904) ?? []);
  const year = options.year === 'all' ? undefined : (options.year ?? usualYear(days));
  const day = {
    fund,
    today: options.today,
    year,
    yearOnly: options.year !== 'all',
    order: dayOrder(days),
    from1904,
  };
  const signed = hasSigns(rows, header);
  const checker = new LineChecker(fund, options);
  const lines: PlannedLine[] = [];
  const skipped: SkippedRow[] = [];
  let side = sideOf(table.name);
  let before: string | undefined;
  for (const [index, row] of rows.entries()) {
    yield index;
    const cells = new LineCells(row, header);
    const other = noEntry(row, cells, header, { year, from1904 });
    if (other) {
      side = sideOf(other.text) ?? side;
      if (other.text !== '') skipped.push({ line: row.line, ...other });
      continue;
    }
    const context = { fund, options, unit, side, signed, bank: header.bank, day: { ...day, before } };
    const draft = readLine(cells, context);
    before = draft.date ?? before;
    checker.check(draft, cells);
    lines.push({ line: row.line, draft, problems: cells.problems, state: stateOf(cells) });
  }
  const { totals, balances: after, largest } = checker;
  const problems: PlanProblem[] = [];
  if (unit !== 1) problems.push({ key: 'import.plan.unit', severity: 'look', params: { unit } });
  if (lines.length === 0) problems.push({ key: 'import.plan.no-lines', severity: 'stop', params: {} });
  if (totals.count > MOST_ROWS)
    problems.push({
      key: 'import.plan.too-many',
      severity: 'stop',
      params: { n: totals.count, most: MOST_ROWS },
    });
  if (largest > (fund.approvalLimit ?? Infinity))
    problems.push({ key: 'import.plan.needs-approval', severity: 'look', params: {} });
  return {
    headLine: table.rows[header.to - 1]?.line ?? 0,
    titles: header.titles,
    roles: header.roles,
    unit,
    year,
    lines,
    skipped,
    problems,
    totals,
    before: fund.balances,
    after,
  };
}

/** The rows of the import that a plan comes to, in the order of the file. */
export function importRows({ lines }: Pick<ImportPlan, 'lines'>, newSalt: () => string): EntryDraft[] {
  return lines.flatMap(({ state, draft }) => {
    if (state === 'stop') return [];
    const { party, details, ...fields } = draft as ImportDraft;
    return [
      {
        ...fields,
        ...(party && { party: { salt: newSalt(), ...party } }),
        details: { salt: newSalt(), ...details },
      },
    ];
  });
}

function nothingFound({ balances }: ImportFund, table: Table): ImportPlan {
  const width = Math.min(256, Math.max(0, ...table.rows.map(({ cells }) => cells.length)));
  return {
    headLine: 0,
    titles: Array.from({ length: width }, () => ''),
    roles: Array.from({ length: width }, () => undefined),
    unit: 1,
    year: undefined,
    lines: [],
    skipped: [],
    problems: [{ key: 'import.plan.no-header', severity: 'stop', params: {} }],
    totals: { count: 0, receipts: 0, payments: 0, moves: 0, goodsIn: 0, goodsOut: 0 },
    before: balances,
    after: balances,
  };
}

function stateOf({ problems }: LineCells): PlannedLine['state'] {
  if (isStopped(problems)) return 'stop';
  return problems.length > 0 ? 'look' : 'ready';
}

/** What a row is that is no entry: the head once more, a sum, a balance, a heading. */
function noEntry(
  row: TableRow,
  cells: LineCells,
  header: Header,
  days: { year: string | undefined; from1904: boolean },
): Omit<SkippedRow, 'line'> | undefined {
  const texts = textsOf(row, header.roles);
  const text = texts.join(' · ');
  if (repeatsHead(row, header)) return { what: 'heading', text };
  const [first = ''] = texts.filter((one) => /\p{L}{2}/u.test(one));
  const what = skippedKind(first);
  const day = dayCell(cells);
  const dated = day !== undefined && readDay(day.cell, days) !== undefined;
  // "Tổng thu từ đêm nhạc" with a date is money that came in.
  if (what && !(what === 'sum' && dated)) return { what, text };
  const moneyed = amountRoles.some((role) => {
    const at = cells.find(role);
    return at !== undefined && readAmountCell(at.cell, 1) !== undefined;
  });
  return dated || moneyed ? undefined : { what: 'heading', text };
}

function dayOf(row: TableRow, header: Header, from1904: boolean): DayReading | undefined {
  const at = dayCell(new LineCells(row, header));
  return at && readDay(at.cell, { from1904 });
}

function usualYear(days: readonly DayReading[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { date } of days) {
    const year = date.slice(0, 4);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || b.localeCompare(a))[0]?.[0];
}

/** One column of amounts, in some of which a minus stands. */
function hasSigns(rows: readonly TableRow[], { roles }: Header): boolean {
  const column = roles.indexOf('amount');
  if (column < 0 || roles.includes('receipt') || roles.includes('payment')) return false;
  return rows.some(({ cells }) => {
    const cell = cells[column];
    return cell !== undefined && isNegative(cell);
  });
}
