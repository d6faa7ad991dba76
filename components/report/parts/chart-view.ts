import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Measure, ReportLine, ReportSection, ShareOf } from '../../../src/domain/report/report.types.js';
import { formatNumber } from '../../../src/i18n/translate.js';
import { statusView } from '../../base/standing-view.js';
import { aim, percent } from '../../../src/i18n/target-words.js';
import { yearColumns, type YearColumn } from '../../base/year-columns.js';
import type { ReportContext } from '../report-context.js';
import { statusOf } from './standing.js';
import { cellText, leadOf, lineLabel, measureLabel, ratioText, unitLabel } from './words.js';

/** Years that are drawn as columns; the table has all. */
const most = 10;

/** One bar or one row of columns, and the words beside it. */
interface Row {
  readonly line: ReportLine;
  readonly label: string;
  readonly value: string;
  /** Behind the bar for those who do not see it, and below it. */
  readonly told: string;
  readonly share?: ShareOf;
  readonly measure?: Measure | undefined;
  readonly years: readonly YearColumn[];
}

/** A line of shares is one bar; of a line of numbers each number has its own, but for what is only their total. */
function rowsOf({ l }: ReportContext, section: ReportSection): Row[] {
  const lead = leadOf(section);
  return section.lines.flatMap((line): Row[] => {
    const label = lineLabel(line, l);
    const { share, measures } = line;
    const ratio =
      share &&
      l.t('report.share', {
        count: share.now.count ?? '–',
        of: share.now.of ?? '–',
        value: ratioText(share.now, l),
      });
    const years = yearsOf(line, lead === 'achieved', l.lang);
    if (share && lead === 'achieved')
      return [{ line, label, value: ratioText(share.now, l), told: ratio ?? '', share, years }];
    const own = measures.filter(({ id }) => id !== 'total');
    return own.map((measure) => ({
      line,
      label: own.length > 1 ? `${label}: ${measureLabel(measure.id, l)}` : label,
      value: cellText(measure.now, l),
      told: measure.id === lead ? (ratio ?? unitLabel(line, l)) : '',
      measure,
      years: measure.id === lead ? years : [],
    }));
  });
}

/** What the years of a review came to, as far as that is told. */
function yearsOf({ series }: ReportLine, shares: boolean, lang: 'vi' | 'en'): YearColumn[] {
  return series
    .flatMap(({ year, cell, share }) => {
      const value = shares ? share?.value : cell.value;
      if (value === undefined) return [];
      return [{ year, value, text: shares ? percent(value, lang) : formatNumber(value, lang, 0) }];
    })
    .slice(-most);
}

const drawable = ({ share, measure, years }: Row): boolean =>
  years.length > 1 ||
  share?.now.value !== undefined ||
  (measure?.now.value !== undefined && measure.before?.value !== undefined);

/** A picture helps where there is something to be compared. */
export const hasPicture = (context: ReportContext, section: ReportSection): boolean =>
  rowsOf(context, section).some(drawable);

const at = (value: number, max: number): number => Math.round((Math.max(0, value) / max) * 10_000) / 100;

/** Registered and achieved on one scale up to 100 %, or further, with the target's mark and the share of before. */
function shareBar(line: ReportLine, { now, before }: ShareOf, words: string): TemplateResult {
  const { target } = line.aim ?? {};
  const goal = target?.kind === 'share' ? target.value : undefined;
  const count = line.measures.find(({ id }) => id === 'registered')?.now.value;
  const registered = count && now.of ? Math.min(10_000, (count / now.of) * 10_000) : 0;
  const max = Math.max(10_000, now.value ?? 0, goal ?? 0);
  return html`<svg class="bar" role="img" aria-label=${words}>
    ${svg`<rect class="track" y="4" width="100%" height="12" rx="3"></rect>`}
    ${registered ? svg`<rect class="pale" y="4" width="${at(registered, max)}%" height="12" rx="3"></rect>` : nothing}
    ${now.value ? svg`<rect class="fill" y="4" width="${at(now.value, max)}%" height="12" rx="3"></rect>` : nothing}
    ${
      before?.value === undefined
        ? nothing
        : svg`<circle class="then" cx="${at(before.value, max)}%" cy="10" r="3.5"></circle>`
    }
    ${
      goal === undefined
        ? nothing
        : svg`<rect class="mark" x="${at(goal, max)}%" width="3" height="20" transform="translate(-1.5)"></rect>`
    }
  </svg>`;
}

