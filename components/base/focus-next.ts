import type { ReactiveController, ReactiveElement } from 'lit';

/** What is to get the focus: a selector, or whoever finds it. */
export type FocusTarget = string | (() => HTMLElement | null | undefined);

/** Moves the focus to what an update draws, in the middle of the screen; it waits until that is there. */
export class FocusNext implements ReactiveController {
  readonly #host: ReactiveElement;
  #target: FocusTarget | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  to(target: FocusTarget): void {
    this.#target = target;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const target = this.#target;
    const found =
      typeof target === 'string' ? this.#host.renderRoot.querySelector<HTMLElement>(target) : target?.();
    if (!found) return;
    this.#target = undefined;
    found.scrollIntoView({ block: 'center' });
    found.focus({ preventScroll: true });
  }
}
