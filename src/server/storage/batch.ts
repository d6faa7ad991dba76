import { isOpen } from '../../domain/assessment-phase.js';
import { addTallies, changing, type Sums } from '../../domain/area/tallies.js';
import type { RegisterEntry } from '../../domain/area/area-record.schema.js';
import type { Soon } from '../../domain/reader.types.js';
import type { RecordOf, RecordType, StoredRecord } from '../../domain/receipt.schema.js';
import {
  recordKey,
  recordVersion,
  type Change,
  type Guard,
  type LogEntry,
  type RecordStore,
} from '../../backend/record-store.js';
import type { Event } from '../webhooks/event.js';
import { AtHand, type Kept } from './at-hand.js';
import type { BatchOptions } from './batch.types.js';
import { lookAhead, outlookOf, type Outlook } from './look-ahead.js';
import { openAssessmentOf, readEntry } from './read-one.js';
import { Slots, valueOf, type Slot } from './slots.js';
import { readStored } from './sql-reader.js';
import { giveAwayUnnamed, isOvertaken, writeBatch, type Writing } from './write-batch.js';
import { writingOf } from './writing-of.js';

/** Criteria sets that are kept at hand. */
const mostCriteria = 500;

const keyOf = (subject: string, cycle: string): string => `${subject} ${cycle}`;

const handKey = (province: string, { type, id }: Pick<Slot, 'type' | 'id'>): string =>
  `${province} ${type} ${id}`;

/**
 * Decides commands on what stands in the database and what those before them have changed; all they write goes there in
 * one statement. What is read ahead may be old by then, and is looked at again as it is written.
 */
export class Batch implements RecordStore {
  readonly #options: BatchOptions;
  readonly #commands: readonly unknown[];
  readonly #slots = new Slots();
  /** Assessments that are pending, by their subjects. */
  readonly #assessments = new Map<string, Slot[]>();
  /** The open assessment of a subject and year in the database. */
  readonly #opened = new Map<string, { subject: string; cycle: string; id: string | undefined }>();
  /** Subjects of which every open assessment is in there. */
  readonly #whole = new Set<string>();
  #ahead = false;
  /** What the log knows of commands, until it is asked for. */
  readonly #logged = new Map<string, LogEntry | undefined>();
  /** By the ids of the commands. */
  readonly #entries = new Map<string, LogEntry>();
  readonly #restedOpen = new Map<string, { subject: string; cycle: string; id: string }>();
  readonly #sums: Sums = new Map();
  readonly #unnamed: string[] = [];
  readonly #events: Event[] = [];
  /** What is there once it is written. */
  readonly #written = new Map<Slot, Omit<Kept, 'mark'>>();

  constructor(commands: readonly unknown[], options: BatchOptions) {
    this.#commands = commands;
    this.#options = options;
  }

  read<T extends RecordType>(type: T, id: string): Soon<RecordOf<T> | undefined> {
    const slot = this.#slots.of(type, id);
    const found = (): RecordOf<T> | undefined =>
      slot.pending
        ? (slot.pending.value as RecordOf<T> | undefined)
        : slot.stored && valueOf(type, id, slot.stored);
    return slot.pending || slot.seen ? (found() as never) : this.#look(slot).then(() => found() as never);
  }

  async findAssessment(subject: string, cycle: string): Promise<RecordOf<'assessment'> | undefined> {
    for (const { pending } of this.#assessments.get(subject) ?? [])
      if (pending?.type === 'assessment' && pending.value.cycle === cycle && isOpen(pending.value.state))
        return pending.value;
    const id = await this.#openedAt(subject, cycle);
    // One that is pending is not open any more.
    return id === undefined || this.#slots.of('assessment', id).pending
      ? undefined
      : this.read('assessment', id);
  }

  findEntry(id: string): Soon<LogEntry | undefined> {
    const mine = this.#entries.get(id);
    if (mine) return mine;
    return this.#ahead && this.#logged.has(id) ? this.#takeEntry(id) : this.#lookForEntry(id);
  }

  async #lookForEntry(id: string): Promise<LogEntry | undefined> {
    if (!this.#ahead) {
      this.#ahead = true;
      const each = this.#options.when === 'each';
      await this.#lookAhead(each ? this.#commands.filter((one) => idOf(one) === id) : this.#commands);
    }
    if (!this.#logged.has(id)) await this.#readEntry(id);
    return this.#takeEntry(id);
  }

  /** Who asks again wants to know whether it came in the meantime. */
  #takeEntry(id: string): LogEntry | undefined {
    const entry = this.#logged.get(id);
    this.#logged.delete(id);
    return entry;
  }

