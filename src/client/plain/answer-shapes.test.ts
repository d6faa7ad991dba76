import { describe, expect, it } from 'vitest';
import { fitsShape } from '../../backend/shape.js';
import { Actor } from '../../domain/actor.schema.js';
import { areaQueries } from '../../domain/area/area-query.schema.js';
import { coreQueries } from '../../domain/query.schema.js';
import { tenItems } from '../../../test/fixtures/criteria-sets.js';
import { recordSamples } from '../../../test/support/record-samples.js';
import { shapesFile, tryChanged } from '../../../test/support/shapes.js';
import { answerShapes, shapes } from './answer-shapes.js';

const schemas = {
  session: Actor,
  'criteria.list': coreQueries['criteria.list'].item,
  'subjects.list': coreQueries['subjects.list'].item,
  'subject.get': coreQueries['subject.get'].item,
  'assessments.list': coreQueries['assessments.list'].item,
  'assessment.get': coreQueries['assessment.get'].item,
  'damaged.list': coreQueries['damaged.list'].item,
  'consents.list': coreQueries['consents.list'].item,
  'recognition.get': coreQueries['recognition.get'].item,
  'targets.list': areaQueries['targets.list'].item,
  'figures.list': areaQueries['figures.list'].item,
  'tallies.list': areaQueries['tallies.list'].item,
  'indicators.list': areaQueries['indicators.list'].item,
  'places.list': areaQueries['places.list'].item,
};

it('answer-shapes.ts is what the schemas say; `npx vitest run --project unit src/client/plain -u` writes it anew', async () => {
  const file = shapesFile(schemas, {
    of: 'answerShapes',
    shape: '../../backend/shape.js',
    about: 'One item of what is answered before anybody acts, by the name of the question.',
    test: 'answer-shapes.test.ts',
  });
  await expect(file).toMatchFileSnapshot('./answer-shapes.ts');
});

type Name = keyof typeof schemas;
const names = Object.keys(schemas) as Name[];
const at = '2026-03-01T07:00:00.000Z';
const label = { vi: 'Tốt', en: 'Good' };
const { sections: _sections, ...summary } = tenItems();
/** One item of each with everything in it. */
const samples: Record<Name, object> = {
  session: recordSamples.actor,
  'criteria.list': summary,
  'subjects.list': recordSamples.subject,
  'subject.get': recordSamples.subject,
  'assessments.list': recordSamples.assessment,
  'assessment.get': recordSamples.assessment,
  'damaged.list': { type: 'subject', id: 'truong' },
  'consents.list': {
    ...{
      id: 'c',
      version: 1,
      subjectId: 'truong',
      purpose: 'badge',
      textVersion: '1',
      controller: 'UBND xã',
    },
    ...{ retentionYears: 5, giver: 'self', giverName: 'Lan', relation: 'mẹ', form: 'digital' },
    ...{ givenAt: at, withdrawnAt: at, recordedBy: 'lan' },
  },
  'recognition.get': {
    ...{ id: 'r', version: 2, subjectName: 'Trường', model: 'unit', cycle: '2026', outcome: 'tot' },
    ...{ criteria: { id: 'don-vi', version: '1.0.0' }, criteriaStatus: 'sample', criteriaTitle: label },
    ...{ outcomeLabel: label, place: { name: 'Sen Hồ', code: '24' }, placeNow: { name: 'Sen Hồ mới' } },
    decision: {
      ...{ id: 'qd', number: '05/QĐ-UBND', date: '2026-12-05', signer: 'Hưng' },
      issuer: { id: 'ubnd', name: 'UBND xã Sen Hồ' },
    },
    ...{ validFrom: '2026-12-05', validUntil: '2027-12-04', state: 'revoked', revokedAt: at },
    ...{ status: { list: 'ds', index: 3 }, credential: 'eyJ', updatedAt: at },
    series: [
      { cycle: '2026', state: 'revoked', outcome: 'tot', outcomeLabel: label, validUntil: '2027-12-04' },
    ],
  },
  'targets.list': { id: 'gia-dinh-2026', version: 1, target: recordSamples.target.target },
  'figures.list': {
    ...{ id: 'f', version: 1, indicator: 'gia-dinh', place: '24@2025-07-01', at },
    figure: recordSamples.figure.figure,
    earlier: [{ at, figure: { asOf: '2026-01-01', count: 4, source: 'Báo cáo' } }],
  },
  'tallies.list': (({ id: _id, version: _version, ...tally }) => tally)(recordSamples.tally),
  'indicators.list': {
    ...{ id: 'gia-dinh', label, unit: label, kind: 'share', origin: 'records' },
    ...{ model: 'family', subjectGroup: 'nong-thon' },
  },
  'places.list': {
    ...{ id: 'nation', version: 0, source: recordSamples.target.target.source, updatedAt: at },
    localities: [
      {
        ...{ code: '24', from: '2025-07-01', to: '2030-01-01', level: 'province', name: label },
        ...{ fullName: label, parent: '01', area: 'kho-khan' },
      },
    ],
    events: [
      {
        ...{ on: '2025-07-01', kind: 'divide', before: ['20@2004-01-01'], after: ['24@2025-07-01'] },
        shares: [{ parts: { '24@2025-07-01': 7 }, sum: 100, source: { name: label }, indicator: 'gia-dinh' }],
        source: {
          name: label,
          number: '1',
          date: '2025-06-12',
          issuer: label,
          url: 'https://a.vn',
          note: label,
        },
      },
    ],
  },
};
const fits = (name: Name, value: unknown): boolean => fitsShape(answerShapes[name]!, value, shapes);

describe('shapes of answers', () => {
  it.each(names)('%s: one with everything in it is known without the schemas', (name) => {
    expect(schemas[name].safeParse(samples[name]).error).toBeUndefined();
    expect(fits(name, samples[name])).toBe(true);
  });

  it('let nothing through that its schema would not take as it is', () => {
    expect(tryChanged(samples, schemas, fits)).toBeGreaterThan(100);
  });
});
