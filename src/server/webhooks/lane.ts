import type { Log } from '../log.js';
import type { Deliveries, Taken } from '../storage/deliveries.js';
import { backOff } from './back-off.js';
import { send, timeout, type Outcome } from './send.js';
import type { Webhook } from './webhook.js';

export interface LaneOptions {
  deliveries: Deliveries;
  now: () => Date;
  /** Days after which something is given up. */
  days: number;
  log: Log;
  /** Counts what became of what was sent. */
  count?: ((webhook: string, outcome: 'delivered' | 'failed' | 'dead', many: number) => void) | undefined;
  random?: (() => number) | undefined;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Sent side by side. */
const wide = 8;
/** Taken with one look, which costs the database as much for one as for many. */
const taking = 4 * wide;
/** Milliseconds after which somebody who has taken something is thought to be gone: clocks may differ by a minute. */
const lease = (taking / wide) * timeout + 2 * minute;
/** Longest waits: of one event, and of everything for a receiver who is not there. */
const longest = { event: hour, receiver: 5 * minute };
/** Nothing is put off, or taken by a copy whose clock is a minute ahead, for longer than so many milliseconds. */
const farthest = Math.max(longest.event, lease) + 5 * minute;
/** Failures before anything is given up, however old it is: a server that was off for a week begins anew. */
const fewest = 5;

type Failure = Extract<Outcome, { ok: false }>;

/** The way to one receiver. What he does not take waits for itself; while he is not there, one is tried now and then. */
export class Lane {
  readonly webhook: Webhook;
  readonly #options: LaneOptions;
  readonly #given = new AbortController();
  #stopping = false;
  /** In a row, of all that was tried. */
  #failures = 0;
  #paused: Date | undefined;
  /** Was taken by the receiver, and is not noted yet. */
  #arrived: string[] = [];
  #noting: Promise<void> = Promise.resolve();
  #noteNext: Promise<void> | undefined;

  constructor(webhook: Webhook, options: LaneOptions) {
    this.webhook = webhook;
    this.#options = options;
  }

  /**
   * Sends all that is due. Answers when something is due next; undefined where nothing waits. Rejects with what the database
   * says.
   */
  async run(): Promise<Date | undefined> {
    const { deliveries, now } = this.#options;
    const { name } = this.webhook;
    while (!this.#stopping) {
      const moment = now();
      if (this.#paused && this.#paused > moment) break;
      const most = this.#failures > 0 ? 1 : taking;
      const until = new Date(moment.getTime() + lease);
      const taken = await deliveries.take(name, most, moment, until);
      if (taken.length === 0) break;
      await this.#tellAll(taken);
    }
    const due = await deliveries.nextDue(name);
    return due && this.#paused && this.#paused > due ? this.#paused : due;
  }

  /**
   * Sends soon what is due later than anything is ever put off: it was put in, or put off, while the clock was ahead, and would wait
   * for as long as the clock has been put back since. Answers how many. Rejects with what the database says.
   */
  async mindClock(): Promise<number> {
    const { deliveries, now, log } = this.#options;
    const { name: webhook } = this.webhook;
    const moment = now();
    const latest = new Date(moment.getTime() + farthest);
    if (this.#paused && this.#paused > latest) this.#paused = undefined;
    const many = await deliveries.bringForward(webhook, latest, moment);
    if (many > 0) log('error', 'webhook-clock', { webhook, many });
    return many;
  }

  /** Takes nothing any more. What is being sent goes on until `cut`. */
  stop(): void {
    this.#stopping = true;
  }

  /** What is being sent is given up, and sent by somebody else or later. */
  cut(): void {
    this.#given.abort();
  }

  /** Some side by side. What is left where he takes nothing, or when it is to stop, is given back. */
  async #tellAll(taken: readonly Taken[]): Promise<void> {
    const { deliveries, now } = this.#options;
    const left = [...taken];
    const failures: Failure[] = [];
    let tried = 0;
    let isThere = false;
    const tellNext = async (): Promise<void> => {
      while (!this.#stopping && (isThere || tried < wide)) {
        const one = left.shift();
        if (!one) return;
        tried += 1;
        const failure = await this.#tell(one);
        if (failure) failures.push(failure);
        isThere ||= failure?.whose !== 'receiver';
      }
    };
    await Promise.all(Array.from({ length: wide }, tellNext));
    for (const { webhook, id } of left) await deliveries.release(webhook, id, now());
    if (tried > 0) await this.#note(failures, tried);
  }

  /** Notes what has arrived: while one statement is under way, what arrives meanwhile waits for the next. */
  #noteArrived(id: string): Promise<void> {
    const { deliveries, now } = this.#options;
    this.#arrived.push(id);
    this.#noteNext ??= this.#noting.then(() => {
      const ids = this.#arrived.splice(0);
      this.#noteNext = undefined;
      const noted = deliveries.delivered(this.webhook.name, ids, now());
      this.#noting = noted.catch(() => undefined);
      return noted;
    });
    return this.#noteNext;
  }

  async #tell(one: Taken): Promise<Failure | undefined> {
    const { deliveries, now, days, log, count, random = Math.random } = this.#options;
    const { webhook, id, kind, attempts } = one;
    const { signal } = this.#given;
    let outcome: Outcome;
    try {
      signal.throwIfAborted();
      outcome = await send(this.webhook, one, now(), signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      await deliveries.release(webhook, id, now());
      return undefined;
    }
    const moment = now();
    if (outcome.ok) {
      await this.#noteArrived(id);
      count?.(webhook, 'delivered', 1);
      return undefined;
    }
    const wait = Math.max(backOff(attempts, longest.event, random()), pauseOf(outcome));
    const due = new Date(moment.getTime() + wait);
    const limit = new Date(attempts < fewest ? 0 : moment.getTime() - days * day);
    const dead = await deliveries.failed(one, due, limit, moment);
    count?.(webhook, dead ? 'dead' : 'failed', 1);
    log('error', dead ? 'webhook-dead' : 'webhook-failed', {
      ...{ webhook, id, kind, reason: outcome.reason, attempt: attempts },
    });
    return outcome;
  }

  /** One who took anything is there. Of one who is not, everything that is too old is given up together. */
  async #note(failures: readonly Failure[], tried: number): Promise<void> {
    const { deliveries, now, days, log, count, random = Math.random } = this.#options;
    const { name: webhook } = this.webhook;
    const absent = failures.filter(({ whose }) => whose === 'receiver');
    if (absent.length < tried) {
      this.#failures = 0;
      this.#paused = undefined;
      return;
    }
    this.#failures += 1;
    const moment = now();
    const wait = Math.max(
      backOff(this.#failures, longest.receiver, random()),
      ...absent.map((one) => pauseOf(one)),
    );
    this.#paused = new Date(moment.getTime() + wait);
    if (this.#failures < fewest) return;
    const many = await deliveries.giveUp(webhook, new Date(moment.getTime() - days * day), moment);
    if (many === 0) return;
    count?.(webhook, 'dead', many);
    log('error', 'webhook-dead', { webhook, many });
  }
}

/** Milliseconds for which a receiver asked to be left alone, an hour at most. */
const pauseOf = ({ after = 0 }: Failure): number => Math.min(hour, after * 1_000);
