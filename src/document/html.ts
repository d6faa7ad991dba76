import { htmlBlocks } from './html-blocks.js';
import { make } from './html-make.js';
import { headRight, sizes, textMargins, textWidth } from './layout.js';
import {
  keptWithClosing,
  type Appendix,
  type Closing,
  type OfficialDocument,
  type Signature,
  type Slip,
} from './official-document.js';
import { qrPath } from './qr-code.js';
import { balancedLines } from './text-width.js';

/**
 * Draws a paper as elements of the given document, by the DOM alone: texts stay texts, and no policy objects.
 * Its look comes from `paperStyles` and `pageStyles`.
 */
export function renderOfficialDocument(paper: OfficialDocument, target: Document): HTMLElement {
  const el = make(target);
  const { slip } = paper;
  const copies = slip?.copies.length ? slip.copies : [''];
  const content = slip
    ? copies.map((copy) => el('div', 'copy', partsOf(paper, slipHead(paper, slip, copy, target), target)))
    : partsOf(paper, head(paper, target), target);
  const main = el(
    'section',
    `sheet main${paper.landscape ? ' wide' : ''}${slip ? ' slip' : ''}`,
    paper.framed ? [el('div', 'framed', content)] : content,
  );
  const whole = el('article', 'paper', [
    main,
    ...paper.appendices.map((one, index) => appendix(one, index, target)),
  ]);
  whole.lang = paper.lang;
  return whole;
}

/** Everything of a paper but its appendices. */
function partsOf(paper: OfficialDocument, top: HTMLElement, target: Document): HTMLElement[] {
  const el = make(target);
  return [
    ...(paper.notice ? [el('div', 'notice', [el('b', '', [paper.notice.title]), paper.notice.text])] : []),
    top,
    el('div', 'subject', [
      el('p', 'type-name', [paper.typeName]),
      ...(paper.abstract
        ? [ruled('abstract', balancedLines(paper.abstract, sizes.abstract, room(paper)), 'rule', target)]
        : []),
    ]),
    ...(paper.issuedBy ? [el('p', 'issued-by', [paper.issuedBy])] : []),
    ...addressees(paper, target),
    ...(paper.bases.length > 0
      ? [
          el(
            'div',
            'bases',
            paper.bases.map((line) => el('p', '', [line])),
          ),
        ]
      : []),
    ...htmlBlocks(keptWithClosing(paper.body), target),
    ending(paper.closing, target),
  ];
}

/** Head of a voucher: who makes it out, and its number. */
function slipHead(
  { header }: OfficialDocument,
  { address, beside }: Slip,
  copy: string,
  target: Document,
): HTMLElement {
  const el = make(target);
  return el('header', 'head', [
    el('div', '', [
      el('p', 'parent', [header.parentOrganisation ?? '']),
      el('p', 'organisation', [header.organisation ?? '']),
      ...(address ? [el('p', 'address', [address])] : []),
    ]),
    el(
      'div',
      'beside',
      [...beside, ...(copy ? [copy] : [])].map((line) => el('p', '', [line])),
    ),
  ]);
}

/** A line with a rule below whose length is taken from the line itself. */
function ruled(name: string, lines: readonly string[], rule: string, target: Document): HTMLElement {
  const el = make(target);
  return el('div', name, [el('span', 'ruled', [...broken(lines, target), el('span', rule, [])])]);
}

function broken(lines: readonly string[], target: Document): (Node | string)[] {
  return lines.flatMap((line, index) => (index > 0 ? [target.createElement('br'), line] : [line]));
}

/** Points between the margins of the first part, a hair less, so that no rounding breaks a line once more. */
function room(paper: OfficialDocument): number {
  return (textWidth(paper.landscape === true, textMargins(paper)) * 72) / 25.4 - 2;
}

function head(paper: OfficialDocument, target: Document): HTMLElement {
  const el = make(target);
  const { header } = paper;
  const right = headRight(paper.landscape === true, textMargins(paper));
  const left = room(paper) - (right * 72) / 25.4;
  const nation = el('div', '', [
    el('p', 'nation', [header.nation]),
    ruled('motto', [header.motto], 'rule whole', target),
  ]);
  const date = el('p', 'place-date', [header.placeDate]);
  if (header.organisation === undefined) return el('header', 'head personal', [nation, date]);
  // Two rows, so that number and date stand on one line however long the names above are.
  return el('header', 'head', [
    el('div', '', [
      el('p', 'parent', broken(balancedLines(header.parentOrganisation ?? '', sizes.parent, left), target)),
      ruled('organisation', balancedLines(header.organisation, sizes.organisation, left), 'rule', target),
    ]),
    nation,
    el('p', 'number', [header.number ?? '']),
    date,
  ]);
}

function addressees({ addressees: to }: OfficialDocument, target: Document): HTMLElement[] {
  if (!to) return [];
  const el = make(target);
  const several = to.names.length > 1;
  const names = to.names.map((name) => el('p', '', [several ? `- ${name}` : name]));
  if (names.length > 0)
    return [
      el('div', `addressees${several ? ' several' : ''}`, [
        el('p', '', [to.label]),
        el('div', 'names', names),
      ]),
    ];
  const dots = el('div', 'names has-dots', [el('span', 'dots', [])]);
  return [el('div', 'addressees open', [el('p', '', [to.label]), dots])];
}

function ending({ recipients, code, signatures }: Closing, target: Document): HTMLElement {
  const el = make(target);
  const list = el('div', 'recipients', [
    ...(code ? [qrCode(code, target)] : []),
    ...(recipients?.label ? [el('b', '', [recipients.label])] : []),
    ...(recipients?.lines ?? []).map((line) => el('p', '', [recipients?.label ? `- ${line}` : line])),
  ]);
  const signed = el(
    'div',
    'signatures',
    signatures.map((one) => signature(one, target)),
  );
  return signatures.length === 1
    ? el('footer', 'ending', [list, signed])
    : el('footer', 'ending stacked', recipients ? [signed, list] : [signed]);
}

function qrCode({ dots, label }: NonNullable<Closing['code']>, target: Document): Node {
  const svg = (
    name: string,
    attributes: Readonly<Record<string, string>>,
    children: readonly Node[],
  ): Node => {
    const element = target.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const viewBox = `0 0 ${dots.length} ${dots.length}`;
  return svg('svg', { class: 'code', viewBox, role: 'img', 'aria-label': label }, [
    svg('path', { d: qrPath(dots) }, []),
  ]);
}

function signature({ authority, title, hint, name }: Signature, target: Document): HTMLElement {
  const el = make(target);
  return el('div', 'signature', [
    el('div', '', [
      ...(authority ? [el('p', '', [authority])] : []),
      el('p', '', [title]),
      ...(hint ? [el('p', 'hint', [hint])] : []),
    ]),
    el('div', 'space', []),
    el('p', 'name', [name ?? '']),
  ]);
}

function appendix(one: Appendix, index: number, target: Document): HTMLElement {
  const el = make(target);
  return el('section', `sheet appendix appendix-${index + 1}${one.landscape ? ' wide' : ''}`, [
    el('header', 'appendix-head', [
      el('p', 'label', [one.label]),
      el('p', 'title', [one.title]),
      el('p', 'attached', [one.attached]),
    ]),
    ...htmlBlocks(one.body, target),
  ]);
}
