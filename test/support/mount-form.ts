import {
  createMemoryAdapter,
  createMemoryStore,
  type Faults,
  type MemoryStore,
} from '../../src/backend/memory/memory-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import { createClient } from '../../src/client/client.js';
import type { Client } from '../../src/client/client.types.js';
import type { AssessmentView } from '../../src/client/view.types.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import type { CriteriaSet } from '../../src/domain/criteria-set.schema.js';
import type { HtsdAssessmentForm } from '../../components/assessment-form/assessment-form.js';
import { catalogOf } from './catalog.js';
import '../../components/assessment-form/assessment-form.define.js';
import '../../components/provider/provider.define.js';

/** Resolves as soon as `holds` answers something truthy; rejects with `what` after `deadline` milliseconds. */
export async function until<T>(
  holds: () => T,
  what: string | (() => string),
  deadline = 20_000,
): Promise<NonNullable<T>> {
  const end = performance.now() + deadline;
  for (;;) {
    const value = holds();
    if (value) return value;
    if (performance.now() > end) {
      throw new Error(`Waited in vain for ${typeof what === 'string' ? what : what()}`);
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

export interface MountOptions {
  sets?: CriteriaSet[];
  store?: MemoryStore;
  actor?: Actor | null;
  faults?: Faults;
  /** Takes the place of the memory back end. */
  backend?: Backend;
  attributes?: Record<string, string>;
  /** Prefix of the client's databases: the same one is the same device. */
  device?: string;
  /** Milliseconds until an unanswered call fails. */
  timeout?: number | undefined;
  lang?: string;
}

export interface Mounted {
  form: HtsdAssessmentForm;
  client: Client;
  store: MemoryStore;
  root: ShadowRoot;
  state(): AssessmentView;
  phase(phase: AssessmentView['phase']): Promise<void>;
  /** Everything that has happened so far is on the screen. */
  drawn(): Promise<void>;
  $<E extends HTMLElement = HTMLElement>(selector: string): E;
  button(label: string): HTMLButtonElement;
  unmount(): Promise<void>;
}

let devices = 0;

/** A form in its provider, on a memory back end unless another is given, and a device of its own. */
export function mountForm(options: MountOptions = {}): Mounted {
  const { sets = [], store = createMemoryStore(), actor, faults, attributes = {}, lang, timeout } = options;
  const device = options.device ?? `test-${Date.now()}-${(devices += 1)}`;
  const backend =
    options.backend ?? createMemoryAdapter({ store, actor, faults, catalog: catalogOf(...sets) });
  const client = createClient(backend, { storage: device, ...(timeout && { timeout }) });
  const provider = document.createElement('htsd-provider');
  provider.client = client;
  if (lang) provider.lang = lang;
  const form = document.createElement('htsd-assessment-form');
  for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value);
  provider.append(form);
  document.body.append(provider);
  const root = form.shadowRoot!;
  const find = <E extends HTMLElement>(selector: string): E => {
    const element = root.querySelector<E>(selector);
    if (!element) throw new Error(`No ${selector} in the form`);
    return element;
  };
  return {
    form,
    client,
    store,
    root,
    state: () => form.session!.getState(),
    async phase(phase) {
      await until(() => form.session?.getState().phase === phase, `phase ${phase}`);
      await form.updateComplete;
    },
    async drawn() {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await form.updateComplete;
    },
    $: find,
    button(label) {
      const found = [...root.querySelectorAll('button')].find((each) => each.textContent?.trim() === label);
      if (!found) throw new Error(`No button "${label}"`);
      return found;
    },
    async unmount() {
      provider.remove();
      await client.dispose();
    },
  };
}

/** Types into a control as a person would: value, then the event. */
export function type(control: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  control.focus();
  control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** Fills in the register step and waits for the form. */
export async function register(mounted: Mounted, name = 'Trường THCS Sen Hồ'): Promise<void> {
  await mounted.phase('register');
  await until(() => mounted.root.querySelector('#g-name'), 'the register step');
  type(mounted.$<HTMLInputElement>('#g-name'), name);
  type(mounted.$<HTMLInputElement>('#g-place'), 'xã Sen Hồ, tỉnh Bắc Ninh');
  // Where several sets apply, none is chosen for the person.
  const sets = mounted.root.querySelectorAll<HTMLInputElement>('input[data-g=criteria]');
  if (![...sets].some((set) => set.checked)) sets[0]?.click();
  await mounted.form.updateComplete;
  const kind = mounted.root.querySelector<HTMLSelectElement>('select[data-fact]');
  if (kind) {
    kind.selectedIndex = 1;
    kind.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }
  mounted.$<HTMLButtonElement>('form.register button[type=submit]').click();
  await mounted.phase('editing');
}
