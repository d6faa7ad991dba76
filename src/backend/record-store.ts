import type { Tally } from '../domain/area/area-record.schema.js';
import type { Command } from '../domain/command.schema.js';
import { criteriaKey } from '../domain/criteria-key.js';
import type { SealedCommand } from '../domain/fund/sealed-command.js';
import type { ReadRecord, Soon } from '../domain/reader.types.js';
import type { Receipt, RecordOf, RecordType, StoredRecord } from '../domain/receipt.schema.js';

export type WrittenRecord = Extract<Receipt, { status: 'applied' }>['records'][number];

/** One line of the command log: who changed what, when. Only applied commands are kept; in order, they make the records. */
export interface LogEntry {
  /** Of a fund: where it says something about persons, a digest stands for its payload, so that what is erased is not kept here. */
  command: Command | SealedCommand;
  actor: { id: string; name: string };
  at: string;
  records: WrittenRecord[];
}

/** What a decision rested on. It may be written only while all of it still holds. */
export type Guard =
  /** Version of a record, undefined where there was none. */
  | { on: 'record'; type: RecordType; id: string; version: number | undefined }
  /** Id of the open assessment of a subject in a cycle, undefined where there was none. */
  | { on: 'open-assessment'; subjectId: string; cycle: string; id: string | undefined };

export interface Change {
  entry: LogEntry;
  writes: StoredRecord[];
  guards: Guard[];
  /**
   * Hashes of files that the change names no more, because what named them was erased. Where no record of the tenant
   * names such a file any more (`namesFile`), it goes in the same transaction.
   */
  unnamed?: readonly string[] | undefined;
  /**
   * What tallies grow by, within the same transaction: two writers may add to one, and none is lost. There, if empty, with
   * every change of a subject or an assessment.
   */
  tallies?: readonly Tally[] | undefined;
}

/**
 * What `applyCommands` needs of a storage. Every method works on one tenant.
 * Errors: HtsdError; a stored record that does not fit its schema is `invalid` with `reason: 'damaged'`.
 */
export interface RecordStore {
  read: ReadRecord;
  findAssessment(subjectId: string, cycle: string): Soon<RecordOf<'assessment'> | undefined>;
  findEntry(commandId: string): Soon<LogEntry | undefined>;
  /** As of a `RecordReader`: heard before lines of the register are derived from a change. */
  settle?(signal?: AbortSignal): Promise<void>;
  /**
   * Writes records and log entry in one transaction. Answers false, and writes nothing, where a guard no
   * longer holds or the command is in the log already: somebody was faster, decide again.
   */
  commit(change: Change): Soon<boolean>;
}

/** Whether a record as it is stored, in whatever shape, names a file: its hash stands nowhere by chance. */
export function namesFile(stored: unknown, sha256: string): boolean {
  return JSON.stringify(stored)?.includes(sha256) ?? false;
}

/** The key under which a record is stored within its type. */
export function recordKey(record: StoredRecord): string {
  return record.type === 'criteria' ? criteriaKey(record.value) : record.value.id;
}

/** A record's version for guards and receipts. Criteria sets and entries have just one, because they never change. */
export function recordVersion(record: StoredRecord): number {
  return record.type === 'criteria' || record.type === 'entry' ? 1 : record.value.version;
}
