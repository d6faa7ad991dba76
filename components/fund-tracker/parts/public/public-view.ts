import { html, nothing, type TemplateResult } from 'lit';
import { ledgerDamage } from '../../../../src/client/fund/ledger-damage.js';
import { ofOneMoment, readPublicFund } from '../../../../src/client/ledger/one-moment.js';
import { readPublicLedger } from '../../../../src/client/ledger/read-ledger.js';
import type { LedgerBook } from '../../../../src/client/ledger/ledger-book.js';
import { followChanges } from '../../../../src/client/follow-changes.js';
import { isAbort, toProblem } from '../../../../src/client/problem.js';
import type { PublicFund } from '../../../../src/domain/fund/fund-query.schema.js';
import { sameJson } from '../../../../src/domain/same-json.js';
import { fundPublicVi } from '../../../../src/i18n/vi/fund-public.js';
import { formatDateTime } from '../../../../src/i18n/translate.js';
import type { FundHost, FundOutcome, FundView, FundViewModule } from '../../fund-view.js';
import { stateView } from '../../state-view.js';
import type { RowSource } from '../ledger-window/ledger-row.js';
import { rowWindowStyles } from '../../../base/row-window.styles.js';
import { whenNear } from '../../../base/when-near.js';
import { windowStyles } from '../ledger-window/window.styles.js';
import { AwardShelf, awardsView } from './awards-view.js';
import { categoriesView } from './categories-view.js';
import { CheckDesk } from './check-desk.js';
import { checkView } from './check-view.js';
import { DonorRoll, donorsAtOnce, donorsView } from './donors-view.js';
import { EntryDesk } from './entry-desk.js';
import { figuresView, headView } from './figures-view.js';
import { LedgerDesk } from './ledger-desk.js';
import { ledgerView } from './ledger-view.js';
import { lineView } from './line-view.js';
import type { MonthsChart } from './months-chart.js';
import { monthRows, monthsView, type MonthRow } from './months-view.js';
import { categoryLabel, type PublicContext } from './public-context.js';
import { publicStyles } from './public.styles.js';

export const texts: FundViewModule['texts'] = [
  { vi: fundPublicVi, en: async () => (await import('../../../../src/i18n/en/fund-public.js')).fundPublicEn },
];
export const styles: FundViewModule['styles'] = [rowWindowStyles, windowStyles, publicStyles];

/** Record types that move something here. */
const moving: ReadonlySet<string> = new Set(['fund', 'entry-secret', 'round', 'award']);
/** Entries of a ledger that is read in one answer: it is read again even where the fund itself did not change. */
const fewEntries = 4096;

/** The fund as anybody may see it. */
export const openView = (host: FundHost): FundView => new PublicView(host);

/** As many entries as the fund says it has. */
const isWhole = ({ columns }: LedgerBook, { count }: PublicFund): boolean => columns.count === count;

