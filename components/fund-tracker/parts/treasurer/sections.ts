import type { Problem } from '../../../../src/client/view.types.js';
import { toProblem } from '../../../../src/client/problem.js';
import type { Desk, DeskSection } from './desk.js';

/** Parts of the desk, in the order of the work. */
export const sectionNames = ['ledger', 'pending', 'rounds', 'years', 'settings'] as const;
export type SectionName = (typeof sectionNames)[number];

/** What is rarely looked at is fetched then. */
const late: Readonly<Record<Exclude<SectionName, 'ledger'>, (desk: Desk) => Promise<DeskSection>>> = {
  pending: async (desk) => new (await import('./pending/pending-section.js')).PendingSection(desk),
  rounds: async (desk) => new (await import('./rounds/rounds-section.js')).RoundsSection(desk),
  years: async (desk) => new (await import('./years/years-section.js')).YearsSection(desk),
  settings: async (desk) => new (await import('./settings/settings-section.js')).SettingsSection(desk),
};

/** The part of the desk that is looked at. */
export class Sections {
  name: SectionName = 'ledger';
  /** Why the chosen part cannot be shown. */
  problem: Problem | undefined;
  readonly #desk: Desk;
  readonly #open = new Map<SectionName, DeskSection>();

  constructor(desk: Desk, ledger: DeskSection) {
    this.#desk = desk;
    this.#open.set('ledger', ledger);
  }

  get shown(): DeskSection | undefined {
    return this.#open.get(this.name);
  }

  async choose(name: SectionName): Promise<void> {
    this.name = name;
    this.problem = undefined;
    this.#desk.said = undefined;
    this.#desk.settle();
    this.#desk.host.changed();
    if (name === 'ledger' || this.#open.has(name)) return;
    try {
      this.#open.set(name, await late[name](this.#desk));
    } catch (error) {
      this.problem = toProblem(error, 'offline');
      this.#desk.host.report(error);
    }
    this.#desk.host.changed();
  }

  drawn(): void {
    this.shown?.drawn?.();
  }

  dispose(): void {
    for (const section of this.#open.values()) section.dispose?.();
  }
}
