import type { CriteriaSetSummary } from '../domain/criteria-set.schema.js';
import type { Model } from '../domain/text.schema.js';

/** Sets without their sections, those of all models, in one file. Builds may put `model-summaries` in the place of this. */
export async function summariesOf(_model?: Model): Promise<CriteriaSetSummary[]> {
  const { summaries } = await import('./summaries.js');
  return [...summaries];
}
