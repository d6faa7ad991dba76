/** The register in a page, and how a test finds its way on it. */
import type { createFaults } from '../../src/backend/memory/memory-adapter.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { author, type DeskWorld } from './desk-world.js';
import { until } from './mount-form.js';
import '../../components/register/register.define.js';

export type Register = HTMLElementTagNameMap['htsd-register'];

export interface RegisterMount {
  actor?: Actor | null;
  attributes?: Record<string, string>;
  faults?: ReturnType<typeof createFaults>;
  /** Prefix of its databases: the same one is the same device. */
  device?: string;
}

/** The register of 2026 in its provider. */
export function mountRegister(
  world: DeskWorld,
  { actor = author, attributes = {}, faults, device }: RegisterMount = {},
): Register {
  const provider = document.createElement('htsd-provider');
  provider.client = world.client(actor, faults, device);
  const register = document.createElement('htsd-register');
  for (const [name, value] of Object.entries({ cycle: '2026', ...attributes }))
    register.setAttribute(name, value);
  provider.append(register);
  document.body.append(provider);
  return register;
}

export const registerPhase = (register: Register, wanted: Register['phase']) =>
  until(
    () => register.phase === wanted && !register.desk?.list.getState().busy,
    `${wanted}, not ${register.phase}`,
  ).then(() => register.updateComplete);

/** A register whose list is there. */
export async function openedRegister(world: DeskWorld, options: RegisterMount = {}): Promise<Register> {
  const register = mountRegister(world, options);
  await registerPhase(register, 'list');
  await until(() => register.desk && register.desk.sets.length > 0, 'the sets');
  return register;
}

/** The names that are drawn, from above. */
export const namesIn = (register: Register): string[] =>
  [...register.shadowRoot!.querySelectorAll('.line.row .name .first-line')].map(
    (each) => each.textContent ?? '',
  );

/** The grid, with the focus in it. */
export function gridOf(register: Register): HTMLElement {
  const grid = register.shadowRoot!.querySelector<HTMLElement>('[role=grid]')!;
  grid.focus();
  return grid;
}

export function press(target: HTMLElement, key: string, over: KeyboardEventInit = {}): void {
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...over }),
  );
}

/** Hands a file to the import and waits until its rows are shown, or why there are none. */
export async function chooseFile(register: Register, file: File): Promise<void> {
  const input = await until(
    () => register.shadowRoot!.querySelector<HTMLInputElement>('[data-d=import-file]'),
    'the field for files',
  );
  const given = new DataTransfer();
  given.items.add(file);
  input.files = given.files;
  input.dispatchEvent(new Event('change'));
  await until(() => register.shadowRoot!.querySelector('[data-counts], dialog .notice.bad'), 'the preview');
  await register.updateComplete;
}
