import type { Translation } from '../translate.js';
import type { registerImportVi } from '../vi/register-import.js';

export const registerImportEn = {
  'register-import.title': 'Import a list',
  'register-import.hint':
    'Choose an Excel (.xlsx, .xls) or CSV file. Every row is shown first; nothing is entered until you press import.',
  'register-import.comparing': {
    one: 'Reading the register to find duplicates: {n} subject',
    other: 'Reading the register to find duplicates: {n} subjects',
  },
  'register-import.writing': 'Importing: {percent} %',
  'register-import.cancelled': 'Stopped. No row was imported.',
  'register-import.cancelled.late':
    'It was stopped while it was being stored. Please look at the register before importing again; rows that are in it will be found.',
  'register-import.done': { one: '{n} subject was imported.', other: '{n} subjects were imported.' },
  'register-import.changed':
    'While you were looking, another person or window changed the register where these rows are concerned, so nothing was imported. The rows were compared again; please look through them, then import.',
  'register-import.unsure':
    'It is not known whether the last import went through, so the rows were compared with the register again. Please look through them, then import.',
  'register-import.refused': 'No row was imported, because:',
  'register-import.model': 'Model, where a row names none',
  'register-import.model.none': 'Not chosen',
  'register-import.place': 'Place, where a row names none',
  'register-import.year': 'Register for',
  'register-import.year.none': 'Not registered, only entered',
  'register-import.year.column': 'The year in the file',
  'register-import.results': 'Points and titles are of the year',
  'register-import.results.none': 'Not taken',
  'register-import.results.column': 'The year in the file',
  'register-import.columns.none':
    'No row of titles found. Please say which column holds the name and which the place.',
  'register-import.role.id': 'Record in the register',
  'register-import.role.name': 'Name',
  'register-import.role.model': 'Model',
  'register-import.role.group': 'Subject group',
  'register-import.role.head': 'Head',
  'register-import.role.parent': 'Organisation above',
  'register-import.role.hamlet': 'Hamlet',
  'register-import.role.place': 'Address, commune',
  'register-import.role.code': 'Place code',
  'register-import.role.members': 'Number of members',
  'register-import.role.citizens': 'Number of learning citizens',
  'register-import.role.year': 'Year',
  'register-import.role.score': 'Points',
  'register-import.role.title': 'Title',
  'register-import.role.ignored': 'Not taken',
  'register-import.counts':
    '{all} rows read: {ready} clear, {look} to look at, {ask} to be answered, {same} in the register and unchanged, {stop} that cannot be taken.',
  'register-import.plan.no-head':
    'It is not known which column holds the name. Please say so under “What each column means”.',
  'register-import.plan.no-rows': 'No row tells of a subject.',
  'register-import.plan.too-many': 'There are {n} rows; one import takes {most}. Please split the file.',
  'register-import.plan.many-columns':
    'The file has {n} columns, of which {used} are taken. Others can be chosen under “What each column means”.',
  'register-import.plan.same-columns':
    'The column “{title}” means the same as an earlier one and is not taken.',
  'register-import.plan.results':
    'Points and titles are not taken: choose their year under “How it is read” if they are to stand in the history.',
  'register-import.plan.results-history':
    'Points and titles are entered in the history of each subject, with the name of the file as their source. They replace no decision and count in no figure.',
  'register-import.plan.model-from-title': 'The heading of the file names the model: {model}. Please check.',
  'register-import.row.name-missing': 'The row has no name.',
  'register-import.row.too-long': 'The text has {n} letters, at most {most} are possible.',
  'register-import.row.cell-error':
    'The cell shows an error of the spreadsheet ({text}). Please correct the file.',
  'register-import.row.model-missing': 'It is not known of which model the subject is.',
  'register-import.row.model-unknown':
    'The model “{text}” is not known. Models: family, clan, community, unit, citizen.',
  'register-import.row.model-other': 'The subject of this record in the register is of another model.',
  'register-import.row.group-unknown': 'The subject group “{text}” is not known.',
  'register-import.row.group-left-out': 'This model has no group “{text}”, so the group is not taken.',
  'register-import.row.place-missing':
    'The row has no place. One for all rows can be given under “How it is read”.',
  'register-import.row.code-bad': 'The place code “{text}” is not valid.',
  'register-import.row.number-bad': '“{text}” is no number of people.',
  'register-import.row.citizens-more': 'More learning citizens ({citizens}) than members ({members}).',
  'register-import.row.year-bad': '“{text}” is no year.',
  'register-import.row.year-without-set':
    'There is no criteria set for {year}; the row is entered without being registered for it.',
  'register-import.row.score-bad': '“{text}” is no number of points, so the points are not taken.',
  'register-import.row.result-year-missing':
    'The row names no year, so its points and title are not taken. A year for all can be chosen under “How it is read”.',
  'register-import.row.id-twice': 'This record stands in row {line} already.',
  'register-import.row.id-unknown': 'The register has no record “{text}”; the row counts as a new subject.',
  'register-import.row.merged': 'Taken from a merged cell: “{text}”.',
  'register-import.row.formula': 'Result of a formula, not computed again: “{text}”.',
  'register-import.row.hidden-row': 'The row is hidden in the file.',
  'register-import.row.unseen':
    'Letters that nobody sees, such as marks of direction, were left out: “{text}”.',
  'register-import.row.signs': 'There are pictures in the text; they are kept: “{text}”.',
  'register-import.ask.file': 'May be the same as row {line} of the file.',
  'register-import.ask.known': 'May be the same as in the register: {name}, {place}.',
  'register-import.ask.head': 'Head: {name}.',
  'register-import.ask.legend': 'Row {line} is',
  'register-import.ask.same': 'The same subject',
  'register-import.ask.same.nth': 'The same as number {n}',
  'register-import.ask.another': 'Another subject',
  'register-import.ask.skip': 'Left out',
  'register-import.ask.open': {
    one: '{n} row is not answered yet.',
    other: '{n} rows are not answered yet.',
  },
  'register-import.ask.rest': 'One answer for all of them:',
  'register-import.go': { one: 'Import {n} subject', other: 'Import {n} subjects' },
  'register-import.skipped': {
    one: '{n} row without a subject (headings, sums)',
    other: '{n} rows without a subject (headings, sums)',
  },
  'rejection.already-exists.id': 'This subject is in the register already.',
  'rejection.not-found.id': 'This subject is not in the register any more.',
  'rejection.forbidden.id': 'This account may not change this subject.',
  'rejection.closed.id': 'This subject is closed.',
  'rejection.already-exists.cycle': 'There is a self-assessment of this year, so it is not registered again.',
} satisfies Translation<typeof registerImportVi>;
