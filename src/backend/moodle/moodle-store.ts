import type { RecordOf, RecordType, StoredRecord } from '../../domain/receipt.schema.js';
import type { RecordReader, Scan } from '../answer-query.js';
import { HtsdError, isHtsdError } from '../errors.js';
import type { Change, LogEntry, RecordStore } from '../record-store.js';
import { malformed, type MoodleTransport } from './transport.js';
import type { Answer, Question, Told } from './questions.js';
import { readRecord } from './read-record.js';

/** Moodle refused what was decided here: another rule, or another person, than this page knows. */
export class Refused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

export interface StoreOptions {
  transport: MoodleTransport;
  ask: (question: Question, signal?: AbortSignal) => Promise<Answer>;
  /** Hears the time of the site. */
  heard: (now: unknown) => void;
  /** Moodle's context that the person works in. */
  contextId?: (() => number | undefined) | undefined;
  signal?: AbortSignal | undefined;
}

/** Types that Moodle's database keeps. Ledgers are none of them: whoever keeps one must not be the one who checks it. */
const kept: ReadonlySet<RecordType> = new Set<RecordType>([
  ...(['subject', 'assessment', 'consent', 'recognition', 'decision', 'counter', 'criteria'] as const),
  ...(['places', 'target', 'figure', 'activity', 'row', 'tally'] as const),
]);

/** Whose a record is that this person may not see: nobody's that he could be. */
const veil = 'hidden';

/**
 * What the domain needs of a record that is there and not for this person, so that it is the domain that refuses, in its own
 * order and words. Nothing of the record itself is in it. Errors: forbidden, for what is refused without being looked at.
 */
function veiled<T extends RecordType>(type: T, id: string): RecordOf<T> {
  const common = {
    id,
    version: 0,
    model: 'unit',
    owner: veil,
    facts: {},
    createdAt: '',
    updatedAt: '',
  } as const;
  const subject: RecordOf<'subject'> = { ...common, name: '', place: { name: '' }, registrations: [] };
  const assessment: RecordOf<'assessment'> = {
    ...{ ...common, subjectId: veil, subjectName: '', cycle: '', criteria: { id: '', version: '' } },
    ...{ state: 'draft', answers: {}, submissions: [], comments: [], history: [] },
  };
  const known: Partial<Record<RecordType, unknown>> = { subject, assessment };
  if (!known[type]) throw new HtsdError('forbidden', { params: { reason: 'hidden' } });
  return known[type] as RecordOf<T>;
}

/** Reads and writes records in Moodle for one call. What was read is held until a change turns out to rest on something old. */
export class MoodleStore implements RecordStore, RecordReader {
  readonly #options: StoreOptions;
  readonly #known = new Map<string, Promise<Told | undefined>>();

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  #ask(question: Question): Promise<Answer> {
    return this.#options.ask(question, this.#options.signal);
  }

  /** Fetches in one go what a command on a record is likely to look at. */
  async fetchAround(ids: readonly string[]): Promise<void> {
    const answers = await Promise.all(ids.map((id) => this.#ask({ ask: 'around', id })));
    for (const told of answers.flatMap(({ records }) => records))
      this.#known.set(`${told.type} ${told.id}`, Promise.resolve(told));
  }

  read<T extends RecordType>(type: T, id: string): Promise<RecordOf<T> | undefined> {
    return this.#read(type, id) as Promise<RecordOf<T> | undefined>;
  }

  async #read(type: RecordType, id: string): Promise<StoredRecord['value'] | undefined> {
    this.#keeps(type);
    if (id === veil) return veiled(type, id);
    const key = `${type} ${id}`;
    let asked = this.#known.get(key);
    if (!asked) {
      asked = this.#ask({ ask: 'read', type, id }).then(({ records }) => records[0]);
      this.#known.set(key, asked);
    }
    const told = await asked;
    if (told?.hidden) return veiled(type, id);
    return told?.body === undefined ? undefined : readRecord(type, id, told.body);
  }

  async scan<T extends RecordType>(
    type: T,
    { after, subject }: { after?: string | undefined; subject?: string | undefined },
  ): Promise<Scan<T>> {
    this.#keeps(type);
    const question: Question = { ask: 'scan', type, ...(after !== undefined && { after }) };
    const { records, last } = await this.#ask({ ...question, ...(subject !== undefined && { subject }) });
    const read = records.map(async ({ id, body }): Promise<RecordOf<T>[]> => {
      try {
        return body === undefined ? [] : [await readRecord(type, id, body)];
      } catch (error) {
        // One that is damaged must not hide the others.
        if (isHtsdError(error) && error.code === 'invalid') return [];
        throw error;
      }
    });
    return { records: (await Promise.all(read)).flat(), ...(last !== null && { last }) };
  }

  async findAssessment(subject: string, cycle: string): Promise<RecordOf<'assessment'> | undefined> {
    const { records } = await this.#ask({ ask: 'open', type: 'assessment', subject, cycle });
    const [told] = records;
    return told?.body === undefined ? undefined : readRecord('assessment', told.id, told.body);
  }

  async findEntry(id: string): Promise<LogEntry | undefined> {
    const { text } = await this.#ask({ ask: 'entry', id });
    if (text === null) return undefined;
    try {
      return JSON.parse(text) as LogEntry;
    } catch {
      throw malformed('local_htsd_query');
    }
  }

  /** Lines of the register go along to be held against the records; counts are taken from them over there. */
  async commit({ entry, writes, guards }: Change): Promise<boolean> {
    const { transport, heard, signal, contextId } = this.#options;
    const change = JSON.stringify({ entry, writes: writes satisfies StoredRecord[], rests: guards });
    const answer = (await transport.call(
      'local_htsd_execute',
      { change, contextid: contextId?.() ?? 0 },
      signal,
    )) as { outcome?: unknown; code?: unknown; now?: unknown };
    heard(answer.now);
    if (answer.outcome === 'applied') return true;
    if (answer.outcome === 'refused') throw new Refused(String(answer.code));
    if (answer.outcome !== 'stale' && answer.outcome !== 'known') throw malformed('local_htsd_execute');
    this.#known.clear();
    return false;
  }

  #keeps(type: RecordType): void {
    if (!kept.has(type)) throw new HtsdError('unsupported', { params: { type } });
  }
}
