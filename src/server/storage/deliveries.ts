import { sql, type Kysely } from 'kysely';
import type { Database } from './database.js';
import type { DeliveryTable, Tables } from './tables.js';

/** What is put in with a command. */
export type NewDelivery = Pick<DeliveryTable, 'webhook' | 'id' | 'kind' | 'line' | 'body' | 'at'>;

/** What somebody has taken to send it. */
export type Taken = Pick<DeliveryTable, 'webhook' | 'id' | 'kind' | 'body'> & { attempts: number };

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
  /** When something may be taken next; undefined where nothing waits. */
  nextDue(webhook: string): Promise<Date | undefined>;
  delivered(webhook: string, id: string, now: Date): Promise<void>;
  /** Puts it off; gives it up where it has been waiting since before `limit`. Answers whether it was given up. */
  failed(webhook: string, id: string, due: Date, limit: Date, now: Date): Promise<boolean>;
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

/** Nothing waits before it in its line. Looked for row by row: few are taken of however many there are. */
const isFirst = sql`not exists (select from delivery o where o.province = d.province and o.webhook = d.webhook
  and o.line = d.line and o.state = 'waiting' and o.seq < d.seq offset 0)`;

/** What is to be told in a province. Every call is a statement of its own. Rejects with what the database says. */
export function deliveriesOf(database: Database, province: string): Deliveries {
  const run = <T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> =>
    database.behind({ role: 'teller', province }, work);
  const of = (webhook: string, id: string) =>
    sql`province = ${province} and webhook = ${webhook} and id = ${id} and state = 'waiting'`;
  const count = async (statement: ReturnType<typeof sql>): Promise<number> =>
    Number((await run((db) => statement.execute(db))).numAffectedRows ?? 0n);

  return {
    async take(webhook, most, now, until) {
      const { rows } = await run((db) =>
        sql<Taken & { seq: string }>`
          with mine as (select d.province, d.webhook, d.id from delivery d
            where d.province = ${province} and d.webhook = ${webhook} and d.state = 'waiting' and d.due <= ${now}
              and ${isFirst}
            order by d.due, d.seq limit ${most} for update skip locked)
          update delivery d set due = ${until}, attempts = d.attempts + 1 from mine m
          where d.province = m.province and d.webhook = m.webhook and d.id = m.id
          returning d.webhook, d.id, d.kind, d.body, d.attempts, d.seq`.execute(db),
      );
      return rows.sort((one, other) => Number(one.seq) - Number(other.seq)).map(({ seq: _, ...row }) => row);
    },
    async nextDue(webhook) {
      const { rows } = await run((db) =>
        sql<{ due: Date }>`select d.due from delivery d
          where d.province = ${province} and d.webhook = ${webhook} and d.state = 'waiting' and ${isFirst}
          order by d.due, d.seq limit 1`.execute(db),
      );
      return rows[0]?.due;
    },
    async delivered(webhook, id, now) {
      await count(sql`update delivery set state = 'delivered', ended = ${now} where ${of(webhook, id)}`);
    },
    async failed(webhook, id, due, limit, now) {
      const { rows } = await run((db) =>
        sql<{ state: string }>`update delivery set due = ${due},
          state = case when since < ${limit} then 'dead' else state end,
          ended = case when since < ${limit} then ${now}::timestamptz else ended end
          where ${of(webhook, id)} returning state`.execute(db),
      );
      return rows[0]?.state === 'dead';
    },
    async release(webhook, id, now) {
      await count(sql`update delivery set due = ${now}, attempts = attempts - 1 where ${of(webhook, id)}`);
    },
    giveUp: (webhook, limit, now) =>
      count(sql`update delivery set state = 'dead', ended = ${now} where province = ${province}
        and webhook = ${webhook} and state = 'waiting' and due <= ${now} and since < ${limit}`),
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
