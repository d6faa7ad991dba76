import type { RecordType } from '../../domain/receipt.schema.js';
import type { RecordReader } from '../answer-query.js';
import type { Connection } from './connection.js';
import { isAreaType, isDerivedType } from './row-types.js';

/**
 * Reads what lies in the store of rows: what belongs to funds, to areas, and to the register. Each comes with the first
 * question about it.
 */
export async function createRowReader(connection: Connection, rest: RecordReader): Promise<RecordReader> {
  const funds = async (): Promise<RecordReader> =>
    (await import('./fund-reader.js')).createFundReader(connection, rest);
  const register = async () => (await import('./register-part.js')).createRegisterReader(connection);

  async function of(type: RecordType): Promise<RecordReader> {
    if (isDerivedType(type)) return register();
    if (isAreaType(type)) return (await import('./area-reader.js')).createAreaReader(connection);
    return funds();
  }

  return {
    read: async (type, id) => (await of(type)).read(type, id),
    scan: async (type, options) => (await of(type)).scan(type, options),
    ledger: async (fund, first, last) => (await funds()).ledger!(fund, first, last),
    named: async (fund, first, last) => (await funds()).named!(fund, first, last),
    orders: (await register()).orders,
    register: async (after, count) => (await register()).register(after, count),
    settle: async (signal) => (await register()).settle(signal),
  };
}
