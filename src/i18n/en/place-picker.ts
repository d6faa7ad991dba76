import type { Translation } from '../translate.js';
import type { placePickerVi } from '../vi/place-picker.js';

export const placePickerEn = {
  'picker.label': 'Place',
  'picker.hint': 'Type the name of a commune or province, with or without accents; former names work too.',
  'picker.results': 'Places found',
  'picker.count': { one: '{n} result.', other: '{n} results.' },
  'picker.more': 'Showing {shown} of {n} results. Type more to narrow them down.',
  'picker.none': 'No place fits "{query}".',
  'picker.none.hint': 'Try fewer letters, or a former name.',
  'picker.chosen': '{name} was chosen.',
  'picker.preparing': 'Preparing the list of places…',
  'picker.loading': 'Loading the list of places…',
  'picker.failed': 'The list of places could not be loaded.',
  'picker.retry': 'Try again',
  'picker.empty': 'There is no list of places yet.',
  'picker.clear': 'Clear the choice',
  'picker.before': 'before {day}: {name}',
  'picker.part': 'before {day}: a part of {name}',
  'picker.ended': 'no more since {day}',
  'picker.required': 'Please choose a place from the list.',
  'picker.level.nation': 'whole country',
  'picker.level.province': 'province',
  'picker.level.district': 'district',
  'picker.level.commune': 'commune',
  'picker.level.hamlet': 'hamlet',
} as const satisfies Translation<typeof placePickerVi>;
