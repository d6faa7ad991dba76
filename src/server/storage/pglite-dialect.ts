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

/** Speaks to a PostgreSQL that runs within this process. It has one connection; who wants it waits his turn. */
export function pgliteDialect(client: PGlite): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PgliteDriver(client),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class PgliteDriver implements Driver {
  readonly #client: PGlite;
  readonly #connection: DatabaseConnection;
  /** Ends when the connection is given back. */
  #turn: Promise<void> = Promise.resolve();
  #giveBack: (() => void) | undefined;

  constructor(client: PGlite) {
    this.#client = client;
    this.#connection = connectionTo(client);
  }

  async init(): Promise<void> {
    await this.#client.waitReady;
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn;
    let giveBack = (): void => undefined;
    this.#turn = new Promise((done) => (giveBack = done));
    await before;
    this.#giveBack = giveBack;
    return this.#connection;
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
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(): Promise<void> {
    this.#giveBack?.();
  }

  async destroy(): Promise<void> {
    await this.#client.close();
  }
}

/** It brings lists into the form of the database itself. */
const plainly = (value: unknown): unknown => (value instanceof ColumnValues ? value.values : value);

function connectionTo(client: PGlite): DatabaseConnection {
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const { rows, affectedRows } = await client.query<R>(sql, parameters.map(plainly));
      return { rows, numAffectedRows: BigInt(affectedRows ?? 0) };
    },
    streamQuery(): never {
      throw new Error('Streams are not supported by the embedded database.');
    },
  };
}
