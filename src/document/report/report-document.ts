import type { LegalSource } from '../../domain/criteria-set.schema.js';
import type { Report } from '../../domain/report/report.types.js';
import { formatDate } from '../../i18n/translate.js';
import { asciiName } from '../file-name.js';
import { fundClosing, fundHeader, fundMargins } from '../fund/fund-frame.js';
import { fundWording } from '../fund/fund-wording.js';
import { heading, paragraph, type Block, type OfficialDocument } from '../official-document.js';
import { closedLines } from '../paper-frame.js';
import { clean } from '../wording.js';
import type { ReportPaperInput } from './report-input.js';
import { sectionBlocks } from './report-tables.js';
import { coverageText, reportWording, type ReportWording } from './report-wording.js';

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];

/**
 * The report as an official paper, on its side because its tables are wide. No official form of it is known, so that a frame
 * says that the layout is a sample, unless somebody has compared it.
 */
export function reportDocument(input: ReportPaperInput): OfficialDocument {
  const { report, settings, lang } = input;
  const words = reportWording(lang);
  const { t } = words;
  const organisation = organisationOf(input, words);
  const abstract = t(`report-paper.about.${report.kind}`, span(report));
  const frame = fundWording(lang);
  const framed = { fund: { name: organisation, place: { name: '' } }, settings };
  const chapters = report.sections
    .filter(({ lines }) => lines.length > 0)
    .map((section): [string, Block[]] => [
      t(`report.section.${section.id}`),
      sectionBlocks(report, section, words),
    ]);
  chapters.push([t('report-paper.scope'), scope(report, words)]);
  return {
    lang,
    title: abstract,
    margins: fundMargins(settings, { left: 20 }),
    landscape: true,
    header: fundHeader(framed, frame, true),
    ...(!settings.checked && { notice: { title: t('document.sample'), text: t('report-paper.form') } }),
    typeName: t('document.report'),
    abstract,
    bases: closedLines(settings.bases ?? basesOf(report, words)),
    body: [
      paragraph(t('report-paper.intro', { organisation, date: formatDate(report.on) })),
      ...chapters.flatMap(([title, blocks], index) => [
        heading(1, `${roman[index] ?? ''}. ${title}`),
        ...blocks,
      ]),
    ],
    closing: fundClosing(
      settings,
      [t('report-paper.signer.maker'), t('report-paper.signer.head')],
      frame,
      true,
    ),
    appendices: [],
  };
}

const span = ({ from, year }: Report): { from: string; year: string } => ({
  from: String(from),
  year: String(year),
});

function organisationOf({ report, settings }: ReportPaperInput, { t, text, lang }: ReportWording): string {
  const given = clean(settings.organisation ?? '');
  if (given !== '') return given;
  const place = text(report.place.name);
  // "Hội Khuyến học tỉnh Phú Thọ": the kind of place is no name of its own there.
  const inside = lang === 'vi' ? place.charAt(0).toLocaleLowerCase(lang) + place.slice(1) : place;
  return t('report-paper.organisation', { place: inside });
}

/** What the targets rest on that the report is measured by, each once. */
function basesOf({ sections }: Report, words: ReportWording): string[] {
  const sources = sections.flatMap(({ lines }) => lines.flatMap(({ aim }) => aim?.target.source ?? []));
  const lines = sources.map((source) => words.t('report-paper.base', { source: sourceText(source, words) }));
  return [...new Set(lines)];
}

function sourceText({ name, number, date, issuer }: LegalSource, { t, text }: ReportWording): string {
  let source = text(name);
  if (number !== undefined) source = t('report-paper.base.number', { source, number });
  if (date !== undefined) source = t('report-paper.base.date', { source, date: formatDate(date) });
  if (issuer) source = t('report-paper.base.issuer', { source, issuer: text(issuer) });
  return source;
}

/** How the figures came about, and who is missing, by name. */
function scope(report: Report, words: ReportWording): Block[] {
  const { t } = words;
  const { coverage, running, year } = report;
  return [
    paragraph(t('report-paper.scope.raw')),
    ...(running ? [paragraph(t('report.running', { year: String(year) }))] : []),
    ...(coverage ? [paragraph(coverageLine(report, words))] : []),
  ];
}

/** Which parts have reported anything at all. */
export function coverageLine({ coverage }: Report, words: ReportWording): string {
  if (!coverage) return '';
  const { expected, level, missing } = coverage;
  if (missing.length > 0) return coverageText(coverage, words);
  const parts = words.t(`target.parts.${level === 'nation' ? 'mixed' : level}`);
  return `${words.t('report.coverage.all', { expected, parts })}.`;
}

/** Name of its file without the ending: `bao-cao-thong-ke-2026-tinh-phu-tho`. */
export function reportFileName({ report, lang }: Pick<ReportPaperInput, 'report' | 'lang'>): string {
  const words = reportWording(lang);
  const years = report.kind === 'year' ? String(report.year) : `${report.from} ${report.year}`;
  return asciiName([words.t(`report-paper.file.${report.kind}`), years, words.text(report.place.name)]);
}
