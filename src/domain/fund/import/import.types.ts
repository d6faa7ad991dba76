import type { DongProblem } from '../../money.js';
import type { Details, EntryKind, PartyDraft } from '../entry.schema.js';
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
  'category-unknown',
  'voucher-used',
  'voucher-twice',
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
  'in-ledger',
  'same-line',
  'balance-differs',
] as const;
/** About a file as a whole. The sentence is `import.plan.<code>`. */
export const planCodes = [
  'no-header',
  'no-lines',
  'too-many',
  'needs-approval',
  'unit',
  'sum-differs',
  'opening-differs',
] as const;

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
  params: Params;
}

export interface PlanProblem {
  key: `import.plan.${(typeof planCodes)[number]}`;
  severity: Severity;
  /** Place among the tables, and number of the row. */
  table?: number;
  line?: number;
  params: Params;
}

/** An entry as it was read, still without the salts of its private parts. */
export interface ImportDraft extends Omit<EntryDraft, 'party' | 'details'> {
  party?: Omit<PartyDraft, 'salt'>;
  details: Omit<Details, 'salt'>;
}

/** A line of the file, understood as far as it could be. */
export interface PlannedLine {
  /** `<table>:<line>`, for `changes`. */
  key: string;
  table: number;
  line: number;
  state: 'ready' | 'look' | 'stop' | 'left-out';
  /** Whole unless the state is `stop`. */
  draft: Partial<ImportDraft>;
  problems: readonly LineProblem[];
}

/** A row that is no entry. */
export interface SkippedRow {
  table: number;
  line: number;
  what: 'heading' | 'sum' | 'opening' | 'closing';
  text: string;
}

/** What a person says about a line in place of what the file says. */
export interface LineChange {
  leaveOut?: boolean;
  date?: string;
  amount?: number;
  kind?: EntryKind;
  account?: EntryDraft['account'];
  category?: string;
  voucher?: number | 'next' | 'none';
}

/** What of a fund its import depends on. */
export type ImportFund = Pick<
  Fund,
  'categories' | 'opened' | 'opening' | 'balances' | 'totals' | 'years' | 'vouchers' | 'approvalLimit'
>;

export interface ImportOptions {
  /** ISO date in Viet Nam. */
  today: string;
  /** Lines of another year are not taken; dates without a year are of this one. */
  year?: string | undefined;
  /** By table: what its columns mean, in place of what their titles say. */
  columns?: readonly (readonly (ColumnRole | undefined)[] | undefined)[] | undefined;
  /** Where a line does not say. Default: what the headings say, or cash. */
  account?: EntryDraft['account'] | undefined;
  /** For lines whose category cannot be told. */
  categories?: { receipt?: string | undefined; payment?: string | undefined } | undefined;
  /** Numbers as in the file (the default), the next free ones for all lines, or none. */
  vouchers?: 'keep' | 'next' | 'none' | undefined;
  /** Đồng that 1 in a column of amounts stands for, in place of what the headings say. */
  unit?: number | undefined;
  changes?: ReadonlyMap<string, LineChange> | undefined;
  /** What is in the ledger already. */
  ledger?: LedgerIndex | undefined;
}

/** How a table was understood. */
export interface PlannedTable {
  /** Number of the last row of its head; 0 where none was found. */
  headLine: number;
  titles: readonly string[];
  roles: readonly (ColumnRole | undefined)[];
  unit: number;
}

export interface ImportPlan {
  tables: readonly PlannedTable[];
  lines: readonly PlannedLine[];
  skipped: readonly SkippedRow[];
  problems: readonly PlanProblem[];
  /** Of the lines that can be taken: how many, and đồng of each side. Goods are counted apart. */
  totals: {
    count: number;
    receipts: number;
    payments: number;
    moves: number;
    goodsIn: number;
    goodsOut: number;
  };
}
