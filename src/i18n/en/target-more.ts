import type { Translation } from '../translate.js';
import type { targetMoreVi } from '../vi/target-more.js';

export const targetMoreEn: Translation<typeof targetMoreVi> = {
  'target.kept': 'No newer figures can be had at the moment. These were read at {time}.',
  'target.empty': 'No target chosen',
  'target.empty.hint': 'The page does not say which target and which place to show.',
  'target.nothing': 'No target yet',
  'target.nothing.hint': 'This place has neither a target nor a figure.',
  'target.not-found': 'There is no such target or place',
  'target.not-found.hint': 'The code may be wrong, or the list of places was not imported.',
  'target.forbidden': 'You may not see this target',
  'target.forbidden.hint': 'This system does not show it in public. Please sign in or ask its administrator.',
  'target.offline': 'No network',
  'target.offline.hint':
    'Nothing was read on this device before. The figures will appear when the network is back.',
  'target.retry': 'Try again',
  'target.error': 'The figures could not be read',
  'target.error.hint': 'The server did not answer. Please try again in a few minutes.',
  'target.open.province': { one: 'Show {n} province', other: 'Show {n} provinces' },
  'target.open.district': { one: 'Show {n} district', other: 'Show {n} districts' },
  'target.open.commune': { one: 'Show {n} commune', other: 'Show {n} communes' },
  'target.open.hamlet': { one: 'Show {n} hamlet', other: 'Show {n} hamlets' },
};
