/** The same look for floors and peers. */
export const gaugeCss = `
.gauge { display: grid; gap: 12px; margin-bottom: 16px; line-height: 1.5; font-variant-numeric: tabular-nums; --tone: #0a6650; }
.gauge.behind { --tone: #7a4b00; }
.gauge h3, .gauge p, .gauge ul { margin: 0; padding: 0; list-style: none; }
.lead { display: flex; gap: 16px; align-items: center; }
.big { font-size: 2.3em; font-weight: 650; }
.status { display: inline-flex; gap: 6px; align-items: center; padding: 2px 12px; border: 1px solid; border-radius: 16px; color: var(--tone); }
.sign { width: 1em; height: 1em; fill: none; stroke: currentcolor; stroke-width: 2; }
.bar { display: block; width: 100%; height: 64px; overflow: visible; }
.track { fill: #d3dcd8; }
.fill, .column.last { fill: var(--tone); }
.mark { fill: #17231f; }
.path, .ground, .goal-line { stroke: #52615b; fill: none; }
svg text { fill: #52615b; font-size: 13px; }
.column { fill: #7d8c86; opacity: 0.55; }
.about { display: grid; grid-template-columns: 1fr auto; gap: 32px; }
.foot { display: flex; gap: 16px; color: #52615b; }
`;

/** For those without a shadow root. */
export function dressPage() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(gaugeCss);
  document.adoptedStyleSheets = [sheet];
}
