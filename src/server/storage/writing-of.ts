import type { RegisterEntry } from '../../domain/area/area-record.schema.js';
import type { RecordOf, StoredRecord } from '../../domain/receipt.schema.js';
import { AtHand, type Kept } from './at-hand.js';
import { columnsOf } from './columns.js';
import { compareRefs, compareStandings } from './kept-beside.js';
import type { Slot, Slots } from './slots.js';
import { changedWhereabouts } from './whereabouts.js';
import type { Writing } from './write-batch.js';

/** Takes note of a record as it will stand once all is written. */
type Note = (slot: Slot, kept: Omit<Kept, 'mark'>) => void;

/** What the records of a batch come to: those that are written, and those that decisions rested on. */
export function writingOf(slots: Slots, note: Note): Writing {
  const writing: Writing = {
    ...{ updates: [], inserts: [], shared: [], seen: [], absent: [], standings: [], noStandings: [] },
    ...{ newStandings: [], refs: [], noRefs: [], located: [], moved: [], open: [], entries: [], tallies: [] },
  };
  for (const slot of slots) {
    if (slot.pending) addPending(slot, slot.pending, writing, note);
    else if (slot.rested) addRested(slot, slot.rested, writing, slots);
  }
  return writing;
}

function addPending(slot: Slot, record: StoredRecord, writing: Writing, note: Note): void {
  const columns = columnsOf(record);
  const before = slot.rested?.version;
  const stored = before === undefined ? undefined : slot.stored;
  if (before === undefined) writing.inserts.push(columns);
  else writing.updates.push(Object.assign(columns, { before, mark: stored?.mark ?? 0 }));
  if (record.type === 'row')
    compareStandings(stored?.value as RegisterEntry | undefined, record.value, writing);
  compareRefs(columns, stored?.text, writing);
  const moved = changedWhereabouts(record, stored?.value);
  if (moved) writing[before === undefined ? 'located' : 'moved'].push(moved);
  if (AtHand.holds(record.type))
    note(slot, {
      ...{ version: columns.version, text: columns.value },
      // Of many new ones only some are gone on with: these are read again, and the others are a text for as long as they stay.
      value: before === undefined ? undefined : record.value,
    });
}

function addRested(
  slot: Slot,
  { type, id, version }: NonNullable<Slot['rested']>,
  writing: Writing,
  slots: Slots,
): void {
  if (version === undefined) writing.absent.push({ type, id });
  // What never changes needs no look.
  else if (type !== 'criteria')
    (isCovered(slot, slots) ? writing.seen : writing.shared).push({
      ...{ type, id, version },
      mark: slot.stored?.mark ?? 0,
    });
}

/** Who changes a subject or an assessment of it changes the line of the register, too, which is held here already. */
function isCovered({ type, id, stored }: Slot, slots: Slots): boolean {
  if (type === 'subject') return slots.of('row', id).pending !== undefined;
  if (type !== 'assessment') return false;
  const value = stored?.value as RecordOf<'assessment'> | undefined;
  return value !== undefined && slots.of('row', value.subjectId).pending !== undefined;
}
