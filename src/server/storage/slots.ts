import type { RecordOf, RecordType, StoredRecord } from '../../domain/receipt.schema.js';
import type { Guard } from '../../backend/record-store.js';
import type { Kept } from './at-hand.js';
import { parseRecord } from './sql-reader.js';

/** All that a batch knows of one record. */
export interface Slot {
  readonly type: RecordType;
  readonly id: string;
  /** It has been looked for: `stored` tells what was found, undefined where it is not there. */
  seen: boolean;
  stored: Kept | undefined;
  /** As commands of the batch leave it. */
  pending: StoredRecord | undefined;
  /** What of the database a decision rested on; what is pending before that rests on the batch itself. */
  rested: Extract<Guard, { on: 'record' }> | undefined;
}

/**
 * Records by type and id. Each is looked for some ten times while a command is decided: one place for all that is known of it, and
 * no key that is put together for each look.
 */
export class Slots {
  readonly #types = new Map<RecordType, Map<string, Slot>>();

  /** Makes an empty one where nothing is known yet. */
  of(type: RecordType, id: string): Slot {
    let ids = this.#types.get(type);
    if (!ids) {
      ids = new Map();
      this.#types.set(type, ids);
    }
    let slot = ids.get(id);
    if (!slot) {
      slot = { type, id, seen: false, stored: undefined, pending: undefined, rested: undefined };
      ids.set(id, slot);
    }
    return slot;
  }

  /** Notes what a look at the database has found. */
  see(type: RecordType, id: string, stored: Kept | undefined): void {
    const slot = this.of(type, id);
    slot.seen = true;
    slot.stored = stored;
  }

  *[Symbol.iterator](): Iterator<Slot> {
    for (const ids of this.#types.values()) yield* ids.values();
  }

  clear(): void {
    this.#types.clear();
  }
}

/** The record as it was found; read from its text once. Throws as of `parseRecord`. */
export function valueOf<T extends RecordType>(type: T, id: string, kept: Kept): RecordOf<T> | undefined {
  return (kept.value ??= parseRecord(type, id, kept.text)) as RecordOf<T> | undefined;
}
