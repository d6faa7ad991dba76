import type { Translation } from '../translate.js';
import type { registerPlacesVi } from '../vi/register-places.js';

export const registerPlacesEn = {
  'register-places.title': 'List of places',
  'register-places.hint':
    'Choose a JSON file with provinces and their communes, or with old communes and what became of them; several at once if need be. Every line is checked first; nothing is imported until you press import.',
  'register-places.now': 'There are {provinces} provinces, {communes} communes and {former} former units.',
  'register-places.source': 'Source of the list',
  'register-places.source.hint': 'Number, date and issuer of the document, or where the list is published.',
  'register-places.source.unchecked': '{name} (imported, not checked against the official text)',
  'register-places.reading': 'Reading and checking the list…',
  'register-places.remarks': 'Remarks by line',
  'register-places.remark': '{file}, line {line}: {text}',
  'register-places.remark.file': '{file}: {text}',
  'register-places.leave-out': 'Import the lines that can be read, leave out {n} with errors',
  'register-places.unsound': 'Units and changes in the file do not fit together: it cannot be imported.',
  'register-places.nothing': 'Everything in the file is known already; there is nothing new to import.',
  'register-places.go': 'Import the list',
  'register-places.writing': 'Importing the list: {percent} %',
  'register-places.stopped': {
    one: 'Stopped. {n} part that was imported stays; import this file again to go on.',
    other: 'Stopped. {n} parts that were imported stay; import this file again to go on.',
  },
  'register-places.done': 'The list of places is imported.',
  'register-places.refused': {
    one: 'Part {part} could not be imported. {n} part before it was.',
    other: 'Part {part} could not be imported. {n} parts before it were.',
  },
  'register-places.fault.vanished': '{key} is in the list, and the file does not mention it.',
  'register-places.fault.vanished-event': '{key}: a change that was recorded is not mentioned in the file.',
} as const satisfies Translation<typeof registerPlacesVi>;
