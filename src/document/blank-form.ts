import { holds } from '../domain/condition.js';
import type { Criterion, Section } from '../domain/criteria-set.schema.js';
import { formatNumber } from '../i18n/translate.js';
import type { DocumentInput } from './document-input.js';
import { blankFacts, boxes } from './general-facts.js';
import {
  cell,
  paragraph,
  text,
  type Block,
  type Cell,
  type Column,
  type Inline,
  type OfficialDocument,
  type PaperHeader,
  type Row,
} from './official-document.js';
import { isPersonal, marginsOf, paperHeader } from './paper-frame.js';
import { printedNumber } from './printed-number.js';
import { provenanceMarks, type ProvenanceMarks } from './provenance-marks.js';
import { demands } from './results-table.js';
import { clean, upper, wording, type Wording } from './wording.js';

/** Millimetres of a row that somebody writes into. */
const roomToWrite = 16;

const columns: readonly Column[] = [
  { width: 7, align: 'center' },
  { width: 37, align: 'left' },
  { width: 11, align: 'center' },
  { width: 15, align: 'center' },
  { width: 17, align: 'left' },
  { width: 13, align: 'center' },
];
const checklistColumns: readonly Column[] = [
  { width: 7, align: 'center' },
  { width: 31, align: 'left' },
  { width: 15, align: 'left' },
  { width: 15, align: 'left' },
  { width: 17, align: 'left' },
  { width: 15, align: 'left' },
];

/**
 * The self-assessment as an empty form: what is known of the subject is filled in, the rest is dots to write on and
 * boxes to tick, with a column for whoever reviews it. Criteria that the known facts rule out are left out.
 */
export function blankForm(input: DocumentInput): OfficialDocument {
  const { set, subject, cycle, lang } = input;
  const words = wording(lang);
  const { t } = words;
  const title = t('document.statement.abstract', {
    title: t(`document.title.${subject.model}`),
    year: cycle,
  });
  const printed = set.sections.flatMap(({ criteria }) => criteria).filter((one) => isAsked(one, input));
  const marks = provenanceMarks(set, printed, words);
  const signature = (who: string) => ({ title: upper(who, lang), hint: t('document.sign-here') });
  const own = signature(t(`document.signer.${subject.model}`));
  // Who signs beside the head: those that were asked for, else whoever fills in the form of a body.
  const asked = input.settings.signatures.slice(0, -1).map((one) => signature(clean(one.title)));
  const compiler = isPersonal(subject.model) ? [] : [signature(t('document.blank.compiler'))];
  return {
    lang,
    title: `${t('document.blank')} - ${title}`,
    margins: marginsOf(input),
    header: unnumbered(input, words),
    ...(marks.notice && { notice: marks.notice }),
    typeName: t('document.blank'),
    abstract: title,
    bases: [],
    body: [...blankFacts(input, words), table(input, marks, words), ...remarks(words), ...marks.notes],
    closing: {
      signatures: [...(asked.length > 0 ? asked : compiler), own],
    },
    appendices: [],
  };
}

/** A form gets neither number nor date before somebody signs it. */
function unnumbered(input: DocumentInput, words: Wording): PaperHeader {
  const header = paperHeader({ ...input, settings: { ...input.settings, date: '' } }, words);
  delete header.number;
  return header;
}

function isAsked({ appliesIf }: Criterion, { facts }: DocumentInput): boolean {
  return Object.keys(facts).length === 0 || holds(appliesIf, facts);
}

function table(input: DocumentInput, marks: ProvenanceMarks, words: Wording): Block {
  const { set } = input;
  const { t } = words;
  const points = set.scoring.mode === 'points';
  const names = [
    t('document.table.no'),
    t(points ? 'document.table.criterion' : 'document.table.target'),
    t(points ? 'document.table.max' : 'document.table.demand'),
    t(`document.table.self.${set.scoring.mode}`),
    t('document.table.evidence-note'),
    t(points ? 'document.table.review.points' : 'document.table.review'),
  ];
  return {
    kind: 'table',
    columns: points ? columns : checklistColumns,
    head: [{ cells: names.map((name) => cell(name, { bold: true, align: 'center' })) }],
    rows: [
      ...set.sections.flatMap((section, index) => sectionRows(section, index, input, marks, words)),
      ...totals(input, words),
    ],
  };
}

