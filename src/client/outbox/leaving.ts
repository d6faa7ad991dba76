import { HtsdError } from '../../backend/errors.js';
import type { Files } from '../../backend/port.js';
import { isAbort, toProblem } from '../problem.js';
import type { Entry } from './entry.types.js';
import { courseOf, isFailure } from './error-course.js';
import type { Core, Person } from './outbox-core.js';

/** Runs a call within the time that an answer may take. */
export type Call = <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;

/**
 * The entries as they leave: until here somebody could say more in one of them, or take it back, and what he said then
 * goes along.
 */
export async function markTried(core: Core, { owner }: Person, next: readonly Entry[]): Promise<Entry[]> {
  const seqs = new Set(next.map(({ seq }) => seq));
  let leaving: Entry[] = [];
  await core.change(owner, ({ entries }) => {
    leaving = entries
      .filter(({ seq, trouble }) => seqs.has(seq) && !trouble)
      .map((entry) => ({ ...entry, tried: true }));
    const fresh = new Set(entries.filter(({ tried }) => !tried).map(({ seq }) => seq));
    const put = leaving.filter(({ seq }) => fresh.has(seq));
    return put.length > 0 ? { put } : undefined;
  });
  return leaving;
}

/** A person has to look at it. */
export async function putAside(core: Core, { owner }: Person, { seq }: Entry, error: unknown): Promise<void> {
  const { code, params } = toProblem(error);
  await core.change(owner, ({ entries }) => ({
    put: entries.filter((one) => one.seq === seq).map((one) => ({ ...one, trouble: { code, params } })),
  }));
}

interface Bringing {
  call: Call;
  /** What was brought in this run; one batch may be sent several times. */
  brought: Set<string>;
  /** Told of what the back end failed over. */
  failed: (entry: Entry, error: unknown) => Promise<void>;
}

/**
 * Brings evidence before what names it, and answers what may follow. What the back end does not take is put aside with its
 * file. The files stay here until what names them has arrived, too.
 */
export async function bringFiles(
  core: Core,
  person: Person,
  batch: Entry[],
  { call, brought, failed }: Bringing,
): Promise<Entry[]> {
  const { files } = core.backend;
  const kept = files ? await core.store.files(person.owner) : [];
  if (kept.length === 0) return batch;
  const ready: Entry[] = [];
  for (const entry of batch) {
    try {
      for (const sha256 of namedBy(entry, kept)) {
        if (brought.has(sha256)) continue;
        await bring(core, person, sha256, files!, call);
        brought.add(sha256);
      }
      ready.push(entry);
    } catch (error) {
      if (isFailure(error)) await failed(entry, error);
      else if (isAbort(error) || courseOf(error) !== 'apart') throw error;
      else await putAside(core, person, entry, error);
    }
  }
  return ready;
}

async function bring(
  { store }: Core,
  { owner }: Person,
  sha256: string,
  files: Files,
  call: Call,
): Promise<void> {
  const blob = await store.getFile(owner, sha256);
  if (!blob) return;
  const { sha256: there } = await call((signal) => files.put(blob, { signal }));
  // Other bytes than were kept: what names them would name nothing.
  if (there !== sha256) throw new HtsdError('invalid', { params: { reason: 'damaged' } });
}

/** Lets go of files that came with what has arrived and that nothing names which still waits. */
export async function dropFiles(core: Core, { owner }: Person, arrived: readonly Entry[]): Promise<void> {
  const kept = await core.store.files(owner);
  if (kept.length === 0) return;
  const brought = new Set(arrived.flatMap((entry) => namedBy(entry, kept)));
  const { entries } = await core.store.queue(owner);
  for (const entry of entries) for (const sha256 of namedBy(entry, kept)) brought.delete(sha256);
  for (const sha256 of brought) await core.store.removeFile(owner, sha256);
}

/** Which of these files an entry names. */
export function namedBy({ command }: Pick<Entry, 'command'>, files: readonly string[]): string[] {
  const text = JSON.stringify(command);
  return files.filter((sha256) => text.includes(sha256));
}
