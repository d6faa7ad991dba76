import type { Answer } from '../domain/answer.schema.js';
import { dueDays } from '../domain/deadlines.js';
import type { Criterion, Section } from '../domain/criteria-set.schema.js';
import type { CriterionResult, ScoreResult } from '../domain/score.types.js';
import { formatDate } from '../i18n/translate.js';
import type { DocumentInput } from './document-input.js';
import { evidenceNames } from './evidence-names.js';
import { generalFacts } from './general-facts.js';
import {
  dashList,
  heading,
  paragraph,
  text,
  type Block,
  type Inline,
  type OfficialDocument,
} from './official-document.js';
import {
  addressees,
  closedLines,
  closing,
  isPersonal,
  marginsOf,
  organisationOf,
  paperHeader,
} from './paper-frame.js';
import { provenanceMarks, type ProvenanceMarks } from './provenance-marks.js';
import { resultsTable } from './results-table.js';
import { clean, cleanLines, upper, wording, type Wording } from './wording.js';

/** An input that has a result: everything but an empty form. */
type Scored = DocumentInput & { result: ScoreResult };

/**
 * The report on a self-assessment with the summary of its results as an appendix. Without a result (nothing was
 * scored yet) it reports what there is and calls the title not reached.
 */
export function selfAssessmentReport(input: DocumentInput): OfficialDocument {
  const words = wording(input.lang);
  const { t } = words;
  const personal = isPersonal(input.subject.model);
  const title = t(`document.title.${input.subject.model}`);
  const year = input.cycle;
  const abstract = t(personal ? 'document.statement.abstract' : 'document.report.abstract', { title, year });
  const asked = addressees(input, words);
  const scored = input.result ? { ...input, result: input.result } : undefined;
  const marks = provenanceMarks(input.set, scored ? printedCriteria(scored) : [], words);
  return {
    lang: input.lang,
    title: abstract,
    margins: marginsOf(input),
    header: paperHeader(input, words),
    ...(marks.notice && { notice: marks.notice }),
    typeName: t(personal ? 'document.statement' : 'document.report'),
    abstract,
    ...(asked && { addressees: asked }),
    bases: closedLines((input.set.bases ?? []).map((line) => t('document.base', { text: words.text(line) }))),
    body: scored ? bodyOf(scored, marks, words) : generalFacts(input, words),
    closing: closing(input, words),
    appendices: scored ? [resultsTable(scored)] : [],
  };
}

/** Criteria that stand on paper: those that are asked of this subject. */
function printedCriteria({ set, result }: Scored): Criterion[] {
  return set.sections
    .flatMap(({ criteria }) => criteria)
    .filter(({ id }) => result.criteria[id]?.status !== 'excluded');
}

function bodyOf(input: Scored, marks: ProvenanceMarks, words: Wording): Block[] {
  const { t } = words;
  return [
    paragraph(introduction(input, words)),
    heading(1, t('document.general')),
    ...generalFacts(input, words),
    heading(1, t('document.work')),
    ...input.set.sections.flatMap((section, index) => sectionBlocks(section, index, input, marks, words)),
    ...(marks.notes.length > 0 ? [paragraph(text(t('document.notes'), { bold: true }), 'note', true)] : []),
    ...marks.notes,
    heading(1, t('document.result')),
    ...resultBlocks(input, words),
    heading(1, t('document.proposal')),
    ...proposal(input, words),
  ];
}

function introduction(input: Scored, words: Wording): string {
  const { set, cycle, subject } = input;
  const sample = set.status === 'sample';
  return words.t(sample ? 'document.report.intro.sample' : 'document.report.intro', {
    source: words.text(sample ? set.title : set.source.name),
    organisation: organisationOf(input),
    title: words.t(`document.title.${subject.model}`),
    year: cycle,
  });
}

function sectionBlocks(
  section: Section,
  index: number,
  input: Scored,
  marks: ProvenanceMarks,
  words: Wording,
): Block[] {
  const asked = section.criteria.filter(({ id }) => input.result.criteria[id]?.status !== 'excluded');
  const sum = input.result.sections.find(({ id }) => id === section.id);
  if (asked.length === 0) return [];
  return [
    heading(2, sectionTitle(section, index, words)),
    ...asked.flatMap((criterion) => criterionBlocks(criterion, input, marks, words)),
    ...(sum
      ? [
          paragraph(
            text(words.t(`document.work.sum.${input.result.mode}`, { points: sum.points, max: sum.max }), {
              bold: true,
            }),
          ),
        ]
      : []),
  ];
}

