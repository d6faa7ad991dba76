import { adoptStyles, supportsAdoptingStyleSheets, type CSSResult } from 'lit';

const worn = new WeakMap<ShadowRoot, Set<CSSResult>>();

/** Adds the looks of a part that was loaded on demand to an element, once; they come last, after those it has. */
export function wear(root: ShadowRoot, sheet: CSSResult): void {
  if (supportsAdoptingStyleSheets) {
    // Asked anew each time: an element that shows another view sets its sheets afresh.
    const { styleSheet } = sheet;
    if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
    return;
  }
  const here = worn.get(root) ?? new Set();
  if (!here.has(sheet)) adoptStyles(root, [sheet]);
  worn.set(root, here.add(sheet));
}
