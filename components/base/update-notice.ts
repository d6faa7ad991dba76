import { updateEn } from '../../src/i18n/en/update.js';
import { updateVi } from '../../src/i18n/vi/update.js';
import { HtsdUpdateEvent } from '../../src/client/offline.js';

/** System colours, which every mode of the screen knows. Out of reach of the page's own rules for paragraphs and buttons. */
const styles = `:host {
  position: fixed !important; inset: auto 0 0 !important; z-index: 2147483647; box-sizing: border-box;
  inline-size: fit-content; max-inline-size: calc(100% - 2rem); margin: 1rem auto !important; padding: 0.75rem 1rem !important;
  color: CanvasText; background: Canvas; border: 1px solid; border-radius: 0.5rem; line-height: 1.5; text-align: start;
}
p { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.75rem; margin: 0; text-indent: 0; }
button { min-block-size: 2.25rem; padding-inline: 1rem; font: inherit; }
@media print { :host { display: none; } }`;

/**
 * Tells the person once that a newer version is ready, with a button that takes it; nothing where the page's own script
 * has said so already (`preventDefault`). Nobody is reloaded under his hands.
 */
export function announceUpdates(page: Document = document): void {
  page.defaultView?.addEventListener(HtsdUpdateEvent.type, (event) => {
    // The page's own script may be heard after us.
    queueMicrotask(() => {
      if (!event.defaultPrevented) show(page, event);
    });
  });
}

function show(page: Document, event: HtsdUpdateEvent): void {
  if (page.querySelector('[data-htsd-update]')) return;
  const words = page.documentElement.lang.toLowerCase().startsWith('en') ? updateEn : updateVi;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  const place = page.createElement('div');
  place.dataset['htsdUpdate'] = '';
  place.setAttribute('role', 'status');
  const inside = place.attachShadow({ mode: 'open' });
  inside.adoptedStyleSheets = [sheet];
  const button = (text: string, act: () => void): HTMLButtonElement => {
    const made = page.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.addEventListener('click', act);
    return made;
  };
  page.body.append(place);
  // What is said in a place that is there already is read out.
  const line = page.createElement('p');
  const sentence = page.createElement('span');
  sentence.textContent = words['update.ready'];
  line.append(
    sentence,
    button(words['update.take'], () => event.take()),
    button(words['update.later'], () => place.remove()),
  );
  inside.append(line);
}
