import type { References } from '../domain/area/references.types.js';
import { provinces, provincesSource } from './provinces.js';
import { indicators } from './targets/indicators.js';
import { nationalTargets } from './targets/national.js';

/** What a back end answers where nothing was entered: the provinces and what is asked of the whole nation. */
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
  targets: nationalTargets,
};