/** Chapters have Roman numbers, so that a section with one of its own says what it is. */
function sectionTitle({ number = '', title }: Section, index: number, { t, text: said }: Wording): string {
  return /^\D/.test(number)
    ? t('document.section', { number, title: said(title) })
    : `${number || index + 1}. ${said(title)}`;
}

function criterionBlocks(
  criterion: Criterion,
  input: Scored,
  marks: ProvenanceMarks,
  words: Wording,
): Block[] {
  const { t } = words;
  const result = input.result.criteria[criterion.id];
  const answer = input.answers[criterion.id] ?? {};
  const number = criterion.number ? `${criterion.number}. ` : '';
  const lines: (string | Inline[])[] = [];
  if (result) lines.push(t('document.work.outcome', { text: reasons(result, input, words) }));
  lines.push(...explained(answer, result, words));
  return [
    paragraph([...text(number + words.text(criterion.title)), ...marks.markOf(criterion)], 'body', true),
    dashList(lines),
  ];
}

function explained(answer: Answer, result: CriterionResult | undefined, words: Wording): string[] {
  const { t } = words;
  const lines: string[] = [];
  const reason =
    answer.notApplicable && result?.status === 'not-applicable' ? clean(answer.reason ?? '') : '';
  if (reason) lines.push(t('document.work.not-applicable', { text: reason }));
  const [first, ...more] = cleanLines(answer.note ?? '');
  if (first) lines.push(t('document.work.note', { text: first }), ...more);
  const names = evidenceNames(answer, words);
  if (names.length > 0) lines.push(t('document.work.evidence', { text: names.join('; ') }));
  return lines;
}

function reasons(result: CriterionResult, input: Scored, words: Wording): string {
  return result.reasons.map((reason) => words.reason(reason, input.set)).join(' ');
}

function resultBlocks(input: Scored, words: Wording): Block[] {
  const { t } = words;
  const { set, result } = input;
  const { total, max, mode, complete, conclusive, open } = result;
  const outcome = words.outcome(set, result.outcome);
  const provisional = !conclusive || !complete;
  return [
    paragraph(t(`document.result.${mode}`, { total, max })),
    paragraph(
      text(t(provisional ? 'document.result.provisional' : 'document.result.outcome', { outcome }), {
        bold: true,
      }),
    ),
    paragraph(t('document.result.why'), 'body', true),
    dashList([
      ...result.reasons.map((reason) => words.reason(reason, set)),
      ...(complete ? [] : [t('document.result.open', { n: open.length })]),
    ]),
    paragraph(t('document.result.table')),
    ...deadlineNote(input, words),
  ];
}

/** When the paper and what follows on it are due, as the set has it. */
function deadlineNote({ set, cycle }: Scored, { t, text: said }: Wording): Block[] {
  const list = dueDays(set, cycle).map(({ label, date, before }) =>
    t(`document.deadline.${before ? 'before' : 'by'}`, { what: said(label), date: formatDate(date) }),
  );
  return list.length > 0 ? [paragraph(t('document.deadlines', { list: list.join('; ') }), 'note')] : [];
}

function proposal(input: Scored, words: Wording): Block[] {
  const { set, subject, cycle, result } = input;
  const { t } = words;
  const params = {
    organisation: organisationOf(input),
    authority: words.text(set.recognition?.authority) || t('document.authority'),
    title: t(`document.title.${subject.model}`),
    year: cycle,
    outcome: words.outcome(set, result.outcome),
  };
  const kind = !result.passed ? 'later' : result.conclusive ? 'recognise' : 'provisional';
  return [
    paragraph(sentence(t(`document.proposal.${kind}`, params), words)),
    paragraph(t('document.proposal.end', params)),
  ];
}

function sentence(value: string, { lang }: Wording): string {
  return upper(value.slice(0, 1), lang) + value.slice(1);
}
