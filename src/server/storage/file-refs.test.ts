import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashesIn, hashesWithin } from './file-refs.js';

const sha256 = fc.constantFrom('a'.repeat(64), '0'.repeat(64), 'A'.repeat(64), 'a'.repeat(63), 7, null);
const said = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 5 },
    fc.string(),
    sha256,
    fc.constant(`"sha256":"${'b'.repeat(64)}"`),
    fc.array(tie('any')),
    fc.dictionary(fc.constantFrom('sha256', 'evidence', '__proto__'), tie('any')),
    fc.record({ kind: fc.constant('file'), sha256 }),
  ),
})).any;

it('finds in what was read from JSON the files that its text names', () => {
  fc.assert(
    fc.property(said, (value) => {
      const text = JSON.stringify(value);
      expect([...hashesWithin(JSON.parse(text))]).toEqual(hashesIn(text));
    }),
    { numRuns: 500 },
  );
});