/** This year's bar above that of the year it is compared with. */
function pairBar({ now, before }: Measure, max: number, words: string): TemplateResult {
  return html`<svg class="bar" role="img" aria-label=${words}>
    ${now.value ? svg`<rect class="fill" y="1" width="${at(now.value, max)}%" height="10" rx="2"></rect>` : nothing}
    ${before?.value ? svg`<rect class="past" y="13" width="${at(before.value, max)}%" height="6" rx="2"></rect>` : nothing}
    ${svg`<path class="ground" d="M0.5 0V20"></path>`}
  </svg>`;
}

function columnsView(row: Row, l: ReportContext['l']): TemplateResult {
  const { years, line, label } = row;
  const wide = Math.max(56, ...years.map(({ text }) => text.length * 8 + 8));
  const { target } = line.aim ?? {};
  const goal = row.share && target?.kind === 'share' ? target.value : undefined;
  const list = years.map(({ year, text }) => `${year}: ${text}`).join('; ');
  const words = l.t('report-page.year-list', { line: label, list });
  return html`<div class="scroll" role="group" tabindex="0" aria-label=${label}>
    ${yearColumns(years, words, goal, wide)}
  </div>`;
}

function rowView({ l }: ReportContext, row: Row, common: number | undefined): TemplateResult {
  const { line, label, value, told, share, measure, years } = row;
  const words = l.t('report-page.bar', { line: label, value: told || value });
  const own = Math.max(1, measure?.now.value ?? 0, measure?.before?.value ?? 0);
  const picture = (): unknown => {
    if (years.length > 1) return columnsView(row, l);
    if (share) return share.now.value === undefined ? nothing : shareBar(line, share, words);
    return measure?.now.value === undefined && measure?.before?.value === undefined
      ? nothing
      : pairBar(measure, common ?? own, words);
  };
  const milestone = line.aim;
  return html`<li class="depth-${line.depth} ${statusOf(milestone)}">
    <p class="name">${label}</p>
    <p class=${(share ? share.now.value : measure?.now.value) === undefined ? 'lack' : 'value'}>${value}</p>
    ${picture()}
    <p class="tail hint">
      ${told ? html`<span>${told}</span>` : nothing}
      ${
        milestone
          ? html`<span>${l.t('report-page.legend.target')} ${aim(milestone.target, l)}</span>
              ${statusView(statusOf(milestone), l)}`
          : nothing
      }
    </p>
  </li>`;
}

/** What the marks of a section's pictures stand for. */
function legendView({ l, report }: ReportContext, rows: readonly Row[]): TemplateResult {
  const past = rows.some(({ share, measure }) => share?.before ?? measure?.before);
  const then = l.t('report-page.legend.before', { year: String(report.before) });
  const key = (look: string, words: string): TemplateResult =>
    html`<span
      ><svg class="key" viewBox="0 0 16 12" aria-hidden="true">
        ${
          look === 'mark'
            ? svg`<rect class="mark" x="6.5" width="3" height="12"></rect>`
            : look === 'then'
              ? svg`<circle class="then" cx="8" cy="6" r="3.5"></circle>`
              : svg`<rect class=${look} y="1" width="16" height="10" rx="2"></rect>`
        }</svg
      >${words}</span
    >`;
  if (!rows.some(({ share }) => share))
    return html`<p class="legend hint">
      ${key('fill', l.t('report-page.legend.now', { year: String(report.year) }))}
      ${past ? key('past', then) : nothing}
    </p>`;
  const has = (id: string): boolean =>
    rows.some(({ line }) => line.measures.some((measure) => measure.id === id));
  return html`<p class="legend hint">
    ${key('fill', l.t('report-page.legend.achieved'))}
    ${has('registered') ? key('pale', l.t('report-page.legend.registered')) : nothing}
    ${rows.some(({ line }) => line.aim) ? key('mark', l.t('report-page.legend.target')) : nothing}
    ${past ? key('then', then) : nothing}
  </p>`;
}

/** A section as bars, or as columns of the years of a review. Amounts stand on one scale, other things each on its own. */
export function chartView(context: ReportContext, section: ReportSection): TemplateResult {
  const rows = rowsOf(context, section);
  const amounts = rows.flatMap(({ measure }) =>
    measure?.id === 'amount' ? [measure.now.value ?? 0, measure.before?.value ?? 0] : [],
  );
  const common = (row: Row): number | undefined =>
    row.measure?.id === 'amount' ? Math.max(1, ...amounts) : undefined;
  const review = rows.some(({ years }) => years.length > 1);
  return html`${review ? nothing : legendView(context, rows)}
    <ul class="chart" part="chart">
      ${rows.map((row) => rowView(context, row, common(row)))}
    </ul>`;
}