  commit(change: Change): Soon<boolean> {
    if (this.#entries.has(change.entry.command.id)) return false;
    const looks: Promise<boolean>[] = [];
    for (const guard of change.guards) {
      const holds = this.#holds(guard);
      // What was read for the decision is known here: hardly one needs another look.
      if (holds === false) return this.#overtaken();
      if (holds !== true) looks.push(holds);
    }
    if (looks.length === 0) return this.#add(change);
    return Promise.all(looks).then((all) => (all.includes(false) ? this.#overtaken() : this.#add(change)));
  }

  /** What was decided is pending from now on, or written where each is. */
  #add(change: Change): Soon<boolean> {
    const { entry, writes, guards, unnamed = [], tallies = [] } = change;
    for (const guard of guards) this.#restOn(guard);
    for (const record of writes) this.#put(record);
    this.#entries.set(entry.command.id, entry);
    this.#unnamed.push(...unnamed);
    this.#events.push(...(this.#options.outgoing?.of(change) ?? []));
    addTallies(this.#sums, tallies);
    if (this.#options.when === 'together') return true;
    return this.write().then((done) => {
      this.#forget();
      return done;
    });
  }

  /** Writes what is pending. Answers false, and leaves nothing written, where somebody was faster. */
  async write(): Promise<boolean> {
    if (this.#entries.size === 0) return true;
    const { run, together, province, criteria, outgoing } = this.#options;
    const writing = this.#writing();
    try {
      const tell = this.#events.length > 0 ? await outgoing?.prepare(this.#events) : undefined;
      const mark =
        this.#unnamed.length === 0 && !tell
          ? await run((db) => writeBatch(db, province, writing))
          : await together(async (db) => {
              const written = await writeBatch(db, province, writing);
              if (written === undefined) return undefined;
              if (this.#unnamed.length > 0) await giveAwayUnnamed(db, province, this.#unnamed);
              await tell?.(db);
              return written;
            });
      if (tell && mark !== undefined) outgoing?.written();
      // A set that came along may have been published under the same name before it did.
      if (mark === undefined) criteria.clear();
      this.#remember(mark);
      return mark !== undefined;
    } catch (error) {
      this.#remember(undefined);
      // Somebody was faster, or each waited for the other: what was decided is decided anew.
      if (isOvertaken(error)) return false;
      throw error;
    }
  }

  /** What could not be written rests on what is not so any more. */
  #remember(mark: number | undefined): void {
    const { hand, province } = this.#options;
    if (mark !== undefined)
      for (const [slot, kept] of this.#written) hand.keep(handKey(province, slot), { ...kept, mark });
    else for (const slot of this.#slots) if (slot.pending || slot.rested) hand.drop(handKey(province, slot));
    this.#written.clear();
  }

  async #lookAhead(commands: readonly unknown[]): Promise<void> {
    const { run, province, hand, trusting } = this.#options;
    const all = outlookOf(commands);
    for (const one of all.commands) this.#logged.set(one, undefined);
    const outlook = trusting ? this.#notAtHand(all) : all;
    if (isEmpty(outlook)) return;
    const seen = await run((db) => lookAhead(db, province, outlook));
    const absent = (type: RecordType, some: readonly string[]): void => {
      for (const one of some) this.#slots.see(type, one, undefined);
    };
    absent('assessment', outlook.assessments);
    absent('subject', outlook.subjects);
    absent('row', outlook.subjects);
    absent('fund', outlook.funds);
    absent('recognition', outlook.titles);
    for (const subject of outlook.subjects) this.#whole.add(subject);
    for (const { type, id, version, mark, value, parent: subject, cycle, open } of seen) {
      if (type === 'entry-of') this.#logged.set(id, JSON.parse(value) as LogEntry);
      else {
        const kept = { version, mark: Number(mark), text: value };
        const about = { type: type as RecordType, id };
        this.#slots.see(about.type, id, kept);
        if (AtHand.holds(about.type)) hand.keep(handKey(province, about), kept);
      }
      if (type === 'subject') this.#whole.add(id);
      if (type === 'assessment' && open) this.#opened.set(keyOf(subject, cycle), { subject, cycle, id });
    }
  }

  /** What has to be looked for, as it is neither at hand nor said to be new. */
  #notAtHand({ assessments, subjects, news, funds, titles }: Outlook): Outlook {
    for (const one of news.subjects) {
      for (const type of ['subject', 'row'] as const) this.#slots.see(type, one, undefined);
      this.#whole.add(one);
    }
    for (const one of news.assessments) this.#slots.see('assessment', one, undefined);
    const made = new Set([...news.subjects, ...news.assessments]);
    const unknown = (type: 'subject' | 'assessment', ids: readonly string[]): string[] =>
      distinct(ids).filter((one) => !made.has(one) && !this.#take(type, one));
    return {
      // Whether the log knows a command is found when it is written: it takes none twice.
      commands: [],
      assessments: unknown('assessment', assessments),
      subjects: unknown('subject', subjects),
      news,
      funds,
      titles,
    };
  }

  /** Takes a record with its line of the register and all that the line comes from, where all of it is at hand. */
  #take(type: 'subject' | 'assessment', id: string): boolean {
    const { hand, province } = this.#options;
    const taken: [type: RecordType, id: string, kept: Kept][] = [];
    const take = <T extends RecordType>(of: T, one: string): RecordOf<T> | undefined => {
      const kept = hand.get(handKey(province, { type: of, id: one }));
      if (!kept) return undefined;
      taken.push([of, one, kept]);
      return valueOf(of, one, kept);
    };
    const assessed = type === 'assessment' ? take('assessment', id) : undefined;
    const subject = type === 'subject' ? id : assessed?.subjectId;
    const row = subject !== undefined && take('subject', subject) ? take('row', subject) : undefined;
    if (!row) return false;
    for (const { assessment } of Object.values(row.years))
      if (assessment !== undefined && assessment !== assessed?.id && !take('assessment', assessment))
        return false;
    for (const [of, one, kept] of taken) this.#slots.see(of, one, kept);
    this.#takeOpened(row);
    return true;
  }

  /** A line of the register names of each year the assessment that goes on, where there is one. */
  #takeOpened({ id: subject, years }: RegisterEntry): void {
    this.#whole.add(subject);
    for (const [cycle, { state, assessment: id }] of Object.entries(years))
      if (id !== undefined && state !== 'registered' && isOpen(state))
        this.#opened.set(keyOf(subject, cycle), { subject, cycle, id });
  }

  async #readEntry(id: string): Promise<void> {
    const { run, province } = this.#options;
    this.#logged.set(id, await run((db) => readEntry(db, province, id)));
  }

  async #look(slot: Slot): Promise<void> {
    const { type, id } = slot;
    const { province, criteria } = this.#options;
    const kept = `${province} ${id}`;
    const stored =
      type === 'criteria' && criteria.has(kept) ? criteria.get(kept) : await this.#readStored(type, id);
    if (type === 'criteria' && (stored || (await this.#options.comesAlong(id)))) {
      if (criteria.size >= mostCriteria) criteria.clear();
      criteria.set(kept, stored);
    }
    slot.seen = true;
    slot.stored = stored;
  }

  async #readStored(type: RecordType, id: string): Promise<Kept | undefined> {
    const { run, province } = this.#options;
    const found = await run((db) => readStored(db, province, type, id));
    return found && { ...found, mark: 0 };
  }

  async #openedAt(subject: string, cycle: string): Promise<string | undefined> {
    const key = keyOf(subject, cycle);
    const known = this.#opened.get(key);
    if (known) return known.id;
    const { run, province } = this.#options;
    const id = this.#whole.has(subject)
      ? undefined
      : await run((db) => openAssessmentOf(db, province, subject, cycle));
    this.#opened.set(key, { subject, cycle, id });
    return id;
  }

  #holds(guard: Guard): boolean | Promise<boolean> {
    if (guard.on === 'open-assessment')
      return this.findAssessment(guard.subjectId, guard.cycle).then((found) => found?.id === guard.id);
    const { type, id, version } = guard;
    if (type === 'tally') throw new Error('Tallies are added to, never decided on.');
    const slot = this.#slots.of(type, id);
    const stands = (): boolean =>
      (slot.pending ? recordVersion(slot.pending) : slot.stored?.version) === version;
    return slot.pending || slot.seen ? stands() : this.#look(slot).then(stands);
  }

  /** Notes what of the database a decision rested on; the rest is in this batch. */
  #restOn(guard: Guard): void {
    if (guard.on === 'open-assessment') {
      const key = keyOf(guard.subjectId, guard.cycle);
      const opened = this.#opened.get(key);
      if (opened) this.#restedOpen.set(key, { ...opened, id: opened.id ?? '' });
      return;
    }
    const slot = this.#slots.of(guard.type, guard.id);
    if (!slot.pending) slot.rested = guard;
  }

