import { nothing, type TemplateResult } from 'lit';
import type { Client } from '../../src/client/client.types.js';
import { isAbort, toProblem } from '../../src/client/problem.js';
import { defaultCycle } from '../../src/client/cycles.js';
import type { RegisterActs } from '../../src/client/register/register-acts.js';
import { RegisterList } from '../../src/client/register/register-list.js';
import { openRegister, type RegisterSession } from '../../src/client/register/register-session.js';
import type { RegisterFilter } from '../../src/client/register/register.types.js';
import type { Problem } from '../../src/client/view.types.js';
import { dateInVietnam } from '../../src/domain/civil-date.js';
import type { CriteriaSetSummary } from '../../src/domain/criteria-set.schema.js';
import type { LanguageController } from '../base/language.js';
import type { ListActs } from './parts/list/list-view.js';
import type { PlaceFilter } from './parts/list/place-filter.js';
import { RegisterTable } from './parts/list/register-table.js';
import type { RegisterDialog, RegisterHost } from './register-host.js';
import { Selection } from './selection.js';

interface Opening {
  l: LanguageController;
  /** Without a year: the one that is worked on, by the back end's clock where it tells. */
  filter: Omit<RegisterFilter, 'cycle'> & { cycle: string | undefined };
  place: string | undefined;
  signal: AbortSignal;
  ties: Ties;
}
/** What the element lends to its desk. */
export type Ties = Pick<RegisterHost, 'changed' | 'focus' | 'report' | 'hrefOf' | 'opens' | 'root'>;

/** What the register knows and does; it draws the list and lends the dialog to its parts. */
export class RegisterDesk implements RegisterHost {
  readonly session: RegisterSession;
  readonly l: LanguageController;
  readonly root: ShadowRoot;
  readonly list: RegisterList;
  readonly selection = new Selection();
  sets: readonly CriteriaSetSummary[] = [];
  exporting = false;
  /** Why something could not be begun. */
  trouble: Problem | undefined;
  /** A sentence about what was done. */
  said: string | undefined;
  readonly #ties: Ties;
  readonly #table: RegisterTable;
  readonly #gone = new AbortController();
  #acts: Promise<RegisterActs> | undefined;
  #actsView: (() => TemplateResult | typeof nothing) | undefined;
  #dialog: RegisterDialog | undefined;
  #placing = new AbortController();
  #place: string | undefined;
  #placeFilter: PlaceFilter | undefined;