function sectionRows(
  section: Section,
  index: number,
  input: DocumentInput,
  marks: ProvenanceMarks,
  words: Wording,
): Row[] {
  const asked = section.criteria.filter((one) => isAsked(one, input));
  if (asked.length === 0) return [];
  const bold = { bold: true };
  const own = section.number ?? String(index + 1);
  const points = input.set.scoring.mode === 'points';
  const max = section.max === undefined ? '' : formatNumber(section.max, input.lang);
  return [
    {
      keepWithNext: true,
      cells: [
        cell(own, bold),
        cell(words.text(section.title), points ? bold : { ...bold, colSpan: 2 }),
        ...(points ? [cell(max, bold)] : []),
        cell(''),
        cell(''),
        cell(''),
      ],
    },
    ...asked.map((criterion, position) =>
      criterionRow(criterion, printedNumber(criterion, own, position), input, marks, words),
    ),
  ];
}

function criterionRow(
  criterion: Criterion,
  number: string,
  input: DocumentInput,
  marks: ProvenanceMarks,
  words: Wording,
): Row {
  const { set, lang } = input;
  const points = set.scoring.mode === 'points';
  const missing = criterion.provenance === 'missing';
  const title: Inline[] = [...text(words.text(criterion.title)), ...marks.markOf(criterion)];
  const max = criterion.max === undefined ? '' : formatNumber(criterion.max, lang);
  const verdict = points || missing ? cell('') : metOrNot(words);
  return {
    minHeight: roomToWrite,
    cells: [
      cell(number),
      cell([title, ...(missing ? [] : answerLines(criterion, input, words))]),
      points ? cell(max) : cell(demands(criterion, set, words)),
      verdict,
      cell(''),
      verdict,
    ],
  };
}

function metOrNot({ t }: Wording): Cell {
  return cell([boxes([t('document.table.met')]), boxes([t('document.table.unmet')])]);
}

/** What has to be written or ticked under the title, beside the points themselves. */
function answerLines(criterion: Criterion, input: DocumentInput, words: Wording): Inline[][] {
  const { t } = words;
  const lines: Inline[][] = [];
  const toWrite = (label: string): Inline[] => [...text(`${label}: `), { dots: true }];
  if (criterion.input === 'percent')
    lines.push(
      toWrite(words.text(criterion.numeratorLabel) || t('document.blank.numerator')),
      toWrite(words.text(criterion.denominatorLabel) || t('document.blank.denominator')),
    );
  if (criterion.input === 'options')
    for (const { label, points } of criterion.options ?? [])
      lines.push(boxes([t('document.blank.option', { label: words.text(label), points })]));
  if (criterion.input === 'yesno' && input.set.scoring.mode === 'points')
    lines.push(boxes([t('document.table.met'), t('document.table.unmet')]));
  if (criterion.notApplicable && input.set.scoring.notApplicable)
    lines.push([...boxes([t('document.blank.not-applicable')]), ...text(' '), { dots: true }]);
  return lines;
}

function totals({ set, lang }: DocumentInput, { t }: Wording): Row[] {
  const { scoring } = set;
  const bold = { bold: true };
  const total: Row = {
    keepWithNext: true,
    cells: [
      cell(t('document.table.total'), { ...bold, colSpan: 2, align: 'center' }),
      cell(scoring.mode === 'points' ? formatNumber(scoring.max, lang) : '', bold),
      cell(''),
      cell(''),
      cell(''),
    ],
  };
  return [
    total,
    { cells: [cell(t('document.table.outcome.blank'), { ...bold, colSpan: 6, align: 'left' })] },
  ];
}

function remarks({ t }: Wording): Block[] {
  const dots: Inline[] = [{ dots: true }];
  return [
    paragraph([...text(`${t('document.blank.proposal')} `), ...dots], 'plain'),
    paragraph(dots, 'plain'),
    paragraph(dots, 'plain'),
  ];
}
