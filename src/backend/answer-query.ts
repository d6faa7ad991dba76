import type { Actor } from '../domain/actor.schema.js';
import type { RegisterParams } from '../domain/area/area-query.schema.js';
import type { RegisterEntry, StoredTally } from '../domain/area/area-record.schema.js';
import { criteriaKey } from '../domain/criteria-key.js';
import type { LedgerPage } from '../domain/fund/fund-query.schema.js';
import type { NamedPage } from '../domain/fund/public-page.js';
import type {
  AreaQuery,
  DamagedRecord,
  Page,
  QueryItem,
  QueryName,
  QueryParams,
} from '../domain/query.schema.js';
import { maySee, type Belonging } from '../domain/reach.js';
import type { ReadRecord } from '../domain/reader.types.js';
import type { RecordOf, RecordType } from '../domain/receipt.schema.js';
import { throwIfAborted } from './abort.js';
import type { Catalog } from './catalog.js';
import { readCursor, writeCursor } from './cursor.js';
import { HtsdError } from './errors.js';
import { limitOf, type Paging } from './paging.js';
import { arePlain } from './plain-params.js';

/** Part of a type's records in the order of their ids. */
export interface Scan<T extends RecordType> {
  /** Damaged ones are left out. */
  records: RecordOf<T>[];
  /** Goes on after this id; absent at the end. */
  last?: string | undefined;
}

/** What a list is asked for; a storage may narrow by some of it, or by nothing. */
export interface Wanted {
  /** The records of whoever asks. */
  mine?: boolean | undefined;
  state?: string | undefined;
  model?: string | undefined;
  cycle?: string | undefined;
  /** Titles of these subjects: a storage of a back end with the capability `named` narrows by it, always. */
  subjects?: readonly string[] | undefined;
  /** Titles that this decision granted. */
  decision?: string | undefined;
  /** Awards of this fund, whatever their round. */
  fund?: string | undefined;
}

