import type { CriteriaSetSummary } from '../domain/criteria-set.schema.js';
import type { Model } from '../domain/text.schema.js';

/** One chunk per model: a form is about one of them. */
const lists: Readonly<Record<Model, () => Promise<{ summaries: readonly CriteriaSetSummary[] }>>> = {
  family: () => import('./summaries/family.js'),
  clan: () => import('./summaries/clan.js'),
  community: () => import('./summaries/community.js'),
  unit: () => import('./summaries/unit.js'),
  citizen: () => import('./summaries/citizen.js'),
};

/** Sets without their sections, of one model or of all. Stands in the place of `all-summaries` where bytes are few. */
export async function summariesOf(model?: Model): Promise<CriteriaSetSummary[]> {
  const asked = model ? [lists[model]] : Object.values(lists);
  return (await Promise.all(asked.map((list) => list()))).flatMap(({ summaries }) => summaries);
}
