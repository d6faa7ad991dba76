import type { QueryName } from '../domain/query.schema.js';

type Test = (value: unknown) => boolean;
const like =
  (pattern: RegExp): Test =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

const model = like(/^(family|clan|community|unit|citizen)$/);
const cycle = like(/^(19|20|21)\d\d$/);
const id = like(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/);
const slug = like(/^[a-z0-9]{1,80}(-[a-z0-9]{1,20})?$/);
const code = like(/^[\s\S]{1,255}$/);
const page = { cursor: like(/^[\s\S]{1,200}$/) };

/** What gauges, badges and a form that somebody registers in ask, said narrowly, as `plain-params` does for what a form opens with. */
const known: Partial<Record<QueryName, { must?: string; may: Readonly<Record<string, Test>> }>> = {
  'criteria.list': { may: { ...page, model, cycle } },
  'damaged.list': { may: page },
  'consents.list': { must: 'subject', may: { ...page, subject: id } },
  'places.list': { may: page },
  'indicators.list': { may: page },
  'targets.list': { may: { ...page, indicator: slug } },
  'figures.list': { may: { ...page, indicator: slug } },
  'tallies.list': {
    may: {
      ...page,
      model,
      places: (value) => Array.isArray(value) && value.length <= 20_000 && value.every(code),
    },
  },
};

/** As `arePlain`, for questions that are not asked by a form that opens. */
export function arePlainLate(name: QueryName, params: unknown): boolean {
  const { must, may } = Object.hasOwn(known, name) ? known[name]! : {};
  if (!may || typeof params !== 'object' || params === null) return false;
  return (
    (must === undefined || Object.hasOwn(params, must)) &&
    Object.entries(params).every(
      ([key, value]) => Object.hasOwn(may, key) && (value === undefined ? key !== must : may[key]!(value)),
    )
  );
}
