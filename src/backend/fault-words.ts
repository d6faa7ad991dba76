import type { z } from '../domain/zod.js';

/** Something that is not as it has to be, for the developer who wrote it. */
export interface Fault {
  /** Where: `items/0/owner`; empty: the whole. */
  path: string;
  /** What, in English. */
  says: string;
}

type Issue = z.core.$ZodIssue;

/** What a schema has found in a value, in words that lead to where it has to be put right. */
export function faultWords({ issues }: { issues: readonly Issue[] }, value: unknown): Fault[] {
  return issues.flatMap((issue) => {
    const here = partOf(value, issue.path);
    if (issue.code === 'invalid_union' && here !== undefined) {
      const meant = nearest(issue.errors);
      if (meant) return faultWords({ issues: meant.map((one) => below(issue, one)) }, value);
    }
    return [{ path: issue.path.join('/'), says: wordsFor(issue, here) }];
  });
}

const below = ({ path }: Issue, inner: Issue): Issue => ({ ...inner, path: [...path, ...inner.path] });

/** Of several ways to write something the one that was likely meant: what is of another kind altogether was not. */
function nearest(ways: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const meant = ways.filter(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  );
  const strange = (issues: readonly Issue[]): number =>
    issues.filter(({ code }) => code === 'unrecognized_keys').length;
  return meant.sort((one, other) => strange(one) - strange(other) || one.length - other.length)[0];
}

function wordsFor(issue: Issue, value: unknown): string {
  const wanted = wantedBy(issue);
  if (value === undefined && issue.code !== 'custom')
    return `It is missing${wanted === undefined ? '' : `: expected ${wanted}`}.`;
  if (issue.code === 'unrecognized_keys')
    return `There is no ${issue.keys.map((key) => `"${key}"`).join(', ')} here.`;
  return `Expected ${wanted ?? 'something else'}, got ${shown(value)}.`;
}

function wantedBy(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.length === 1
        ? shown(issue.values[0])
        : `one of ${issue.values.map(shown).join(', ')}`;
    case 'invalid_format':
      return issue.pattern === undefined ? issue.format : `text like ${issue.pattern}`;
    case 'too_small':
      return `at least ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `at most ${issue.maximum}${unitOf(issue.origin)}`;
    case 'invalid_union': {
      const ways = issue.errors.flatMap(([first]) => (first && wantedBy(first)) ?? []);
      return ways.length === 0 ? undefined : [...new Set(ways)].join(' or ');
    }
    default:
      return undefined;
  }
}

const kinds: Readonly<Record<string, string>> = {
  ...{ string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false' },
  ...{ array: 'a list', object: 'an object', record: 'an object', null: 'null' },
};
const unitOf = (origin: string): string =>
  origin === 'string' ? ' letters' : origin === 'array' ? ' in the list' : '';

function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

const partOf = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (part, key) => (part as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  );
