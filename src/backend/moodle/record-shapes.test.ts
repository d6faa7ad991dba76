import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Actor } from '../../domain/actor.schema.js';
import { FigureRecord, StoredTally, TargetRecord } from '../../domain/area/area-record.schema.js';
import { Assessment } from '../../domain/assessment.schema.js';
import { Subject } from '../../domain/subject.schema.js';
import { z } from '../../domain/zod.js';
import { recordShapes, shapes } from './record-shapes.js';
import { fitsShape, type Shape } from './shape.js';

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

/** What a schema says of itself in JSON. */
interface Said {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Said[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Said;
  properties?: Record<string, Said>;
  required?: string[];
  propertyNames?: Said;
  additionalProperties?: Said | false;
}

const bounds = (min: number | undefined, max: number | undefined) => ({
  ...(min !== undefined && Math.abs(min) < Number.MAX_SAFE_INTEGER && { min }),
  ...(max !== undefined && Math.abs(max) < Number.MAX_SAFE_INTEGER && { max }),
});

/** Writes shapes down, those that several others are made of once. */
class Writer {
  readonly list: Shape[] = [];
  readonly #known = new Map<string, Shape>();

  constructor(readonly defs: Readonly<Record<string, Said>>) {}

  #named(ref: string): Shape {
    const name = ref.split('/').at(-1)!;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const shape = this.shapeOf(this.defs[name]!);
    // A name is no shorter than what it names.
    const isShort = JSON.stringify(shape).length < 16;
    const written = isShort ? shape : this.list.push(shape) - 1;
    this.#known.set(name, written);
    return written;
  }

  shapeOf(said: Said): Shape {
    if (said.$ref !== undefined) return this.#named(said.$ref);
    if (said.anyOf) return { any: said.anyOf.map((one) => this.shapeOf(one)) };
    if (Array.isArray(said.type)) return { any: said.type.map((type) => this.shapeOf({ ...said, type })) };
    if ('const' in said) return { one: [said.const] };
    if (said.enum) return { one: said.enum };
    switch (said.type) {
      case 'null':
        return { one: [null] };
      case 'boolean':
        return { one: [true, false] };
      case 'string':
        return { text: said.pattern ?? true, ...bounds(said.minLength, said.maxLength) };
      case 'number':
      case 'integer':
        return { number: said.type === 'integer' ? 'whole' : true, ...bounds(said.minimum, said.maximum) };
      case 'array':
        return { list: this.shapeOf(said.items!), ...bounds(said.minItems, said.maxItems) };
      case 'object': {
        if (said.additionalProperties)
          return { key: this.shapeOf(said.propertyNames!), value: this.shapeOf(said.additionalProperties) };
        const keys = Object.entries(said.properties!).map(([key, one]) => {
          expect(key).not.toContain('?');
          return [said.required?.includes(key) ? key : `${key}?`, this.shapeOf(one)] as const;
        });
        return { keys: Object.fromEntries(keys) };
      }
      default:
        throw new Error(`No shape says this: ${JSON.stringify(said)}`);
    }
  }
}

it('record-shapes.ts is what the schemas say; `npx vitest run --project unit src/backend/moodle -u` writes it anew', async () => {
  const said = z.toJSONSchema(z.object(schemas), { reused: 'ref' }) as Said & { $defs: Record<string, Said> };
  const writer = new Writer(said.$defs);
  const own = Object.fromEntries(names.map((name) => [name, writer.shapeOf(said.properties![name]!)]));
  const file = [
    "import type { Shape } from './shape.js';",
    '',
    '/** What others are made of. Written by record-shapes.test.ts from the schemas: change those, then run it with -u. */',
    '// oxfmt-ignore',
    `export const shapes: readonly Shape[] = ${JSON.stringify(writer.list)};`,
    '',
    '/** What is read before anybody acts. Written like the others. */',
    '// oxfmt-ignore',
    `export const recordShapes: Readonly<Record<string, Shape | undefined>> = ${JSON.stringify(own)};`,
    '',
  ].join('\n');
  await expect(file).toMatchFileSnapshot('./record-shapes.ts');
});

