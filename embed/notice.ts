import { loaderEn } from '../src/i18n/en/loader.js';
import { loaderVi } from '../src/i18n/vi/loader.js';

export interface Notice {
  remove(): void;
}

/**
 * Tells the person, in the place of a component that could not be fetched, that it is not there yet. Says
 * nothing where the page's author left words of his own.
 */
export function showNotice(place: Element): Notice | undefined {
  if (place.textContent.trim() || place.childElementCount) return undefined;
  const { ownerDocument: page } = place;
  const english = place.closest('[lang]')?.getAttribute('lang')?.toLowerCase().startsWith('en');
  const words = english ? loaderEn : loaderVi;
  const line = page.createElement('p');
  line.setAttribute('role', 'status');
  const reload = page.createElement('button');
  reload.type = 'button';
  reload.textContent = words['loader.reload'];
  reload.addEventListener('click', () => location.reload());
  line.append(words['loader.failed'], ' ', reload);
  place.append(line);
  return line;
}
