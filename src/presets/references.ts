import type { References } from '../domain/area/references.types.js';
import { provinces, provincesSource } from './provinces.js';
import { indicators } from './targets/indicators.js';
import { nationalTargets, vinhPhucTargets } from './targets/national.js';

/**
 * What a back end answers where nothing was entered: the provinces, what is asked of the whole nation, and what one province
 * set for itself, which holds there alone.
 */
export const references: References = {
  places: [
    {
      id: 'nation',
      version: 0,
      localities: provinces.localities,
      events: provinces.events,
      source: provincesSource,
    },
  ],
  indicators,
  targets: [...nationalTargets, ...vinhPhucTargets],
};
