import type { CriteriaSet, CriteriaSetSummary } from '../domain/criteria-set.schema.js';

/**
 * A set as it is listed for choosing: without its sections, and without what only the whole set is asked for, the texts that it
 * is based on, where its source was found and what is to be said about it: half of a list, mostly.
 */
export function summaryOf(set: CriteriaSet): CriteriaSetSummary {
  const { sections: _sections, bases: _bases, source, ...rest } = set;
  const { note: _note, url: _url, ...named } = source;
  return { ...rest, source: named };
}
