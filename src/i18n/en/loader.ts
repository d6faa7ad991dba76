import type { Translation } from '../translate.js';
import type { loaderVi } from '../vi/loader.js';

export const loaderEn = {
  'loader.failed':
    'This part could not be loaded. It is tried again when the network is back; else please reload the page.',
  'loader.reload': 'Reload the page',
} as const satisfies Translation<typeof loaderVi>;
