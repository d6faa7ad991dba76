import type { Translation } from '../translate.js';
import type { updateVi } from '../vi/update.js';

export const updateEn = {
  'update.ready': 'There is a new version of the page. Reload to use it; what was typed is kept.',
  'update.take': 'Reload',
  'update.later': 'Later',
} as const satisfies Translation<typeof updateVi>;