  #put(record: StoredRecord): void {
    const slot = this.#slots.of(record.type, recordKey(record));
    if (record.type === 'assessment' && !slot.pending) {
      const { subjectId } = record.value;
      const known = this.#assessments.get(subjectId);
      if (known) known.push(slot);
      else this.#assessments.set(subjectId, [slot]);
    }
    slot.pending = record;
  }

  #writing(): Writing {
    const writing = writingOf(this.#slots, (slot, kept) => void this.#written.set(slot, kept));
    writing.open.push(...this.#restedOpen.values());
    writing.entries.push(...this.#entries.values());
    writing.tallies.push(...changing(this.#sums));
    return writing;
  }

  /** What was looked at is old: the next decision looks again. */
  #overtaken(): false {
    if (this.#options.when === 'each') this.#forget();
    return false;
  }

  #forget(): void {
    this.#ahead = false;
    for (const map of [this.#slots, this.#assessments, this.#opened, this.#whole, this.#logged]) map.clear();
    for (const map of [this.#entries, this.#restedOpen, this.#sums, this.#written]) map.clear();
    this.#unnamed.length = 0;
    this.#events.length = 0;
  }
}

/** A batch is mostly about the same few. */
const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

/** Nothing has to be looked for. */
const isEmpty = ({ commands, assessments, subjects, funds, titles }: Outlook): boolean =>
  commands.length + assessments.length + subjects.length + funds.length + titles.length === 0;

const idOf = (one: unknown): unknown =>
  typeof one === 'object' && one !== null && 'id' in one ? one.id : undefined;
