import type { Translation } from '../translate.js';
import type { fileImportVi } from '../vi/file-import.js';

export const fileImportEn = {
  'file-import.choose': 'Choose a file',
  'file-import.choose.other': 'Choose another file',
  'file-import.names': 'File: {names}',
  'file-import.progress': 'Progress',
  'file-import.stop': 'Stop',
  'file-import.close': 'Close',
  'file-import.more': { one: 'and {n} more row', other: 'and {n} more rows' },
  'file-import.offline':
    'There is no network. The import does not go on by itself; please do it again when the network is back: no row is entered twice.',
} satisfies Translation<typeof fileImportVi>;
