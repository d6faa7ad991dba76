import type { PGlite } from '@electric-sql/pglite';
import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import { ColumnValues } from './column-values.js';

/**
 * Speaks to a PostgreSQL that runs within this process. It has one connection; who wants it waits his turn. Where the
 * database panics, on a full disk say, it is opened anew for whoever comes next: it comes back as from a power cut.
 */
export function pgliteDialect(open: () => Promise<PGlite>): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PgliteDriver(open),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class PgliteDriver implements Driver {
  readonly #open: () => Promise<PGlite>;
  #current: PgliteConnection | undefined;
  /** Ends when the connection is given back. */
  #turn: Promise<void> = Promise.resolve();
  #giveBack: (() => void) | undefined;

  constructor(open: () => Promise<PGlite>) {
    this.#open = open;
  }

  async init(): Promise<void> {
    await this.#whole();
  }

  /** Another one after a panic: nobody may take what was set in the old one, the wall above all, for set in the new one. */
  async #whole(): Promise<PgliteConnection> {
    if (!this.#current || this.#current.panic) this.#current = new PgliteConnection(await this.#open());
    return this.#current;
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn;
    let giveBack = (): void => undefined;
    this.#turn = new Promise((done) => (giveBack = done));
    await before;
    try {
      const connection = await this.#whole();
      this.#giveBack = giveBack;
      return connection;
    } catch (error) {
      giveBack();
      throw error;
    }
  }

  async beginTransaction(
    connection: DatabaseConnection,
    { isolationLevel, accessMode }: { isolationLevel?: string; accessMode?: string },
  ): Promise<void> {
    const level = isolationLevel ? ` isolation level ${isolationLevel}` : '';
    await connection.executeQuery(CompiledQuery.raw(`begin${level}${accessMode ? ` ${accessMode}` : ''}`));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // What panicked has nothing any more that could be taken back.
    if (!(connection as PgliteConnection).panic) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(): Promise<void> {
    this.#giveBack?.();
  }

  async destroy(): Promise<void> {
    if (this.#current && !this.#current.panic) await this.#current.client.close();
  }
}

/** It brings lists into the form of the database itself. */
const plainly = (value: unknown): unknown => (value instanceof ColumnValues ? value.values : value);

class PgliteConnection implements DatabaseConnection {
  readonly client: PGlite;
  /** With what it panicked; it would never answer again. */
  panic: Error | undefined;

  constructor(client: PGlite) {
    this.client = client;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.panic) throw this.panic;
    try {
      const { rows, affectedRows } = await this.client.query<R>(sql, parameters.map(plainly));
      return { rows, numAffectedRows: BigInt(affectedRows ?? 0) };
    } catch (error) {
      const said = error as Error & { severity?: unknown };
      if (said.severity === 'PANIC' || said.severity === 'FATAL') this.panic = said;
      throw error;
    }
  }

  streamQuery(): never {
    throw new Error('Streams are not supported by the embedded database.');
  }
}
