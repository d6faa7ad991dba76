import type { RecordOf, StoredRecord } from '../../domain/receipt.schema.js';
import type { Change, LogEntry, RecordStore } from '../record-store.js';
import { MoodleReader, type Ask } from './moodle-reader.js';
import { readRecord } from './read-record.js';
import { malformed, type MoodleTransport } from './transport.js';

/** Moodle refused what was decided here: another rule, or another person, than this page knows. */
export class Refused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

export interface StoreOptions {
  transport: MoodleTransport;
  ask: Ask;
  /** Hears the time of the site. */
  heard: (now: unknown) => void;
  /** Moodle's context that the person works in. */
  contextId?: (() => number | undefined) | undefined;
  signal?: AbortSignal | undefined;
}

/** Reads and writes records in Moodle for one call. What was read is held until a change turns out to rest on something old. */
export class MoodleStore extends MoodleReader implements RecordStore {
  readonly #options: StoreOptions;

  constructor(options: StoreOptions) {
    super(options.ask, options.signal);
    this.#options = options;
  }

  /** Fetches in one go what a command on a record is likely to look at. */
  async fetchAround(ids: readonly string[]): Promise<void> {
    const answers = await Promise.all(ids.map((id) => this.ask({ ask: 'around', id })));
    for (const told of answers.flatMap(({ records }) => records))
      this.known.set(`${told.type} ${told.id}`, Promise.resolve(told));
  }

  async findAssessment(subject: string, cycle: string): Promise<RecordOf<'assessment'> | undefined> {
    const { records } = await this.ask({ ask: 'open', type: 'assessment', subject, cycle });
    const [told] = records;
    return told?.body === undefined ? undefined : readRecord('assessment', told.id, told.body);
  }

  async findEntry(id: string): Promise<LogEntry | undefined> {
    const { text } = await this.ask({ ask: 'entry', id });
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
    this.known.clear();
    return false;
  }
}
