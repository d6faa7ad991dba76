import { sql, type Kysely } from 'kysely';
import type { Actor } from '../../domain/actor.schema.js';
import { HtsdError } from '../../backend/errors.js';
import type { BackendEvent } from '../../backend/port.js';
import type { LogEntry } from '../../backend/record-store.js';
import type { Database } from './database.js';
import type { Tables } from './tables.js';

/** What one command changed, and where to go on after it. */
export interface ChangesStep {
  /** Of all that this person may read; as records stand now: one that changed twice is told twice, under the same version. */
  items: BackendEvent[];
  next: string;
}

/** What has changed since a person last asked. */
export interface Changes {
  /** One for each command, in order. */
  steps: ChangesStep[];
  /** Where to go on the next time. */
  next: string;
  /** There is more already. */
  more: boolean;
}

/** Commands looked at in one go. */
const most = 500;

/** Records that anybody may hear of, whoever made them. */
const open = ['criteria', 'places', 'target', 'figure', 'activity'];

/** Records that are about a subject; others that are about something are about a fund. */
const ofSubjects = ['subject', 'assessment', 'row', 'consent', 'recognition'];

/**
 * What was changed after `since`, of all that this person may read; without it only where to begin. A command under way
 * may have an earlier number than one that is done, so that none is told of before all that could precede it have ended.
 * Errors: invalid (cursor), also of a place that this database has not come to: it was restored from before, or is another one.
 */
export async function changesSince(
  database: Database,
  { id, scope, places }: Actor,
  province: string,
  since: string | undefined,
): Promise<Changes> {
  const log = await database.behind({ role: 'writer', province }, async (db) => {
    if (since === undefined) {
      const { rows } = await sql<{ xid: string; seq: string; entry: string }>`
        select (pg_snapshot_xmin(pg_current_snapshot())::text::numeric - 1)::text as xid, '9223372036854775807' as seq, '' as entry`.execute(
        db,
      );
      return rows;
    }
    const [xid, seq] = readPlace(since);
    const { rows } = await sql<{ xid: string; seq: string; entry: string }>`
      select c.xid::text, c.seq::text, c.entry from command c
      where c.province = ${province} and (c.xid, c.seq) > (${xid}::text::xid8, ${seq}::text::bigint)
        and c.xid < pg_snapshot_xmin(pg_current_snapshot())
      -- Of the table: what is answered is text, by which a thousand stands before two.
      order by c.xid, c.seq limit ${sql.lit(most)}`.execute(db);
    if (rows.length === 0 && (await isAhead(db, xid))) throw invalidPlace();
    return rows;
  });
  const last = log.at(-1);
  const next = last ? placeOf(last) : since!;
  if (since === undefined) return { steps: [], next, more: false };
  const commands = log.map((row) => ({
    ...{ next: placeOf(row), records: (JSON.parse(row.entry) as LogEntry).records },
  }));
  const touched = commands.flatMap(({ records }) => records);
  const more = log.length === most;
  if (touched.length === 0) return { steps: [], next, more };

  const seen = await database.behind({ role: 'reader', province, actor: id, scope, places }, (db) =>
    sql<{ type: string; id: string; version: number }>`
      select r.type, r.id, r.version from unnest(
        ${touched.map(({ type }) => type)}::text[], ${touched.map((one) => one.id)}::text[]) as w (type, id)
      cross join lateral (select * from record r
        where r.province = ${province} and r.type = w.type and r.id = w.id offset 0) r
      where r.type = any (${open}::text[]) or r.owner = ${id} or r.subject = any (${scope ?? []}::text[])
        or ${scope?.includes('*') ?? false}
        or exists (select from whereabouts x where x.province = ${province} and x.id = r.subject
          and x.place = any (${places ?? []}::text[])
          and x.type = case when r.type = any (${ofSubjects}::text[]) then 'subject' else 'fund' end)`.execute(
      db,
    ),
  );
  const versions = new Map(seen.rows.map((row) => [`${row.type} ${row.id}`, row.version]));
  const steps = commands.map(({ records, ...step }) => ({
    ...step,
    items: records.flatMap(({ type, id: record }): BackendEvent[] => {
      const version = versions.get(`${type} ${record}`);
      return version === undefined ? [] : [{ type, id: record, version }];
    }),
  }));
  return { steps, next, more };
}

/** No command had this number, nor could one have had it when a place was told: what comes until then would be left out without a word. */
async function isAhead(db: Kysely<Tables>, xid: string): Promise<boolean> {
  const { rows } = await sql<{ ahead: boolean }>`
    select ${xid}::text::xid8 >= pg_snapshot_xmax(pg_current_snapshot()) as ahead`.execute(db);
  return rows[0]!.ahead;
}

const invalidPlace = (): HtsdError => new HtsdError('invalid', { params: { field: 'since' } });

const placeOf = ({ xid, seq }: { xid: string; seq: string }): string => `c1.${xid}.${seq}`;

/** As large as the database counts. */
const mostXid = 2n ** 64n - 1n;
const mostSeq = 2n ** 63n - 1n;

function readPlace(since: string): [string, string] {
  const [, xid, seq] = /^c1\.(\d{1,20})\.(\d{1,19})$/.exec(since) ?? [];
  if (xid === undefined || seq === undefined || BigInt(xid) > mostXid || BigInt(seq) > mostSeq)
    throw invalidPlace();
  return [xid, seq];
}