  private constructor(
    session: RegisterSession,
    { l, filter, place, ties }: Opening,
    places: readonly string[] | undefined,
  ) {
    this.session = session;
    this.l = l;
    this.#ties = ties;
    this.root = ties.root;
    this.#place = place;
    const { client } = session;
    const cycle = filter.cycle ?? defaultCycle(client.now());
    this.list = new RegisterList(client, { filter: { ...filter, cycle }, places });
    this.#table = new RegisterTable({
      l,
      selection: this.selection,
      sets: () => this.sets,
      today: () => dateInVietnam(session.client.now().toISOString()),
      onSort: (sort) => {
        const { filter: now } = this.list.getState();
        this.choose({ sort, descending: now.sort === sort && !now.descending });
      },
      onOpen: (row) => void this.#detail(row.subject),
      onPick: () => this.changed(),
    });
    this.list.subscribe(() => {
      this.selection.renew(this.list.getState().rows);
      this.changed();
    });
    session.sets().then(
      (sets) => {
        this.sets = sets;
        this.#table.repaint();
      },
      // Titles are shown by their ids meanwhile; whoever needs a set asks again and is told.
      () => undefined,
    );
    this.#takeUp();
    // The loader may define the page's picker after the register.
    customElements.whenDefined('htsd-locality-picker').then(
      () => this.#filterPlaces(),
      () => undefined,
    );
  }

  async #filterPlaces(): Promise<void> {
    if (this.#gone.signal.aborted) return;
    try {
      const { PlaceFilter } = await import('./parts/list/place-filter.js');
      const choose = (place: string | undefined): void => this.goTo(place);
      this.#placeFilter = new PlaceFilter(this, { choose, signal: this.#gone.signal });
    } catch (error) {
      // The list is of use without it.
      this.report(error);
    }
    this.changed();
  }

  /** The page's picker of places, where it has one. */
  placeView(): TemplateResult | typeof nothing {
    if (!this.#placeFilter) return nothing;
    this.#placeFilter.place = this.#place;
    return this.#placeFilter.render();
  }

  /** Undefined for a visitor. Errors: those of the back end. */
  static async open(client: Client, opening: Opening): Promise<RegisterDesk | undefined> {
    const { signal, place } = opening;
    const session = await openRegister(client, signal);
    if (!session) return undefined;
    const places = place ? await codesOf(client, place, signal) : undefined;
    return new RegisterDesk(session, opening, places);
  }

  hrefOf(assessment: string): string | undefined {
    return this.#ties.hrefOf(assessment);
  }

  opens(...about: Parameters<RegisterHost['opens']>): boolean {
    return this.#ties.opens(...about);
  }

  focus(target: Parameters<RegisterHost['focus']>[0]): void {
    this.#ties.focus(target);
  }

  report(error: unknown): void {
    this.#ties.report(error);
  }

  changed(): void {
    if (!this.#gone.signal.aborted) this.#ties.changed();
  }

  choose(change: Partial<RegisterFilter>): void {
    const { cycle } = this.list.getState().filter;
    if (change.cycle !== undefined && change.cycle !== cycle) this.selection.clear();
    if (Object.keys(change).length > 0) this.list.choose(change);
    else this.#table.repaint();
    this.changed();
  }

  /** Shows another place and all in it. */
  goTo(place: string | undefined): void {
    this.#placing.abort();
    const before = this.#place;
    this.#place = place;
    this.changed();
    const { signal } = (this.#placing = new AbortController());
    const codes = place ? codesOf(this.session.client, place, signal) : Promise.resolve(undefined);
    codes.then(
      (found) => {
        if (!signal.aborted) this.list.within(found);
      },
      (error: unknown) => {
        if (signal.aborted) return;
        // The list is still that of the place before.
        this.#place = before;
        this.failed(error);
      },
    );
  }

  /** The network is back. */
  online(): void {
    this.list.refresh();
    if (this.#acts)
      this.#acts.then(
        (acts) => acts.retry(),
        () => undefined,
      );
    else this.#takeUp();
  }

  /** Acts that were left on this device go on. Where their part cannot be had, they do when the network is back. */
  #takeUp(): void {
    if (![...this.session.notes.all().keys()].some((field) => field.startsWith('act/'))) return;
    this.acts().catch((error: unknown) => {
      if (isAbort(error)) return;
      this.trouble = toProblem(error, 'offline');
      this.changed();
      this.report(error);
    });
  }

  /** The element was drawn: the list goes to its place. */
  drawn(place: HTMLElement | null): void {
    if (!place) return;
    if (this.#table.element.parentElement !== place) {
      place.append(this.#table.element);
      this.#table.connect();
    }
    this.#table.show(this.list.getState());
  }

  acts(): Promise<RegisterActs> {
    this.#acts ??= this.#loadActs();
    this.#acts.catch(() => {
      this.#acts = undefined;
    });
    return this.#acts;
  }

  async #loadActs(): Promise<RegisterActs> {
    const { openActs } = await import('./parts/acts/open-acts.js');
    const { acts, view } = openActs(this);
    this.#gone.signal.addEventListener('abort', () => acts.dispose());
    if (this.#gone.signal.aborted) acts.dispose();
    this.#actsView = view;
    this.changed();
    return acts;
  }

  actsView(): TemplateResult | typeof nothing {
    return this.#actsView?.() ?? nothing;
  }

  /** Opens what a button of the list names. */
  async open(what: Parameters<ListActs['open']>[0]): Promise<void> {
    this.trouble = undefined;
    this.said = undefined;
    try {
      if (what === 'import') (await import('./parts/import/import-dialog.js')).openImport(this);
      else if (what === 'places') (await import('./parts/places/places-dialog.js')).openPlaces(this);
      else if (what === 'xlsx' || what === 'csv') await this.#export(what);
      else if (what === 'propose') (await import('./parts/acts/propose-dialog.js')).openProposal(this);
      else await (await import('./parts/acts/act-dialog.js')).openAct(this, what);
    } catch (error) {
      this.failed(error);
    }
    this.changed();
  }

  async #export(as: 'xlsx' | 'csv'): Promise<void> {
    this.exporting = true;
    this.changed();
    try {
      const { exportRegister } = await import('./parts/list/export-register.js');
      await exportRegister(this, as, this.#gone.signal);
    } finally {
      this.exporting = false;
    }
  }

  async #detail(subject: string): Promise<void> {
    this.trouble = undefined;
    try {
      (await import('./parts/detail/detail-dialog.js')).openDetail(this, subject);
    } catch (error) {
      this.failed(error);
    }
  }

  failed(error: unknown): void {
    if (isAbort(error)) return;
    this.trouble = toProblem(error, 'offline');
    this.focus('#trouble');
    this.report(error);
  }

  show(dialog: RegisterDialog): void {
    this.#dialog = dialog;
    this.changed();
    const element = this.#element();
    if (element && !element.open) element.showModal();
    this.focus('#dialog-title');
  }

  close(): void {
    this.#element()?.close();
  }

  /** Says what was done, where the person looks next. */
  say(sentence: string): void {
    this.said = sentence;
    this.focus('#said');
    this.changed();
  }

  #element(): HTMLDialogElement | null {
    return this.root.querySelector('dialog');
  }

  closed(): void {
    const dialog = this.#dialog;
    this.#dialog = undefined;
    dialog?.closed?.();
    this.changed();
  }

  dialogView(): TemplateResult | undefined {
    return this.#dialog?.render();
  }

  dispose(): void {
    this.#gone.abort();
    this.#placing.abort();
    this.close();
    this.list.dispose();
    this.#table.dispose();
    this.session.notes.close();
  }
}

async function codesOf(client: Client, place: string, signal: AbortSignal): Promise<string[]> {
  const { codesWithin } = await import('../../src/client/register/place-codes.js');
  return codesWithin(client, place, signal);
}