/** What `answerQuery` needs of a storage. */
export interface RecordReader {
  read: ReadRecord;
  /** Records of these ids as far as there are any that can be read, in any order. Absent: they are read one by one. */
  readMany?<T extends RecordType>(type: T, ids: readonly string[]): Promise<RecordOf<T>[]>;
  /**
   * Some records after an id. `subject` narrows assessments, consents and recognitions to one subject's, awards to one
   * round's, rounds and what waits to one fund's, figures to one indicator's, tallies to one year's. Of what is not `wanted`
   * as much may come as the storage likes; `count`: how many that are will do.
   */
  scan<T extends RecordType>(
    type: T,
    options: {
      after?: string | undefined;
      subject?: string | undefined;
      wanted?: Wanted | undefined;
      count?: number | undefined;
    },
  ): Promise<Scan<T>>;
  /**
   * Pages of a fund's ledger with the private parts: of 512 entries, the first beginning with number `first`, the last
   * holding number `last`. Absent: the entries are read one by one.
   */
  ledger?(fund: string, first: number, last: number): Promise<LedgerPage[]>;
  /** The same with names alone, for strangers, who may read some of them. Absent: those of `ledger`. */
  named?(fund: string, first: number, last: number): Promise<NamedPage[]>;
  /**
   * Some lines of the register after a line's `registerKey`, in the order of these keys. Absent: they are read like other
   * records, all of them for each page. `count`: how many are likely to do; without it all of them are gone through.
   */
  register?(after: string | undefined, count?: number): Promise<Scan<'row'>>;
  /** Rows as `listRegister` finds them by reading the lines; absent: it reads them. */
  findRows?(question: RowQuestion): Promise<FoundRows>;
  /** Tallies after an id that are not zero throughout, in the order of ids; absent: all of the year are read. */
  findTallies?(question: TallyQuestion): Promise<StoredTally[]>;
  /**
   * Holds orders of a register that is too long to be gone through for each page. Absent: none are held.
   * `mark` changes with the register; `held` answers the keys of an order that was held under this mark; `lines` are those
   * with these `registerKey`s, without those that are gone.
   */
  orders?: {
    mark(): Promise<unknown>;
    held(question: string, mark: unknown): readonly string[] | undefined;
    hold(question: string, mark: unknown, keys: readonly string[]): void;
    lines(keys: readonly string[]): Promise<RecordOf<'row'>[]>;
  };
  /**
   * Makes sure that lines and tallies are those of the records. Absent: every writer there ever was has kept them, with
   * `applyCommands`.
   */
  settle?(signal?: AbortSignal): Promise<void>;
  /** Codes of the places where subjects are now, by the ids of those that have one. Absent: the subjects are read. */
  placesOf?(subjects: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** A person's own records that are stored and left out of `scan`. Absent: a storage that cannot hold any. */
  damaged?(owner: string): Promise<DamagedRecord[]>;
  /** Reads what belongs to funds and areas, where that is kept in a way of its own, which is loaded then. Absent: this one does. */
  funds?(): Promise<RecordReader>;
}

/** A page of the register that is asked of a storage which finds it by itself. */
export interface RowQuestion extends Omit<RegisterParams, 'cursor' | 'text'> {
  actor: Actor;
  /** Words that the text of a line has to hold, as `searchable` writes them. */
  words: readonly string[];
  sort: NonNullable<RegisterParams['sort']>;
  descending: boolean;
  /** Key of the last row before the page. */
  after?: string | undefined;
  limit: number;
}

/** Tallies that are asked of a storage which finds them by itself. */
export interface TallyQuestion extends Omit<QueryParams<'tallies.list'>, 'cursor'> {
  after?: string | undefined;
  limit: number;
}

/** Rows in the order asked for, as lines of the register; damaged ones have none. */
export interface FoundRows {
  rows: { key: string; entry: RegisterEntry | undefined }[];
}

export interface QueryContext {
  reader: RecordReader;
  actor: Actor | null;
  catalog?: Catalog | undefined;
  signal?: AbortSignal | undefined;
  /** For what depends on the day. Default: the clock of the machine. */
  now?: (() => Date) | undefined;
}

/** How some queries are answered. */
export type AnswersTo<N extends QueryName> = {
  [Q in N]: (params: QueryParams<Q>, context: QueryContext) => Promise<Page<QueryItem<Q>>>;
};

/** Asked about funds, their rounds and awards. */
export type FundQuery = Extract<QueryName, `${'fund' | 'round' | 'award' | 'public.'}${string}`>;

/** Asked when somebody registers, by those who judge and by badges; not by a form that opens. */
export type LateQuery = Extract<
  QueryName,
  'criteria.list' | 'damaged.list' | `${'recognition' | 'decision' | 'consent'}${string}`
>;

/**
 * Answers a query from any storage. Lists come in the order of ids and hold what the actor may see; criteria
 * sets are public. Errors: invalid (parameters, cursor), unauthenticated, forbidden, not-found.
 */
export async function answerQuery<Q extends QueryName>(
  name: Q,
  params: QueryParams<Q>,
  context: QueryContext,
): Promise<Page<QueryItem<Q>>> {
  throwIfAborted(context.signal);
  // Where subjects are is looked up for who is in charge of places alone.
  const table: object =
    Object.hasOwn(answers, name) && !context.actor?.places ? answers : await (await late()).lateTable(name);
  if (!Object.hasOwn(table, name)) throw new HtsdError('unsupported', { params: { query: name } });
  return (table as AnswersTo<Q>)[name](
    arePlain(name, params) ? params : await (await late()).readParams(name, params),
    context,
  );
}

/** What a form that opens does not ask for. */
const late = () => import('./late-answers.js');

/** What a form that opens asks for. */
export const answers: AnswersTo<Exclude<QueryName, LateQuery | FundQuery | AreaQuery>> = {
  'criteria.get': async ({ id, version }, context) => {
    const set =
      (await context.reader.read('criteria', criteriaKey({ id, version }))) ??
      (await context.catalog?.get(id, version));
    return one(set);
  },
  'subjects.list': (params, context) => {
    const actor = signedIn(context);
    return page('subject', params, context, (subject) => {
      const { model, mine } = params;
      return (model === undefined || subject.model === model) && visible(actor, ofSubject(subject), mine);
    });
  },
  'subject.get': async ({ id }, context) => {
    const actor = signedIn(context);
    return seen(actor, await context.reader.read('subject', id), ofSubject);
  },
  'assessments.list': (params, context) => {
    const actor = signedIn(context);
    const { subject, model, cycle, state, mine } = params;
    return page('assessment', params, context, (assessment) => {
      return (
        (subject === undefined || assessment.subjectId === subject) &&
        (model === undefined || assessment.model === model) &&
        (cycle === undefined || assessment.cycle === cycle) &&
        (state === undefined || assessment.state === state) &&
        visible(actor, assessment, mine)
      );
    });
  },
  'assessment.get': async ({ id }, context) => {
    const actor = signedIn(context);
    return seen(actor, await context.reader.read('assessment', id), (assessment) => assessment);
  },
};

export function signedIn({ actor }: QueryContext): Actor {
  if (!actor) throw new HtsdError('unauthenticated');
  return actor;
}

export const ofSubject = (subject: RecordOf<'subject'>): Belonging => ({
  owner: subject.owner,
  subjectId: subject.id,
  at: subject.place.code,
});

export function visible(actor: Actor, record: Belonging, mine: boolean | undefined): boolean {
  return mine ? record.owner === actor.id : maySee(actor, record);
}

export function one<T>(item: T | undefined): Page<T> {
  if (item === undefined) throw new HtsdError('not-found');
  return { items: [item] };
}

export function seen<T>(actor: Actor, item: T | undefined, belonging: (item: T) => Belonging): Page<T> {
  if (item !== undefined && !maySee(actor, belonging(item))) throw new HtsdError('forbidden');
  return one(item);
}

/** Reads on until the page is full and one more record shows that another page follows. */
export async function page<T extends Exclude<RecordType, 'criteria'>>(
  type: T,
  params: Paging & Wanted,
  { reader, signal }: QueryContext,
  keep: (record: RecordOf<T>) => boolean,
): Promise<Page<RecordOf<T>>> {
  const limit = limitOf(params);
  let after = readCursor(params.cursor);
  const items: RecordOf<T>[] = [];
  do {
    throwIfAborted(signal);
    const scan: Scan<T> = await reader.scan(type, {
      after,
      subject: params.subject,
      wanted: params,
      count: limit + 1,
    });
    items.push(...scan.records.filter(keep));
    after = scan.last;
  } while (after !== undefined && items.length <= limit);
  const last = items[limit - 1];
  return items.length > limit && last
    ? { items: items.slice(0, limit), next: writeCursor(last.id) }
    : { items };
}
