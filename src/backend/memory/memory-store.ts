import type { CheckedFile } from '../check-file.js';
import type { BackendEvent } from '../port.js';
import type { RecordReader } from '../answer-query.js';
import type { Change, Guard, LogEntry, RecordStore } from '../record-store.js';
import { namesFile, recordKey, recordVersion } from '../record-store.js';
import type { RecordOf, RecordType, StoredRecord } from '../../domain/receipt.schema.js';
import { grown, tallyId } from '../../domain/area/tallies.js';
import { isOpen } from '../../domain/assessment-phase.js';

const scanSize = 100;

/** Everything that one tenant keeps. Values are copied on the way in and out, as a real storage would. */
export class MemoryTenant implements RecordStore, RecordReader {
  readonly #records: Record<RecordType, Map<string, StoredRecord>> = {
    subject: new Map(),
    assessment: new Map(),
    consent: new Map(),
    criteria: new Map(),
    recognition: new Map(),
    decision: new Map(),
    counter: new Map(),
    fund: new Map(),
    entry: new Map(),
    'entry-secret': new Map(),
    pending: new Map(),
    round: new Map(),
    award: new Map(),
    places: new Map(),
    target: new Map(),
    figure: new Map(),
    activity: new Map(),
    row: new Map(),
    tally: new Map(),
  };
  readonly #log: LogEntry[] = [];
  /** The same by the command's id. */
  readonly #byId = new Map<string, LogEntry>();
  readonly files = new Map<string, CheckedFile>();
  /** Adapters that want to hear of changes; each is told which one made them. */
  readonly listeners = new Set<(event: BackendEvent, from: object) => void>();

  async read<T extends RecordType>(type: T, id: string): Promise<RecordOf<T> | undefined> {
    return structuredClone(this.#records[type].get(id)?.value) as RecordOf<T> | undefined;
  }

  async scan<T extends RecordType>(
    type: T,
    { after, subject }: { after?: string | undefined; subject?: string | undefined },
  ): Promise<{ records: RecordOf<T>[]; last?: string | undefined }> {
    const keys = [...this.#records[type].keys()].sort().filter((key) => after === undefined || key > after);
    const some = keys.slice(0, scanSize);
    const records = some.flatMap((key) => {
      const record = this.#records[type].get(key);
      return record && ofSubject(record, subject) ? [structuredClone(record.value) as RecordOf<T>] : [];
    });
    return { records, last: keys.length > scanSize ? some.at(-1) : undefined };
  }

  async findAssessment(subjectId: string, cycle: string): Promise<RecordOf<'assessment'> | undefined> {
    return structuredClone(this.#openAssessment(subjectId, cycle));
  }

  async findEntry(commandId: string): Promise<LogEntry | undefined> {
    return structuredClone(this.#byId.get(commandId));
  }

  async commit({ entry, writes, guards, unnamed = [], tallies = [] }: Change): Promise<boolean> {
    if (this.#byId.has(entry.command.id)) return false;
    if (!guards.every((guard) => this.#holds(guard))) return false;
    for (const record of structuredClone(writes)) this.#records[record.type].set(recordKey(record), record);
    for (const more of tallies) {
      const known = this.#records.tally.get(tallyId(more))?.value as RecordOf<'tally'> | undefined;
      this.#records.tally.set(tallyId(more), { type: 'tally', value: grown(known, more) });
    }
    const logged = structuredClone(entry);
    this.#log.push(logged);
    this.#byId.set(logged.command.id, logged);
    for (const sha256 of unnamed) if (!this.#names(sha256)) this.files.delete(sha256);
    return true;
  }

  #names(sha256: string): boolean {
    return Object.values(this.#records).some((records) =>
      [...records.values()].some((record) => namesFile(record, sha256)),
    );
  }

  /** The command log, oldest first. */
  get log(): LogEntry[] {
    return structuredClone(this.#log);
  }

  #openAssessment(subjectId: string, cycle: string): RecordOf<'assessment'> | undefined {
    for (const { value } of this.#records.assessment.values() as Iterable<{
      value: RecordOf<'assessment'>;
    }>) {
      if (value.subjectId === subjectId && value.cycle === cycle && isOpen(value.state)) return value;
    }
    return undefined;
  }

  #holds(guard: Guard): boolean {
    if (guard.on === 'open-assessment')
      return this.#openAssessment(guard.subjectId, guard.cycle)?.id === guard.id;
    const record = this.#records[guard.type].get(guard.id);
    return (record && recordVersion(record)) === guard.version;
  }
}

function ofSubject({ type, value }: StoredRecord, subject: string | undefined): boolean {
  if (subject === undefined) return true;
  if (type === 'figure') return value.indicator === subject;
  if (type === 'tally') return value.cycle === subject;
  if (type === 'award') return value.round === subject;
  if (type === 'round' || type === 'pending') return value.fund === subject;
  return !('subjectId' in value) || value.subjectId === subject;
}

/** What several adapters can share, as if they were people and devices on one server. */
export interface MemoryStore {
  tenant(name: string): MemoryTenant;
}

/** An empty store. It forgets everything with the page or process. */
export function createMemoryStore(): MemoryStore {
  const tenants = new Map<string, MemoryTenant>();
  return {
    tenant(name) {
      let tenant = tenants.get(name);
      if (!tenant) tenants.set(name, (tenant = new MemoryTenant()));
      return tenant;
    },
  };
}
