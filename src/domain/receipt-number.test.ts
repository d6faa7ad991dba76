import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReceiptNumber, receiptNumber } from './receipt-number.js';

const at = '2026-12-31T07:00:00.000Z';

describe('receipt number', () => {
  it('is short and always the same for a command', () => {
    const number = receiptNumber('01930f5e-7c00-7abc-8def-000000000001', at);
    expect(number).toMatch(/^2026-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]$/);
    expect(receiptNumber('01930f5e-7c00-7abc-8def-000000000001', at)).toBe(number);
  });

  it('differs for ids that differ in one sign', () => {
    const numbers = Array.from({ length: 20_000 }, (_unused, index) =>
      receiptNumber(`01930f5e-7c00-7abc-8def-${index}`, at),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('is read as people write it, and a wrong sign is found', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.nat(15),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
        (id, place, sign) => {
          const number = receiptNumber(id, at);
          expect(
            readReceiptNumber(number.toLowerCase().replace(/-/g, ' ').replace(/0/g, 'o').replace(/1/g, 'l')),
          ).toBe(number);
          const plain = number.replace(/-/g, '');
          const wrong = plain.slice(0, place % 15) + sign + plain.slice((place % 15) + 1);
          if (wrong !== plain) expect(readReceiptNumber(wrong)).toBeUndefined();
        },
      ),
    );
  });

  it('finds two neighbours that changed places, but for 0 and Z', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 4, max: 13 }), (id, place) => {
        const plain = receiptNumber(id, at).replace(/-/g, '');
        const [one = '', two = ''] = plain.slice(place, place + 2);
        fc.pre(one !== two && [one, two].sort().join('') !== '0Z');
        const swapped = plain.slice(0, place) + two + one + plain.slice(place + 2);
        expect(readReceiptNumber(swapped)).toBeUndefined();
      }),
    );
  });
});
