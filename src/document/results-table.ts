import type { Answer } from '../domain/answer.schema.js';
import type { Criterion, CriteriaSet, Section } from '../domain/criteria-set.schema.js';
import { parseCount } from '../domain/number.js';
import type { CriterionResult, ScoreResult } from '../domain/score.types.js';
import { formatNumber } from '../i18n/translate.js';
import type { DocumentInput } from './document-input.js';
import { evidenceNames } from './evidence-names.js';
import { officialDate } from './official-date.js';
import {
  cell,
  paragraph,
  text,
  type Appendix,
  type Cell,
  type Column,
  type Row,
} from './official-document.js';
import { printedNumber } from './printed-number.js';
import { isPersonal, numberOf, organisationOf } from './paper-frame.js';
import { provenanceMarks, type ProvenanceMarks } from './provenance-marks.js';
import { clean, cleanLines, upper, wording, type Wording } from './wording.js';

/** Everything a row is made from. */
interface Sheet extends DocumentInput {
  result: ScoreResult;
  words: Wording;
  marks: ProvenanceMarks;
  /** Some criterion is a percentage, so there is a column for it. */
  shares: boolean;
}

/**
 * Summary of the results as an appendix on landscape sheets: one row per criterion that is asked, sums per section, the
 * total and the class or level. Without a result it is the same table with nothing in it.
 */
export function resultsTable(input: DocumentInput & { result: ScoreResult }): Appendix {
  const words = wording(input.lang);
  const { t } = words;
  const { set, result } = input;
  const all = set.sections.flatMap(({ criteria }) => criteria);
  const printed = all.filter(({ id }) => result.criteria[id]?.status !== 'excluded');
  const marks = provenanceMarks(set, printed, words);
  const sheet: Sheet = {
    ...input,
    words,
    marks,
    shares: printed.some(({ input: how }) => how === 'percent'),
  };
  const excluded = all.flatMap((one) =>
    one.number === undefined || printed.includes(one) ? [] : [one.number],
  );
  const title = upper(t(`document.title.${input.subject.model}`), input.lang);
  return {
    label: t('document.appendix'),
    title: t('document.table.title', { title, year: input.cycle }),
    attached: attached(input, words),
    landscape: true,
    body: [
      {
        kind: 'table',
        columns: columnsOf(sheet),
        head: [headOf(sheet)],
        rows: [
          ...set.sections.flatMap((section, index) => sectionRows(section, index, sheet)),
          ...totals(sheet),
        ],
      },
      ...marks.notes,
      ...(excluded.length > 0
        ? [paragraph(t('document.table.excluded', { items: excluded.join(', ') }), 'note')]
        : []),
    ],
  };
}

function attached(input: DocumentInput, { t }: Wording): string {
  const personal = isPersonal(input.subject.model);
  return t(personal ? 'document.appendix.attached.statement' : 'document.appendix.attached', {
    ...numberOf(input),
    date: officialDate(input.settings.date, input.lang),
    organisation: organisationOf(input),
  });
}

function columnsOf({ shares, result }: Sheet): Column[] {
  const wide = result.mode === 'checklist';
  const columns: Column[] = [
    { width: 5, align: 'center' },
    { width: wide ? 27 : 31, align: 'left' },
    { width: wide ? 14 : 8, align: wide ? 'left' : 'center' },
    { width: wide ? 12 : 9, align: 'center' },
    { width: 12, align: 'center' },
    { width: 17, align: 'left' },
    { width: 18, align: 'left' },
  ];
  return shares ? columns : columns.filter((_, index) => index !== 4);
}

function headOf({ shares, result, words: { t } }: Sheet): Row {
  const points = result.mode === 'points';
  const names = [
    t('document.table.no'),
    t(points ? 'document.table.criterion' : 'document.table.target'),
    t(points ? 'document.table.max' : 'document.table.demand'),
    t(`document.table.self.${result.mode}`),
    ...(shares ? [t('document.table.share')] : []),
    t('document.table.evidence'),
    t('document.table.note'),
  ];
  return { cells: names.map((name) => cell(name, { bold: true, align: 'center' })) };
}

