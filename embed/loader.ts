import type { Door } from './registry.js';
import { showNotice, type Notice } from './notice.js';

export interface LoaderOptions {
  /** Components by tag. */
  doors: ReadonlyMap<string, Door>;
  /** Called for each element found, at once: what it will need besides its own code can start on its way. */
  prepare?: (element: Element) => void;
}

/** Milliseconds between tries once the network is said to be back: three times as long each time. */
const firstPause = 1_000;
const lastPause = 30_000;

/**
 * Registers the components that a page uses, and only those: what is in the page already, and what is added
 * later. It never throws into the host page; what goes wrong is one warning each in the console.
 */
export class Loader {
  readonly #doors: ReadonlyMap<string, Door>;
  readonly #prepare: ((element: Element) => void) | undefined;
  readonly #observer = new MutationObserver((records) => this.#changed(records));
  /** One fetch per tag, however many elements ask for it. */
  readonly #loads = new Map<string, Promise<boolean>>();
  /** Placeholders whose component is on its way. */
  readonly #claimed = new WeakSet<Element>();
  /** Elements whose component could not be fetched, until the network is back. */
  readonly #waiting = new Map<Element, Notice | undefined>();
  readonly #warned = new Set<string>();
  #stopped = false;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LoaderOptions) {
    this.#doors = options.doors;
    this.#prepare = options.prepare;
    addEventListener('online', this.#online);
  }

  /**
   * Brings to life what stands in `root`, now and whatever is added to it later. Shadow roots of the host's own
   * elements are looked into only when they are given here.
   */
  readonly discover = (root: Document | ShadowRoot | Element): void => {
    if (this.#stopped) return;
    this.#scan(root);
    this.#observer.observe(root, {
      childList: true,
      subtree: true,
      attributes: true,
      // A host that draws its page anew by comparing it takes the second one away, and what was filled in with it.
      attributeFilter: ['data-htsd', 'data-htsd-loaded'],
    });
  };

  /** Ends the watch. Elements that are alive stay so. */
  readonly stop = (): void => {
    this.#stopped = true;
    this.#observer.disconnect();
    removeEventListener('online', this.#online);
    clearTimeout(this.#again);
    this.#waiting.clear();
  };

  #changed(records: MutationRecord[]): void {
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') this.#meet(target as Element);
      for (const node of addedNodes) if (node instanceof Element) this.#scan(node);
    }
  }

  #scan(root: Document | ShadowRoot | Element): void {
    if (root instanceof Element) this.#meet(root);
    for (const element of root.querySelectorAll(':not(:defined), [data-htsd]')) this.#meet(element);
  }

  #meet(element: Element): void {
    const name = element.getAttribute('data-htsd');
    if (name !== null)
      void this.#fill(
        element,
        `htsd-${name
          .trim()
          .toLowerCase()
          .replace(/^htsd-/, '')}`,
      );
    else if (element.localName.startsWith('htsd-') && !customElements.get(element.localName)) {
      void this.#bring(element, element.localName);
    }
  }

  async #fill(place: Element, tag: string): Promise<void> {
    if (place.hasAttribute('data-htsd-loaded') || this.#claimed.has(place)) return;
    this.#claimed.add(place);
    // What the place holds stays readable until the component is there to take over.
    const loaded = await this.#bring(place, tag);
    const door = this.#doors.get(tag);
    this.#claimed.delete(place);
    if (!loaded || !door || this.#stopped) return;
    const element = place.ownerDocument.createElement(tag);
    for (const name of door.attributes) {
      const value = place.getAttribute(`data-${name}`);
      if (value !== null) element.setAttribute(name, value);
    }
    if (door.wraps) element.append(...place.childNodes);
    place.replaceChildren(element);
    place.setAttribute('data-htsd-loaded', '');
  }

  /** Resolves true once the tag is registered. */
  async #bring(element: Element, tag: string): Promise<boolean> {
    const door = this.#doors.get(tag);
    if (!door) {
      this.#warn(tag, `<${tag}> is no component of this library.`);
      return false;
    }
    this.#prepare?.(element);
    let load = this.#loads.get(tag);
    if (!load) {
      load = door.load().then(
        () => true,
        (error: unknown) => {
          this.#loads.delete(tag);
          this.#warn(`${tag} failed`, `<${tag}> could not be loaded yet.`, error);
          return false;
        },
      );
      this.#loads.set(tag, load);
    }
    const loaded = await load;
    if (loaded) this.#settle(element);
    else if (!this.#stopped && !this.#waiting.has(element)) this.#waiting.set(element, showNotice(element));
    return loaded;
  }

  #settle(element: Element): void {
    this.#waiting.get(element)?.remove();
    this.#waiting.delete(element);
  }

  readonly #online = (): void => this.#retry(firstPause);

  /** Tries again now, and a few times more: a network that is said to be back often needs a moment to carry anything. */
  #retry(pause: number): void {
    clearTimeout(this.#again);
    for (const element of [...this.#waiting.keys()]) {
      if (element.isConnected) this.#meet(element);
      else this.#settle(element);
    }
    if (this.#waiting.size && pause <= lastPause)
      this.#again = setTimeout(() => this.#retry(pause * 3), pause);
  }

  #warn(about: string, sentence: string, ...details: unknown[]): void {
    if (this.#warned.has(about)) return;
    this.#warned.add(about);
    console.warn(`[htsd] ${sentence}`, ...details);
  }
}
