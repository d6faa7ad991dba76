import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from './database.js';
import type { DeliveryTable, Tables } from './tables.js';

/** What is put in with a command. */
export type NewDelivery = Pick<DeliveryTable, 'webhook' | 'id' | 'kind' | 'line' | 'body' | 'at'>;

/** What somebody has taken to send it. */
export type Taken = Pick<DeliveryTable, 'webhook' | 'id' | 'kind' | 'line' | 'body'> & { attempts: number };

/** How far one who is told is. */
export interface Standing {
  webhook: string;
  waiting: number;
  dead: number;
  /** When the oldest that waits happened, as an ISO instant. */
  oldest: string | null;
}

/** Adds what is to be told, in this order, on the connection that has just written the command. `now`: from when it is due. */
export async function putIn(
  db: Kysely<Tables>,
  province: string,
  rows: readonly NewDelivery[],
  now: Date,
): Promise<void> {
  const column = (name: keyof NewDelivery) => rows.map((row) => row[name]);
  await sql`insert into delivery (province, webhook, id, kind, line, body, at, due, since)
    select ${province}::text, w.webhook, w.id, w.kind, w.line, w.body, w.at, ${now}::timestamptz, ${now}::timestamptz
    from unnest(${column('webhook')}::text[], ${column('id')}::text[], ${column('kind')}::text[], ${column('line')}::text[],
      ${column('body')}::text[], ${column('at')}::timestamptz[]) with ordinality
      as w (webhook, id, kind, line, body, at, no) order by w.no`.execute(db);
}

export interface Deliveries {
  /**
   * Takes what is due, the longest due first, and of each line the first that waits only. For others it is not due again
   * before `until`: who is killed with it has it sent once more by somebody else.
   */
  take(webhook: string, most: number, now: Date, until: Date): Promise<Taken[]>;
  /** When something may be taken next; undefined where nothing waits, or nothing that is known of. */
  nextDue(webhook: string): Promise<Date | undefined>;
  delivered(webhook: string, ids: readonly string[], now: Date): Promise<void>;
  /**
   * Puts it off, with all that waits behind it; gives it up where it has been waiting since before `limit`. Answers whether
   * it was given up.
   */
  failed(one: Taken, due: Date, limit: Date, now: Date): Promise<boolean>;
  /** Has what is due only after `latest` be due now. Answers how many. */
  bringForward(webhook: string, latest: Date, now: Date): Promise<number>;
  /** Gives back what was taken and not sent. */
  release(webhook: string, id: string, now: Date): Promise<void>;
  /** Gives up all that is due and has been waiting since before `limit`. Answers how many. */
  giveUp(webhook: string, limit: Date, now: Date): Promise<number>;
  standings(): Promise<Standing[]>;
  /** Has what was given up sent again. Answers how many. */
  retry(webhook: string, now: Date): Promise<number>;
  /** Takes out what waits and what was given up. Answers how many. */
  drop(webhook: string): Promise<number>;
  /** Takes out what was delivered before a moment. Answers how many. */
  sweep(before: Date): Promise<number>;
}

/** Of what is due first so much is looked at: what waits behind others in its line, however much, is passed over at once. */
const front = 500;
/** As many copies find something to take at the same moment. */
const copies = 4;

