import { html } from 'hono/html';
import type { Markup } from './shell.js';

/** A bar whose length is a share of 0 to 1; the figure beside it says the same. */
export function bar(share: number): Markup {
  const width = (Math.max(0, Math.min(1, share)) * 100).toFixed(2);
  return html`<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="6" />
    <rect class="fill" width="${width}" height="6" />
  </svg>`;
}
