import { cardFont } from '../../badge-art/card.js';
import { colourStyles } from './colour-styles.js';
import { styleSource } from './style-policy.js';

/** How pages that run no script look: on a phone, on a desk, in the dark, on paper. */
export const pageStyles =
  colourStyles +
  ':root{color-scheme:light dark}' +
  '*{box-sizing:border-box}' +
  `body{margin:0;background:var(--surface);color:var(--ink);font:16px/1.5 ${cardFont};overflow-wrap:break-word}` +
  'main{max-width:960px;margin:0 auto;padding:16px;display:grid;grid-template-columns:minmax(0,1fr);gap:28px}' +
  'h1,h2,p,dl,dd,ul{margin:0;padding:0}h1{font-size:1.5em;line-height:1.35}h2{font-size:1.15em;line-height:1.4;margin-bottom:6px}' +
  '.hint{color:var(--ink-muted);font-size:.92em}' +
  'a{color:var(--accent)}:focus-visible{outline:3px solid var(--focus);outline-offset:2px}' +
  'nav ul{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;margin-top:8px}' +
  'nav a{display:inline-block;padding:4px 0;min-height:24px}nav [aria-current]{color:var(--ink);font-weight:600;text-decoration:none}' +
  '.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr));gap:16px 32px}' +
  '.figures dt,.terms span{color:var(--ink-muted);font-size:.92em}' +
  '.figures dd{font-size:1.35em;font-weight:600;line-height:1.45;white-space:nowrap}.figures .lead dd{font-size:1.8em}' +
  '.figures+.hint{margin-top:10px}.terms{display:flex;flex-wrap:wrap;gap:8px 14px}.terms .sign{align-self:flex-start;font-size:1.1em}' +
  '.terms div{display:flex;gap:14px}.terms strong{display:block;color:var(--ink);font-size:1.1em;white-space:nowrap}' +
  '.holds{color:var(--accent)}.wrong{color:var(--danger)}.line p{margin-top:8px}' +
  '.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,380px),1fr));gap:24px 40px}' +
  '.wrap{overflow-x:auto}' +
  'table{width:100%;border-collapse:collapse;font-size:.95em;font-variant-numeric:tabular-nums}' +
  'caption{text-align:start;color:var(--ink-muted);font-size:.92em;padding-bottom:4px}' +
  'th,td{padding:6px 10px 6px 0;border-bottom:1px solid var(--line);text-align:start;vertical-align:baseline;font-weight:400}' +
  'th:last-child,td:last-child{padding-inline-end:0}' +
  'thead th{color:var(--ink-muted);font-size:.92em;border-bottom-color:var(--line-strong)}tfoot th,tfoot td{font-weight:600;border-bottom:0}' +
  '.number{text-align:end;white-space:nowrap}.free{white-space:normal}.content{min-width:90px}small{display:block;color:var(--ink-muted);font-size:.88em}' +
  '@media (max-width:600px){table{font-size:.9em}th,td{padding-inline-end:8px}}' +
  'svg{display:block;width:100%;min-width:40px;height:6px;margin-top:4px}.track{fill:var(--line)}.fill{fill:var(--accent)}.out .fill{fill:var(--warning)}' +
  '.goal svg{margin-top:2px}' +
  'code{font-family:ui-monospace,Consolas,monospace;overflow-wrap:anywhere}' +
  'footer{border-top:1px solid var(--line);padding-top:12px}' +
  '@media (forced-colors:active){.track{fill:GrayText}.fill,.out .fill{fill:Highlight}svg{forced-color-adjust:none}}' +
  '@media print{:root{color-scheme:light}body{font-size:11pt}main{padding:0;max-width:none}nav{display:none}' +
  'tr,.figures div,.terms{break-inside:avoid}h2{break-after:avoid}.wrap{overflow:visible}}';

/**
 * What such a page is served with: its own style element works, nothing else of any kind. Anybody may frame it, as it holds
 * nothing but what anybody may read.
 */
export const pagePolicy = `default-src 'none'; style-src ${styleSource(pageStyles)}; base-uri 'none'; form-action 'none'; frame-ancestors *; sandbox`;
