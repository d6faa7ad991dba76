import type { Translation } from '../translate.js';
import type { frameHostVi } from '../vi/frame-host.js';

export const frameHostEn = {
  'frame-host.silent': 'This part of the page could not be shown.',
  'frame-host.open': 'Open it on a page of its own',
} as const satisfies Translation<typeof frameHostVi>;
