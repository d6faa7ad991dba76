import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.js';

/** The same by the engine's own writer, out of sorted copies; it puts keys that are numbers first. */
const slow = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part !== 'object' || part === null || Array.isArray(part)
      ? part
      : Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))),
  );

describe('canonical JSON', () => {
  it('is what the engine writes of sorted copies', () => {
    const key = fc.string({ unit: 'binary' }).filter((text) => !/^\d+$/.test(text) && text !== '__proto__');
    fc.assert(
      fc.property(fc.jsonValue(), fc.dictionary(key, fc.jsonValue()), (any, object) => {
        const value = { object, list: [object, any] };
        const numbered = /"\d+":|__proto__/.test(JSON.stringify(value));
        if (!numbered) expect(canonicalJson(value)).toBe(slow(value));
      }),
    );
  });

  it('is the same however the keys were put in', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 'ữ' }], a: null })).toBe('{"a":null,"b":[{"c":"ữ","d":1}]}');
    expect(canonicalJson({ a: null, b: [{ c: 'ữ', d: 1 }] })).toBe('{"a":null,"b":[{"c":"ữ","d":1}]}');
  });

  it('leaves out what is undefined, and keeps its place in a list', () => {
    expect(canonicalJson({ a: undefined, b: { c: undefined }, d: [undefined, true] })).toBe(
      '{"b":{},"d":[null,true]}',
    );
    expect(canonicalJson([])).toBe('[]');
  });

  it('puts keys that are numbers where RFC 8785 has them', () => {
    expect(canonicalJson({ 9: 1, 10: 2, '': 3 })).toBe('{"":3,"10":2,"9":1}');
  });
});
