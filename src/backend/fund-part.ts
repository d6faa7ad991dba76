import type { Command } from '../domain/command.schema.js';
import type { Details } from '../domain/fund/entry.schema.js';
import type { PendingDraft } from '../domain/fund/posting.schema.js';
import { isSealedKind, sealCommand } from '../domain/fund/sealed-command.js';
import type { StoredRecord } from '../domain/receipt.schema.js';
import { throwIfAborted } from './abort.js';
import { hashLong } from './hash-text.js';
import type { CallOptions } from './port.js';
import { recordKey, recordVersion, type LogEntry, type RecordStore } from './record-store.js';

// What applying a command about a fund needs beyond the others; loaded with the first one.

export { hashText } from './hash-text.js';

/** The command as the log keeps it, without what must be erasable; undefined: as it is. */
export function logged(command: Command): Promise<LogEntry['command']> | undefined {
  if (!isSealedKind(command.kind)) return undefined;
  const sealed = sealCommand(command, hashLong);
  // Who gives up before he needs it hears nothing of it.
  sealed.catch(() => {});
  return sealed;
}

/** Hashes of the files that an erasure, or a refusal, leaves without what named them. */
export async function unnamedBy(
  { kind, record }: Command,
  writes: readonly StoredRecord[],
  store: Pick<RecordStore, 'read'>,
): Promise<string[] | undefined> {
  if (kind !== 'fund.erase' && kind !== 'fund.refuse') return undefined;
  // What is read here is what was decided upon: else the guard on its version fails.
  if (kind === 'fund.refuse') return filesOf(detailsOf((await store.read('pending', record))?.draft));
  const before = filesOf([(await store.read('entry-secret', record))?.details]);
  const after = filesOf([writes.find((one) => one.type === 'entry-secret')?.value.details]);
  return before.filter((sha256) => !after.includes(sha256));
}

function detailsOf(draft: PendingDraft | undefined): Details[] {
  if (!draft) return [];
  switch (draft.kind) {
    case 'fund.import':
      return draft.payload.rows.map(({ details }) => details);
    case 'fund.transfer':
      return [draft.payload.from.details, draft.payload.into.details];
    default:
      return [draft.payload.details];
  }
}

function filesOf(all: readonly (Details | undefined)[]): string[] {
  return all.flatMap((details) =>
    (details?.evidence ?? []).flatMap((one) => (one.kind === 'file' ? [one.sha256] : [])),
  );
}

/** What was written, for receipt and log. Entries that follow each other are told as a run; their private parts lie with them. */
export function told(writes: readonly StoredRecord[]): LogEntry['records'] {
  const records: LogEntry['records'] = [];
  let run: { fund: string; record: LogEntry['records'][number] } | undefined;
  for (const record of writes) {
    if (record.type === 'entry-secret' && record.value.version === 1) continue;
    const one = { type: record.type, id: recordKey(record), version: recordVersion(record) };
    if (record.type === 'entry' && run?.fund === record.value.fund) {
      run.record.last = one.id;
      continue;
    }
    records.push(one);
    run = record.type === 'entry' ? { fund: record.value.fund, record: one } : undefined;
  }
  return records;
}

/** Milliseconds of deciding between two breaths: with drawing it stays within a frame. */
const budget = 8;
let end = 0;

/** Lets the page draw and a person press Cancel while many rows are decided; tells how far it is. */
export async function breathe(
  share: number,
  signal: AbortSignal | undefined,
  progress: CallOptions['progress'],
): Promise<void> {
  if (performance.now() >= end) {
    progress?.(share);
    await task();
    end = performance.now() + budget;
  }
  throwIfAborted(signal);
}

/** Resolves in a task of its own; `setTimeout` would wait 4 ms each time. */
function task(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
