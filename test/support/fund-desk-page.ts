/** The treasurer's desk in a page, worked as a person does. */
import type { Actor } from '../../src/domain/actor.schema.js';
import { treasurer, type FundDeskWorld } from './fund-desk-world.js';
import { mountDesk } from './mount-desk.js';
import { type, until } from './mount-form.js';
import { words, type Tracker } from './mount-fund.js';

const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

export class FundDeskPage {
  readonly tracker: Tracker;

  constructor(tracker: Tracker) {
    this.tracker = tracker;
  }

  /** The desk of the world's fund, drawn. */
  static async open(world: FundDeskWorld, actor: Actor = treasurer, device?: string): Promise<FundDeskPage> {
    return new FundDeskPage(await mountDesk(world.client(actor, undefined, device)));
  }

  get root(): ShadowRoot {
    return this.tracker.shadowRoot!;
  }

  get text(): string {
    return words(this.tracker);
  }

  find<E extends HTMLElement = HTMLElement>(selector: string): E {
    const found = this.root.querySelector<E>(selector);
    if (!found) throw new Error(`No ${selector} in ${this.text}`);
    return found;
  }

  /** Presses the button with these words; in a dialog that is open only there. */
  async press(label: string): Promise<void> {
    const named = (): HTMLButtonElement | undefined => {
      const within = this.root.querySelector('dialog[open]') ?? this.root;
      return [...within.querySelectorAll('button')].find((each) =>
        [plain(each.textContent), each.ariaLabel].includes(label),
      );
    };
    if (!named()) throw new Error(`No button "${label}" in ${this.text}`);
    // What went before may still be at work.
    await until(() => named()?.disabled === false, `a button "${label}" that can be pressed`);
    named()!.click();
    await this.tracker.updateComplete;
  }

  async fill(name: string, text: string): Promise<void> {
    type(this.find<HTMLInputElement>(`[data-d="${name}"]`), text);
    await this.tracker.updateComplete;
  }

  async choose(name: string, value: string): Promise<void> {
    const select = this.find<HTMLSelectElement>(`[data-d="${name}"]`);
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await this.tracker.updateComplete;
  }

  async tick(name: string): Promise<void> {
    this.find(`[data-d="${name}"]`).click();
    await this.tracker.updateComplete;
  }

  shows(text: string): Promise<unknown> {
    return until(
      () => this.text.includes(text),
      () => `"${text}" in ${this.text}`,
    );
  }

  dialog(): Promise<unknown> {
    return until(() => this.root.querySelector('dialog[open]'), 'a dialog');
  }

  async section(name: string): Promise<void> {
    this.find(`[data-to=${name}]`).click();
    await until(() => this.root.querySelector(`[data-section=${name}] h3`), name);
  }
}
