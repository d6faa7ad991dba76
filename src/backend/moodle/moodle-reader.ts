import type { RecordOf, RecordType, StoredRecord } from '../../domain/receipt.schema.js';
import type { RecordReader, Scan } from '../answer-query.js';
import { HtsdError, isHtsdError } from '../errors.js';
import type { Answer, Question, Told } from './questions.js';
import { readRecord } from './read-record.js';

/** Asks Moodle one question. */
export type Ask = (question: Question, signal?: AbortSignal) => Promise<Answer>;

/** Types that Moodle's database keeps. Ledgers are none of them: whoever keeps one must not be the one who checks it. */
const kept: ReadonlySet<RecordType> = new Set<RecordType>([
  ...(['subject', 'assessment', 'consent', 'recognition', 'decision', 'counter', 'criteria'] as const),
  ...(['places', 'target', 'figure', 'activity', 'row', 'tally'] as const),
]);

/** Whose a record is that this person may not see: nobody's that he could be. */
const veil = 'hidden';

/** Hardly anybody asks for what he may not see. */
const veiled = async <T extends RecordType>(type: T, id: string): Promise<RecordOf<T>> =>
  (await import('./veiled.js')).veiled(type, id, veil);

/** Reads records in Moodle for one call. What was read is held. */
export class MoodleReader implements RecordReader {
  protected readonly ask: (question: Question) => Promise<Answer>;
  protected readonly known = new Map<string, Promise<Told | undefined>>();

  constructor(ask: Ask, signal: AbortSignal | undefined) {
    this.ask = (question) => ask(question, signal);
  }

  read<T extends RecordType>(type: T, id: string): Promise<RecordOf<T> | undefined> {
    return this.#read(type, id) as Promise<RecordOf<T> | undefined>;
  }

  async #read(type: RecordType, id: string): Promise<StoredRecord['value'] | undefined> {
    this.#keeps(type);
    if (id === veil) return veiled(type, id);
    const key = `${type} ${id}`;
    let asked = this.known.get(key);
    if (!asked) {
      asked = this.ask({ ask: 'read', type, id }).then(({ records }) => records[0]);
      this.known.set(key, asked);
    }
    const told = await asked;
    if (told?.hidden) return veiled(type, id);
    return told?.body === undefined ? undefined : readRecord(type, id, told.body);
  }

  async scan<T extends RecordType>(
    type: T,
    { after, subject, wanted: { mine, state, cycle } = {} }: Parameters<RecordReader['scan']>[1],
  ): Promise<Scan<T>> {
    this.#keeps(type);
    // What is undefined does not travel.
    const { records, last } = await this.ask({ ask: 'scan', type, after, subject, mine, state, cycle });
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

  #keeps(type: RecordType): void {
    if (!kept.has(type)) throw new HtsdError('unsupported', { params: { type } });
  }
}
