import { Kysely, PostgresDialect, sql, type DatabaseConnection } from 'kysely';
import { HtsdError } from '../../backend/errors.js';
import { putLogInOrder } from './log-in-order.js';
import { FORM, migrate, refuseNewer } from './migrate.js';
import type { Client } from 'pg';
import { pgliteDialect } from './pglite-dialect.js';
import { nameOf } from './prepared.js';
import type { Tables } from './tables.js';
import { refuseBrokenWall } from './whole-wall.js';

/** For whom a statement runs: the database itself keeps everything else out of sight. */
export interface Asking {
  /**
   * `reader` answers one person; `writer` decides commands, and answers what is public; `eraser` takes what a person said
   * out of the log; `teller` hands on what is to be told outside.
   */
  role: 'reader' | 'writer' | 'eraser' | 'teller';
  province: string;
  actor?: string | undefined;
  scope?: readonly string[] | undefined;
  /** Codes of the places that the scope reaches. */
  places?: readonly string[] | undefined;
}

export interface Database {
  readonly kind: 'postgres' | 'embedded';
  /** Runs work on one connection behind the wall. Errors: invalid (`reason: 'text'`), where it asks with a NUL. */
  behind<T>(asking: Asking, work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** The same in one transaction: all of it is written, or nothing. */
  transaction<T>(asking: Asking, work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Answers at all, and is still of the form that this version knows. Rejects where it does not, or is not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `postgres://…`; absent: the embedded one. */
  url?: string | undefined;
  /** Folder of the embedded one; absent: in memory. */
  folder?: string | undefined;
  /** Most connections at a time. Default 20. */
  connections?: number | undefined;
  /** Whose log is looked at: where the database was restored into another cluster, its numbers are put right. */
  province?: string | undefined;
}

/** Opens a database, and migrates it. Rejects with `NewerDatabase`, `BrokenWall`, or what the database says. */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const { url } = options;
  const db = new Kysely<Tables>({ dialect: url ? await postgres(url, options) : await embedded(options) });
  try {
    await migrate(db);
    await refuseBrokenWall(db);
    if (options.province !== undefined) await putLogInOrder(db, options.province);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const place = new Placing();
  return {
    kind: url ? 'postgres' : 'embedded',
    behind: (asking, work) =>
      db
        .connection()
        .execute(async (one) => {
          await place.put(one, asking);
          return work(one);
        })
        .catch(blameText),
    transaction: (asking, work) =>
      db
        .connection()
        .execute(async (one) => {
          await place.put(one, asking);
          return one.transaction().execute(work);
        })
        .catch(blameText),
    ping: () => refuseNewer(db),
    close: () => db.destroy(),
  };
}

/**
 * A text that the database cannot be asked with, because there is a NUL in it, is of whoever asks: no id, no place and no province
 * is called so. Throws as it was what is anything else.
 */
function blameText(error: unknown): never {
  const { code } = (error ?? {}) as { code?: unknown };
  if (code === '22021') throw new HtsdError('invalid', { params: { reason: 'text' }, cause: error });
  throw error;
}

async function postgres(url: string, { connections = 20 }: DatabaseOptions): Promise<PostgresDialect> {
  const { default: pg } = await import('pg');
  // A connection knows statements that took it milliseconds to plan: it is kept beyond a quiet moment.
  const idleTimeoutMillis = 300_000;
  const pool = new pg.Pool({
    ...{ connectionString: url, max: connections, idleTimeoutMillis },
    Client: remembering(pg.Client),
  });
  // A connection that breaks, in use or not, is replaced by the pool; without listeners it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDialect({ pool });
}

/** A client that has its connection keep the statements that are asked often. */
function remembering(base: typeof Client): typeof Client {
  return class extends base {
    override query(...args: unknown[]): never {
      const [text, values] = args;
      const name = typeof text === 'string' ? nameOf(text) : undefined;
      return super.query(...((name === undefined ? args : [{ name, text, values }]) as [string])) as never;
    }
  };
}

async function embedded({ folder }: DatabaseOptions): Promise<ReturnType<typeof pgliteDialect>> {
  const { PGlite } = await import('@electric-sql/pglite');
  return pgliteDialect(() => PGlite.create(folder === undefined ? {} : { dataDir: folder }));
}

/** Who reads in charge of everything has a role of his own. */
const roleOf = (role: Asking['role'], scope: string): string =>
  role === 'reader' && scope === '*' ? 'htsd_overseer' : `htsd_${role}`;

/** Remembers behind which wall each connection stands, so that most statements need no word about it. */
class Placing {
  readonly #known = new WeakMap<DatabaseConnection, string>();

  async put(
    db: Kysely<Tables>,
    { role, province, actor = '', scope = [], places = [] }: Asking,
  ): Promise<void> {
    const all = scope.includes('*') ? '*' : scope.join('\u001f');
    const reached = places.join('\u001f');
    const wanted = JSON.stringify([role, province, actor, all, reached]);
    await db.getExecutor().provideConnection(async (connection) => {
      if (this.#known.get(connection) === wanted) return;
      // What decides commands is planned once: for lists of one it would be thought worth planning each time.
      // Whatever fails midway is set anew before the next statement.
      this.#known.delete(connection);
      await sql`select set_config('role', ${roleOf(role, all)}, false), set_config('htsd.province', ${province}, false),
        set_config('htsd.actor', ${actor}, false), set_config('htsd.scope', ${all}, false),
        set_config('htsd.places', ${reached}, false), set_config('htsd.form', ${FORM}, false),
        set_config('plan_cache_mode', ${role === 'writer' ? 'force_generic_plan' : 'auto'}, false)`.execute(
        db,
      );
      this.#known.set(connection, wanted);
    });
  }
}
