import type { Deciders } from '../../decide/decider.types.js';
import type { AreaKind } from '../area-kind.js';
import { activityDeciders } from './activities.js';
import { figureDeciders } from './figures.js';
import { placesDeciders } from './places.js';
import { importDeciders } from './subject-import.js';
import { targetDeciders } from './targets.js';

/** Everything that can be done with places, targets and figures; loaded with the first such command. */
export const areaDeciders: Deciders<AreaKind> = {
  ...placesDeciders,
  ...targetDeciders,
  ...figureDeciders,
  ...activityDeciders,
  ...importDeciders,
};
