import type { Assessment } from '../assessment.schema.js';
import { isOpen } from '../assessment-phase.js';
import type { Subject } from '../subject.schema.js';
import type { RegisterRow } from './area-query.schema.js';
import type { RegisterEntry, YearStanding } from './area-record.schema.js';
import { searchable } from './searchable.js';

/** What a subject is found by; whoever answers one criterion after the other changes nothing of it. */
function searchOf({ name, place, parent, head }: Subject, before: RegisterEntry | undefined): string {
  if (
    before?.name === name &&
    before.place.name === place.name &&
    before.parent === parent &&
    before.head?.name === head?.name
  )
    return before.search;
  return [name, place.name, parent ?? '', head?.name ?? ''].map(searchable).join('\n');
}

/**
 * The line of the register that a subject and its assessments make. Of several assessments of a year the open one counts,
 * else the one that was opened last. `version`: one above the line's that is there. `before`: that line, of which is taken over
 * what it took time to make.
 */
export function entryOf(
  subject: Subject,
  assessments: readonly Assessment[],
  version: number,
  before?: RegisterEntry,
): RegisterEntry {
  const years: Record<string, YearStanding> = {};
  for (const { cycle, criteria, at } of subject.registrations)
    years[cycle] = { state: 'registered', criteria, registered: true, updatedAt: at };
  const last = new Map<string, Assessment>();
  for (const one of assessments) {
    const other = last.get(one.cycle);
    if (!other || isLater(one, other)) last.set(one.cycle, one);
  }
  for (const [cycle, one] of last) years[cycle] = standingOfYear(one, years[cycle]?.registered ?? false);
  const { id, model, subjectGroup, name, place, parent, head, owner, closedAt, updatedAt } = subject;
  const { total, recognised } = subject.members ?? {};
  return {
    id,
    version,
    subjectVersion: subject.version,
    model,
    ...(subjectGroup !== undefined && { subjectGroup }),
    name,
    place,
    ...(parent !== undefined && { parent }),
    ...(head && { head }),
    ...((total !== undefined || recognised !== undefined) && {
      memberCounts: {
        ...(total !== undefined && { total }),
        ...(recognised !== undefined && { recognised }),
      },
    }),
    owner,
    ...(closedAt !== undefined && { closedAt }),
    updatedAt,
    search: searchOf(subject, before),
    years,
  };
}

function isLater(one: Assessment, other: Assessment): boolean {
  if (isOpen(one.state) !== isOpen(other.state)) return isOpen(one.state);
  return one.createdAt === other.createdAt ? one.id > other.id : one.createdAt > other.createdAt;
}

function standingOfYear(assessment: Assessment, registered: boolean): YearStanding {
  const { id, version, state, criteria, review, submissions, decision, updatedAt } = assessment;
  const last = submissions.at(-1);
  const score = review?.score ?? (last && last.withdrawnAt === undefined ? last.score : undefined);
  const outcome = decision?.outcome ?? score?.outcome ?? undefined;
  return {
    state,
    criteria,
    registered,
    assessment: id,
    assessmentVersion: version,
    ...(score?.total !== undefined && { score: score.total }),
    ...(score?.max !== undefined && { max: score.max }),
    ...(outcome !== undefined && { outcome }),
    ...(decision && {
      decision: { number: decision.number, date: decision.date, validUntil: decision.validUntil },
    }),
    updatedAt,
  };
}

const decided: ReadonlySet<string> = new Set(['recognised', 'not-recognised', 'expired', 'revoked']);

/** The year counts: also of a closed subject, where its title was decided on before. */
export function counts({ closedAt }: Pick<RegisterEntry, 'closedAt'>, { state }: YearStanding): boolean {
  return closedAt === undefined || decided.has(state);
}

/** What rows of a year are chosen and sorted by. */
export interface RowGlance {
  readonly place: RegisterEntry['place'];
  readonly state: RegisterRow['state'];
  readonly score: number | undefined;
  readonly updatedAt: string;
}

/** What a long register looks at in each line, before the rows of a page are made; none where there is no row. */
export function glanceAt(entry: RegisterEntry, cycle: string): RowGlance | undefined {
  const { place, closedAt, years, updatedAt } = entry;
  const year = Object.hasOwn(years, cycle) ? years[cycle] : undefined;
  if (!year)
    return closedAt === undefined ? { place, state: 'none', score: undefined, updatedAt } : undefined;
  if (!counts(entry, year)) return undefined;
  const last = year.updatedAt > updatedAt ? year.updatedAt : updatedAt;
  return { place, state: year.state, score: year.score, updatedAt: last };
}

/** The subject's line in the register of a year; none for a closed one whose title was not decided on in that year. */
export function rowOf(entry: RegisterEntry, cycle: string): RegisterRow | undefined {
  const { id, version: _version, search: _search, years, ...fields } = entry;
  const year = Object.hasOwn(years, cycle) ? years[cycle] : undefined;
  const about = { ...fields, id: `${cycle}.${id}`, subject: id, cycle };
  if (!year) return entry.closedAt === undefined ? { ...about, state: 'none' } : undefined;
  if (!counts(entry, year)) return undefined;
  const { registered, updatedAt, ...standing } = year;
  return {
    ...about,
    ...standing,
    ...(!registered && { registered }),
    updatedAt: updatedAt > fields.updatedAt ? updatedAt : fields.updatedAt,
  };
}
