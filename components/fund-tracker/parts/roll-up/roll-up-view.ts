import { html, nothing, type TemplateResult } from 'lit';
import { findFundTree, readFundBooks, type FundTree } from '../../../../src/client/fund/fund-tree.js';
import { isAbort } from '../../../../src/client/problem.js';
import {
  bookYears,
  rollUpYear,
  type FundBook,
  type YearRollUp,
} from '../../../../src/domain/fund/roll-up-year.js';
import type { FundHost, FundOutcome, FundView, FundViewModule } from '../../fund-view.js';
import { stateView } from '../../state-view.js';
import { lineView } from './line-view.js';
import { notesView } from './notes-view.js';
import { rollUpStyles } from './roll-up.styles.js';
import { tableView } from './table-view.js';
import { rollUpTexts } from './texts.js';

export const texts: FundViewModule['texts'] = rollUpTexts;
export const styles: FundViewModule['styles'] = [rollUpStyles];

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

  constructor(host: FundHost) {
    this.#host = host;
  }

  async load(signal: AbortSignal): Promise<FundOutcome> {
    this.#tree = await findFundTree(this.#host.client, this.#host.fund, signal);
    if (this.#tree.funds.length === 0) return 'not-found';
    // Which funds there are is said at once; their ledgers follow.
    void this.#read();
    return 'shown';
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
    const failed = this.#failed ?? this.#tree.funds.find((one) => one.failed !== undefined)?.failed;
    if (failed !== undefined) this.#host.report(failed);
    this.#reading = false;
    this.#count();
  };

  #books(): FundBook[] {
    return this.#tree.funds.flatMap(({ fund, entries }) => (entries ? [{ fund, entries }] : []));
  }

  #count(): void {
    const books = this.#books();
    this.#years = bookYears(books);
    const closed = books.flatMap(({ fund }) => fund.years.map(({ year }) => year)).sort();
    const year = this.#chosen ?? closed.at(-1) ?? this.#years[0];
    this.#rolled = year === undefined ? undefined : rollUpYear(books, year);
    this.#host.changed();
  }

  readonly #choose = (event: Event): void => {
    this.#chosen = (event.target as HTMLSelectElement).value;
    this.#count();
  };

  readonly #again = (): void => {
    void this.#read();
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
  }
}
