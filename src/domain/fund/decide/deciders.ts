import type { Deciders } from '../../decide/decider.types.js';
import type { FundKind } from '../../read-command.js';
import { postingDeciders } from './posting.js';
import { roundDeciders } from './rounds.js';
import { settingsDeciders } from './settings.js';
import { upkeepDeciders } from './upkeep.js';

/** Everything that can be done with a fund; loaded with the first such command. */
export const fundDeciders: Deciders<FundKind> = {
  ...settingsDeciders,
  ...postingDeciders,
  ...upkeepDeciders,
  ...roundDeciders,
};
