import type { LitElement } from 'lit';
import { whenIdle } from '../base/when-idle.js';

/** Criteria drawn at first, a screenful; the rest when the page is idle, so that the first look does not wait for it. */
const first = 8;
/** Milliseconds without a keystroke after which a person is not typing. */
const pause = 500;

/** How much of a long review is drawn by now. */
export class Gradually {
  /** Criteria to draw, in printed order. */
  drawn = first;
  /** The moment in which the others are drawn. */
  drawing: Promise<void> | undefined;
  readonly #host: LitElement;
  #typed = -Infinity;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Another review is shown. */
  restart(): void {
    this.drawn = first;
  }

  /** The person typed something. */
  typed(): void {
    this.#typed = performance.now();
  }

  /** The beginning is on the screen. */
  shown(): void {
    if (this.drawn < Infinity) this.drawing ??= this.#drawRest();
  }

  /** Waits for the update, and for criteria that are still to be drawn. */
  async whole(update: () => Promise<boolean>): Promise<boolean> {
    let whole = await update();
    while (this.drawing) {
      await this.drawing;
      whole = await update();
    }
    return whole;
  }

  async #drawRest(): Promise<void> {
    await new Promise<void>((idle) => whenIdle(idle));
    // Not in the middle of a word.
    while (performance.now() - this.#typed < pause) await new Promise((later) => setTimeout(later, pause));
    this.drawn = Infinity;
    this.drawing = undefined;
    this.#host.requestUpdate();
  }
}
