import type { Command } from '../domain/command.schema.js';
import { isSealedKind, sealCommand } from '../domain/fund/sealed-command.js';
import type { StoredRecord } from '../domain/receipt.schema.js';
import { hashText } from './hash-text.js';
import { recordKey, recordVersion, type LogEntry } from './record-store.js';

// What applying a command about a fund needs beyond the others; loaded with the first one.

export { hashText } from './hash-text.js';

/** The command as the log keeps it: without what must be erasable. */
export function logged(command: Command): LogEntry['command'] {
  return isSealedKind(command.kind) ? sealCommand(command, hashText) : command;
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
