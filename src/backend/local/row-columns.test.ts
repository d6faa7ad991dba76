import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, rowsFrom } from './row-columns.js';

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()));
const inner = fc.record({ salt: fc.string(), purpose: fc.string(), note: leaf }, { requiredKeys: ['salt'] });
const row = fc.record(
  {
    id: fc.string(),
    by: fc.constantFrom('a', 'b'),
    party: inner,
    deep: fc.record({ inner, leaf }),
    mixed: leaf,
  },
  { requiredKeys: ['id'] },
);
const rows = fc.oneof(fc.array(row), fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue())));

describe('rows as columns', () => {
  it('come back as they were, through storage too', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const columns = structuredClone(columnsOf(list));
        expect(rowsFrom(columns, list.length)).toEqual(list);
      }),
    );
  });

  it('come back with some of their keys alone', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const some = list.map((row) =>
          Object.fromEntries(
            ['id', 'party', 'a'].flatMap((key) => (key in row ? [[key, row[key as keyof typeof row]]] : [])),
          ),
        );
        expect(rowsFrom(columnsOf(list), list.length, new Set(['id', 'party', 'a']))).toEqual(some);
      }),
    );
  });

  it('leave out what is undefined', () => {
    const columns = columnsOf([{ a: 1, b: undefined }, { a: undefined }]);
    expect(Object.keys(columns)).toEqual(['a']);
    expect(rowsFrom(columns, 2)).toStrictEqual([{ a: 1 }, {}]);
  });

  it('keep what all have alike once', () => {
    const by = { id: 'treasurer', name: 'Lê Thu Cúc' };
    const columns = columnsOf([{ by }, { by }]);
    expect(columns).toEqual({ by: { same: by } });
  });

  it('are refused where they are those of fewer rows', () => {
    const columns = columnsOf([{ a: 1 }, { a: 2, b: { c: 1 } }, { a: 3, b: { c: 2 } }]);
    expect(() => rowsFrom(columns, 2)).toThrow(RangeError);
    expect(() => rowsFrom({ a: { each: [1, 2], has: '10' } }, 2)).toThrow(RangeError);
    expect(() => rowsFrom({ a: { each: [1, 2], has: '1' } }, 2)).toThrow(RangeError);
  });
});
