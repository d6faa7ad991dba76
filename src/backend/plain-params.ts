import type { QueryName } from '../domain/query.schema.js';

const model = /^(family|clan|community|unit|citizen)$/;
const cycle = /^(19|20|21)\d\d$/;
const id = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/;
const text = /^[\s\S]{1,200}$/;
const yes = /^true$/;
const page = { cursor: text };

/** What the queries of a first show take, said narrowly: anything that is not listed here is left to the schemas. */
const shapes: Partial<Record<QueryName, { must?: string[]; may: Record<string, RegExp> }>> = {
  'criteria.get': { must: ['id', 'version'], may: { id: text, version: text } },
  'subjects.list': { may: { ...page, model, mine: yes } },
  'subject.get': { must: ['id'], may: { id } },
  'assessments.list': { may: { ...page, subject: id, model, cycle, mine: yes } },
  'assessment.get': { must: ['id'], may: { id } },
};

/**
 * True for parameters that are right beyond doubt, which is nearly always. Never true for what the query's schema would
 * refuse; false only means that the schema has to be asked.
 */
export function arePlain(name: QueryName, params: object): boolean {
  const { must = [], may } = shapes[name] ?? {};
  return (
    may !== undefined &&
    must.every((key) => Object.hasOwn(params, key)) &&
    Object.entries(params).every(([key, value]) => {
      const pattern = Object.hasOwn(may, key) ? may[key] : undefined;
      const kind = pattern === yes ? 'boolean' : 'string';
      return value === undefined
        ? !must.includes(key)
        : typeof value === kind && !!pattern?.test(String(value));
    })
  );
}
