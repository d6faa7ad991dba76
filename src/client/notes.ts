import { unseal } from '../domain/seal.js';
import { createAutosave } from './autosave.js';
import type { Client } from './client.types.js';
import type { DraftKey } from './draft.types.js';
import { draftsOf } from './drafts-of.js';
import { onPageLeaving } from './page-leaving.js';
import { toProblem } from './problem.js';
import type { SaveState } from './view.types.js';

/**
 * What a person typed at a desk and has not sent: a text per field. Kept on this device within a second, until it is taken
 * away; the same in all tabs of that person.
 */
export interface Notes {
  all(): ReadonlyMap<string, string>;
  /** Empty where there is nothing. */
  get(field: string): string;
  /** An empty text takes the field away. */
  put(field: string, text: string): void;
  /** Takes away all fields that begin so: they were sent, or nobody wants them. Resolves when they are off the disk. */
  drop(beginning: string): Promise<void>;
  save(): SaveState;
  /** Everything typed so far is on disk when this resolves; rejects with the reason where it could not be. */
  flush(): Promise<void>;
  /** Calls back with the fields that another tab changed, none where only the state of saving did; answers its end. */
  subscribe(listener: (fields: readonly string[]) => void): () => void;
  /** What is not on disk yet goes there now. */
  close(): void;
}

type Told = Record<string, string>;

/**
 * Opens the notes of a desk, e.g. `review`, of one person. Never rejects: where the disk cannot be read it goes on in
 * memory, and `save` says why.
 */
export async function openNotes(
  client: Client,
  { tenant, actor }: Pick<DraftKey, 'tenant' | 'actor'>,
  desk: string,
): Promise<Notes> {
  const { storage } = client.device;
  const drafts = draftsOf(client);
  const key: DraftKey = { tenant, actor, assessment: `notes/${desk}` };
  const texts = new Map<string, string>();
  const unsaved = new Set<string>();
  const listeners = new Set<(fields: readonly string[]) => void>();
  let state: SaveState = { status: 'idle' };
  let closed = false;

  const tell = (fields: readonly string[]): void => {
    for (const listener of [...listeners]) listener(fields);
  };
  const report = (next: SaveState): void => {
    state = next;
    tell([]);
  };
  const set = (field: string, text: string): void => {
    if (text === '') texts.delete(field);
    else texts.set(field, text);
  };

  async function write(): Promise<void> {
    const fields = [...unsaved];
    unsaved.clear();
    const updatedAt = client.now().toISOString();
    const gone = fields.filter((field) => !texts.has(field));
    try {
      // All begun at once, so that they are under way even where the page is gone in a moment.
      await Promise.all([
        ...[...texts]
          .filter(([field]) => fields.includes(field))
          .map(([field, text]) => drafts.save(key, field, { format: 1, text, updatedAt })),
        ...(gone.length > 0 ? [drafts.remove(key, gone)] : []),
      ]);
    } catch (error) {
      for (const field of fields) unsaved.add(field);
      throw error;
    }
    // Again: a tab that was opened in between has read what was there before.
    post(fields);
  }
  const autosave = createAutosave(write, report, () => client.now().toISOString());

  let channel: BroadcastChannel | undefined;
  try {
    channel = new BroadcastChannel(['htsd:notes', storage, tenant, actor, desk].join(':'));
  } catch {
    // Firefox refuses where a page may store nothing.
  }
  const post = (fields: readonly string[]): void => {
    const told: Told = Object.fromEntries(fields.map((field) => [field, texts.get(field) ?? '']));
    if (!closed) channel?.postMessage(told);
  };
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isTold(data)) return;
    // Whoever typed last is right: it is one person, in one tab at a time.
    const changed = Object.keys(data).filter((field) => data[field] !== (texts.get(field) ?? ''));
    for (const field of changed) set(field, data[field] ?? '');
    if (changed.length > 0) tell(changed);
  });

  try {
    for (const { writer: field, value } of await drafts.load(key)) {
      const { text } = (unseal(value).value ?? {}) as { text?: unknown };
      if (typeof text === 'string' && !texts.has(field)) set(field, text);
    }
  } catch (error) {
    state = { status: 'failed', problem: toProblem(error, 'unsupported') };
  }
  const stay = onPageLeaving({ leave: () => autosave.rescue(), online: () => undefined });

  function put(field: string, text: string): void {
    if (closed || text === (texts.get(field) ?? '')) return;
    set(field, text);
    unsaved.add(field);
    post([field]);
    autosave.touch();
  }

  return {
    all: () => texts,
    get: (field) => texts.get(field) ?? '',
    put,
    async drop(beginning) {
      for (const field of [...texts.keys()]) if (field.startsWith(beginning)) put(field, '');
      await autosave.flush();
    },
    save: () => state,
    flush: () => autosave.flush(),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      if (closed) return;
      autosave.rescue();
      autosave.stop();
      closed = true;
      stay();
      listeners.clear();
      channel?.close();
    },
  };
}

function isTold(data: unknown): data is Told {
  return (
    typeof data === 'object' && data !== null && Object.values(data).every((text) => typeof text === 'string')
  );
}
