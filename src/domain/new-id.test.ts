import fc from 'fast-check';
import { expect, it } from 'vitest';
import { uuidv7 } from './new-id.js';

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });

it('is the example of RFC 9562, appendix A.6', () => {
  const random = Uint8Array.from([
    0, 0, 0, 0, 0, 0, 0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f,
  ]);
  expect(uuidv7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

it('carries time, version, variant and randomness where RFC 9562 puts them', () => {
  fc.assert(
    fc.property(time, bytes, (now, random) => {
      const id = uuidv7(now, random);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now);
      expect(id.slice(-12)).toBe(Buffer.from(random.subarray(10)).toString('hex'));
    }),
  );
});

it('sorts by time', () => {
  fc.assert(
    fc.property(time, time, bytes, bytes, (a, b, x, y) => {
      fc.pre(a !== b);
      expect(uuidv7(a, x) < uuidv7(b, y)).toBe(a < b);
    }),
  );
});

it('leaves the bytes as they were, and refuses too few of them or an impossible time', () => {
  const random = new Uint8Array(16).fill(255);
  uuidv7(0, random);
  expect([...random]).toEqual(Array<number>(16).fill(255));
  expect(() => uuidv7(0, new Uint8Array(15))).toThrow(RangeError);
  for (const now of [-1, 2 ** 48, NaN, Infinity]) expect(() => uuidv7(now, random)).toThrow(RangeError);
});
