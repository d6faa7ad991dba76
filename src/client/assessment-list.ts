import type { Assessment, AssessmentState } from '../domain/assessment.schema.js';
import { criteriaKey } from '../domain/criteria-key.js';
import type { CriteriaRef, CriteriaSet } from '../domain/criteria-set.schema.js';
import type { Page } from '../domain/query.schema.js';
import type { Model } from '../domain/text.schema.js';
import type { Client } from './client.types.js';

/** Assessments that one look at a list brings, unless fewer are left. */
const screenful = 20;

export interface ListFilter {
  model?: Model | undefined;
  cycle?: string | undefined;
  /** Absent: all of those that the list is about. */
  state?: AssessmentState | undefined;
}

/** Where a working list goes on: in which state, and after what. */
interface Place {
  state: AssessmentState;
  cursor?: string | undefined;
}

/**
 * The next assessments of a working list, in pages as the back end gives them: those of the first state, then those of the next, so
 * that a back end with a whole province in it is asked for nothing else. A page may be empty all the same, and it reads on until
 * there is something to show. `next` is for `from`; `keptAt` is that of its oldest part. Errors: those of the query.
 * @param states what the list is about, in the order in which it is shown
 */
export async function listAssessments(
  client: Client,
  { model, cycle, state }: ListFilter,
  states: readonly AssessmentState[],
  from: string | undefined,
  signal: AbortSignal,
  limit = screenful,
): Promise<Page<Assessment>> {
  const wanted = state === undefined ? states : [state];
  const items: Assessment[] = [];
  let place: Place = from === undefined ? { state: wanted[0]! } : readPlace(from);
  let keptAt: string | undefined;
  for (;;) {
    const { state: now, cursor }: Place = place;
    const params = {
      ...{ limit: limit - items.length, state: now },
      ...(model && { model }),
      ...(cycle && { cycle }),
      ...(cursor !== undefined && { cursor }),
    };
    const page = await client.query('assessments.list', params, { signal });
    keptAt = older(keptAt, page.keptAt);
    const kept = keptAt === undefined ? {} : { keptAt };
    items.push(...page.items.filter((one) => one.state === now));
    const ended = page.next === undefined || page.next === cursor;
    const following = ended ? wanted[wanted.indexOf(now) + 1] : now;
    if (following === undefined) return { items, ...kept };
    place = { state: following, cursor: ended ? undefined : page.next };
    if (items.length >= limit || (items.length > 0 && !ended))
      return { items, next: writePlace(place), ...kept };
  }
}

/**
 * A list with what follows on it, each assessment once and as it was read last: one that somebody took up between two pages
 * comes again among those of its new state.
 */
export function joined(before: readonly Assessment[], after: readonly Assessment[]): Assessment[] {
  const later = new Map(after.map((one) => [one.id, one]));
  const kept = before.map((one) => {
    const now = later.get(one.id) ?? one;
    later.delete(one.id);
    return now;
  });
  return [...kept, ...later.values()];
}

/** The earlier of two instants; one that is absent is now. */
export const older = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one;

const writePlace = ({ state, cursor }: Place): string =>
  cursor === undefined ? state : `${state} ${cursor}`;

function readPlace(text: string): Place {
  const cut = text.indexOf(' ');
  const [state, cursor] = cut < 0 ? [text] : [text.slice(0, cut), text.slice(cut + 1)];
  return { state: state as AssessmentState, cursor };
}

/** Criteria sets by reference, each asked for once; one that could not be had is asked for again. */
export interface SetShelf {
  get(ref: CriteriaRef): Promise<CriteriaSet>;
  /** Those that are here. */
  has(ref: CriteriaRef): CriteriaSet | undefined;
}

export function createSetShelf(client: Client): SetShelf {
  const asked = new Map<string, Promise<CriteriaSet>>();
  const here = new Map<string, CriteriaSet>();
  return {
    has: (ref) => here.get(criteriaKey(ref)),
    get(ref) {
      const key = criteriaKey(ref);
      let answer = asked.get(key);
      if (!answer) {
        answer = client.query('criteria.get', { id: ref.id, version: ref.version }).then(({ items }) => {
          here.set(key, items[0]!);
          return items[0]!;
        });
        answer.catch(() => asked.delete(key));
        asked.set(key, answer);
      }
      return answer;
    },
  };
}
