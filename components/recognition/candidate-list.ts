import { createSetShelf, listAssessments, older, type ListFilter } from '../../src/client/assessment-list.js';
import { candidateOf, hasMembers, type Candidate } from '../../src/client/candidates.js';
import type { Client } from '../../src/client/client.types.js';
import { isAbort } from '../../src/client/problem.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import type { AssessmentState } from '../../src/domain/assessment.schema.js';
import { MOST_GRANTS } from '../../src/domain/recognition.schema.js';

const verified: readonly AssessmentState[] = ['verified'];
/** Assessments asked for at a time where all that the filter matches are wanted. */
const handful = 200;
/** How many members become known between two drawings. */
const stride = 10;

/** What follows others, fetched once the lists are there. */
export const late = () => import('./follow-lists.js');

/** What the filter matches, in part. `next`: where it goes on. */
export interface Part {
  items: readonly Candidate[];
  next: string | undefined;
  keptAt: string | undefined;
}

export const mayTick = ({ may, outcomes }: Candidate): boolean => may === 'yes' && outcomes.length > 0;

/** The verified assessments that wait for a decision, as far as they were read, and what is known of their members. */
export class CandidateList {
  items: readonly Candidate[] = [];
  /** Where the list goes on. */
  more: string | undefined;
  /** Instant at which the oldest of the list was read, where it is what this device kept. */
  keptAt: string | undefined;
  /** What the filter matches beyond the list, once it was read: all of it, or as much as one decision can hold. */
  rest: Part | undefined;
  /** How many of the rest were read so far, while they are read. */
  reading: number | undefined;
  /** The place of each is worth a question, too. */
  wantsPlaces = false;
  /** Of how many the members could not be had. */
  failed = 0;

  readonly #client: Client;
  readonly #actor: Actor;
  readonly #shelf: ReturnType<typeof createSetShelf>;
  readonly #changed: () => void;

  constructor(client: Client, actor: Actor, changed: () => void) {
    this.#client = client;
    this.#actor = actor;
    this.#shelf = createSetShelf(client);
    this.#changed = changed;
  }

  /** Shows the list anew, or what follows on it. Errors: those of the queries. */
  async load(filter: ListFilter, on: boolean, signal: AbortSignal): Promise<void> {
    const { items, next, keptAt } = await this.#read(filter, on ? this.more : undefined, signal);
    if (signal.aborted) return;
    if (!on) this.failed = 0;
    this.items = on ? [...this.items, ...items] : items;
    this.more = next;
    this.keptAt = on ? older(this.keptAt, keptAt) : keptAt;
    this.rest = undefined;
  }

  /** Reads what is on the list again, as far as it reached. Errors: those of the queries, and of fetching what does it. */
  async reread(filter: ListFilter, signal: AbortSignal): Promise<void> {
    const { rereadPart } = await late();
    const limit = this.items.length > handful ? handful : undefined;
    const part = await rereadPart(this.items, (from) => this.#read(filter, from, signal, limit));
    if (signal.aborted) return;
    this.items = part.items;
    this.more = part.next;
    this.keptAt = part.keptAt;
    this.rest = undefined;
  }

  /** Shows none: others were asked for and could not be had. */
  clear(): void {
    this.items = [];
    this.more = this.keptAt = this.rest = undefined;
  }

  /** Reads what the filter matches beyond the list, which stays as it is. Errors: those of the queries. */
  async readRest(filter: ListFilter, signal: AbortSignal): Promise<void> {
    let next = this.more;
    if (next === undefined || this.rest || this.reading !== undefined) return;
    let keptAt: string | undefined;
    const items: Candidate[] = [];
    const room = MOST_GRANTS - this.items.filter(mayTick).length;
    try {
      while (next !== undefined && items.filter(mayTick).length < room) {
        this.reading = items.length;
        this.#changed();
        const part = await this.#read(filter, next, signal, handful);
        if (signal.aborted) return;
        items.push(...part.items);
        next = part.next;
        keptAt = older(keptAt, part.keptAt);
      }
      this.rest = { items, next, keptAt };
    } finally {
      this.reading = undefined;
      this.#changed();
    }
  }

  /** Puts what was read of the rest on the list. */
  takeRest(): void {
    if (!this.rest) return;
    this.items = [...this.items, ...this.rest.items];
    this.more = this.rest.next;
    this.keptAt = older(this.keptAt, this.rest.keptAt);
    this.rest = undefined;
  }

  /** Of how many the subject was looked up, out of those where it is worth it. */
  get lookups(): { done: number; all: number } {
    const all = this.items.filter(this.#worth);
    return { done: all.filter(({ asked }) => asked).length, all: all.length };
  }

  remove(ids: ReadonlySet<string>): void {
    this.items = this.items.filter(({ assessment }) => !ids.has(assessment.id));
  }

  readonly #worth = (one: Candidate): boolean => this.wantsPlaces || hasMembers(one);

  /** Looks up those of which nothing is known, members on a day; 300 families are many questions, so it shows how far it is. */
  async lookUp(today: string, signal: AbortSignal): Promise<void> {
    const open = this.items.filter((one) => this.#worth(one) && !one.asked);
    this.failed = 0;
    const known = new Map<string, Candidate>();
    const show = (): void => {
      this.items = this.items.map((one) => known.get(one.assessment.id) ?? one);
      known.clear();
      this.#changed();
    };
    try {
      const { lookUpMembers } = await late();
      await lookUpMembers(this.#client, open, today, signal, (candidate, members) => {
        if (members) known.set(candidate.assessment.id, { ...candidate, ...members, asked: true });
        else this.failed += 1;
        if (known.size >= stride) show();
      });
      show();
    } catch (error) {
      if (isAbort(error)) return;
      // What does it could not be fetched: nothing is known of any of them.
      this.failed = open.length;
      this.#changed();
    }
  }

  async #read(
    filter: ListFilter,
    from: string | undefined,
    signal: AbortSignal,
    limit?: number,
  ): Promise<Part> {
    const wanted = { ...filter, state: undefined };
    const page = await listAssessments(this.#client, wanted, verified, from, signal, limit);
    const items = await Promise.all(
      page.items.map(async (one) => candidateOf(one, await this.#shelf.get(one.criteria), this.#actor)),
    );
    return { items, next: page.next, keptAt: page.keptAt };
  }
}
