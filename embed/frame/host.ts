/**
 * The script of a portal's page that shows our frames: `<iframe data-htsd-frame src="…/frame.html?component=…">` gets the
 * height of what it shows. `data-token-src`: an address of this very site that says who is signed in; `data-max-height`:
 * CSS pixels above which the frame scrolls.
 */
import { offer, warn } from './advice.js';
import { connectFrame, type TokenGiver } from './connect.js';

export { connectFrame } from './connect.js';
export type { FrameOptions, TokenGiver } from './connect.js';

const mark = 'iframe[data-htsd-frame]';
/** Shared by every copy of this script on the page: a frame is talked to once. */
const place = Symbol.for('htsd-frames');
const page = document as Document & { [place]?: WeakSet<Element> };
const known = (page[place] ??= new WeakSet());
const ends = new Map<HTMLIFrameElement, () => void>();

/** Tokens from an address of the page's own site, asked with its cookies. Another site is not asked: it would learn who asks. */
function tokensFrom(address: string): TokenGiver | undefined {
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin) {
    console.warn(`[htsd] data-token-src has to be an address of this site, and "${address}" is not.`);
    return undefined;
  }
  return async () => {
    const answer = await fetch(url, { credentials: 'same-origin', cache: 'no-store' });
    if (answer.status === 204 || answer.status === 401) return undefined;
    const { token, expiresIn } = (await answer.json()) as { token?: unknown; expiresIn?: unknown };
    if (!answer.ok || typeof token !== 'string') throw new TypeError(`No token: status ${answer.status}`);
    return { token, ...(typeof expiresIn === 'number' && { expiresIn: Math.floor(expiresIn) }) };
  };
}

function meet(frame: HTMLIFrameElement): void {
  if (known.has(frame)) return;
  known.add(frame);
  const { tokenSrc, maxHeight } = frame.dataset;
  const limit = Number(maxHeight);
  let advice: HTMLElement | undefined;
  const end = connectFrame(frame, {
    ...(tokenSrc && { token: tokensFrom(tokenSrc) }),
    ...(limit > 0 && { maxHeight: limit }),
    told(news) {
      advice?.remove();
      advice = news === 'silent' ? offer(frame) : undefined;
      if (news !== 'open' && news !== 'left') warn(frame, news);
    },
  });
  ends.set(frame, () => {
    end();
    advice?.remove();
    known.delete(frame);
  });
}

function look(): void {
  for (const [frame, end] of ends) {
    if (frame.isConnected) continue;
    end();
    ends.delete(frame);
  }
  for (const frame of document.querySelectorAll<HTMLIFrameElement>(mark)) meet(frame);
}

const watch = new MutationObserver(look);
watch.observe(document, {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['data-htsd-frame'],
});
look();

/** Ends the watch over the page, and talks to no frame any more. */
export function stop(): void {
  watch.disconnect();
  for (const end of ends.values()) end();
  ends.clear();
}
