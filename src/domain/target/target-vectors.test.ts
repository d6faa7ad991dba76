import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from '../zod.js';
import { IsoDate } from '../text.schema.js';
import { standingOf } from './pace.js';
import { Figure, Target } from './target.schema.js';

const Vector = z.object({
  name: z.string(),
  why: z.string().check(z.minLength(8)),
  target: Target,
  figures: z.array(Figure),
  on: IsoDate,
  /** null: the field must not be there. */
  expected: z.looseObject({ status: z.string(), reasons: z.array(z.string()) }),
});
const { cases } = z
  .object({ format: z.literal(1), cases: z.array(Vector) })
  .parse(JSON.parse(readFileSync(new URL('../../../test/vectors/targets.json', import.meta.url), 'utf8')));

describe('published vectors of targets', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { target, figures, on, expected }) => {
    const standing = standingOf(target, figures, on);
    for (const [field, value] of Object.entries(expected))
      expect(standing[field as keyof typeof standing], field).toEqual(value ?? undefined);
  });

  it('cover every status and every reason', () => {
    const said = cases.map(({ expected }) => expected);
    expect(new Set(said.map(({ status }) => status))).toEqual(
      new Set(['reached', 'on-track', 'behind', 'unknown']),
    );
    expect([...new Set(said.flatMap(({ reasons }) => reasons))].sort()).toEqual(
      [
        ...['at-base', 'met-before', 'no-base', 'no-figure', 'no-total', 'nothing-asked', 'over-total'],
        ...['overdue', 'partial', 'stale'],
      ].sort(),
    );
  });
});
