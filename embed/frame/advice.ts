import { frameHostEn } from '../../src/i18n/en/frame-host.js';
import { frameHostVi } from '../../src/i18n/vi/frame-host.js';
import type { Refusal } from './protocol.js';

/** What the webmaster reads in the console: one line for each way a frame can stay silent. */
const causes: Readonly<Record<'silent' | Refusal, string>> = {
  silent:
    'It does not answer. Likely causes, in this order: the server does not allow this page to show it (HTSD_FRAME_ORIGINS, or frame-ancestors of your own server); frame-src of this page’s policy does not name it; the iframe has a sandbox without allow-scripts and allow-same-origin; the address is wrong.',
  origin:
    'It may not talk to this page: its list of origins does not hold this one (HTSD_FRAME_ORIGINS, or the meta "htsd-embed" of frame.html). It is shown with the height that it has.',
  taken: 'Another script talks to it already.',
  version: 'It speaks another version of the protocol: take both files of one version.',
};

/** Tells the webmaster, in the console. */
export function warn(frame: HTMLIFrameElement, news: 'silent' | Refusal): void {
  console.warn(`[htsd] Frame ${frame.src}: ${causes[news]}`);
}

/** Tells the person, after a frame that shows nothing, how he gets at it all the same. */
export function offer(frame: HTMLIFrameElement): HTMLElement {
  const english = frame.closest('[lang]')?.getAttribute('lang')?.toLowerCase().startsWith('en');
  const words = english ? frameHostEn : frameHostVi;
  const page = frame.ownerDocument;
  const line = page.createElement('p');
  line.setAttribute('role', 'status');
  const link = page.createElement('a');
  link.href = frame.src;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.textContent = words['frame-host.open'];
  line.append(words['frame-host.silent'], ' ', link);
  frame.after(line);
  return line;
}
