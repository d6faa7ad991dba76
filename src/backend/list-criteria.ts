import { fitsCycle } from '../domain/criteria-fit.js';
import { criteriaKey } from '../domain/criteria-key.js';
import type { CriteriaSet, CriteriaSetSummary } from '../domain/criteria-set.schema.js';
import type { Page, QueryParams } from '../domain/query.schema.js';
import type { Model } from '../domain/text.schema.js';
import { throwIfAborted } from './abort.js';
import type { QueryContext, Scan } from './answer-query.js';
import { readCursor, writeCursor } from './cursor.js';
import { limitOf, type Paging } from './paging.js';

/** Answers `criteria.list`: one page of the sets of a model that may be chosen for a year. */
export async function listCriteria(
  params: QueryParams<'criteria.list'>,
  context: QueryContext,
): Promise<Page<CriteriaSetSummary>> {
  const { model, cycle } = params;
  const sets = await allCriteria(context, model);
  const fitting = sets.filter(
    (set) => (model === undefined || set.model === model) && (cycle === undefined || fitsCycle(set, cycle)),
  );
  return slice(fitting, params);
}

/** Sets published here first, in the order of their keys, then the catalog's in its own order; of one model, where that is asked for, and maybe others. */
async function allCriteria(
  { reader, catalog, signal }: QueryContext,
  model: Model | undefined,
): Promise<CriteriaSetSummary[]> {
  const own = new Map<string, CriteriaSetSummary>();
  let after: string | undefined;
  do {
    throwIfAborted(signal);
    const scan: Scan<'criteria'> = await reader.scan('criteria', { after });
    for (const set of scan.records) own.set(criteriaKey(set), summary(set));
    after = scan.last;
  } while (after !== undefined);
  const others = (await catalog?.list(model)) ?? [];
  return [...own.values(), ...others.filter((set) => !own.has(criteriaKey(set)))];
}

function summary({ sections: _left, ...rest }: CriteriaSet): CriteriaSetSummary {
  return rest;
}

function slice(sets: CriteriaSetSummary[], params: Paging): Page<CriteriaSetSummary> {
  const limit = limitOf(params);
  const after = readCursor(params.cursor);
  const start = after === undefined ? 0 : sets.findIndex((set) => criteriaKey(set) === after) + 1;
  const items = sets.slice(start, start + limit);
  const last = items.at(-1);
  return start + limit < sets.length && last ? { items, next: writeCursor(criteriaKey(last)) } : { items };
}
