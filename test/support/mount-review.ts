import type { createFaults } from '../../src/backend/memory/memory-adapter.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { type DeskWorld, reviewer } from './desk-world.js';
import { until } from './mount-form.js';
import '../../components/review/review.define.js';

export type ReviewDeskElement = HTMLElementTagNameMap['htsd-review'];

export interface ReviewMount {
  actor?: Actor | null;
  attributes?: Record<string, string>;
  faults?: ReturnType<typeof createFaults>;
  /** Prefix of its databases: the same one is the same device. */
  device?: string;
}

/** A reviewer's desk in its provider. */
export function mountReview(
  world: DeskWorld,
  { actor = reviewer, attributes = {}, faults, device }: ReviewMount = {},
): ReviewDeskElement {
  const provider = document.createElement('htsd-provider');
  provider.client = world.client(actor, faults, device);
  const desk = document.createElement('htsd-review');
  for (const [name, value] of Object.entries(attributes)) desk.setAttribute(name, value);
  provider.append(desk);
  document.body.append(provider);
  return desk;
}

/** Waits until the desk shows that. */
export const reviewPhase = (desk: ReviewDeskElement, wanted: ReviewDeskElement['phase']) =>
  until(() => desk.phase === wanted && !desk.busy, `${wanted}, not ${desk.phase}`).then(
    () => desk.updateComplete,
  );

/** A desk with one assessment open. */
export async function openReview(
  world: DeskWorld,
  id: string,
  options: ReviewMount = {},
): Promise<ReviewDeskElement> {
  const desk = mountReview(world, { ...options, attributes: { assessment: id, ...options.attributes } });
  await reviewPhase(desk, 'open');
  return desk;
}

type Drawn = HTMLElement & { shadowRoot: ShadowRoot | null };

/** Everything that a component says, with single blanks. */
export const wordsOf = ({ shadowRoot }: Drawn): string =>
  (shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The element; fails where there is none. */
export function findIn<E extends Element = HTMLElement>(desk: Drawn, selector: string): E {
  const found = desk.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`No ${selector} in ${wordsOf(desk)}`);
  return found;
}

/** The button with that label or name; fails where there is none. */
export function buttonIn(desk: Drawn, label: string): HTMLButtonElement {
  const all = [...desk.shadowRoot!.querySelectorAll('button')];
  const found = all.find((each) =>
    [each.textContent?.replace(/^\s*‹/, '').trim(), each.ariaLabel].includes(label),
  );
  if (!found) throw new Error(`No button "${label}" in ${wordsOf(desk)}`);
  return found;
}

/** A field of a criterion by the name of what it holds. */
export const fieldIn = (desk: Drawn, criterion: string, name: string): HTMLInputElement =>
  findIn<HTMLInputElement>(desk, `#c-${criterion} [data-m="${name}"]`);
