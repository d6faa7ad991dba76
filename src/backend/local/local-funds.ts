import type { RecordType } from '../../domain/receipt.schema.js';
import type { RecordReader } from '../answer-query.js';
import { isAreaType } from './row-types.js';
import type { Connection } from './connection.js';

/**
 * Reads what lies in the store of rows: what belongs to funds, and areas beside it. Each comes with the first question
 * about it.
 */
export async function createRowReader(connection: Connection, rest: RecordReader): Promise<RecordReader> {
  const funds = async (): Promise<RecordReader> =>
    (await import('./fund-reader.js')).createFundReader(connection, rest);
  const areas = async () => (await import('./area-reader.js')).createAreaReader(connection);
  const of = (type: RecordType): Promise<RecordReader> => (isAreaType(type) ? areas() : funds());
  return {
    read: async (type, id) => (await of(type)).read(type, id),
    scan: async (type, options) => (await of(type)).scan(type, options),
    ledger: async (fund, first, last) => (await funds()).ledger!(fund, first, last),
    register: async (after) => (await areas()).register(after),
    settle: async (signal) => (await areas()).settle(signal),
  };
}
