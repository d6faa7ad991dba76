import type { ActivityItem } from '../../domain/area/area-query.schema.js';
import type { Activity, ActivityFields } from '../../domain/area/area-record.schema.js';
import { dateInVietnam } from '../../domain/civil-date.js';
import { parseCount } from '../../domain/number.js';
import { formatDate } from '../../i18n/translate.js';
import type { Client } from '../client.types.js';
import { readDay, written, type DateFault, type EntryPlace, type NumberFault } from './entry-texts.js';
import { createEntrySender, type Entered, type Entry, type SendEntries } from '../send-entries.js';

export const activityKinds = ['seminar', 'training', 'learning-week', 'award', 'other'] as const;

/** What is typed of an activity. */
export interface ActivityTyped {
  kind: ActivityFields['kind'];
  date: string;
  title: string;
  sessions: string;
  participants: string;
  source: string;
  note: string;
}

export interface ActivityFaults {
  readonly date?: DateFault;
  readonly title?: 'unanswered';
  readonly sessions?: NumberFault;
  readonly participants?: NumberFault;
}

/** An activity that is being written; version 0 for a new one. */
export interface ActivityForm {
  readonly id: string;
  version: number;
  readonly typed: ActivityTyped;
  entered?: Entered;
}

/** What a place did in a year: the list, and the one that is being written. */
export class ActivityBook {
  readonly #client: Client;
  readonly #place: EntryPlace;
  readonly #send: SendEntries;
  #items: readonly ActivityItem[] = [];

  constructor(client: Client, place: EntryPlace) {
    this.#client = client;
    this.#place = place;
    this.#send = createEntrySender(client);
  }

  /** The latest day first. */
  get items(): readonly ActivityItem[] {
    return this.#items;
  }

  /** Reads the list. Errors: those of the query. */
  async read(): Promise<void> {
    const { code, year } = this.#place;
    const params = { year: String(year), place: code };
    this.#items = newestFirst(await this.#client.queryAll('activities.list', params, { max: 20_000 }));
  }

  /** Begins a new one, or goes on with one that is there. */
  write(item?: ActivityItem): ActivityForm {
    const typed: ActivityTyped = {
      kind: item?.kind ?? 'seminar',
      date: item ? formatDate(item.date) : '',
      title: item?.title ?? '',
      sessions: written(item?.sessions),
      participants: written(item?.participants),
      source: item?.source ?? '',
      note: item?.note ?? '',
    };
    return { id: item?.id ?? this.#client.newId(), version: item?.version ?? 0, typed };
  }

  faults({ typed }: ActivityForm): ActivityFaults {
    const day = this.#dayOf(typed);
    const number = (name: 'sessions' | 'participants'): ActivityFaults => {
      const read = parseCount(typed[name]);
      return read.ok || read.code === 'unanswered' ? {} : { [name]: read.code };
    };
    return {
      ...('fault' in day && { date: day.fault }),
      ...(typed.title.trim() === '' && { title: 'unanswered' }),
      ...number('sessions'),
      ...number('participants'),
    };
  }

  #dayOf({ date }: ActivityTyped): ReturnType<typeof readDay> {
    return readDay(date, this.#place.year, dateInVietnam(this.#client.now().toISOString()));
  }

  /** Sends what was written, where it is sound. Errors: those of the back end. */
  async save(form: ActivityForm): Promise<Entered | undefined> {
    if (Object.keys(this.faults(form)).length > 0) return undefined;
    const payload = this.#fieldsOf(form.typed);
    const entry: Entry = {
      kind: form.version === 0 ? 'activity.record' : 'activity.update',
      record: form.id,
      expected: form.version,
      payload,
    };
    const [entered] = await this.#send([entry]);
    if (entered?.status === 'conflict') form.version = (await this.#takeCurrent(entered)) ?? form.version;
    if (entered?.status === 'done') {
      const now = this.#client.now().toISOString();
      const before = this.#items.find(({ id }) => id === form.id);
      this.#put(form.id, {
        ...payload,
        id: form.id,
        version: entered.version,
        createdAt: before?.createdAt ?? now,
        updatedAt: now,
      });
    }
    return (form.entered = entered!);
  }

  /** Takes one out. Errors: those of the back end. */
  async remove({ id, version }: ActivityItem): Promise<Entered> {
    const [entered] = await this.#send([
      { kind: 'activity.remove', record: id, expected: version, payload: {} },
    ]);
    if (entered!.status === 'conflict') await this.#takeCurrent(entered!);
    if (entered!.status === 'done') this.#put(id, undefined);
    return entered!;
  }

  #fieldsOf(typed: ActivityTyped): ActivityFields {
    const day = this.#dayOf(typed);
    const number = (name: 'sessions' | 'participants'): Partial<ActivityFields> => {
      const read = parseCount(typed[name]);
      return read.ok ? { [name]: read.value } : {};
    };
    const line = (name: 'source' | 'note'): Partial<ActivityFields> =>
      typed[name].trim() === '' ? {} : { [name]: typed[name].trim() };
    return {
      kind: typed.kind,
      date: 'day' in day ? day.day : '',
      place: this.#place.code,
      title: typed.title.trim(),
      ...number('sessions'),
      ...number('participants'),
      ...line('source'),
      ...line('note'),
    };
  }

  /** What somebody else made of it takes its place in the list; answers its version, where it can be read. */
  async #takeCurrent({ current }: Extract<Entered, { status: 'conflict' }>): Promise<number | undefined> {
    const known = await readActivity(current.value);
    if (!known) return undefined;
    const { removedAt, ...item } = known;
    this.#put(item.id, removedAt === undefined ? item : undefined);
    return item.version;
  }

  #put(id: string, item: ActivityItem | undefined): void {
    const others = this.#items.filter((one) => one.id !== id);
    this.#items = newestFirst([...others, ...(item ? [item] : [])]);
  }
}

const newestFirst = (items: readonly ActivityItem[]): ActivityItem[] =>
  [...items].sort((a, b) => b.date.localeCompare(a.date));

async function readActivity(value: unknown): Promise<Activity | undefined> {
  try {
    const schemas = await import('../../domain/area/area-record.schema.js');
    return schemas.Activity.parse(value);
  } catch {
    return undefined;
  }
}
