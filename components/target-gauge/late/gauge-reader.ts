import type { ReactiveElement } from 'lit';
import type { Client } from '../../../src/client/client.types.js';
import { isAbort, toProblem } from '../../../src/client/problem.js';
import type { TargetAim, TargetPicture } from '../../../src/client/target/target-desk.js';
import { ClientController } from '../../base/client-controller.js';
import type { GaugePhase } from '../gauge.types.js';

/** Who is told what became of reading. */
export interface ReaderHost {
  readonly element: ReactiveElement;
  changed(): void;
  report(error: unknown): void;
}

/** Reads what a gauge shows, keeps it up to date, and tries again when the network is back. */
export class GaugeReader {
  phase: GaugePhase = 'loading';
  picture: TargetPicture | undefined;
  /** Something is being read while what was read before stays. */
  busy = false;

  #host: ReaderHost;
  #client: Client | undefined;
  #finder: ClientController | undefined;
  #reading = new AbortController();
  #aim: TargetAim | undefined;
  #leave: (() => void) | undefined;
  /** When what is shown was read. */
  #at = '';

  constructor(host: ReaderHost) {
    this.#host = host;
  }

  connect(): void {
    addEventListener('online', this.#online);
  }

  disconnect(): void {
    removeEventListener('online', this.#online);
    this.#reading.abort();
    this.#leave?.();
    this.#leave = undefined;
  }

  /** Reads something, or nothing. What is shown stays until the new is there, unless it is about something else. */
  async read(aim: TargetAim | undefined, fresh = true): Promise<void> {
    this.#aim = aim;
    this.#reading.abort();
    if (!aim) return;
    if (fresh) this.picture = undefined;
    this.phase = this.picture ? 'shown' : 'loading';
    this.busy = true;
    this.#host.changed();
    await this.retry();
  }

  /** The same once more. */
  async retry(): Promise<void> {
    if (this.#client) return this.#read(this.#client);
    if (this.#finder) return this.#finder.find();
    this.#finder = new ClientController(
      this.#host.element,
      (client) => {
        this.#client = client;
        this.#leave?.();
        this.#leave = undefined;
        void this.#read(client);
      },
      (error) => this.#fail(error),
    );
  }

  readonly #online = (): void => {
    if (this.phase === 'offline' || this.picture?.keptAt !== undefined) void this.retry();
  };

  async #read(client: Client): Promise<void> {
    const aim = this.#aim;
    this.#reading.abort();
    const { signal } = (this.#reading = new AbortController());
    if (!aim) return;
    if (!this.picture) this.phase = 'loading';
    this.busy = true;
    this.#host.changed();
    try {
      const { targetDeskOf } = await import('../../../src/client/target/target-desk.js');
      if (signal.aborted) return;
      const desk = targetDeskOf(client);
      this.#leave ??= desk.subscribe(() => void this.#read(client));
      const picture = await desk.read(aim, { signal });
      this.picture = picture;
      this.#at = picture?.keptAt ?? client.now().toISOString();
      this.phase = picture ? (isBare(picture) ? 'nothing' : 'shown') : 'not-found';
    } catch (error) {
      if (signal.aborted || isAbort(error)) return;
      this.#fail(error);
    }
    this.busy = false;
    this.#host.changed();
  }

  #fail(error: unknown): void {
    const { code } = toProblem(error);
    const forbidden = code === 'forbidden' || code === 'unauthenticated';
    // Figures that could not be read again stay, with their age.
    if (this.picture && code !== 'not-found' && !forbidden)
      this.picture = { ...this.picture, keptAt: this.#at };
    else {
      if (code === 'offline' || code === 'not-found') this.phase = code;
      else this.phase = forbidden ? 'forbidden' : 'error';
      this.picture = undefined;
    }
    this.busy = false;
    this.#host.changed();
    this.#host.report(error);
  }
}

/** There is neither a target nor a figure. */
function isBare({ view, card }: TargetPicture): boolean {
  if (card) return card.length === 0;
  return view !== undefined && !view.now && !view.next && view.years.length === 0 && !view.parts;
}
