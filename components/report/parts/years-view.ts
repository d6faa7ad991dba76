import { html, nothing, type TemplateResult } from 'lit';
import type { ReportLine, ReportSection } from '../../../src/domain/report/report.types.js';
import type { ReportContext } from '../report-context.js';
import { cellView } from './table-view.js';
import { leadOf, lineLabel, measureLabel, ratioText, shareLabel } from './words.js';

const pointOf = ({ series }: ReportLine, year: number): ReportLine['series'][number] | undefined =>
  series.find((one) => one.year === year);

/** In that year the place was not there: it has no column, and a sentence says so. */
const isAway = (lines: readonly ReportLine[], year: number): boolean =>
  lines.every((line) => pointOf(line, year)?.cell.lack?.code === 'not-there');

/** Each year of a review: of models the share, of other lines the number that they are about. */
export function yearsTable(context: ReportContext, section: ReportSection): TemplateResult | typeof nothing {
  const { l, report } = context;
  const lines = section.lines.filter(({ series }) => series.length > 0);
  if (lines.length === 0) return nothing;
  const all = Array.from({ length: report.year - report.from + 1 }, (_, index) => report.from + index);
  const years = all.filter((year) => !isAway(lines, year));
  const away = all.filter((year) => !years.includes(year));
  const lead = leadOf(section);
  const shares = lead === 'achieved';
  const title = l.t('report-page.years', {
    measure: shares ? shareLabel(section, l) : measureLabel(lead, l),
  });
  const cell = (line: ReportLine, year: number): unknown => {
    const point = pointOf(line, year);
    if (shares && point?.cell.value !== undefined) return point.share ? ratioText(point.share, l) : '–';
    return point ? cellView(context, { section, line }, lead, year, point.cell) : '–';
  };
  return html`${
    years.length < 2
      ? nothing
      : html`<div class="table-wrap" role="group" tabindex="0" aria-label=${title}>
          <table class="years">
            <caption>
              ${title}
            </caption>
            <thead>
              <tr>
                <th scope="col">${l.t('report.column.line')}</th>
                ${years.map((year) => html`<th scope="col" class="number">${year}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${lines.map(
                (line) =>
                  html`<tr class="depth-${line.depth}">
                    <th scope="row">${lineLabel(line, l)}</th>
                    ${years.map((year) => html`<td class="number">${cell(line, year)}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>`
  }
  ${
    away.length > 0
      ? html`<p class="hint">${l.t('report-page.years.away', { years: away.join(', ') })}</p>`
      : nothing
  }`;
}
