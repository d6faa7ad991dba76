import type { Translation } from '../translate.js';
import type { frameVi } from '../vi/frame.js';

export const frameEn: Translation<typeof frameVi> = {
  'frame.none':
    'The address of this frame does not say what it should show. Please tell the administrator of the portal.',
  'frame.unknown':
    'This frame knows no component called “{name}”. Please tell the administrator of the portal.',
  'frame.barred':
    'The page {origin} may not show this frame yet. The administrator of the server has to add that address to the list of those allowed.',
  'frame.apart':
    'This frame stands in a page of another body. What is typed here and not submitted yet is kept on this device only, and is seen again only from that very page.',
  'frame.apart.server': 'What was submitted is on the server, and is seen from everywhere.',
  'frame.open': 'Open it on a page of its own',
  'frame.waiting': 'Loading…',
};
