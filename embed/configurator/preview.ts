import type { Choice } from './choice.types.js';
import { attributesOf, frameAddress, originOf, snapshotAddress } from './snippet.js';

/** Milliseconds after the last change before the preview is drawn anew. */
const pause = 400;
let timer: ReturnType<typeof setTimeout> | undefined;
let shown = '';
let blocked = (): void => {};

// Our server's policy lets this page ask that server alone.
addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
  if (/^(connect|img)-src/.test(effectiveDirective)) blocked();
});

/** The component itself, on the server where there is one, else on a store that forgets everything. */
function element(choice: Choice): HTMLElement {
  const provider = document.createElement('htsd-provider');
  const server = originOf(choice.server) && choice.server;
  provider.setAttribute('adapter', server ? 'http' : 'memory');
  if (server) provider.setAttribute('base-url', server);
  provider.lang = choice.lang;
  const holder = document.createElement('div');
  holder.dataset['htsd'] = choice.component;
  for (const [name, value] of attributesOf(choice)) holder.setAttribute(`data-${name}`, value);
  provider.append(holder);
  return provider;
}

function frame(choice: Choice, title: string): HTMLElement {
  const made = document.createElement('iframe');
  // Always our own page: an address that somebody pasted is shown in the snippet, and not opened here.
  made.src = frameAddress({ ...choice, library: new URL('.', document.baseURI).href, tokenSrc: '' });
  made.title = title;
  made.height = '320';
  if (choice.host === 'office') made.dataset['htsdFrame'] = '';
  return made;
}

function picture(choice: Choice, title: string, otherwise: string): HTMLElement {
  const found = snapshotAddress(choice);
  if (!found) {
    const line = document.createElement('p');
    line.textContent = otherwise;
    return line;
  }
  if (!found.image) {
    const link = document.createElement('a');
    link.href = found.href;
    link.textContent = title;
    return link;
  }
  const image = document.createElement('img');
  image.src = found.href;
  image.alt = title;
  return image;
}

/**
 * Shows what a choice will look like, a moment after the last change.
 * @param words of the frame or picture, what stands where the server draws nothing, and where this page may not ask it
 */
export function showPreview(
  place: Element,
  choice: Choice,
  { title, otherwise, elsewhere }: { title: string; otherwise: string; elsewhere: string },
): void {
  const key = JSON.stringify([choice, title]);
  if (key === shown) return;
  clearTimeout(timer);
  timer = setTimeout(
    () => {
      const { host } = choice;
      const made =
        host === 'image'
          ? picture(choice, title, otherwise)
          : host === 'office' || host === 'portal'
            ? frame(choice, title)
            : element(choice);
      place.replaceChildren(made);
      blocked = () => {
        const line = document.createElement('p');
        line.textContent = elsewhere;
        place.replaceChildren(line);
        blocked = () => {};
      };
      shown = key;
    },
    shown ? pause : 0,
  );
}
