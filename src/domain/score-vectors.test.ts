import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from './zod.js';
import { CriteriaSet } from './criteria-set.schema.js';
import { Facts } from './answer.schema.js';
import type { Answers } from './answer.schema.js';
import { score } from './score.js';

/** Answers are left unchecked on purpose: some vectors hold damaged ones. */
const Vector = z.object({
  name: z.string(),
  why: z.string().check(z.minLength(10)),
  set: CriteriaSet,
  facts: Facts,
  answers: z.custom<Answers>((value) => typeof value === 'object'),
  expected: z.looseObject({
    reasons: z.array(z.string()),
    criteria: z.record(z.string(), z.looseObject({ reason: z.string() })),
  }),
});
const file = z.object({ format: z.literal(1), cases: z.array(Vector) });
const { cases } = file.parse(
  JSON.parse(readFileSync(new URL('../../test/vectors/scoring.json', import.meta.url), 'utf8')),
);

describe('published scoring vectors', () => {
  it('cover both modes', () => {
    expect(cases.length).toBeGreaterThanOrEqual(25);
    expect(new Set(cases.map(({ set }) => set.scoring.mode))).toEqual(new Set(['points', 'checklist']));
  });

  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { set, facts, answers, expected }) => {
    const result = score(set, facts, answers);
    const { criteria, reasons, ...figures } = expected;
    expect(result).toMatchObject(figures);
    expect(result.reasons.map(({ code }) => code)).toEqual(reasons);
    for (const [id, { reason, ...fields }] of Object.entries(criteria)) {
      expect(result.criteria[id]).toMatchObject(fields);
      expect(result.criteria[id]?.reasons[0]?.code, id).toBe(reason);
    }
  });
});
