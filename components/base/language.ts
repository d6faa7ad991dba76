import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { fill, formatNumber, type Dictionary, type Lang, type Params } from '../../src/i18n/translate.js';

/** The language of the nearest `lang`, through shadow hosts; Vietnamese where none is said. */
export function languageOf(element: Element): Lang {
  let node: Element | null = element;
  while (node) {
    const marked: Element | null = node.closest('[lang]');
    const lang = marked?.getAttribute('lang');
    if (lang) return lang.toLowerCase().startsWith('en') ? 'en' : 'vi';
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return 'vi';
}

/** Vietnamese comes with the code, English is fetched when somebody reads English. */
export interface Texts {
  vi: Dictionary;
  en: () => Promise<Dictionary>;
}

const english = new Map<Texts, Dictionary>();

/** Gives an element its sentences and number formats, and draws it again when the language around it changes. */
export class LanguageController implements ReactiveController {
  #host: ReactiveControllerHost & Element;
  #texts: Texts[];
  #observer: MutationObserver | undefined;
  lang: Lang = 'vi';

  constructor(host: ReactiveControllerHost & Element, ...texts: Texts[]) {
    this.#host = host;
    this.#texts = texts;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#read());
    let root: Node = this.#host.getRootNode();
    for (;;) {
      this.#observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang'] });
      if (!(root instanceof ShadowRoot)) break;
      root = root.host.getRootNode();
    }
    this.#read();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  /** Adds sentences that a part loaded on demand brings along. */
  add(texts: Texts): void {
    if (this.#texts.includes(texts)) return;
    this.#texts.push(texts);
    this.#load();
  }

  #read(): void {
    const lang = languageOf(this.#host);
    if (lang !== this.lang) {
      this.lang = lang;
      this.#host.requestUpdate();
    }
    this.#load();
  }

  #load(): void {
    if (this.lang !== 'en') return;
    for (const texts of this.#texts) {
      if (english.has(texts)) continue;
      texts.en().then(
        (dictionary) => {
          english.set(texts, dictionary);
          this.#host.requestUpdate();
        },
        // Offline without the English file: the Vietnamese sentences stay, which beats none.
        () => undefined,
      );
    }
  }

  /** Changes whenever sentences may read differently: a dependency for memoised templates. */
  get stamp(): string {
    return this.lang + english.size;
  }

  /** The sentence for a key; a key that no dictionary has is shown as it is, so that it is noticed. */
  readonly t = (key: string, params: Params = {}): string => {
    for (const texts of this.#texts) {
      const message = (this.lang === 'en' ? english.get(texts)?.[key] : undefined) ?? texts.vi[key];
      if (message !== undefined) return fill(message, params, this.lang);
    }
    return key;
  };

  /** True where some dictionary knows the key. */
  readonly has = (key: string): boolean => this.#texts.some((texts) => key in texts.vi);

  /** Text of data: in the reader's language where it is known, in Vietnamese otherwise. */
  readonly text = (text: { vi: string; en?: string | undefined } | undefined): string =>
    text ? ((this.lang === 'en' ? text.en : undefined) ?? text.vi) : '';

  readonly number = (value: number): string => formatNumber(value, this.lang);
}
