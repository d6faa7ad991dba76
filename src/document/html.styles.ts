import {
  certificateColours,
  fonts,
  framePadding,
  headerRight,
  indent,
  lineSpacing,
  margins as usual,
  paragraphGap,
  qrSide,
  ruleShare,
  sheet,
  signatureSpace,
  singleLine,
  sizes,
  slipSizes,
  tightSignatureSpace,
  type Margins,
} from './layout.js';
import type { OfficialDocument } from './official-document.js';

const mm = (value: number): string => `${value}mm`;
const pt = (value: number): string => `${value}pt`;
const margin = ({ top, right, bottom, left }: Margins): string =>
  [top, right, bottom, left].map(mm).join(' ');

/**
 * Page boxes: A4, the margins asked for, and the page number centred in the top margin but not on a first page. Every
 * appendix counts its own pages, hence a page name and a counter each.
 */
export function pageStyles(
  appendices: number,
  margins: Margins = usual,
  { landscape = false, framed = false, slip }: Pick<OfficialDocument, 'landscape' | 'framed' | 'slip'> = {},
): string {
  const number = (counter: string): string =>
    `@top-center { content: counter(${counter}, htsd-from-two); font: ${pt(sizes.pageNumber)} ${family}; color: #000; }`;
  const named = Array.from({ length: appendices }, (_, index) => {
    const name = `htsd-appendix-${index + 1}`;
    return `
@page ${name} { size: A4 portrait; counter-increment: ${name}; margin: ${margin(margins)}; ${number(name)} }
@page ${name}-wide { size: A4 landscape; counter-increment: ${name}; margin: ${margin(margins)}; ${number(name)} }
.appendix-${index + 1} { page: ${name}; }
.appendix-${index + 1}.wide { page: ${name}-wide; }`;
  });
  return `
@counter-style htsd-no-number { system: cyclic; symbols: ""; suffix: ""; }
@counter-style htsd-from-two { system: extends decimal; range: 2 infinite; fallback: htsd-no-number; }
@page { size: A4 ${landscape ? 'landscape' : 'portrait'}; margin: ${margin(margins)}; ${framed || slip ? '' : number('page')} }${
    framed ? frameHeight(margins, landscape) : ''
  }${slip ? copyHeight(margins) : ''}${named.join('')}`;
}

/** As high as the page between its margins, a millimetre less, so that no rounding needs a second sheet. */
function frameHeight({ top, bottom }: Margins, landscape: boolean): string {
  return `
.paper .framed { min-height: ${mm((landscape ? sheet.width : sheet.height) - top - bottom - 1)}; }`;
}

/** Half of the sheet, so that the line to cut along lies in its middle. */
function copyHeight({ top, bottom }: Margins): string {
  return `
.paper .copy { min-height: ${mm((sheet.height - top - bottom) / 2 - 1)}; }`;
}

const family = [...fonts.map((font) => `"${font}"`), 'serif'].join(', ');

