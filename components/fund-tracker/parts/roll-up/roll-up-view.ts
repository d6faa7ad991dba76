import { html, nothing, type TemplateResult } from 'lit';
import {
  findAgain,
  findFundTree,
  readFundBooks,
  type FundTree,
} from '../../../../src/client/fund/fund-tree.js';
import { followChanges } from '../../../../src/client/follow-changes.js';
import { isAbort, toProblem } from '../../../../src/client/problem.js';
import {
  bookYears,
  rollUpYear,
  type FundBook,
  type YearRollUp,
} from '../../../../src/domain/fund/roll-up-year.js';
import { formatDateTime } from '../../../../src/i18n/translate.js';
import type { FundHost, FundOutcome, FundView, FundViewModule } from '../../fund-view.js';
import { stateView } from '../../state-view.js';
import { lineView } from './line-view.js';
import { notesView } from './notes-view.js';
import { rollUpStyles } from './roll-up.styles.js';
import { tableView } from './table-view.js';
import { rollUpTexts } from './texts.js';

export const texts: FundViewModule['texts'] = rollUpTexts;
export const styles: FundViewModule['styles'] = [rollUpStyles];

/** Record types that move a sum here. */
const moving: ReadonlySet<string> = new Set(['fund']);

/** A fund and those below it, as anybody may add them up. */
export const openView = (host: FundHost): FundView => new RollUpView(host);

class RollUpView implements FundView {
  readonly #host: FundHost;
  readonly #left = new AbortController();
  #tree: FundTree = { top: undefined, funds: [] };
  #reading = false;
  /** Why reading ended before its time. */
  #failed: unknown;
  #years: readonly string[] = [];
  /** What the person chose; else the newest year that is closed somewhere. */
  #chosen: string | undefined;
  #rolled: YearRollUp | undefined;
  /** When what is shown was read. */
  #readAt = '';
  /** It could not be read again since. */
  #old = false;
  #work: Promise<void> = Promise.resolve();
  #stale = false;
  readonly #unfollow: () => void;

  constructor(host: FundHost) {
    this.#host = host;
    this.#unfollow = followChanges(host.client, moving, () => void this.#renew());
    addEventListener('online', this.#online);
  }

  async load(signal: AbortSignal): Promise<FundOutcome> {
    this.#tree = await findFundTree(this.#host.client, this.#host.fund, signal);
    if (this.#tree.funds.length === 0) return 'not-found';
    // Which funds there are is said at once; their ledgers follow.
    this.#work = this.#read();
    return 'shown';
  }

  readonly #online = (): void => {
    if (this.#old) void this.#renew();
  };

  /**
   * Something was recorded in a fund, or the reader is back after a while. One reading at a time: what changes meanwhile is
   * read once more. The year that he looks at stays.
   */
  async #renew(): Promise<void> {
    if (this.#stale) return;
    this.#stale = true;
    await this.#work;
    this.#stale = false;
    // Ledgers that could not be read at first wait for the person, who is told so.
    if (this.#left.signal.aborted || this.#failed !== undefined) return;
    await (this.#work = this.#readAgain());
  }

  async #readAgain(): Promise<void> {
    const { client, fund } = this.#host;
    const { signal } = this.#left;
    try {
      const tree = await findAgain(client, fund, this.#tree, signal);
      if (tree.funds.length === 0) return void this.#host.reload();
      await readFundBooks(client, tree.funds, signal, () => undefined);
      this.#tree = tree;
      this.#use();
    } catch (error) {
      if (signal.aborted || isAbort(error)) return;
      // They are published no more: then they are shown no more.
      if (['not-found', 'forbidden'].includes(toProblem(error).code)) return void this.#host.reload();
      this.#old = true;
      this.#host.report(error);
      this.#host.changed();
    }
  }

  readonly #read = async (): Promise<void> => {
    const { client } = this.#host;
    this.#reading = true;
    this.#failed = undefined;
    this.#host.changed();
    try {
      await readFundBooks(client, this.#tree.funds, this.#left.signal, () => this.#host.changed());
    } catch (error) {
      if (isAbort(error)) return;
      this.#failed = error;
    }
    this.#reading = false;
    this.#use();
  };

  /** Shows what was read just now. */
  #use(): void {
    const failed = this.#failed ?? this.#tree.funds.find((one) => one.failed !== undefined)?.failed;
    if (failed !== undefined) this.#host.report(failed);
    this.#readAt = this.#host.client.now().toISOString();
    this.#old = false;
    this.#count();
  }

  #books(): FundBook[] {
    return this.#tree.funds.flatMap(({ fund, entries }) => (entries ? [{ fund, entries }] : []));
  }

  #count(): void {
    const books = this.#books();
    this.#years = bookYears(books);
    const closed = books.flatMap(({ fund }) => fund.years.map(({ year }) => year)).sort();
    const shown = this.#years.find((one) => one === this.#rolled?.year);
    const year = this.#chosen ?? shown ?? closed.at(-1) ?? this.#years[0];
    this.#rolled = year === undefined ? undefined : rollUpYear(books, year);
    this.#host.changed();
  }

  readonly #choose = (event: Event): void => {
    this.#chosen = (event.target as HTMLSelectElement).value;
    this.#count();
  };

  readonly #again = (): void => {
    this.#work = this.#read();
    this.#host.focus('#roll-up-title');
  };

  render(): TemplateResult {
    const { l } = this.#host;
    const { top, funds } = this.#tree;
    const read = funds.filter(({ entries }) => entries).length;
    return html`<div class="fund-head" part="header">
        <div>
          <h2 id="roll-up-title" tabindex="-1">${l.t('roll-up.title')}</h2>
          <p class="of">${top ? l.t('roll-up.of', { name: top.name }) : l.t('roll-up.of.below')}</p>
          <p class="hint">${l.t('roll-up.lead')}</p>
        </div>
        ${this.#years.length > 0 ? this.#yearField() : nothing}
      </div>
      ${
        this.#old
          ? html`<p class="notice warn" data-old>
              ${l.t('roll-up.old', { time: formatDateTime(this.#readAt) })}
            </p>`
          : nothing
      }
      ${
        this.#reading
          ? html`<p class="hint" role="status">${l.t('roll-up.reading', { n: read, all: funds.length })}</p>`
          : this.#failed !== undefined
            ? stateView(l, 'offline', this.#again)
            : this.#sums()
      }`;
  }

  #yearField(): TemplateResult {
    const { l } = this.#host;
    return html`<label class="field period"
      ><span>${l.t('roll-up.year')}</span
      ><select @change=${this.#choose}>
        ${this.#years.map(
          (one) => html`<option value=${one} ?selected=${one === this.#rolled?.year}>${one}</option>`,
        )}
      </select></label
    >`;
  }

  #sums(): TemplateResult {
    const context = { l: this.#host.l, tree: this.#tree, rolled: this.#rolled, again: this.#again };
    const { rolled } = context;
    if (!rolled || rolled.lines.length === 0)
      return html`<p class="notice">${context.l.t('roll-up.none', { year: rolled?.year ?? '' })}</p>
        ${notesView(context)}`;
    return html`${lineView({ ...context, rolled })} ${tableView({ ...context, rolled })} ${notesView(context)}`;
  }

  dispose(): void {
    this.#left.abort();
    this.#unfollow();
    removeEventListener('online', this.#online);
  }
}
