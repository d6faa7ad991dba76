import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isList, isRecord, readJson, toPlain } from './read-json.js';

const lines = (text: string): unknown => {
  const read = readJson(text);
  if (!read.ok || !isList(read.value)) return read;
  return read.value.items.map((item) => (isRecord(item) ? item.line : undefined));
};

describe('JSON with lines', () => {
  it('reads what JSON.parse reads, however it is laid out', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 1, 4), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const read = readJson(text);
        expect(read.ok && toPlain(read.value)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('knows the line of each record', () => {
    expect(lines('[\n{"a":1},\n\n{"a":"x\\ny"}, {"a":2},\n{}\n]')).toEqual(
      [2, 4, 4, 5].map((n, i) => (i === 3 ? 5 : n)),
    );
  });

  it('reads several values one after another as a list, and NaN as nothing', () => {
    expect(lines('{"a":NaN}\n{"a":2}\n')).toEqual([1, 2]);
    const read = readJson('{"a":NaN}');
    expect(read.ok && toPlain(read.value)).toEqual({ a: null });
  });

  it('remembers a field that comes twice, and is not led astray by names of prototypes', () => {
    const read = readJson('{"a":1,"__proto__":{"b":2},"a":3}');
    if (!read.ok || !isRecord(read.value)) throw new Error('not read');
    expect(read.value.twice).toEqual(['a']);
    expect(read.value.fields.get('a')).toBe(3);
    expect({}).not.toHaveProperty('b');
  });

  it.each([
    ['cut off', '[\n{"a":1},\n{"a":', 3],
    ['an open text', '[\n{"a":"x\n}]', 2],
    ['a comma too many', '[\n1,\n]', 3],
    ['no value', 'abc', 1],
    ['a wrong escape', '["\\q"]', 1],
  ])('tells the line where it breaks: %s', (_name, text, line) => {
    expect(readJson(text)).toEqual({ ok: false, line, code: 'not-json' });
  });

  it('refuses what is nested without end, without falling over', () => {
    expect(readJson('['.repeat(1_000_000))).toEqual({ ok: false, line: 1, code: 'too-deep' });
  });
});
