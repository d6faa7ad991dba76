import type { RegisterEntry, StoredTally, Tally, TallyCounts, TallyGroup } from './area-record.schema.js';
import { counts } from './register-entry.js';

/** Nothing of anything. */
const zero: TallyCounts = {
  subjects: 0,
  registered: 0,
  submitted: 0,
  verified: 0,
  recognised: 0,
  refused: 0,
};
const names = Object.keys(zero) as (keyof TallyCounts)[];

/** The order of what `tallies.list` answers: years first, so that one year's are read in one go. */
export const tallyId = ({ cycle, model, subjectGroup, place }: TallyGroup): string =>
  [cycle, model, subjectGroup, place].map(encodeURIComponent).join('/');

/** Which states count as what, beside being on the register. What goes on counts in what it has passed, too. */
const passed: Readonly<Record<string, readonly (keyof TallyCounts)[]>> = {
  submitted: ['submitted'],
  'in-review': ['submitted'],
  verified: ['submitted', 'verified'],
  recognised: ['submitted', 'verified', 'recognised'],
  expired: ['submitted', 'verified', 'recognised'],
  revoked: ['submitted', 'verified'],
  'not-recognised': ['submitted', 'verified', 'refused'],
};

/** What a line of the register counts for: one tally for each year, and one of no year while the subject is there. */
export function talliesOf(entry: RegisterEntry): Tally[] {
  const { model, subjectGroup = '', closedAt } = entry;
  const group = { model, subjectGroup, place: entry.place.code ?? '' };
  const found: Tally[] = Object.entries(entry.years).flatMap(([cycle, year]) => {
    if (!counts(entry, year)) return [];
    const one = { ...zero, subjects: 1, registered: year.registered ? 1 : 0 };
    for (const name of passed[year.state] ?? []) one[name] = 1;
    return [{ cycle, ...group, counts: one }];
  });
  if (closedAt === undefined) found.push({ cycle: '', ...group, counts: { ...zero, subjects: 1 } });
  return found;
}

/** Tallies by id, to which more can be added, below zero too. */
export type Sums = Map<string, Tally>;

/** Adds tallies to sums, or takes them away. */
export function addTallies(sums: Sums, tallies: readonly Tally[], sign: 1 | -1 = 1): void {
  for (const one of tallies) {
    const id = tallyId(one);
    const known = sums.get(id)?.counts;
    sums.set(id, known || sign < 0 ? { ...one, counts: plus(known ?? zero, one.counts, sign) } : one);
  }
}

function plus(a: TallyCounts, b: TallyCounts, sign: 1 | -1): TallyCounts {
  const sum = { ...a };
  for (const name of names) sum[name] += sign * b[name];
  return sum;
}

/** What the tallies grow by where one line takes the place of another; only what changes. */
export function tallyDelta(before: RegisterEntry | undefined, after: RegisterEntry): Tally[] {
  if (!before) return talliesOf(after);
  if (countsAlike(before, after)) return [];
  const sums: Sums = new Map();
  addTallies(sums, talliesOf(before), -1);
  addTallies(sums, talliesOf(after));
  return changing(sums);
}

/** Most changes are within a state: whoever types is counted where he was. */
function countsAlike(one: RegisterEntry, other: RegisterEntry): boolean {
  if (one.model !== other.model || one.subjectGroup !== other.subjectGroup) return false;
  if (one.place.code !== other.place.code || one.closedAt !== other.closedAt) return false;
  const cycles = Object.keys(one.years);
  return (
    cycles.length === Object.keys(other.years).length &&
    cycles.every((cycle) => {
      const [a, b] = [one.years[cycle], Object.hasOwn(other.years, cycle) ? other.years[cycle] : undefined];
      return a?.state === b?.state && a?.registered === b?.registered;
    })
  );
}

/** Those that are not zero throughout. */
export function changing(sums: Sums): Tally[] {
  return [...sums.values()].filter(({ counts: some }) => names.some((name) => some[name] !== 0));
}

/** A tally as it is to be kept after an increment. */
export function grown(known: StoredTally | undefined, more: Tally): StoredTally {
  const { counts: some, ...group } = more;
  return {
    ...group,
    id: tallyId(group),
    version: (known?.version ?? 0) + 1,
    counts: plus(known?.counts ?? zero, some, 1),
  };
}
