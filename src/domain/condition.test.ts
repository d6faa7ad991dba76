import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from './condition.js';
import type { Condition } from './criteria-set.schema.js';

const school: Condition = { fact: 'kind', in: ['school'] };
const any = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.record({ fact: fc.constantFrom('a', 'b'), in: fc.subarray(['x', 'y', true]) }),
    fc.record({ all: fc.array(tie('node'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
  ),
})).node;
const facts = fc.dictionary(
  fc.constantFrom('a', 'b'),
  fc.constantFrom<string | boolean>('x', 'y', true, false),
);

describe('holds', () => {
  it('holds where there is no condition', () => expect(holds(undefined, {})).toBe(true));

  it.each<[Condition, boolean]>([
    [school, true],
    [{ fact: 'kind', in: ['office', 'school'] }, true],
    [{ fact: 'kind', in: [] }, false],
    [{ fact: 'public', in: [true] }, false],
    [{ fact: 'public', in: [false] }, true],
    [{ fact: 'unstated', in: ['x', true, false] }, false],
    [{ fact: 'constructor', in: ['x'] }, false],
    [{ all: [] }, true],
    [{ any: [] }, false],
    [{ all: [school, { fact: 'public', in: [true] }] }, false],
    [{ any: [school, { fact: 'public', in: [true] }] }, true],
    [{ not: school }, false],
  ])('%j', (condition, expected) =>
    expect(holds(condition, { kind: 'school', public: false })).toBe(expected),
  );

  it('obeys De Morgan', () => {
    fc.assert(
      fc.property(any, any, facts, (a, b, given) => {
        expect(holds({ not: { all: [a, b] } }, given)).toBe(holds({ any: [{ not: a }, { not: b }] }, given));
        expect(holds({ not: { not: a } }, given)).toBe(holds(a, given));
      }),
    );
  });
});
