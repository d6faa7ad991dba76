import { seal } from '../domain/seal.js';
import { createDraftDb } from './draft-db.js';
import type { Bookmark, DraftKey, DraftRecord, NoteRecord, StoredDraft } from './draft.types.js';

/** Drafts and waiting files of this browser. Errors: see `createDraftDb`. */
export interface DraftStore {
  /** Opens the database ahead of its first use; what fails here fails again where somebody hears of it. */
  warm(): void;
  /** What is stored, oldest editor first; more than one where an overridden tab wrote after it was overridden. */
  load(key: DraftKey): Promise<StoredDraft[]>;
  /** One put in one strict transaction; records of the writers that it replaces go in the same step. */
  save(
    key: DraftKey,
    writer: string,
    record: DraftRecord | Bookmark | NoteRecord,
    replaces?: readonly string[],
  ): Promise<void>;
  remove(key: DraftKey, writers: readonly string[]): Promise<void>;
  /** Keeps the raw copy of a record that could not be read. */
  keepDamaged(key: DraftKey, at: string, raw: unknown): Promise<void>;
  putFile(owner: FileOwner, sha256: string, blob: Blob): Promise<void>;
  getFile(owner: FileOwner, sha256: string): Promise<Blob | undefined>;
  removeFile(owner: FileOwner, sha256: string): Promise<void>;
  /** Hashes of the files that the back end does not have yet. */
  listFiles(owner: FileOwner): Promise<string[]>;
  close(): void;
}
export type FileOwner = Pick<DraftKey, 'tenant' | 'actor'>;

/** Opens the store under the given prefix, e.g. `htsd` for the database `htsd-drafts`. */
export function createDraftStore(storage: string): DraftStore {
  const db = createDraftDb(`${storage}-drafts`);
  const prefix = ({ tenant, actor, assessment }: DraftKey): [string, string, string] => [
    tenant,
    actor,
    assessment,
  ];
  const fileKey = ({ tenant, actor }: FileOwner, sha256: string): [string, string, string] => [
    tenant,
    actor,
    sha256,
  ];

  return {
    warm: () => void db.run(() => Promise.resolve()).catch(() => undefined),
    load: (key) =>
      db.run(async (open) => {
        const tx = open.transaction('drafts');
        const range = IDBKeyRange.bound([...prefix(key), ''], [...prefix(key), []]);
        const [keys, values] = await Promise.all([
          tx.store.getAllKeys(range),
          tx.store.getAll(range),
          tx.done,
        ]);
        return keys.map((stored, index) => ({ writer: stored[3], value: values[index] })).sort(byEpoch);
      }),
    save: (key, writer, record, replaces = []) =>
      db.run(async (open) => {
        const tx = open.transaction('drafts', 'readwrite', { durability: 'strict' });
        const steps: Promise<unknown>[] = [tx.store.put(seal(record), [...prefix(key), writer])];
        for (const other of replaces) steps.push(tx.store.delete([...prefix(key), other]));
        // Said at once: a page that goes away never gets to the turn in which it would commit by itself.
        tx.commit();
        await Promise.all([...steps, tx.done]);
      }),
    remove: (key, writers) =>
      db.run(async (open) => {
        const tx = open.transaction('drafts', 'readwrite');
        await Promise.all([...writers.map((writer) => tx.store.delete([...prefix(key), writer])), tx.done]);
      }),
    keepDamaged: (key, at, raw) =>
      db.run(async (open) => void (await open.put('damaged', raw, [...prefix(key), at]))),
    putFile: (owner, sha256, blob) =>
      db.run(async (open) => void (await open.put('files', blob, fileKey(owner, sha256)))),
    getFile: (owner, sha256) => db.run((open) => open.get('files', fileKey(owner, sha256))),
    removeFile: (owner, sha256) => db.run((open) => open.delete('files', fileKey(owner, sha256))),
    listFiles: ({ tenant, actor }) =>
      db.run(async (open) => {
        const keys = await open.getAllKeys(
          'files',
          IDBKeyRange.bound([tenant, actor, ''], [tenant, actor, []]),
        );
        return keys.map((key) => key[2]);
      }),
    close: () => db.close(),
  };
}

function byEpoch(a: StoredDraft, b: StoredDraft): number {
  const epoch = ({ value }: StoredDraft): number => Number((value as { epoch?: unknown } | null)?.epoch) || 0;
  return epoch(a) - epoch(b);
}
