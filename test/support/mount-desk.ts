/** The desks of a fund in a page, and how a test finds its way on them. */
import type { Client } from '../../src/client/client.types.js';
import { until } from './mount-form.js';
import { words, type Tracker } from './mount-fund.js';

/** A view of the fund "quy" as this client's person sees it. */
export async function mountDesk(client: Client, view = 'treasurer', wanted = 'shown'): Promise<Tracker> {
  const provider = document.createElement('htsd-provider');
  provider.client = client;
  const tracker = document.createElement('htsd-fund-tracker');
  tracker.setAttribute('fund', 'quy');
  tracker.setAttribute('view', view);
  provider.append(tracker);
  document.body.append(provider);
  await until(() => tracker.phase === wanted, `${wanted}, not ${tracker.phase}`);
  await tracker.updateComplete;
  return tracker;
}

export function find<E extends HTMLElement = HTMLElement>(tracker: Tracker, selector: string): E {
  const found = tracker.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`No ${selector} in ${words(tracker)}`);
  return found;
}

/** A button by what it says, or by its label. */
export function button(tracker: Tracker, label: string): HTMLButtonElement {
  const all = [...tracker.shadowRoot!.querySelectorAll('button')];
  const found = all.find((each) =>
    [each.textContent?.replace(/\s+/g, ' ').trim(), each.ariaLabel].includes(label),
  );
  if (!found) throw new Error(`No button "${label}" in ${words(tracker)}`);
  return found;
}

export const shows = (tracker: Tracker, text: string): Promise<unknown> =>
  until(
    () => words(tracker).includes(text),
    () => `"${text}" in ${words(tracker)}`,
  );

/** Chooses in a list. */
export function choose(tracker: Tracker, name: string, value: string): void {
  const select = find<HTMLSelectElement>(tracker, `[data-d="${name}"]`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Goes to a part of the desk. */
export async function section(tracker: Tracker, name: string): Promise<void> {
  find(tracker, `[data-to=${name}]`).click();
  await until(() => tracker.shadowRoot!.querySelector(`[data-section=${name}] h3`), name);
  await tracker.updateComplete;
}

/** Waits for the dialog of the desk. */
export const dialog = (tracker: Tracker): Promise<HTMLDialogElement> =>
  until(() => tracker.shadowRoot!.querySelector<HTMLDialogElement>('dialog[open]'), 'the dialog');
