import type { Command, CommandOf } from '../domain/command.schema.js';
import type { Rejection } from '../domain/reader.types.js';
import type { StoredRecord } from '../domain/receipt.schema.js';
import type { Client } from './client.types.js';
import { rejectionOf } from './rejection-of.js';
import { sameJson } from './same-json.js';

export type EntryKind =
  | 'indicator.report'
  | 'activity.record'
  | 'activity.update'
  | 'activity.remove'
  | 'subject.update';

/** A command before it has an id. `expected`: the version that the person saw, 0 for what is new. */
export type Entry<K extends EntryKind = EntryKind> = {
  [One in K]: Pick<CommandOf<One>, 'kind' | 'record' | 'expected' | 'payload'>;
}[K];

/** What became of an entry. */
export type Entered =
  | { readonly status: 'done'; readonly version: number }
  /** Somebody else was first; `current` is what stands there now. */
  | { readonly status: 'conflict'; readonly current: StoredRecord }
  | { readonly status: 'rejected'; readonly rejection: Rejection };

/** Sends entries and tells what became of each, in order. Errors: those of the back end, with nothing told. */
export type SendEntries = (entries: readonly Entry[]) => Promise<Entered[]>;

/** Sends figures, activities and members. What got no answer is repeated as it was, so that it counts once. */
export function createEntrySender(client: Client): SendEntries {
  const unanswered = new Map<string, Command>();

  const commandOf = (entry: Entry): Command => {
    const before = unanswered.get(entry.record);
    const { id, ...known } = before ?? { id: client.newId() };
    return { id: sameJson(known, entry) ? id : client.newId(), ...entry };
  };

  return async function send(entries) {
    const commands = entries.map(commandOf);
    for (const one of commands) unanswered.set(one.record, one);
    const receipts = await client.execute(commands);
    return commands.map(({ record, expected }, at): Entered => {
      unanswered.delete(record);
      const receipt = receipts[at]!;
      if (receipt.status === 'rejected') return { status: 'rejected', rejection: rejectionOf(receipt) };
      if (receipt.status === 'conflict') return { status: 'conflict', current: receipt.current };
      const written = receipt.records.find(({ id }) => id === record);
      return { status: 'done', version: written?.version ?? expected + 1 };
    });
  };
}
