import { describe, expect, it } from 'vitest';
import { Actor } from '../../domain/actor.schema.js';
import { FigureRecord, StoredTally, TargetRecord } from '../../domain/area/area-record.schema.js';
import { Assessment } from '../../domain/assessment.schema.js';
import { Subject } from '../../domain/subject.schema.js';
import { recordSamples } from '../../../test/support/record-samples.js';
import { shapesFile, tryChanged } from '../../../test/support/shapes.js';
import { recordShapes, shapes } from './record-shapes.js';
import { fitsShape } from '../shape.js';

const schemas = {
  actor: Actor,
  subject: Subject,
  assessment: Assessment,
  target: TargetRecord,
  figure: FigureRecord,
  tally: StoredTally,
};
type Name = keyof typeof schemas;
const names = Object.keys(schemas) as Name[];

it('record-shapes.ts is what the schemas say; `npx vitest run --project unit src/backend/moodle -u` writes it anew', async () => {
  const file = shapesFile(schemas, {
    of: 'recordShapes',
    shape: '../shape.js',
    about: 'What is read before anybody acts.',
    test: 'record-shapes.test.ts',
  });
  await expect(file).toMatchFileSnapshot('./record-shapes.ts');
});

const fits = (name: Name, value: unknown): boolean => fitsShape(recordShapes[name]!, value, shapes);

describe('shapes of records', () => {
  it.each(names)('%s: one with everything in it is known without the schemas', (name) => {
    expect(schemas[name].safeParse(recordSamples[name]).error).toBeUndefined();
    expect(fits(name, recordSamples[name])).toBe(true);
  });

  it('let nothing through that its schema would not take as it is', () => {
    const passed = tryChanged<Name>(recordSamples, schemas, fits);
    expect(passed).toBeGreaterThan(100);
  });

  it.each([
    ['a key that no schema names', { ...recordSamples.tally, more: 1 }],
    ['one that the language has a meaning for', JSON.parse('{"__proto__":{"a":1}}')],
    ['a missing part', { ...recordSamples.tally, counts: {} }],
    ['a question mark', { ...recordSamples.tally, 'id?': 'x' }],
    ['a list for an object', [recordSamples.tally]],
    ['nothing', null],
    ['infinity', JSON.parse(JSON.stringify(recordSamples.tally).replace('"version":3', '"version":1e999'))],
  ])('leave %s to the schemas', (_, value) => {
    expect(fits('tally', value)).toBe(false);
  });
});
