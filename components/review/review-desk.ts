import {
  createSetShelf,
  joined,
  listAssessments,
  older,
  type ListFilter,
  type SetShelf,
} from '../../src/client/assessment-list.js';
import type { Client } from '../../src/client/client.types.js';
import { followChanges } from '../../src/client/follow-changes.js';
import { openNotes, type Notes } from '../../src/client/notes.js';
import { unfinishedIn, type Unfinished } from '../../src/client/review-notes.js';
import { openReviewSession } from '../../src/client/review-session.js';
import type { ReviewSession } from '../../src/client/review.types.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import type { Assessment } from '../../src/domain/assessment.schema.js';
import type { CriteriaSet } from '../../src/domain/criteria-set.schema.js';
import { mayUse } from '../../src/domain/permissions.js';
import { listedStates } from './parts/list-view.js';

/** Records by which the list changes. */
const listed = new Set(['assessment']);

/** What the reviewer's desk knows and does; it draws nothing. `changed` is called after each change. */
export class ReviewDesk {
  items: readonly Assessment[] = [];
  next: string | undefined;
  /** Instant at which the oldest of the list was read, where it is what this device kept. */
  keptAt: string | undefined;
  /** The review that is shown. */
  session: ReviewSession | undefined;

  readonly client: Client;
  readonly #actor: Actor;
  readonly #notes: Notes;
  readonly #shelf: SetShelf;
  readonly #changed: () => void;
  readonly #unfollow: () => void;
  /** What the list was asked for last. */
  #asked: { filter: ListFilter; signal: AbortSignal } | undefined;
  /** Reviews that were begun here: what could not be sent yet goes out whenever it can. */
  readonly #sessions = new Map<string, ReviewSession>();

  private constructor(client: Client, actor: Actor, notes: Notes, changed: () => void) {
    this.client = client;
    this.#actor = actor;
    this.#notes = notes;
    this.#shelf = createSetShelf(client);
    this.#changed = changed;
    this.#unfollow = followChanges(client, listed, () => void this.#follow());
    notes.subscribe((fields) => {
      if (fields.length > 0) changed();
    });
  }

  /** Undefined where this person may not review. Errors: those of the back end. */
  static async open(
    client: Client,
    changed: () => void,
    signal: AbortSignal,
  ): Promise<ReviewDesk | undefined> {
    const { actor, tenant } = await client.session({ signal });
    if (!actor || !mayUse(actor, 'assessment.review')) return undefined;
    const notes = await openNotes(client, { tenant, actor: actor.id }, 'review');
    return new ReviewDesk(client, actor, notes, changed);
  }

  /** Reviews that were left in the middle. */
  get unfinished(): Unfinished[] {
    return unfinishedIn(this.#notes);
  }

  readonly setOf = ({ criteria }: Assessment): CriteriaSet | undefined => this.#shelf.has(criteria);

  /** Shows the list; `from` goes on with it. Errors: those of the queries. */
  async fill(filter: ListFilter, from: string | undefined, signal: AbortSignal): Promise<void> {
    this.#asked = { filter, signal };
    const page = await listAssessments(this.client, filter, listedStates, from, signal);
    // Their classes are named by their sets.
    await Promise.all(page.items.map(({ criteria }) => this.#shelf.get(criteria)));
    if (signal.aborted) return;
    this.items = from === undefined ? page.items : joined(this.items, page.items);
    this.next = page.next;
    this.keptAt = from === undefined ? page.keptAt : older(this.keptAt, page.keptAt);
    this.session = undefined;
  }

  /** Others submitted, took up or decided meanwhile: the list follows, as far as it reached. What is open is open. */
  readonly #follow = async (): Promise<void> => {
    const { filter, signal } = this.#asked ?? {};
    if (!filter || !signal || signal.aborted || this.session) return;
    try {
      let items: Assessment[] = [];
      let page: Awaited<ReturnType<typeof listAssessments>> | undefined;
      do {
        page = await listAssessments(this.client, filter, listedStates, page?.next, signal);
        await Promise.all(page.items.map(({ criteria }) => this.#shelf.get(criteria)));
        items = joined(items, page.items);
      } while (page.next !== undefined && items.length < this.items.length);
      if (signal.aborted || this.session) return;
      this.items = items;
      this.next = page.next;
      this.keptAt = page.keptAt;
      this.#changed();
    } catch {
      // He has not asked for it; what he opens is read anew.
    }
  };

  /** Shows no list: another one was asked for and could not be had. */
  clear(): void {
    this.items = [];
    this.next = this.keptAt = this.session = undefined;
  }

  /** Shows one assessment. Errors: those of the queries. */
  async show(id: string, signal: AbortSignal): Promise<void> {
    const { items } = await this.client.query('assessment.get', { id }, { signal });
    const assessment = items[0]!;
    const set = await this.#shelf.get(assessment.criteria);
    if (signal.aborted) return;
    let session = this.#sessions.get(id);
    if (!session) {
      session = openReviewSession(this.client, { assessment, set, actor: this.#actor, notes: this.#notes });
      this.#sessions.set(id, session);
      session.subscribe(this.#changed);
    }
    this.session = session;
  }

  /** The review is over: its session goes. */
  end(id: string): void {
    this.#sessions.get(id)?.dispose();
    this.#sessions.delete(id);
  }

  /** Stores what can be stored, of all reviews. What fails stands in its own review (`save`), and in the list as unfinished. */
  rescue(): void {
    for (const session of this.#sessions.values()) void session.flush().catch(() => undefined);
  }

  /** The network is back: also for what was typed in a review that is not on the screen. */
  retry(): void {
    for (const session of this.#sessions.values()) void session.retry();
  }

  dispose(): void {
    this.#unfollow();
    for (const session of this.#sessions.values()) session.dispose();
    this.#sessions.clear();
    this.#notes.close();
  }
}