/** How a paper looks, wherever it is shown. */
export const paperStyles = `
.paper, .paper * { box-sizing: border-box; }
.paper { font: ${pt(sizes.body)}/${singleLine * lineSpacing} ${family}; color: #000; background: #fff; overflow-wrap: break-word; }
.paper { --sign: ${mm(signatureSpace)}; }
.paper .slip, .paper .framed { --sign: ${mm(tightSignatureSpace)}; }
.paper p { margin: 0; }
.paper .head, .paper .ending { display: grid; column-gap: 0; line-height: ${singleLine}; }
.paper .head { grid-template-columns: minmax(0, 1fr) ${mm(headerRight)}; text-align: center; align-items: start; }
.paper .head.personal { grid-template-columns: 1fr; }
.paper .head > div { min-width: 0; }
.paper .parent { font-size: ${pt(sizes.parent)}; }
.paper .organisation { font-size: ${pt(sizes.organisation)}; font-weight: bold; }
.paper .nation { font-size: ${pt(sizes.nation)}; font-weight: bold; white-space: nowrap; }
.paper .motto { font-size: ${pt(sizes.motto)}; font-weight: bold; white-space: nowrap; }
.paper .number { font-size: ${pt(sizes.number)}; margin-top: 8pt; }
.paper .place-date { font-size: ${pt(sizes.placeDate)}; font-style: italic; margin-top: 8pt; }
.paper .ruled { display: inline-block; max-width: 100%; }
.paper .rule { display: block; height: 0; border: 0; border-top: 0.75pt solid #000; margin: 2pt auto 0; width: ${ruleShare * 100}%; }
.paper .rule.whole { width: 100%; }
.paper .notice { border: 1pt solid #000; padding: 4pt 8pt; margin-bottom: 10pt; text-align: center; font-size: ${pt(sizes.note + 1)}; line-height: ${singleLine}; }
.paper .notice b { display: block; }
.paper .subject { text-align: center; margin: 18pt 0 12pt; line-height: ${singleLine}; }
.paper .type-name { font-size: ${pt(sizes.typeName)}; font-weight: bold; }
.paper .abstract { font-size: ${pt(sizes.abstract)}; font-weight: bold; }
.paper .issued-by { text-align: center; font-weight: bold; margin-bottom: 12pt; line-height: ${singleLine}; }
.paper .wide .head:not(.personal) { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
.paper .framed { display: flex; flex-direction: column; border: 3pt double #${certificateColours.frame}; padding: ${mm(framePadding)}; }
.paper .framed .subject { margin: 20pt 0 10pt; }
.paper .framed .centre { margin-bottom: 9pt; }
.paper .framed .name-line { margin: 2pt 0 10pt; text-wrap: balance; }
.paper .framed .type-name { font-size: ${pt(sizes.certificate)}; letter-spacing: 0.04em; color: #${certificateColours.title}; }
.paper .framed .ending { margin-top: auto; padding-top: 8pt; }
.paper .addressees { display: flex; justify-content: center; gap: 0.4em; margin: 0 0 12pt; }
.paper .addressees .names { max-width: 75%; }
.paper .addressees.several { display: block; padding-left: 15%; }
.paper .addressees.several .names { padding-left: 4.3em; max-width: none; }
.paper .addressees.open { padding: 0 15%; }
.paper .addressees.open .names { flex: 1; max-width: none; }
.paper .bases p, .paper .body-text { text-align: justify; text-indent: ${mm(indent)}; }
.paper .bases p { font-style: italic; }
.paper .bases p, .paper .body-text, .paper .plain, .paper .item, .paper .h1, .paper .h2 { margin-bottom: ${pt(paragraphGap)}; orphans: 2; widows: 2; }
.paper .h1, .paper .h2 { text-indent: ${mm(indent)}; font-weight: bold; break-after: avoid; font-size: 1em; }
.paper .h1 { margin-top: ${pt(paragraphGap)}; }
.paper .item { text-align: justify; text-indent: ${mm(indent)}; }
.paper .note { font-size: ${pt(sizes.note)}; line-height: ${singleLine}; margin-top: 2pt; }
.paper .centre, .paper .name-line { text-align: center; margin-bottom: ${pt(paragraphGap)}; }
.paper .name-line { font-size: ${pt(sizes.name)}; font-weight: bold; line-height: ${singleLine}; }
.paper .name-line.long { font-size: ${pt(sizes.longName)}; }
.paper .name-line.long ~ .centre { margin-bottom: 4pt; }
.paper .keep { break-after: avoid; }
.paper sup { font-size: 0.7em; line-height: 0; vertical-align: 0.45em; }
.paper .box { font-size: 0.62em; letter-spacing: 0; border: 0.75pt solid #000; vertical-align: 0.1em; white-space: nowrap; }
.paper .ticked { text-align: left; }
.paper .has-dots { display: flex; align-items: baseline; align-items: last baseline; text-indent: 0; }
.paper .has-dots.item { padding-left: ${mm(indent)}; }
.paper .has-dots > span { flex: 0 1 auto; }
.paper .has-dots > .dots { flex: 1 1 2em; min-width: 2em; border-bottom: 1pt dotted #000; }
/* Half of a collapsed border lies outside the table, where the page would cut it off. */
.paper table { width: calc(100% - 1pt); border-collapse: collapse; table-layout: fixed; font-size: ${pt(sizes.table)}; line-height: ${singleLine}; margin: 4pt 0.5pt 6pt; }
.paper thead { display: table-header-group; }
.paper tr { break-inside: avoid; }
.paper tr.keep, .paper tbody tr:nth-last-child(2) { break-after: avoid; }
.paper th, .paper td { border: 0.75pt solid #000; padding: 2pt 4pt; vertical-align: middle; font-weight: normal; text-align: left; overflow-wrap: anywhere; }
.paper .center { text-align: center; }
.paper .right { text-align: right; }
.paper .justify { text-align: justify; }
.paper .strong { font-weight: bold; }
/* Inside the padding: at the head of a sheet a margin is dropped, and the marks of capitals like Ấ rise above their line. */
.paper .ending { grid-template-columns: 45% 1fr; margin-top: 11pt; padding-top: 3pt; break-inside: avoid; }
.paper .recipients { font-size: ${pt(sizes.recipients)}; }
.paper .code { display: block; width: ${mm(qrSide)}; height: ${mm(qrSide)}; margin: 0 0 1mm ${mm(-qrSide / 12)}; background: #fff; }
.paper .recipients b { font-size: ${pt(sizes.recipientsLabel)}; font-style: italic; }
.paper .signatures { display: grid; grid-template-rows: auto var(--sign) auto; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); column-gap: 6mm; text-align: center; font-weight: bold; font-size: ${pt(sizes.signature)}; }
.paper .signatures .hint { font-weight: normal; font-style: italic; font-size: 0.9em; }
.paper .signature { display: grid; grid-row: 1 / 4; grid-template-rows: auto var(--sign) auto; grid-template-rows: subgrid; }
.paper .ending.stacked { display: block; }
.paper .ending.stacked .recipients { margin-top: 12pt; }
.paper .slip { font-size: ${pt(slipSizes.body)}; line-height: ${singleLine}; }
.paper .slip .copy { break-inside: avoid; }
.paper .slip .copy + .copy { border-top: 0.75pt dashed #000; padding-top: 6mm; }
.paper .slip .head { grid-template-columns: minmax(0, 6fr) minmax(0, 4fr); font-size: ${pt(slipSizes.body - 1)}; }
.paper .slip .parent, .paper .slip .organisation { font-size: inherit; text-wrap: balance; }
.paper .slip .address, .paper .slip .beside p + p { font-style: italic; }
.paper .slip .beside p:first-child { font-weight: bold; }
.paper .slip .subject { margin: 6pt 0 0; }
.paper .slip .plain, .paper .slip .centre { margin-bottom: ${pt(slipSizes.paragraphGap)}; }
.paper .slip .ending { margin-top: 3pt; }
.paper .slip .signatures { column-gap: 2mm; font-size: ${pt(slipSizes.signature)}; }
.paper .slip .ending.stacked .recipients { margin-top: 4pt; }
.paper .appendix { break-before: page; }
.paper .appendix-head { text-align: center; line-height: ${singleLine}; margin-bottom: 10pt; break-after: avoid; }
.paper .appendix-head .label, .paper .appendix-head .title { font-size: ${pt(sizes.appendix)}; font-weight: bold; text-wrap: balance; }
.paper .appendix-head .attached { font-size: ${pt(sizes.body)}; font-style: italic; }
`;

/** A paper on the screen: one sheet per part, with its margins; pages are not cut. */
export function previewStyles(margins: Margins = usual): string {
  return `
:host { display: block; overflow: auto; background: #6b6f75; padding: 16px; }
.paper { background: none; min-width: max-content; }
.paper > .sheet { width: ${mm(sheet.width)}; min-height: ${mm(sheet.height)}; padding: ${margin(margins)}; background: #fff; margin: 0 auto 16px; box-shadow: 0 1px 4px rgb(0 0 0 / 0.4); }
.paper > .sheet.wide { width: ${mm(sheet.height)}; min-height: ${mm(sheet.width)}; }
.paper > .sheet.wide .framed { min-height: ${mm(sheet.width - margins.top - margins.bottom)}; }
`;
}
