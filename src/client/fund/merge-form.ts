import { sameJson } from '../same-json.js';

/** A field that somebody else changed since this person began to type. */
export interface FieldChange {
  /** Names that lead to it: `['limit']`, `['plans', '2026', 'hoc-bong']`. */
  readonly path: readonly string[];
  readonly before: unknown;
  readonly theirs: unknown;
}

/** A form three ways. */
export interface MergedForm<T> {
  /** What he typed, over what is there now. */
  readonly form: T;
  /** Fields that both changed, each in his own way: a person has to choose; what he typed stands in `form`. */
  readonly clashes: readonly FieldChange[];
  /** Fields that only the others changed: `form` has theirs. */
  readonly taken: readonly FieldChange[];
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const keysOf = (...all: readonly Fields[]): string[] => [...new Set(all.flatMap((one) => Object.keys(one)))];
const within = (value: unknown): Fields => (isFields(value) ? value : {});

/** `typed` began from `began`, which is `now` by now; field by field, however deep they lie. */
export function mergeForm<T extends object>(typed: T, began: T, now: T): MergedForm<T> {
  const clashes: FieldChange[] = [];
  const taken: FieldChange[] = [];

  function merge(path: readonly string[], mine: unknown, before: unknown, theirs: unknown): unknown {
    if ([mine, before, theirs].some(isFields)) {
      const sides = [within(mine), within(before), within(theirs)] as const;
      const merged = keysOf(...sides).map((key) => {
        const [m, b, t] = sides.map((side) => side[key]);
        return [key, merge([...path, key], m, b, t)] as const;
      });
      return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
    }
    if (sameJson(theirs, before) || sameJson(theirs, mine)) return mine;
    const change = { path, before, theirs };
    if (!sameJson(mine, before)) {
      clashes.push(change);
      return mine;
    }
    taken.push(change);
    return theirs;
  }

  return { form: merge([], typed, began, now) as T, clashes, taken };
}

/** What was typed once the form that was shown became another one: only what differs was typed now. */
export function typedOver<T extends object>(typed: T, shown: T, next: T): T {
  const over = (mine: unknown, before: unknown, after: unknown): unknown => {
    if (!isFields(before) && !isFields(after)) return sameJson(before, after) ? mine : after;
    const [m, b, a] = [mine, before, after].map(within) as [Fields, Fields, Fields];
    const all = keysOf(m, b, a).map((key) => [key, over(m[key], b[key], a[key])] as const);
    return Object.fromEntries(all.filter(([, value]) => value !== undefined));
  };
  return over(typed, shown, next) as T;
}

/** A copy in which one field is another one. */
export function withField<T extends object>(form: T, [name, ...rest]: readonly string[], value: unknown): T {
  if (name === undefined) return form;
  const fields = form as Fields;
  return { ...form, [name]: rest.length > 0 ? withField(within(fields[name]), rest, value) : value };
}
