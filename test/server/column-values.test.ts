import pg from 'pg';
import { expect, it, inject } from 'vitest';
import { ColumnValues, type ColumnType } from '../../src/server/storage/column-values.js';

const columns: [ColumnType, unknown[]][] = [
  ['text', ['', 'Đặng "Hoà" \\ {a,b}', null, 'NULL', '{"a":"\\"b\\""}', '🏠']],
  ['text', ['7210', '', 'a'.repeat(127), 'b'.repeat(127)]],
  ['text', ['7210', 'c'.repeat(128)]],
  ['text', ['Xã', 'd'.repeat(127)]],
  ['text', Array.from({ length: 300 }, (_, index) => `id-${index}`)],
  ['int', [0, -1, 2_147_483_647, null]],
  ['smallint', [0, -1, 32_767]],
  ['xid', [0, 4_294_967_295]],
  ['bigint', [0, -1, Number.MAX_SAFE_INTEGER]],
  ['bool', [true, false, null]],
  ['timestamptz', ['1999-12-31T23:59:59.999Z', '2026-11-26T07:30:00.001Z']],
  ['text', []],
  ['bigint', []],
];

it('brings the values of a column to the database as they are', async () => {
  const client = new pg.Client({ connectionString: inject('postgres') });
  await client.connect();
  try {
    for (const [type, values] of columns) {
      const { rows } = await client.query<{ found: unknown[]; count: number }>(
        `select to_jsonb($1::${type}[]) as found, coalesce(array_length($1::${type}[], 1), 0) as count`,
        [new ColumnValues(type, values)],
      );
      const { found, count } = rows[0]!;
      const read = found.map((one) =>
        type === 'timestamptz' ? new Date(String(one)).toISOString() : type === 'xid' ? Number(one) : one,
      );
      expect({ type, found: read, count }).toEqual({ type, found: values, count: values.length });
    }
    await expect(
      client.query('select $1::text[]', [new ColumnValues('text', ['a\u0000b'])]),
    ).rejects.toMatchObject({ code: '22021' });
  } finally {
    await client.end();
  }
});