const at = '2026-03-01T07:00:00.000Z';
const by = { at, by: 'lan', byName: 'Lê Thị Lan' };
const criteria = { id: 'don-vi', version: '1.0.0' };
const answer = {
  points: '7,5',
  note: 'Đã họp',
  evidence: [
    {
      id: 'a',
      kind: 'file',
      name: 'a.pdf',
      type: 'application/pdf',
      size: 7,
      sha256: 'a'.repeat(64),
      addedAt: at,
    },
    { id: 'b', kind: 'link', name: 'b', url: 'https://example.vn/b', addedAt: at },
  ],
};
const scored = { mode: 'points', total: 92.5, max: 100, outcome: null, passed: true, conclusive: true };
/** One of each with everything in it. */
const samples: Record<Name, object> = {
  actor: { id: '4', name: 'Nguyễn Thị Sen', roles: ['member'], scope: ['*'], places: ['24'] },
  subject: {
    ...{ id: 'truong', version: 2, model: 'unit', subjectGroup: 'school', name: 'Trường', parent: 'Phòng' },
    place: { name: 'Sen Hồ', code: '09999' },
    head: { name: 'Lê Thị Lan', position: 'Hiệu trưởng' },
    members: { total: 30, recognised: 28, ids: ['lan'] },
    facts: { school: true, kind: 'primary' },
    registrations: [{ cycle: '2026', criteria, at, by: 'lan' }],
    past: [{ cycle: '2020', score: 88.5, title: 'Tốt', source: 'so.xlsx' }],
    ...{ owner: 'lan', closedAt: at, createdAt: at, updatedAt: at },
  },
  assessment: {
    ...{
      id: 'tu-danh-gia',
      version: 7,
      subjectId: 'truong',
      subjectName: 'Trường',
      model: 'unit',
      cycle: '2026',
    },
    ...{ criteria, state: 'returned', facts: { school: true }, answers: { '1.1': answer } },
    setAside: [{ criteria, answers: {}, facts: {} }],
    owner: 'lan',
    submissions: [{ receipt: 'A-1', ...by, score: scored, withdrawnAt: at }],
    review: {
      ...{ startedAt: at, by: 'cuc', byName: 'Lê Thu Cúc', dropped: ['1.2'], score: scored },
      marks: { '1.1': { answer: { points: '5' }, reason: 'Thiếu', ...by } },
    },
    returned: { ...by, reason: 'Bổ sung', answers: {}, facts: {}, marks: {} },
    comments: [{ id: 'c', criterion: '1.1', text: 'Thiếu', ...by }],
    decision: {
      id: 'qd',
      number: '05',
      date: '2026-12-05',
      signer: 'Hưng',
      outcome: 'tot',
      validUntil: '2027-12-05',
    },
    history: [{ ...by, kind: 'assessment.return', from: null, to: 'returned', reason: 'Bổ sung' }],
    ...{ createdAt: at, updatedAt: at },
  },
  target: {
    ...{ id: 'gia-dinh-2026', version: 1, dropped: false, owner: 'cuc', updatedAt: at },
    target: {
      ...{ id: 'gia-dinh-2026', indicator: 'gia-dinh', kind: 'share', value: 7500, by: '2026-12-31' },
      ...{
        base: { asOf: '2020-12-31', count: 10, of: 20 },
        falling: false,
        area: 'kho-khan',
        locality: '24',
      },
      ...{ source: { name: { vi: 'Kế hoạch' } }, provenance: 'sourced' },
      disputed: [{ value: 8000, source: { vi: 'Báo', en: 'News' } }],
    },
  },
  figure: {
    ...{ id: 'f', version: 1, indicator: 'gia-dinh', place: '24@2025-07-01', ...by },
    figure: {
      asOf: '2026-01-01',
      count: 5,
      of: 10,
      coverage: { reported: 1, expected: 2 },
      source: 'Báo cáo',
    },
    earlier: [{ ...by, figure: { asOf: '2026-01-01', count: 4, source: 'Báo cáo' } }],
  },
  tally: {
    ...{ id: 't', version: 3, cycle: '', model: 'unit', subjectGroup: '', place: '' },
    counts: { subjects: 1, registered: 1, submitted: 0, verified: 0, recognised: 0, refused: 0 },
  },
};
const fits = (name: Name, value: unknown): boolean => fitsShape(recordShapes[name]!, value, shapes);

/** Every place in a value, as the keys that lead there. */
function placesIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, one]) => placesIn(one).map((rest) => [key, ...rest]))];
}

/** The value with one place changed: something else there, nothing, or something beside it. */
function changed(
  value: unknown,
  path: readonly string[],
  instead: unknown,
  how: 'put' | 'drop' | 'add',
): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (how !== 'add' || typeof value !== 'object' || value === null) return instead;
    return Array.isArray(value) ? [...(value as unknown[]), instead] : { ...value, other: instead };
  }
  const copy = structuredClone(value) as Record<string, unknown>;
  if (rest.length === 0 && how === 'drop') {
    if (Array.isArray(copy)) copy.splice(Number(key), 1);
    else delete copy[key];
  } else copy[key] = changed(copy[key], rest, instead, how);
  return copy;
}

describe('shapes of records', () => {
  it.each(names)('%s: one with everything in it is known without the schemas', (name) => {
    expect(schemas[name].safeParse(samples[name]).error).toBeUndefined();
    expect(fits(name, samples[name])).toBe(true);
  });

  it('let nothing through that its schema would not take as it is', () => {
    const strange = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(
        '',
        ' ',
        'a b',
        '2026-13-01',
        'A'.repeat(5000),
        -1,
        0.5,
        1e300,
        2 ** 53,
        true,
        null,
        [],
        {},
      ),
      fc.constantFrom('javascript:alert(1)', '../x', 'draft', 'family', '__proto__', '4\n'),
    );
    const cases = fc.constantFrom(...names).chain((name) =>
      fc.record({
        name: fc.constant(name),
        path: fc.constantFrom(...placesIn(samples[name])),
        instead: strange,
        how: fc.constantFrom('put', 'put', 'drop', 'add'),
      }),
    );
    let passed = 0;
    fc.assert(
      fc.property(cases, ({ name, path, instead, how }) => {
        const json = JSON.stringify(changed(samples[name], path, instead, how));
        if (json === undefined) return;
        const value: unknown = JSON.parse(json);
        if (!fits(name, value)) return;
        passed += 1;
        const read = schemas[name].safeParse(value);
        expect(read.error).toBeUndefined();
        expect(read.data).toEqual(value);
      }),
      { numRuns: 3000 },
    );
    expect(passed).toBeGreaterThan(100);
  });

  it.each([
    ['a key that no schema names', { ...samples.tally, more: 1 }],
    ['one that the language has a meaning for', JSON.parse('{"__proto__":{"a":1}}')],
    ['a missing part', { ...samples.tally, counts: {} }],
    ['a question mark', { ...samples.tally, 'id?': 'x' }],
    ['a list for an object', [samples.tally]],
    ['nothing', null],
    ['infinity', JSON.parse(JSON.stringify(samples.tally).replace('"version":3', '"version":1e999'))],
  ])('leave %s to the schemas', (_, value) => {
    expect(fits('tally', value)).toBe(false);
  });
});
