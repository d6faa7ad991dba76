import { CompiledQuery, type Kysely } from 'kysely';
import { ColumnValues } from './column-values.js';
import { prepared } from './prepared.js';
import type { Tables } from './tables.js';

/** A line that was found: a record, or under the type `entry-of` what the log says of a command. */
export interface Seen {
  type: string;
  id: string;
  version: number;
  /** Which transaction wrote it. */
  mark: string | number;
  value: string;
  /** Of an assessment: its subject, its year, and whether it goes on. */
  parent: string;
  cycle: string;
  open: boolean;
}

/** What some commands are likely to look at. */
export interface Outlook {
  commands: string[];
  assessments: string[];
  subjects: string[];
  /** Those among them that somebody says to be new. */
  news: { subjects: string[]; assessments: string[] };
  funds: string[];
  /** Assessments that a decision grants titles for: of each there may be one already. */
  titles: string[];
}

/**
 * Guessed from what came over the network, unread as yet: what is not there, or not an id, is left to the decision. A
 * wrong guess costs a look, nothing else.
 */
export function outlookOf(commands: readonly unknown[]): Outlook {
  const news: Outlook['news'] = { subjects: [], assessments: [] };
  const found: Outlook = { commands: [], assessments: [], subjects: [], news, funds: [], titles: [] };
  const put = (list: string[], id: unknown): void => {
    if (typeof id === 'string' && idLike.test(id)) list.push(id);
  };
  const add = (to: Exclude<keyof Outlook, 'news'>, id: unknown): void => put(found[to], id);
  for (const one of commands) {
    if (!isObject(one)) continue;
    const { id, kind, record, payload } = one;
    add('commands', id);
    if (typeof kind !== 'string') continue;
    const about = isObject(payload) ? payload : {};
    const [family] = kind.split('.', 1);
    if (kind === 'subject.import') {
      const rows = Array.isArray(about['subjects']) ? about['subjects'] : [];
      for (const row of rows) if (isObject(row)) add('subjects', row['id']);
    } else if (family === 'subject') {
      add('subjects', record);
      if (kind === 'subject.register' && one['expected'] === 0) put(news.subjects, record);
    }
    if (kind === 'assessment.open') {
      add('assessments', record);
      add('subjects', about['subject']);
      if (one['expected'] === 0) put(news.assessments, record);
    } else if (kind === 'recognition.grant') {
      // A decision names hundreds: looked for one by one, each would be a way to the database and back.
      const grants = Array.isArray(about['grants']) ? about['grants'] : [];
      for (const grant of grants)
        if (isObject(grant))
          for (const list of ['assessments', 'titles'] as const) add(list, grant['assessment']);
    } else if (family === 'assessment' || family === 'recognition') add('assessments', record);
    else if (family === 'fund') add('funds', 'fund' in about ? about['fund'] : record);
  }
  return found;
}

/** What may be an id: a look takes nothing else along, and no schema is asked for a guess. */
const idLike = /^[\w.:@+-]{1,128}$/;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const columns = (from: string): string =>
  ['type', 'id', 'version', 'mark', 'value', 'parent', 'cycle', 'open']
    .map((name) => (from === 'r' && name === 'mark' ? 'r.xmin as mark' : `${from}.${name}`))
    .join(', ');

/**
 * Everything about the subjects in question at one glance, with what the log knows of the commands. Each record is looked
 * for by its whole key, from one to the next: how a statement is carried out is decided while there are few, and kept.
 */
export const glance = prepared(`
  with about as (
    select x.subject as id from unnest($2::text[]) as w (id) cross join lateral (
      select r.subject from record r where r.province = $1 and r.type = 'assessment' and r.id = w.id offset 0) x
    union select unnest($3::text[])
  )
  select 'entry-of' as type, x.id, 1 as version, '0'::xid as mark, x.entry as value, '' as parent, '' as cycle, false as open
    from unnest($5::text[]) as w (id) cross join lateral (
    select c.id, c.entry from command c where c.province = $1 and c.id = w.id offset 0) x
  union all select ${columns('x')} from about a cross join (values ('subject'), ('row')) as t (type) cross join lateral (
    select ${columns('r')} from record r where r.province = $1 and r.type = t.type and r.id = a.id offset 0) x
  union all select ${columns('x')} from about a cross join lateral (
    select ${columns('r')} from record r
    where r.province = $1 and r.type = 'assessment' and r.parent = a.id and r.parent <> '' offset 0) x
  union all select ${columns('x')} from unnest($4::text[]) as w (id) cross join lateral (
    select ${columns('r')} from record r where r.province = $1 and r.type = 'fund' and r.id = w.id offset 0) x`);

/** Asked by decisions alone: what everybody sends is looked for with nothing more. */
const titleGlance = prepared(`
  select ${columns('x')} from unnest($2::text[]) as w (id) cross join lateral (
    select ${columns('r')} from record r where r.province = $1 and r.type = 'recognition' and r.id = w.id offset 0) x`);

/** Looks at all of it; all but titles as it stood in one moment. */
export async function lookAhead(
  db: Kysely<Tables>,
  province: string,
  { commands, assessments, subjects, funds, titles }: Omit<Outlook, 'news'>,
): Promise<Seen[]> {
  const { rows } = await db.executeQuery<Seen>(
    CompiledQuery.raw(glance, [
      province,
      ...[assessments, subjects, funds, commands].map((ids) => new ColumnValues('text', ids)),
    ]),
  );
  if (titles.length === 0) return rows;
  const granted = CompiledQuery.raw(titleGlance, [province, new ColumnValues('text', titles)]);
  return [...rows, ...(await db.executeQuery<Seen>(granted)).rows];
}
