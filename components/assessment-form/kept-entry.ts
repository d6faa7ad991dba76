import type { Client } from '../../src/client/client.types.js';
import { toProblem } from '../../src/client/problem.js';
import type { Problem } from '../../src/client/view.types.js';
import type { RegisterDraft } from './parts/register-view.js';

/** What was typed in the register step: never what was agreed to, which is ticked anew each time. */
export type KeptEntry = Partial<Omit<RegisterDraft, 'consent'>>;

const texts = ['name', 'parent', 'place', 'headName', 'headPosition', 'criteria'] as const;
const keeping = () => import('../../src/client/kept-entry.js');

/** What a person typed, beside what stood there before he did. */
export function typedIn(draft: RegisterDraft, first: RegisterDraft): KeptEntry {
  const typed: KeptEntry = {};
  for (const name of texts) if (draft[name] !== first[name]) typed[name] = draft[name];
  if (JSON.stringify(draft.facts) !== JSON.stringify(first.facts)) typed.facts = draft.facts;
  return typed;
}

/**
 * Whether something was ever kept here, without a word of what: nobody fetches what reads it for nothing. It stays, since
 * others may have typed something here as well.
 */
function sign(client: Client, kept = false): boolean {
  const name = `${client.device.storage}-entry`;
  try {
    if (kept) localStorage.setItem(name, '1');
    return localStorage.getItem(name) !== null;
  } catch {
    return true;
  }
}

/**
 * Keeps it on this device. Returns what is wrong where the disk is full; what cannot be fetched or kept for another reason only
 * takes away what would outlive the page.
 */
export async function keep(client: Client, name: string, typed: KeptEntry): Promise<Problem | undefined> {
  sign(client, true);
  try {
    await (await keeping()).keepEntry(client, name, JSON.stringify(typed));
  } catch (error) {
    const problem = toProblem(error);
    if (problem.code === 'quota') return problem;
  }
  return undefined;
}

/** It was registered. */
export function drop(client: Client, name: string): void {
  keeping()
    .then(({ dropEntry }) => dropEntry(client, name))
    .catch(() => undefined);
}

/** What was kept, as far as it can be read. */
export async function read(client: Client, name: string): Promise<KeptEntry> {
  if (!sign(client)) return {};
  const kept: KeptEntry = {};
  try {
    const text = await (await keeping()).readEntry(client, name);
    const said = JSON.parse(text ?? '{}') as Record<string, unknown>;
    for (const field of texts) if (typeof said[field] === 'string') kept[field] = said[field];
    const facts = Object.entries(said['facts'] ?? {}).filter(([, value]) =>
      ['string', 'boolean'].includes(typeof value),
    );
    if (facts.length > 0) kept.facts = Object.fromEntries(facts) as RegisterDraft['facts'];
  } catch {
    // What can be read of it stays.
  }
  return kept;
}
