import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, sealOf, unseal } from './seal.js';

const plain = fc.dictionary(
  fc.string().filter((key) => key !== 'seal' && key !== '__proto__'),
  fc.jsonValue(),
);

describe('seal', () => {
  it('holds on what was sealed, also after a copy through storage', () => {
    fc.assert(
      fc.property(plain, (value) => {
        const { value: back, whole } = unseal(structuredClone(seal(value)));
        expect(whole).toBe(true);
        expect(back).toEqual(value);
      }),
    );
  });

  it('breaks on any other value', () => {
    fc.assert(
      fc.property(plain, plain, (value, other) => {
        fc.pre(JSON.stringify(value) !== JSON.stringify(other));
        expect(unseal({ ...other, seal: seal(value).seal }).whole).toBe(false);
      }),
    );
  });

  it('breaks on a single character changed, added or taken', () => {
    const text = 'Kế hoạch học tập thường xuyên năm 2026';
    const seals = new Set([sealOf({ text })]);
    for (let i = 0; i < text.length; i += 1) {
      seals.add(sealOf({ text: `${text.slice(0, i)}#${text.slice(i + 1)}` }));
      seals.add(sealOf({ text: text.slice(0, i) + text.slice(i + 1) }));
      seals.add(sealOf({ text: `${text.slice(0, i)}-${text.slice(i)}` }));
    }
    // Taking one of two equal neighbours gives the same text, here never.
    expect(seals.size).toBe(1 + 3 * text.length);
  });

  it('takes nothing for whole that never had one', () => {
    for (const raw of [undefined, null, 1, 'text', {}, { a: 1 }, { seal: 1 }, []]) {
      expect(unseal(raw).whole).toBe(false);
    }
  });
});
