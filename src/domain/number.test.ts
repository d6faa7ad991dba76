import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_NUMBER, parseCount, parsePoints } from './number.js';

const ok = (value: number) => ({ ok: true, value });
const no = (code: string) => ({ ok: false, code });

describe('parsePoints', () => {
  it.each([
    ['7,5', ok(7.5)],
    ['7.5', ok(7.5)],
    [' 10 ', ok(10)],
    ['\u00a07,05\u00a0', ok(7.05)],
    ['007,50', ok(7.5)],
    ['0', ok(0)],
    ['', no('unanswered')],
    ['   ', no('unanswered')],
    [undefined, no('unanswered')],
    [null, no('unanswered')],
    ['7,', no('number-unreadable')],
    ['7.', no('number-unreadable')],
    [',5', no('number-unreadable')],
    ['-', no('number-unreadable')],
    ['+7', no('number-unreadable')],
    ['7,5,5', no('number-unreadable')],
    ['1.234,5', no('number-unreadable')],
    ['1 000', no('number-unreadable')],
    ['7e1', no('number-unreadable')],
    ['0x10', no('number-unreadable')],
    ['Infinity', no('number-unreadable')],
    ['NaN', no('number-unreadable')],
    ['７', no('number-unreadable')],
    ['٧', no('number-unreadable')],
    ['7\u200b5', no('number-unreadable')],
    [7, no('number-unreadable')],
    [{}, no('number-unreadable')],
    ['7,125', no('number-too-precise')],
    ['1.234', no('number-too-precise')],
    ['-1', no('number-negative')],
    ['\u22121', no('number-negative')],
    ['- 0,5', no('number-negative')],
    ['1000000000', ok(1e9)],
    ['1000000000,01', no('number-over-max')],
    ['9'.repeat(400), no('number-over-max')],
  ])('%j', (raw, expected) => expect(parsePoints(raw)).toEqual(expected));

  it('reads back every number of points as written with either mark', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: LARGEST_NUMBER * 100 }),
        fc.constantFrom('.', ','),
        (hundredths, mark) => {
          const written = `${Math.floor(hundredths / 100)}${mark}${String(hundredths % 100).padStart(2, '0')}`;
          expect(parsePoints(written)).toEqual(ok(hundredths / 100));
        },
      ),
    );
  });
});

describe('parseCount', () => {
  it.each([
    ['0', ok(0)],
    ['1234', ok(1234)],
    ['1.234', ok(1234)],
    ['1 234', ok(1234)],
    ['1\u00a0234', ok(1234)],
    ['1\u202f234', ok(1234)],
    ['12.345.678', ok(12345678)],
    ['0012', ok(12)],
    ['', no('unanswered')],
    ['12.5', no('number-not-whole')],
    ['1,5', no('number-not-whole')],
    ['1,234', no('number-not-whole')],
    ['1.2345', no('number-not-whole')],
    ['0.500', no('number-not-whole')],
    ['1.234,5', no('number-not-whole')],
    ['12.', no('number-unreadable')],
    ['1.23.456', no('number-unreadable')],
    ['1.234 567', no('number-unreadable')],
    ['1  234', no('number-unreadable')],
    ['1 23', no('number-unreadable')],
    ['１２', no('number-unreadable')],
    ['12 người', no('number-unreadable')],
    ['1e3', no('number-unreadable')],
    [12, no('number-unreadable')],
    ['-5', no('number-negative')],
    ['1.000.000.000', ok(1e9)],
    ['1.000.000.001', no('number-over-max')],
  ])('%j', (raw, expected) => expect(parseCount(raw)).toEqual(expected));

  it('reads back every count as Vietnamese writes it', () => {
    const format = new Intl.NumberFormat('vi-VN');
    fc.assert(
      fc.property(fc.nat(LARGEST_NUMBER), (count) => {
        expect(parseCount(format.format(count))).toEqual(ok(count));
        expect(parseCount(String(count))).toEqual(ok(count));
      }),
    );
  });
});

it('takes anything without throwing, and never answers a number that is not one', () => {
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(parsePoints, parseCount), (raw, parse) => {
      const read = parse(raw);
      if (read.ok) expect(read.value).toBeGreaterThanOrEqual(0);
      else expect(read.code).toMatch(/^(unanswered|number-)/);
    }),
  );
});