function sectionRows(section: Section, index: number, sheet: Sheet): Row[] {
  const { result, words, shares, lang } = sheet;
  const asked = section.criteria.filter(({ id }) => result.criteria[id]?.status !== 'excluded');
  if (asked.length === 0) return [];
  const own = section.number ?? String(index + 1);
  const sum = result.sections.find(({ id }) => id === section.id);
  const figure = (value: number | undefined): string =>
    value === undefined ? '' : formatNumber(value, lang);
  const bold = { bold: true };
  const points = result.mode === 'points';
  const sums = points
    ? [cell(figure(sum?.max), bold), cell(figure(sum?.points), bold)]
    : [cell(sum ? `${figure(sum.points)}/${figure(sum.max)}` : '', bold)];
  return [
    {
      keepWithNext: true,
      cells: [
        cell(own, bold),
        cell(words.text(section.title), points ? bold : { ...bold, colSpan: 2 }),
        ...sums,
        ...(shares ? [cell('')] : []),
        cell(''),
        cell(''),
      ],
    },
    ...asked.map((criterion, position) =>
      criterionRow(criterion, printedNumber(criterion, own, position), sheet),
    ),
  ];
}

function criterionRow(criterion: Criterion, number: string, sheet: Sheet): Row {
  const { result, answers, words, marks, shares, lang, set } = sheet;
  const scored = result.criteria[criterion.id];
  const answer = answers[criterion.id] ?? {};
  const points = result.mode === 'points';
  const reason = scored?.status === 'not-applicable' ? clean(answer.reason ?? '') : '';
  const notes = [
    ...(reason ? [words.t('document.table.not-applicable.reason', { text: reason })] : []),
    ...cleanLines(answer.note ?? ''),
  ];
  return {
    cells: [
      cell(number),
      cell([[...text(words.text(criterion.title)), ...marks.markOf(criterion)]]),
      points
        ? cell(criterion.max === undefined ? '' : formatNumber(criterion.max, lang))
        : cell(demands(criterion, set, words)),
      ownResult(scored, sheet),
      ...(shares ? [cell(share(scored, answer, lang))] : []),
      cell(evidenceNames(answer, words)),
      cell(notes),
    ],
  };
}

/** What each level asks of a criterion. */
export function demands(criterion: Criterion, set: CriteriaSet, words: Wording): string[] {
  if (set.scoring.mode !== 'checklist' || criterion.provenance === 'missing') return [];
  return [...set.scoring.levels]
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ id }) => {
      const target = criterion.levels?.[id];
      if (!target) return [];
      const outcome = words.outcome(set, id);
      return target.require === 'percent'
        ? [words.t('document.table.demand.percent', { outcome, percent: target.atLeast })]
        : [words.t('document.table.demand.yes', { outcome })];
    });
}

function ownResult(scored: CriterionResult | undefined, { result, words, set, lang }: Sheet): Cell {
  const { t } = words;
  if (!scored) return cell('');
  const { status } = scored;
  if (status === 'gap' || status === 'unanswered' || status === 'invalid' || status === 'not-applicable')
    return cell(t(`document.table.${status}`));
  if (result.mode === 'points')
    return cell(scored.points === undefined ? '' : formatNumber(scored.points, lang));
  const levels = Object.entries(scored.levels ?? {});
  if (levels.length > 1)
    return cell(
      levels.map(([id, state]) =>
        t(state === 'met' ? 'document.table.level-met' : 'document.table.level-unmet', {
          outcome: words.outcome(set, id),
        }),
      ),
    );
  return cell(t(status === 'met' ? 'document.table.met' : 'document.table.unmet'));
}

/** "45/50 = 90%", with the numbers as they were read; empty where they make no share. */
function share(scored: CriterionResult | undefined, answer: Answer, lang: DocumentInput['lang']): string {
  const above = parseCount(answer.numerator);
  const below = parseCount(answer.denominator);
  if (scored?.percent === undefined || !above.ok || !below.ok) return '';
  const [over, total, percent] = [above.value, below.value, scored.percent].map((n) => formatNumber(n, lang));
  return `${over}/${total} = ${percent}%`;
}

function totals({ result, words, shares, set, lang }: Sheet): Row[] {
  const { t } = words;
  const bold = { bold: true, align: 'center' } as const;
  const provisional = !result.conclusive || !result.complete;
  const outcome = upper(words.outcome(set, result.outcome), lang);
  const figure = (value: number): string => formatNumber(value, lang);
  const figures =
    result.mode === 'points'
      ? [cell(figure(result.max), bold), cell(figure(result.total), bold)]
      : [cell('', bold), cell(`${figure(result.total)}/${figure(result.max)}`, bold)];
  return [
    {
      keepWithNext: true,
      cells: [
        cell(t('document.table.total'), { ...bold, colSpan: 2 }),
        ...figures,
        ...(shares ? [cell('')] : []),
        cell(''),
        cell(''),
      ],
    },
    {
      cells: [
        cell(t(provisional ? 'document.table.outcome.provisional' : 'document.table.outcome', { outcome }), {
          bold: true,
          align: 'left',
          colSpan: shares ? 7 : 6,
        }),
      ],
    },
  ];
}
