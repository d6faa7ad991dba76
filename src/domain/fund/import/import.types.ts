import type { DongProblem } from '../../money.js';
import type { Details, PartyDraft } from '../entry.schema.js';
import type { Fund } from '../fund.schema.js';
import type { EntryDraft } from '../posting.schema.js';
import type { LedgerIndex } from './ledger-index.js';

/** What a column of a book means. */
export const columnRoles = [
  'date',
  'voucher-date',
  'voucher',
  'receipt-voucher',
  'payment-voucher',
  'receipt',
  'payment',
  'amount',
  'balance',
  'kind',
  'category',
  'purpose',
  'party',
  'address',
  'phone',
  'account',
  'papers',
  'note',
  'ignored',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Lines that cannot be taken as they are. The sentence is `import.line.<code>`. */
export const stopCodes = [
  'both-amounts',
  'amount-merged',
  'cell-error',
  'formula-empty',
  'date-missing',
  'date-unreadable',
  'date-ambiguous',
  'date-future',
  'date-closed',
  'date-opened',
  'date-other-year',
  'kind-unknown',
  'category-missing',
  'category-unknown',
  'voucher-used',
  'voucher-twice',
  'in-ledger',
  'in-waiting',
  'text-too-long',
  'insufficient',
] as const;
/** Lines that a person should look at. */
export const lookCodes = [
  'formula',
  'merged',
  'hidden-row',
  'date-serial',
  'date-month-first',
  'date-swapped',
  'date-no-year',
  'date-carried',
  'category-guessed',
  'category-default',
  'account-unknown',
  'move',
  'voucher-as-text',
  'voucher-other-kind',
  'same-line',
] as const;
/** About a file as a whole. The sentence is `import.plan.<code>`. */
export const planCodes = ['no-header', 'no-lines', 'too-many', 'needs-approval', 'unit'] as const;

export type LineCode = (typeof stopCodes)[number] | (typeof lookCodes)[number];
export type Severity = 'stop' | 'look';
type Params = Readonly<Record<string, string | number>>;

export interface LineProblem {
  /** In the dictionaries. */
  key: `import.line.${LineCode}` | `dong.${DongProblem}`;
  /** `stop`: cannot be taken; `look`: can, after a look at it. */
  severity: Severity;
  /** Of the cell, from 0. */
  column?: number;
  /** For the sentence; `text` is what stands in the cell, as long as it is. */
  params: Params;
}

export interface PlanProblem {
  key: `import.plan.${(typeof planCodes)[number]}`;
  severity: Severity;
  params: Params;
}

/** An entry as it was read, still without the salts of its private parts. */
export interface ImportDraft extends Omit<EntryDraft, 'party' | 'details'> {
  party?: Omit<PartyDraft, 'salt'>;
  details: Omit<Details, 'salt'>;
}

/** A line of the file, understood as far as it could be. */
export interface PlannedLine {
  /** Number of the row in the sheet. */
  line: number;
  /** `stop`: it is not taken. */
  state: 'ready' | 'look' | 'stop';
  /** Whole unless the state is `stop`. */
  draft: Partial<ImportDraft>;
  problems: readonly LineProblem[];
}

/** A row that is no entry. */
export interface SkippedRow {
  line: number;
  what: 'heading' | 'sum' | 'opening' | 'closing';
  text: string;
}

/** What of a fund its import depends on. */
export type ImportFund = Pick<
  Fund,
  'categories' | 'opened' | 'balances' | 'years' | 'vouchers' | 'approvalLimit'
>;

export interface ImportOptions {
  /** ISO date in Viet Nam. */
  today: string;
  /** Lines of another year are not taken; dates without a year are of this one. Default: that of most lines. `all`: any. */
  year?: string | undefined;
  /** What the columns mean, in place of what their titles say. */
  columns?: readonly (ColumnRole | undefined)[] | undefined;
  /** Where a line does not say. Default: what the headings say, or cash. */
  account?: EntryDraft['account'] | undefined;
  /** For lines whose category cannot be told. */
  categories?: { receipt?: string | undefined; payment?: string | undefined } | undefined;
  /** Numbers as in the file (the default), the next free ones for all lines, or none. */
  vouchers?: 'keep' | 'next' | 'none' | undefined;
  /** Đồng that 1 in a column of amounts stands for, in place of what the headings say. */
  unit?: number | undefined;
  /** What is in the ledger already. */
  ledger?: LedgerIndex | undefined;
  /** Takes lines that look like an entry of the ledger all the same; numbers of vouchers in use stay refused. */
  again?: boolean | undefined;
}

export interface ImportSums {
  count: number;
  receipts: number;
  payments: number;
  moves: number;
  goodsIn: number;
  goodsOut: number;
}

export interface ImportPlan {
  /** How the table was understood: number of the last row of its head, 0 where none was found. */
  headLine: number;
  titles: readonly string[];
  roles: readonly (ColumnRole | undefined)[];
  unit: number;
  /** Whose lines are taken; undefined where all are, or none has a date. */
  year: string | undefined;
  lines: readonly PlannedLine[];
  skipped: readonly SkippedRow[];
  problems: readonly PlanProblem[];
  /** Of the lines that are taken: how many, and đồng of each side. Goods are counted apart. */
  totals: ImportSums;
  /** What lies in each account before and after. */
  before: Fund['balances'];
  after: Fund['balances'];
}
