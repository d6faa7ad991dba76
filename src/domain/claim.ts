import type { Answer, Claim } from './answer.schema.js';
import type { Criterion, Input } from './criteria-set.schema.js';
import { parseCount, parsePoints, type ReadNumber } from './number.js';

type Field = Exclude<keyof Claim, 'notApplicable'>;

/** The fields by which a kind of criterion is answered. */
const fields: Readonly<Record<Input, readonly Field[]>> = {
  points: ['points'],
  options: ['option'],
  percent: ['numerator', 'denominator'],
  yesno: ['yes'],
};

/** What an answer says of a criterion: the fields that the criterion asks for, or that it does not apply. */
export function claimOf({ input }: Pick<Criterion, 'input'>, answer: Answer | undefined): Claim {
  if (answer?.notApplicable) return { notApplicable: true };
  const given = fields[input].flatMap((field) => {
    const value = answer?.[field];
    return value === undefined ? [] : [[field, value] as const];
  });
  return Object.fromEntries(given);
}

/** Both say the same of the criterion, however the numbers are spelt: "7,5" is "7.50". */
export function sameClaim(criterion: Pick<Criterion, 'input'>, a: Answer, b: Answer | undefined): boolean {
  const [left, right] = [claimOf(criterion, a), claimOf(criterion, b)];
  const read = criterion.input === 'percent' ? parseCount : parsePoints;
  return (
    left.notApplicable === right.notApplicable &&
    left.option === right.option &&
    left.yes === right.yes &&
    (['points', 'numerator', 'denominator'] as const).every((field) =>
      sameNumber(left[field], right[field], read),
    )
  );
}

function sameNumber(a = '', b = '', read: (raw: string) => ReadNumber): boolean {
  const [left, right] = [read(a), read(b)];
  return left.ok && right.ok ? left.value === right.value : a.trim() === b.trim();
}
