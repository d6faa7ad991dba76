import { htmlBlocks } from './html-blocks.js';
import { make } from './html-make.js';
import type { Appendix, Closing, OfficialDocument, PaperHeader, Signature } from './official-document.js';

/**
 * Draws a paper as elements of the given document, by the DOM alone: texts stay texts, and no policy objects.
 * Its look comes from `paperStyles` and `pageStyles`.
 */
export function renderOfficialDocument(paper: OfficialDocument, target: Document): HTMLElement {
  const el = make(target);
  const main = el('section', 'sheet main', [
    ...(paper.notice ? [el('div', 'notice', [el('b', '', [paper.notice.title]), paper.notice.text])] : []),
    head(paper.header, target),
    el('div', 'subject', [
      el('p', 'type-name', [paper.typeName]),
      ruled('abstract', paper.abstract, 'rule', target),
    ]),
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
    ...htmlBlocks(paper.body, target),
    ending(paper.closing, target),
  ]);
  const whole = el('article', 'paper', [
    main,
    ...paper.appendices.map((one, index) => appendix(one, index, target)),
  ]);
  whole.lang = paper.lang;
  return whole;
}

/** A line with a rule below whose length is taken from the line itself. */
function ruled(name: string, line: string, rule: string, target: Document): HTMLElement {
  const el = make(target);
  return el('div', name, [el('span', 'ruled', [line, el('span', rule, [])])]);
}

function head(header: PaperHeader, target: Document): HTMLElement {
  const el = make(target);
  const nation = el('div', '', [
    el('p', 'nation', [header.nation]),
    ruled('motto', header.motto, 'rule whole', target),
  ]);
  const date = el('p', 'place-date', [header.placeDate]);
  if (header.organisation === undefined) return el('header', 'head personal', [nation, date]);
  // Two rows, so that number and date stand on one line however long the names above are.
  return el('header', 'head', [
    el('div', '', [
      ...(header.parentOrganisation ? [el('p', 'parent', [header.parentOrganisation])] : []),
      ruled('organisation', header.organisation, 'rule', target),
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
    return [el('div', 'addressees', [el('p', '', [to.label]), el('div', 'names', names)])];
  const dots = el('div', 'names has-dots', [el('span', 'dots', [])]);
  return [el('div', 'addressees open', [el('p', '', [to.label]), dots])];
}

function ending({ recipients, signatures }: Closing, target: Document): HTMLElement {
  const el = make(target);
  const list = el('div', 'recipients', [
    ...(recipients ? [el('b', '', [recipients.label])] : []),
    ...(recipients?.lines ?? []).map((line) => el('p', '', [`- ${line}`])),
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
