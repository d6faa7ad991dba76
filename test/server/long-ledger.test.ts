import { expect, it } from 'vitest';
import { openDatabase } from '../../src/server/storage/database.js';
import { createSqlReader } from '../../src/server/storage/sql-reader.js';
import { ownDatabase } from './own-database.js';

it('asks for as many pages of a ledger as an answer may hold', async () => {
  const database = await openDatabase({ url: await ownDatabase(), connections: 1 });
  try {
    const reader = createSqlReader((work) => database.behind({ role: 'writer', province: '25' }, work), '25');
    // A statement has 65,535 values at most; 200 pages have 102,400 entries. None of them is there.
    await expect(reader.ledger('quy', 1, 200 * 512)).rejects.toMatchObject({
      ...{ code: 'invalid', params: { reason: 'damaged', type: 'entry', no: 1 } },
    });
  } finally {
    await database.close();
  }
});