/** What is to be told in a province. Every call is a statement of its own. Rejects with what the database says. */
export function deliveriesOf(database: Database, province: string): Deliveries {
  const run = <T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> =>
    database.behind({ role: 'teller', province }, work);
  /**
   * Changes those that still wait. They are looked for by their whole key, and what they wait for is asked in a way that no
   * index answers: by one of those of what waits the database would go through all that does.
   */
  const change = (webhook: string, ids: readonly string[], to: RawBuilder<unknown>, where = sql`true`) =>
    count(sql`with mine as materialized (select x.place from unnest(${[...ids]}::text[]) w (id) cross join lateral (
        select d.ctid as place from delivery d where d.province = ${province} and d.webhook = ${webhook} and d.id = w.id
          and d.state || '' = 'waiting' and ${where} for update) x)
      update delivery d set ${to} from mine m where d.ctid = m.place`);
  /**
   * The first that waits of each line that is at the front. It is asked for by its order, so that one look into the index
   * answers: asked whether there is one before it, the database may go through all that there is. `seq > 0`, which each is, makes
   * the index of what is due serve here, and nowhere else.
   */
  const firsts = (webhook: string, front: number, before?: Date) => sql`front as (
      select line, due, seq from delivery where province = ${province} and webhook = ${webhook} and state = 'waiting' and seq > 0
        ${before ? sql`and due <= ${before}` : sql``} order by due, seq limit ${front}),
    lines as (select distinct on (line) line, due, seq from front order by line, seq),
    firsts as (select l.line, l.due, l.seq from lines l where l.seq = (select o.seq from delivery o
      where o.province = ${province} and o.webhook = ${webhook} and o.line = l.line and o.state = 'waiting'
      order by o.seq limit 1))`;
  const count = async (statement: ReturnType<typeof sql>): Promise<number> =>
    Number((await run((db) => statement.execute(db))).numAffectedRows ?? 0n);

  const taken = async (webhook: string, most: number, now: Date, until: Date, looked: number) =>
    (
      await run((db) =>
        sql<Taken & { seq: string }>`
          with ${firsts(webhook, looked, now)},
          few as materialized (select line, seq from firsts order by due, seq limit ${most * copies}),
          mine as materialized (select x.place from few s cross join lateral (select d.ctid as place from delivery d
            where d.province = ${province} and d.webhook = ${webhook} and d.line = s.line and d.seq = s.seq
              and d.state = 'waiting' and d.due <= ${now} for update skip locked) x limit ${most})
          update delivery d set due = ${until}, attempts = d.attempts + 1 from mine m where d.ctid = m.place
          returning d.webhook, d.id, d.kind, d.line, d.body, d.attempts, d.seq`.execute(db),
      )
    ).rows;

  return {
    async take(webhook, most, now, until) {
      const near = most * copies;
      const few = await taken(webhook, most, now, until, near);
      // Mostly each is first in a line of its own; where many wait behind others, there are more to be looked at.
      const more =
        few.length < most && near < front ? await taken(webhook, most - few.length, now, until, front) : [];
      return [...few, ...more]
        .sort((one, other) => Number(one.seq) - Number(other.seq))
        .map(({ seq: _, ...row }) => row);
    },
    async nextDue(webhook) {
      const { rows } = await run((db) =>
        sql<{ due: Date | null }>`with ${firsts(webhook, front)} select min(due) as due from firsts`.execute(
          db,
        ),
      );
      return rows[0]?.due ?? undefined;
    },
    async delivered(webhook, ids, now) {
      await change(webhook, ids, sql`state = 'delivered', ended = ${now}`);
    },
    async failed({ webhook, id, line }, due, limit, now) {
      const dead = await change(webhook, [id], sql`state = 'dead', ended = ${now}`, sql`d.since < ${limit}`);
      if (dead > 0) return true;
      await count(sql`update delivery set due = case when id = ${id} then ${due}::timestamptz else greatest(due, ${due}) end
        where province = ${province} and webhook = ${webhook} and line = ${line} and state = 'waiting'`);
      return false;
    },
    bringForward: (webhook, latest, now) =>
      count(sql`update delivery set due = ${now} where province = ${province}
        and webhook = ${webhook} and state = 'waiting' and seq > 0 and due > ${latest}`),
    async release(webhook, id, now) {
      await change(webhook, [id], sql`due = ${now}, attempts = d.attempts - 1`);
    },
    giveUp: (webhook, limit, now) =>
      count(sql`update delivery set state = 'dead', ended = ${now} where province = ${province}
        and webhook = ${webhook} and state = 'waiting' and seq > 0 and due <= ${now} and since < ${limit}`),
    async standings() {
      const { rows } = await run((db) =>
        sql<{ webhook: string; waiting: string; dead: string; oldest: Date | null }>`
          select webhook, count(*) filter (where state = 'waiting') as waiting,
            count(*) filter (where state = 'dead') as dead, min(at) filter (where state = 'waiting') as oldest
          from delivery where province = ${province} and state in ('waiting', 'dead')
          group by webhook order by webhook`.execute(db),
      );
      return rows.map(({ webhook, waiting, dead, oldest }) => ({
        ...{ webhook, waiting: Number(waiting), dead: Number(dead) },
        oldest: oldest && oldest.toISOString(),
      }));
    },
    retry: (webhook, now) =>
      count(sql`update delivery set state = 'waiting', ended = null, attempts = 0, due = ${now}, since = ${now}
        where province = ${province} and webhook = ${webhook} and state = 'dead'`),
    drop: (webhook) =>
      count(sql`delete from delivery where province = ${province} and webhook = ${webhook}
        and state in ('waiting', 'dead')`),
    sweep: (before) =>
      count(
        sql`delete from delivery where province = ${province} and state = 'delivered' and ended < ${before}`,
      ),
  };
}
