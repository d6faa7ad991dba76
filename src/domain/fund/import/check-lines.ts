import { addBalances, effectOf, overdrawn } from '../effect.js';
import type { Balances } from '../money.schema.js';
import { isUsed, voucherSeries } from '../vouchers.js';
import type { ImportDraft, ImportFund, ImportOptions, ImportSums } from './import.types.js';
import type { LineCells } from './line-cells.js';
import { isStopped } from './read-line.js';
import { plainWords } from './words.js';

/** Lines of a file against each other and against the ledger, one after the other, as they will be entered. */
export class LineChecker {
  balances: Balances;
  readonly totals: ImportSums = {
    count: 0,
    receipts: 0,
    payments: 0,
    moves: 0,
    goodsIn: 0,
    goodsOut: 0,
  };
  /** The largest payment. */
  largest = 0;
  readonly #fund: ImportFund;
  readonly #options: ImportOptions;
  readonly #known: ReturnType<NonNullable<ImportOptions['ledger']>['finder']> | undefined;
  readonly #vouchers = new Map<string, number>();
  readonly #lines = new Map<string, number>();

  constructor(fund: ImportFund, options: ImportOptions) {
    this.#fund = fund;
    this.#options = options;
    this.#known = options.ledger?.finder();
    this.balances = fund.balances;
  }

  /** Tells what is wrong of the cells; a line that can be taken counts from now on. */
  check(draft: Partial<ImportDraft>, cells: LineCells): void {
    if (!isWhole(draft)) return;
    this.#checkVoucher(draft, cells);
    const { kind, date, amount, party } = draft;
    // Each entry of the ledger stands for one line, also for one that is stopped for something else.
    const known = this.#known?.({ kind, date, amount, party: party?.name });
    if (known && !this.#options.again) {
      if (known === 'waiting') cells.stop('in-waiting');
      else cells.stop('in-ledger', { no: known.no });
    }
    if (isStopped(cells.problems)) return;
    this.#checkTwins(draft, cells);
    const balances = addBalances(this.balances, effectOf(draft));
    if (overdrawn(balances)) {
      const missing = -Math.min(balances.cash, balances.bank, balances.kind);
      cells.stop('insufficient', { missing });
      return;
    }
    this.balances = balances;
    this.#count(draft, cells.row.line);
  }

  #checkVoucher({ kind, date, voucher }: ImportDraft, cells: LineCells): void {
    if (kind === 'move' || typeof voucher !== 'number') return;
    const series = voucherSeries(date, kind);
    const column = (cells.find('voucher') ?? cells.find(`${kind}-voucher`))?.column;
    if (isUsed(this.#fund.vouchers[series] ?? [], voucher))
      cells.stop('voucher-used', { no: voucher }, column);
    const line = this.#vouchers.get(`${series} ${voucher}`);
    if (line !== undefined) cells.stop('voucher-twice', { no: voucher, line }, column);
  }

  /** Two dues of the same amount on one day are usual; the same name and purpose as well are worth a look. */
  #checkTwins(draft: ImportDraft, cells: LineCells): void {
    const { kind, date, amount, party, details, voucher } = draft;
    if (typeof voucher === 'number') return;
    const key = [kind, date, amount, plainWords(party?.name ?? ''), plainWords(details.purpose ?? '')].join(
      '|',
    );
    const line = this.#lines.get(key);
    if (line === undefined) this.#lines.set(key, cells.row.line);
    else cells.look('same-line', { line });
  }

  #count({ kind, date, amount, account, voucher }: ImportDraft, line: number): void {
    const { totals } = this;
    totals.count += 1;
    if (kind === 'payment') this.largest = Math.max(this.largest, amount);
    if (kind === 'move') totals.moves += amount;
    else if (account === 'kind') totals[kind === 'receipt' ? 'goodsIn' : 'goodsOut'] += amount;
    else totals[kind === 'receipt' ? 'receipts' : 'payments'] += amount;
    if (kind !== 'move' && typeof voucher === 'number')
      this.#vouchers.set(`${voucherSeries(date, kind)} ${voucher}`, line);
  }
}

function isWhole(draft: Partial<ImportDraft>): draft is ImportDraft {
  return draft.kind !== undefined && draft.date !== undefined && draft.amount !== undefined;
}
