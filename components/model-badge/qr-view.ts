import { adoptStyles, css, html, svg, type LitElement, type TemplateResult } from 'lit';
import { badgeQrVi } from '../../src/i18n/vi/badge-qr.js';
import type { LanguageController, Texts } from '../base/language.js';
import { qrPath } from './qr-path.js';

/** Draws a QR code with its words. */
export type QrView = () => TemplateResult;

const texts: Texts = {
  vi: badgeQrVi,
  en: async () => (await import('../../src/i18n/en/badge-qr.js')).badgeQrEn,
};
const look = css`
  .qr {
    flex: none;
    width: 132px;
    margin: 0;
    text-align: center;
  }
  .qr svg {
    display: block;
    width: 132px;
    height: 132px;
    border-radius: var(--radius);
    /* Readers of codes want dark on light, whatever the page wears. */
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .qr .paper {
    fill: #fff;
  }
  .qr .dots {
    fill: #10201b;
    shape-rendering: crispEdges;
  }
  figcaption {
    color: var(--ink-muted);
    font-size: 0.92em;
    line-height: 1.45;
  }
`;

/** What draws the QR code of a link in a badge, with its words and its looks. Throws as `qrPath` does. */
export function qrViewOf(link: string, badge: LitElement & { readonly l: LanguageController }): QrView {
  const { size, d } = qrPath(link);
  const { l } = badge;
  const { elementStyles } = badge.constructor as typeof LitElement;
  l.add(texts);
  adoptStyles(badge.renderRoot as ShadowRoot, [...elementStyles, look]);
  return () =>
    html`<figure class="qr" part="qr">
      <svg viewBox="0 0 ${size} ${size}" role="img" aria-label=${l.t('badge.qr')}>
        ${svg`<path class="paper" d="M0 0h${size}v${size}h-${size}z"></path><path class="dots" d=${d}></path>`}
      </svg>
      <figcaption>${l.t('badge.qr.hint')}</figcaption>
    </figure>`;
}
