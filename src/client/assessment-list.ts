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

/**
 * The next assessments of a working list, in pages as the back end gives them. A page may hold none that the list is
 * about, so it reads on until there is something to show.
 */
export async function listAssessments(
  client: Client,
  { model, cycle, state }: ListFilter,
  states: ReadonlySet<AssessmentState>,
  from: string | undefined,
  signal: AbortSignal,
  limit = screenful,
): Promise<Page<Assessment>> {
  const items: Assessment[] = [];
  let cursor = from;
  do {
    const params = {
      limit,
      ...(model && { model }),
      ...(cycle && { cycle }),
      ...(state && { state }),
      ...(cursor !== undefined && { cursor }),
    };
    const page = await client.query('assessments.list', params, { signal });
    items.push(...page.items.filter((one) => states.has(one.state)));
    cursor = page.next === cursor ? undefined : page.next;
  } while (cursor !== undefined && items.length === 0);
  return { items, ...(cursor !== undefined && { next: cursor }) };
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
