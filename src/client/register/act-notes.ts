import type { Notes } from '../notes.js';
import type { Act, ActFailure } from './act.types.js';
import type { ActProgress } from './send-act.js';

/** Acts that are kept on the device are fields of the notes that begin so. */
const start = 'act/';
const progressOf = (id: string): string => `${start}${id}/told`;

/** Acts that were decided on and not sent whole, the oldest first. What cannot be read is left as it is. */
export function actsIn(notes: Notes): { act: Act; progress: ActProgress }[] {
  const found = [...notes.all().keys()].flatMap((field) => {
    if (!field.startsWith(start) || field.endsWith('/told')) return [];
    const act = parsed(notes.get(field), isAct);
    if (!act) return [];
    const progress = parsed(notes.get(progressOf(act.id)), isProgress);
    return [{ act, progress: progress ?? { told: 0, applied: 0, failures: [] } }];
  });
  return found.sort((a, b) => (a.act.at < b.act.at ? -1 : 1));
}

/** Keeps an act; resolves when it is on the disk. */
export async function keepAct(notes: Notes, act: Act): Promise<void> {
  notes.put(start + act.id, JSON.stringify(act));
  await notes.flush();
}

/** Keeps how far it is. */
export function keepProgress(notes: Notes, { id }: Act, progress: ActProgress): void {
  notes.put(progressOf(id), JSON.stringify(progress));
}

/** It is sent, or was undone. */
export function dropAct(notes: Notes, { id }: Act): Promise<void> {
  return notes.drop(start + id);
}

export const isKept = (notes: Notes, { id }: Act): boolean => notes.get(start + id) !== '';

function parsed<T>(text: string, is: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return is(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function isAct(value: unknown): value is Act {
  if (!isObject(value) || typeof value['id'] !== 'string' || typeof value['cycle'] !== 'string') return false;
  const items = value['items'];
  return (
    Array.isArray(items) &&
    items.every(
      (one: unknown) => isObject(one) && typeof one['subject'] === 'string' && Array.isArray(one['ids']),
    )
  );
}

function isProgress(value: unknown): value is ActProgress {
  return (
    isObject(value) &&
    typeof value['told'] === 'number' &&
    typeof value['applied'] === 'number' &&
    (value['failures'] as ActFailure[] | undefined) instanceof Array
  );
}