class PublicView implements FundView {
  readonly #host: FundHost;
  readonly #check: CheckDesk;
  readonly #roll = new DonorRoll();
  readonly #shelf = new AwardShelf();
  readonly #entry = new EntryDesk();
  readonly #left = new AbortController();
  #fund: PublicFund | undefined;
  #book: LedgerBook | undefined;
  #desk: LedgerDesk | undefined;
  #chart: MonthsChart | undefined;
  #months: readonly MonthRow[] = [];
  #year: number | undefined;
  #rowsDrawn = false;
  /** The picture is there, or waits until its place comes near. */
  #watched = false;
  #read = 0;
  /** Why the ledger could not be read. */
  #failed: unknown;
  /** When what is shown was read. */
  #readAt = '';
  /** It could not be read again since, or is what was kept on this device. */
  #old = false;
  #reading: Promise<void> = Promise.resolve();
  #stale = false;
  readonly #unfollow: () => void;
  readonly #schemes = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'].map((query) =>
    matchMedia(query),
  );

  /** Colours of the picture are others in another scheme. */
  readonly #redraw = (): void => this.#host.changed();

  constructor(host: FundHost) {
    this.#host = host;
    this.#check = new CheckDesk(host);
    this.#unfollow = followChanges(host.client, moving, () => void this.#renew());
    addEventListener('online', this.#online);
    for (const scheme of this.#schemes) scheme.addEventListener('change', this.#redraw);
  }

  async load(signal: AbortSignal): Promise<FundOutcome> {
    const { fund, keptAt } = await readPublicFund(this.#host.client, this.#host.fund, signal);
    if (!fund) return 'not-found';
    this.#fund = fund;
    this.#date(keptAt);
    // The balance is there at once; what has to be added up follows.
    this.#reading = this.#readLedger(fund);
    return 'shown';
  }

  /** What is shown was read just now, or is what was kept here. */
  #date(keptAt: string | undefined): void {
    this.#readAt = keptAt ?? this.#host.client.now().toISOString();
    this.#old = keptAt !== undefined;
  }

  readonly #online = (): void => {
    if (this.#old) void this.#renew();
  };

  /**
   * Something was recorded, perhaps in another page, or the reader is back after a while. One reading at a time: what
   * changes meanwhile is read once more. Where he is and what he looked for stays.
   */
  async #renew(): Promise<void> {
    if (this.#stale) return;
    this.#stale = true;
    await this.#reading;
    this.#stale = false;
    // A ledger that could not be read at first waits for the person, who is told so.
    if (this.#left.signal.aborted || !this.#desk) return;
    await (this.#reading = this.#readAgain());
  }

  async #readAgain(): Promise<void> {
    const { signal } = this.#left;
    try {
      const before = this.#fund;
      const { client, fund: id } = this.#host;
      const { fund, keptAt } = await readPublicFund(client, id, signal);
      if (!fund) return void this.#host.reload();
      if (!sameJson(fund, before) || fund.count <= fewEntries) {
        const now = await this.#ofOneMoment(fund);
        await now.book.readTexts(signal);
        this.#fund = now.fund;
        this.#book = now.book;
        this.#months = monthRows(now.book, this.#year);
        await this.#desk!.renew(now.book);
        await this.#shelf.renew(this.#context());
      }
      this.#date(keptAt);
    } catch (error) {
      if (signal.aborted || isAbort(error)) return;
      // It is published no more: then it is shown no more.
      if (['not-found', 'forbidden'].includes(toProblem(error).code)) return void this.#host.reload();
      this.#old = true;
      this.#host.report(error);
    }
    this.#host.changed();
  }

  async #ofOneMoment(
    fund: PublicFund,
    progress?: (count: number) => void,
  ): Promise<{ fund: PublicFund; book: LedgerBook }> {
    const { client } = this.#host;
    const { signal } = this.#left;
    const read = (of: PublicFund): Promise<LedgerBook> => readPublicLedger(client, of, { signal, progress });
    const { fund: now, done } = await ofOneMoment(client, fund, signal, read, isWhole);
    return { fund: now, book: done };
  }

  async #readLedger(fund: PublicFund): Promise<void> {
    this.#failed = undefined;
    this.#read = 0;
    const { signal } = this.#left;
    const progress = (count: number): void => {
      this.#read = count;
      this.#host.changed();
    };
    try {
      const { fund: now, book } = await this.#ofOneMoment(fund, progress);
      if (signal.aborted) return;
      this.#fund = now;
      await this.#use(book);
      if (signal.aborted) return;
      this.#rowsDrawn = true;
      this.#host.changed();
      await this.#readNames(book);
    } catch (error) {
      if (signal.aborted || isAbort(error)) return;
      this.#failed = error;
      this.#host.report(error);
    }
    this.#host.changed();
  }

  /** Shows the newest rows, which people come for, and of the rest only what is said in a line. */
  #use(book: LedgerBook): Promise<void> {
    this.#book = book;
    this.#months = monthRows(book, this.#year);
    this.#desk = new LedgerDesk({
      book,
      source: this.#source(),
      changed: () => this.#host.changed(),
      report: (error) => this.#host.report(error),
      onOpen: (row) => void this.#entry.open(this.#context(), row),
    });
    return this.#desk.start();
  }

  /** For the golden book, then for the first letter that is typed. */
  async #readNames(book: LedgerBook): Promise<void> {
    const { signal } = this.#left;
    await book.readTexts(signal);
    this.#host.changed();
    await book.prepare(signal);
  }

  /** The picture comes when its place is about to be seen; without it the tables still say everything. */
  async #drawMonths(place: Element): Promise<void> {
    const { signal } = this.#left;
    await whenNear(place, signal);
    try {
      const { MonthsChart } = await import('./months-chart.js');
      if (signal.aborted) return;
      this.#chart = new MonthsChart();
    } catch (error) {
      this.#host.report(error);
    }
    this.#host.changed();
  }

  /** Rows as they are in the book of now. */
  #source(): RowSource {
    const { l } = this.#host;
    const book = (): LedgerBook => this.#book!;
    return {
      get columns() {
        return book().columns;
      },
      l,
      category: (id) => categoryLabel(this.#context(), id),
      round: (id, level) => {
        const round = this.#fund?.rounds.find((one) => one.id === id);
        const of = round?.levels.find((one) => one.id === level);
        return [...(round ? [round.title] : []), ...(of ? [l.text(of.label)] : [])];
      },
    };
  }

  #context(): PublicContext {
    return { host: this.#host, l: this.#host.l, fund: this.#fund!, book: this.#book, year: this.#year };
  }

  readonly #choose = (year: number | undefined): void => {
    this.#year = year;
    if (this.#book) this.#months = monthRows(this.#book, year);
    this.#desk?.filter({ year });
    this.#host.changed();
  };

  /** Looks for a giver's entries. */
  readonly #find = (name: string): void => {
    this.#desk?.search(`"${name}"`);
    this.#host.focus('#ledger-title');
  };

  readonly #more = (): void => {
    this.#roll.shown += donorsAtOnce;
    this.#host.changed();
  };

  /** Shows an entry by its number, whatever was searched for before. */
  readonly #show = async (no: number): Promise<void> => {
    const desk = this.#desk;
    if (!desk) return;
    if (!desk.window.reveal(no - 1)) {
      this.#year = undefined;
      await desk.everything();
      desk.window.reveal(no - 1);
    }
    await this.#entry.open(this.#context(), no - 1);
  };

  readonly #closeEntry = (): void => {
    this.#entry.row = undefined;
    this.#host.changed();
    this.#desk?.window.focus();
  };

  render(): TemplateResult {
    if (!this.#fund) return html``;
    const context = this.#context();
    const desk = this.#desk;
    return html`${headView(context, this.#choose)}${this.#age(context)}${figuresView(context)}
    ${
      desk
        ? html`${lineView(context)}${this.#above(context)}${ledgerView(context, desk)}
          ${this.#entry.view(context, this.#source(), this.#closeEntry, (no) => void this.#show(no))}
          ${this.#rowsDrawn ? checkView(context, this.#check, (no) => void this.#show(no)) : nothing}`
        : this.#waiting(context)
    }`;
  }

  /** Of what could not be read again, from when it is. */
  #age({ l }: PublicContext): TemplateResult | typeof nothing {
    if (!this.#old) return nothing;
    return html`<p class="notice warn" data-old>
      ${l.t('fund.kept', { time: formatDateTime(this.#readAt) })}
    </p>`;
  }

  /** What is added up. It comes one frame after the rows, which stand below it from the first. */
  #above(context: PublicContext): TemplateResult {
    if (!this.#rowsDrawn) return html`<div class="soon"></div>`;
    return html`${monthsView(context, this.#months, this.#chart)}${categoriesView(context)}
    ${donorsView(context, this.#roll, this.#find, this.#more)}${awardsView(context, this.#shelf)}`;
  }

  #waiting({ l, fund }: PublicContext): TemplateResult {
    if (!this.#failed)
      return html`<p class="hint" role="status">
        ${this.#read > 0 ? l.t('fund.reading', { n: this.#read, all: fund.count }) : l.t('fund.loading')}
      </p>`;
    const damaged = ledgerDamage(this.#failed);
    const phase = damaged === undefined ? 'error' : 'damaged';
    const again = (): void => void (this.#reading = this.#readLedger(fund));
    return stateView(l, phase, again, damaged);
  }

  drawn(): void {
    this.#chart?.show(this.#months, this.#host.l);
    const place = this.#watched ? null : this.#host.root.querySelector('[part=months]');
    if (!place) return;
    this.#watched = true;
    void this.#drawMonths(place);
  }

  dispose(): void {
    this.#left.abort();
    this.#unfollow();
    removeEventListener('online', this.#online);
    this.#check.dispose();
    this.#desk?.dispose();
    this.#chart?.dispose();
    for (const scheme of this.#schemes) scheme.removeEventListener('change', this.#redraw);
  }
}
