import type { CriteriaSetSummary } from '../domain/criteria-set.schema.js';
import { summaries as citizen } from './summaries/citizen.js';
import { summaries as clan } from './summaries/clan.js';
import { summaries as community } from './summaries/community.js';
import { summaries as family } from './summaries/family.js';
import { summaries as unit } from './summaries/unit.js';

/** Every set without its sections, in the order of the five models. */
export const summaries: readonly CriteriaSetSummary[] = [
  ...family,
  ...clan,
  ...community,
  ...unit,
  ...citizen,
];
