import { renderOfficialDocument } from './html.js';
import { pageStyles, paperStyles, previewStyles } from './html.styles.js';
import type { OfficialDocument } from './official-document.js';

/** The window that asks, and the name that the print dialog proposes for a PDF. */
export interface PrintOptions {
  window: Window & typeof globalThis;
  title: string;
}

/** Milliseconds in which a browser that prints at all has said that it begins. */
const patience = 2_000;

/**
 * Prints a paper through a hidden frame of its own, so that neither the page's content nor its styles come along; works
 * from inside a frame and under a strict policy. Resolves when the dialog is closed: `true`, or `false` where the browser
 * ignored the call, as in a sandbox without `allow-modals`.
 */
export async function printDocument(paper: OfficialDocument, options: PrintOptions): Promise<boolean> {
  const { document: page } = options.window;
  const frame = page.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  // Not `display: none`: some browsers print nothing from a frame without a box.
  Object.assign(frame.style, {
    position: 'fixed',
    inset: 'auto 100% 100% auto',
    width: '210mm',
    height: '297mm',
    border: '0',
    visibility: 'hidden',
  });
  page.body.append(frame);
  try {
    return await printFrame(frame, paper, options.title);
  } finally {
    frame.remove();
  }
}

async function printFrame(
  frame: HTMLIFrameElement,
  paper: OfficialDocument,
  title: string,
): Promise<boolean> {
  const inner = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!inner) return false;
  fillWithPaper(inner, paper, title);
  let begun = false;
  let ignored: number | undefined;
  const done = new Promise<boolean>((resolve) => {
    inner.addEventListener('beforeprint', () => {
      begun = true;
    });
    inner.addEventListener('afterprint', () => resolve(true));
    ignored = inner.setTimeout(() => {
      if (!begun) resolve(false);
    }, patience);
  });
  inner.focus();
  inner.print();
  const printed = await done;
  inner.clearTimeout(ignored);
  return printed;
}

/** Puts a paper into an empty window of the same origin, with style sheets of that window's own making. */
export function fillWithPaper(
  inner: Window & typeof globalThis,
  paper: OfficialDocument,
  title: string,
): void {
  const { document: target } = inner;
  target.title = title;
  target.documentElement.lang = paper.lang;
  const styles = new inner.CSSStyleSheet();
  styles.replaceSync(
    `html, body { margin: 0; }${paperStyles}${pageStyles(paper.appendices.length, paper.margins, paper)}`,
  );
  target.adoptedStyleSheets = [styles];
  target.body.replaceChildren(renderOfficialDocument(paper, target));
}

/**
 * Shows a paper on the screen, sheet by sheet as wide as on paper, inside a shadow root of its own.
 * Called again it shows the new paper.
 */
export function openPreview(paper: OfficialDocument, host: HTMLElement): void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const view = host.ownerDocument.defaultView;
  if (!view) return;
  const styles = new view.CSSStyleSheet();
  styles.replaceSync(previewStyles(paper.margins));
  const look = new view.CSSStyleSheet();
  look.replaceSync(paperStyles);
  root.adoptedStyleSheets = [look, styles];
  root.replaceChildren(renderOfficialDocument(paper, host.ownerDocument));
}
