import type { Translation } from '../translate.js';
import type { frameHostVi } from '../vi/frame-host.js';

export const frameHostEn: Translation<typeof frameHostVi> = {
  'frame-host.silent': 'This part of the page could not be shown.',
  'frame-host.open': 'Open it on a page of its own',
};
