import type { ReactiveController, ReactiveElement } from 'lit';

/** What is to get the focus: a selector, or whoever finds it. */
export type FocusTarget = string | (() => HTMLElement | null | undefined);

/** Where the focus goes that a drawing took away: to what says where one is, else to all of it. */
const landings = ['h2, h3, [role=alert]', '[part]'];

/**
 * Moves the focus to what an update draws, in the middle of the screen; it waits until that is there. Where what has the focus is
 * drawn no more, or cannot be used for a while, it is put back: a person without a mouse would have to begin at the top of the page.
 */
export class FocusNext implements ReactiveController {
  readonly #host: ReactiveElement;
  #target: FocusTarget | undefined;
  #before: Element | null = null;
  #lost: Element | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  to(target: FocusTarget): void {
    this.#target = target;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#before = this.#active;
  }

  hostUpdated(): void {
    const target = this.#target;
    const found =
      typeof target === 'string' ? this.#host.renderRoot.querySelector<HTMLElement>(target) : target?.();
    if (!found) return this.#putBack(target !== undefined);
    this.#target = this.#lost = undefined;
    found.scrollIntoView({ block: 'center' });
    found.focus({ preventScroll: true });
  }

  get #active(): Element | null {
    return (this.#host.renderRoot as ShadowRoot).activeElement;
  }

  /** `awaited`: it goes elsewhere, once that is drawn. */
  #putBack(awaited: boolean): void {
    const before = this.#before;
    if (before && isGone(before)) this.#lost = before;
    const lost = this.#lost;
    if (awaited || !lost || (lost.isConnected && lost.matches(':disabled'))) return;
    this.#lost = undefined;
    const { activeElement, body } = this.#host.ownerDocument;
    // Meanwhile it is somewhere else.
    if (this.#active ?? (activeElement !== body && activeElement)) return;
    if (lost.isConnected) return (lost as HTMLElement).focus({ preventScroll: true });
    const { renderRoot } = this.#host;
    // Nothing behind a dialog can have it.
    const place = renderRoot.querySelector('dialog[open]') ?? renderRoot;
    const all = landings.flatMap((one) => [...place.querySelectorAll<HTMLElement>(one)]);
    const landing = all.find((one) => one.getClientRects().length > 0);
    if (landing && !landing.hasAttribute('tabindex')) landing.tabIndex = -1;
    landing?.focus();
  }
}

const isGone = (one: Element): boolean => !one.isConnected || one.matches(':disabled');

/**
 * Where a person goes on who asked for more of a list of `length` rows: at the first that was added, else at what says why there is
 * none, else at the last. For `FocusNext`. `selector`: what can be focused in a row, once each.
 */
export const firstAdded =
  (host: { renderRoot: ParentNode; busy: boolean }, selector: string, length: number) =>
  (): HTMLElement | null | undefined => {
    if (host.busy) return undefined;
    const rows = [...host.renderRoot.querySelectorAll<HTMLElement>(selector)];
    return rows[length] ?? host.renderRoot.querySelector<HTMLElement>('#problem') ?? rows.at(-1);
  };
