import type { Translation } from '../translate.js';
import type { placeImportVi } from '../vi/place-import.js';

export const placeImportEn = {
  'places.import.empty': 'The file is empty.',
  'places.import.too-large': 'The file is larger than {limit} MB and is not read.',
  'places.import.encoding':
    'The file is not saved as UTF-8 (Unicode). Please open it, save it as UTF-8 and import it again.',
  'places.import.not-json': 'From this line on the file is not valid JSON.',
  'places.import.too-deep': 'The file is nested too deeply and is not read.',
  'places.import.shape':
    'The file holds no list of places that can be read: it takes provinces with their communes, or rows from old communes to new ones.',
  'places.import.too-many': 'The file has more than {limit} rows and is not read.',
  'places.import.not-a-record': 'This is not a place.',
  'places.import.missing-code': 'The code is missing: "{name}".',
  'places.import.bad-code': 'The code "{code}" is not valid.',
  'places.import.bad-day': 'There is no day "{day}".',
  'places.import.missing-name': 'The name is missing (code {code}).',
  'places.import.long-name': 'The name is longer than 200 characters: "{name}…".',
  'places.import.garbled': 'The letters of the name are broken: "{name}".',
  'places.import.invalid': 'The record is not valid at "{path}".',
  'places.import.unknown-parent': '{name} ({code}): there is no place above it with the code "{parent}".',
  'places.import.unknown-province': {
    one: '{name} ({code}) is not in the list of provinces; it is refused with the {n} place inside.',
    other: '{name} ({code}) is not in the list of provinces; it is refused with the {n} places inside.',
  },
  'places.import.parent-differs':
    'The code of the place above, {parent}, is not that of the place around it in the file ({around}).',
  'places.import.reused': '{name} bears the code {code} of {other} (line {line}).',
  'places.import.local-code': '{name} has no code; it gets the local code {code}.',
  'places.import.code-by-name': 'The code "{given}" is not in the list; {code} is taken by the name {name}.',
  'places.import.name-differs':
    'Code {code}: the name "{given}" differs from "{name}", which is there; that one stays.',
  'places.import.not-in-list': "{name} ({code}) is not in today's list.",
  'places.import.no-origin': '{name} ({code}): no row tells what it came from.',
  'places.import.shares-sum':
    'The shares of {name} ({code}) come to {found}, neither 1 nor 100; they are not used.',
  'places.import.shares-partial': {
    one: 'The division of {name} ({code}) lacks the share of {n} part; those of the others are not used.',
    other: 'The division of {name} ({code}) lacks the shares of {n} parts; those of the others are not used.',
  },
  'places.import.province-partial':
    'Of {name} ({code}) rows tell of {n} of {expected} communes only, so nothing is recorded of the merging of provinces.',
  'places.import.count': {
    one: '{name} ({code}) has {n} commune; the list says {expected}.',
    other: '{name} ({code}) has {n} communes; the list says {expected}.',
  },
  'places.import.padded-code': 'Zeros were put before the code: {code}.',
  'places.import.cleaned-name': 'Foreign characters were taken out of the name: "{name}".',
  'places.import.field-twice': 'The field "{field}" is there twice; the later value counts.',
  'places.import.no-old-place': '{name} ({code}) came from no old commune.',
  'places.import.twice': 'Repeated: {name} ({code}).',
  'places.fault.twice': '{name} is there twice with the same first day.',
  'places.fault.overlap': '{name} is there at the same time as another of the same code ({other}).',
  'places.fault.reused': '{name} bears the code of a former place ({other}).',
  'places.fault.day': '{name}: the first or the last day is not valid.',
  'places.fault.orphan': '{name}: on its first day there is no place above it with the code {other}.',
  'places.fault.circle': '{name}: the places above it form a circle ({other}).',
  'places.fault.level': '{name}: the place above it is of no higher level ({other}).',
  'places.fault.unknown-place': 'A change names a place that is not in the list: {key}.',
  'places.fault.event-day': '{name}: the day of the change does not fit its own days ({other}).',
  'places.fault.event-shape': 'This is no merger, division, renaming or move.',
  'places.fault.shares-place': 'Shares name a place that is not part of the change: {key}.',
  'places.fault.shares-sum': '{name}: the shares come to {other}.',
  'places.done':
    "Read {provinces} provinces, {communes} of today's communes, {former} former places, {events} changes.",
  'places.tally': '{errors} errors, {warnings} to be looked at, {notes} notes.',
  'places.unsaid': { one: '{n} more remark is not shown.', other: '{n} more remarks are not shown.' },
  'places.written': 'Written to {file}.',
  'places.not-written':
    'Nothing was written: there are errors. Correct them, or add --partial to write what could be read.',
  'places.unsound': 'Nothing was written: places and changes do not fit each other.',
  'places.severity.error': 'error',
  'places.severity.warning': 'warning',
  'places.severity.note': 'note',
} as const satisfies Translation<typeof placeImportVi>;
