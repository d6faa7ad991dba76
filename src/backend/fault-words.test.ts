import { expect, it } from 'vitest';
import { z } from '../domain/zod.js';
import { faultWords } from './fault-words.js';

const Way = z.union([
  z.string().check(z.maxLength(3)),
  z.strictObject({ at: z.string(), as: z.optional(z.enum(['date', 'text'])) }),
]);
const Table = z.strictObject({
  size: z.number().check(z.minimum(1)),
  day: z.optional(z.string().check(z.regex(/^\d+$/))),
  ways: z.record(z.string(), Way),
  list: z.optional(z.array(z.boolean()).check(z.maxLength(1))),
});

const said = (value: unknown): string[] => {
  const { error } = z.safeParse(Table, value);
  return faultWords(error ?? { issues: [] }, value).map(({ path, says }) => `${path} – ${says}`);
};

it('says where something is wrong, what is there and what should be', () => {
  expect(said({ size: 1, ways: {} })).toEqual([]);
  expect(said({ size: 0, day: 'x', ways: { a: 7 }, list: ['yes'], more: 1 })).toEqual([
    'size – Expected at least 1, got 0.',
    'day – Expected text like /^\\d+$/, got "x".',
    'ways/a – Expected a text or an object, got 7.',
    'list/0 – Expected true or false, got "yes".',
    ' – There is no "more" here.',
  ]);
  expect(said({ ways: [] })).toEqual([
    'size – It is missing: expected a number.',
    'ways – Expected an object, got a list of 0.',
  ]);
  expect(said({ size: 1, ways: {}, list: [true, true] })).toEqual([
    'list – Expected at most 1 in the list, got a list of 2.',
  ]);
  expect(said(undefined)).toEqual([' – It is missing: expected an object.']);
});

it('speaks of the way of writing that was meant', () => {
  expect(said({ size: 1, ways: { a: { as: 'day' }, b: 'long text' } })).toEqual([
    'ways/a/at – It is missing: expected a text.',
    'ways/a/as – Expected one of "date", "text", got "day".',
    'ways/b – Expected at most 3 letters, got "long text".',
  ]);
});
