import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criterion, tenItems } from '../../test/fixtures/criteria-sets.js';
import { MOST_CRITERIA, MOST_TEXT, readCriteriaSet } from './read-criteria-set.js';

const codes = (input: unknown): string[] => {
  const read = readCriteriaSet(input);
  return read.ok ? [] : read.issues.map(({ code }) => code);
};

describe('readCriteriaSet', () => {
  it('gives back a sound set, with its warnings', () => {
    expect(readCriteriaSet(structuredClone(tenItems()))).toEqual({ ok: true, set: tenItems(), warnings: [] });
    const read = readCriteriaSet({ ...tenItems(), title: { vi: '<b>Bộ</b>' } });
    expect(read.ok && read.warnings.map(({ code }) => code)).toEqual(['markup-in-text']);
  });

  it.each([[null], [undefined], [7], ['set'], [[]], [true]])('refuses %j as malformed', (input) => {
    expect(codes(input)).toEqual(['malformed']);
  });

  it.each([[2], ['1'], [undefined], [null], [{}]])('refuses format %j before anything else', (format) => {
    expect(codes({ ...tenItems(), format, sections: 'nonsense' })).toEqual(['unknown-format']);
  });

  it('says where the shape is wrong', () => {
    const read = readCriteriaSet({
      ...tenItems(),
      scoring: { ...tenItems().scoring, passMark: '80' },
      model: 'village',
    });
    expect(read.ok ? [] : read.issues.map(({ path }) => path[0])).toEqual(
      expect.arrayContaining(['model', 'scoring']),
    );
    expect(codes({ ...tenItems(), sections: [null] })).toEqual(['malformed']);
    expect(codes({ ...tenItems(), scoring: { mode: 'points', max: Infinity, classes: [] } })).toContain(
      'malformed',
    );
  });

  it('refuses too many criteria, and takes as many as are allowed', () => {
    const many = (count: number) => {
      const criteria = Array.from({ length: count }, (_, index) =>
        criterion(`c${index}`, { input: 'points', max: 1 }),
      );
      return {
        ...tenItems(),
        scoring: { mode: 'points', max: count, classes: [{ id: 'a', label: { vi: 'a' }, min: 1 }] },
        sections: [{ id: 's', title: { vi: 's' }, criteria }],
      };
    };
    expect(codes(many(MOST_CRITERIA))).toEqual([]);
    expect(codes(many(MOST_CRITERIA + 1))).toEqual(['too-many-criteria']);
    expect(codes(many(10_000))).toEqual(['too-many-criteria']);
  });

  it('refuses too much text, wherever it is', () => {
    expect(codes({ ...tenItems(), note: 'ă'.repeat(MOST_TEXT + 1) })).toEqual(['too-large']);
    expect(codes({ ...tenItems(), ['k'.repeat(MOST_TEXT + 1)]: 1 })).toEqual(['too-large']);
    expect(codes({ ...tenItems(), extra: Array.from({ length: 500_001 }, () => 0) })).toEqual(['too-large']);
  });

  it('survives conditions nested ten thousand deep, and objects that contain themselves', () => {
    let deep: unknown = { fact: 'kind', in: ['school'] };
    for (let depth = 0; depth < 10_000; depth += 1) deep = depth % 2 ? { not: deep } : { all: [deep] };
    const one = { ...criterion('c1', { input: 'points', max: 10 }), appliesIf: deep };
    expect(codes({ ...tenItems(), sections: [{ id: 's', title: { vi: 's' }, criteria: [one] }] })).toEqual([
      'too-deep',
    ]);
    const round: Record<string, unknown> = { ...tenItems() };
    round['self'] = round;
    expect(codes(round)).toEqual(['too-deep']);
  });

  it('reports the lint where the shape is right', () => {
    const set = tenItems();
    set.sections[0]?.criteria.push(criterion('c1', { input: 'points', max: 10 }));
    expect(codes(set).sort()).toEqual(['duplicate-id', 'points-do-not-add-up']);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (input) => void readCriteriaSet(input)));
    fc.assert(
      fc.property(
        fc.anything(),
        fc.constantFrom('scoring', 'sections', 'facts', 'source', 'cycles', 'title'),
        (part, field) => {
          const read = readCriteriaSet({ ...tenItems(), [field]: part });
          if (!read.ok) expect(read.issues.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

it('finds errors only in those published vectors that are about what a set does not allow', () => {
  const file: unknown = JSON.parse(
    readFileSync(new URL('../../test/vectors/scoring.json', import.meta.url), 'utf8'),
  );
  const { cases } = file as { cases: { name: string; set: unknown }[] };
  expect(cases.filter(({ set }) => !readCriteriaSet(set).ok).map(({ name }) => name)).toEqual([
    'not applicable: not allowed by the set',
    'condition: left out without re-weighting',
    'checklist: not applicable is not allowed',
  ]);
});
