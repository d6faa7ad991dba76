/** Steps of a path such as `dong/ma`; none for the value itself. */
const steps = (path: string): string[] => (path === '' ? [] : path.split('/'));

/** A plain value as text; of a list or an object, its JSON. */
export const wordOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);

/** What stands at a path of an answer; undefined where nothing does. Never what an object merely inherits. */
export function at(value: unknown, path: string): unknown {
  let found = value;
  for (const step of steps(path)) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<string, unknown>)[step];
  }
  return found;
}

/** The same, where a step that meets a list goes into each of it. */
export function each(value: unknown, path: string): unknown {
  const [step, ...rest] = steps(path);
  if (step === undefined) return value;
  if (Array.isArray(value)) return value.map((one) => each(one, path)).filter((one) => one !== undefined);
  return each(at(value, step), rest.join('/'));
}

/** The same with this value at the path; what lies on the way is made. */
export function withAt(whole: unknown, path: string, value: unknown): unknown {
  const [step, ...rest] = steps(path);
  if (step === undefined) return value;
  const before = typeof whole === 'object' && whole !== null && !Array.isArray(whole) ? whole : {};
  const inner = withAt(at(before, step), rest.join('/'), value);
  // Defined and not assigned, so that a key from outside is never more than a key.
  return Object.defineProperty({ ...before }, step, {
    ...{ value: inner, enumerable: true, configurable: true, writable: true },
  });
}
