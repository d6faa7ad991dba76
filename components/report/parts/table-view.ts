import { html, nothing, type TemplateResult } from 'lit';
import type {
  Cell,
  Measure,
  MeasureId,
  ReportLine,
  ReportSection,
  ShareOf,
} from '../../../src/domain/report/report.types.js';
import { standingView, statusOf } from './standing.js';
import type { ReportContext } from '../report-context.js';
import {
  cellText,
  changeText,
  lineCoverage,
  lineLabel,
  measureLabel,
  pointsText,
  ratioText,
  remarkText,
  shareLabel,
  unitLabel,
} from './words.js';

interface At {
  readonly section: ReportSection;
  readonly line: ReportLine;
}

/** A number, which leads down to what it was made of where that is known. */
export function cellView(
  { l, follow }: ReportContext,
  { section, line }: At,
  measure: MeasureId,
  year: number,
  cell: Cell,
): TemplateResult {
  const text = cellText(cell, l);
  const { trace } = cell;
  const look = cell.value === undefined ? 'lack' : 'value';
  if (!trace || !follow) return html`<span class=${look}>${text}</span>`;
  const about = l.t('report-page.follow', {
    line: lineLabel(line, l),
    measure: measureLabel(measure, l),
    year: String(year),
  });
  return html`<button
    type="button"
    class="figure ${look}"
    @click=${() => follow({ section, line, measure, year, cell: { ...cell, trace } })}
  >
    ${text}<span class="visually-hidden">, ${about}</span>
  </button>`;
}

/** What a row of the table shows under a column's name. */
const cellOf = (label: string, content: unknown, look = ''): TemplateResult =>
  html`<td role="cell" class="number ${look}">
    <span class="label" aria-hidden="true">${label}</span>
    <div class="cell">${content}</div>
  </td>`;

/** Of what was told in neither year it is said once; of a place that was not there, above all of them. */
const comparable = (now: Cell, before: Cell): boolean =>
  before.value !== undefined || (now.value !== undefined && before.lack?.code !== 'not-there');

function measureView(context: ReportContext, at: At, { id, now, before, change }: Measure): TemplateResult {
  const { l, report } = context;
  return html`<span class="now">${cellView(context, at, id, report.year, now)}</span> ${
      before && comparable(now, before)
        ? html`<span class="before"
            >${report.before}: ${cellView(context, at, id, report.before, before)}
            ${change === undefined ? nothing : html`<span class="change">(${changeText(change, l)})</span>`}</span
          >`
        : nothing
    }`;
}

function shareView({ l, report }: ReportContext, { now, before, change }: ShareOf): TemplateResult {
  return html`<span class="now"><span class="value">${ratioText(now, l)}</span></span> ${
      before
        ? html`<span class="before"
            >${report.before}: ${ratioText(before, l)}
            ${change === undefined ? nothing : html`<span class="change">(${pointsText(change, l)})</span>`}</span
          >`
        : nothing
    }`;
}

/** What a reader has to know of a line, in a row of its own below it. */
function notesRow({ l }: ReportContext, { coverage, remarks }: ReportLine, span: number): unknown {
  const told = [
    ...(coverage && coverage.missing.length > 0 ? [lineCoverage(coverage, l)] : []),
    ...remarks.map((one) => remarkText(one, l)),
  ];
  if (told.length === 0) return nothing;
  return html`<tr role="row" class="notes">
    <td role="cell" colspan=${span}>
      <ul>
        ${told.map((one) => html`<li>${one}</li>`)}
      </ul>
    </td>
  </tr>`;
}

/**
 * A section as a table. On a narrow page each line is a block; the roles are written out, because a browser forgets those
 * of a table that is none in its style.
 */
export function tableView(context: ReportContext, section: ReportSection, caption: string): TemplateResult {
  const { l } = context;
  const { measures, lines } = section;
  const shares = lines.some(({ share }) => share);
  const aims = lines.some(({ aim }) => aim);
  const span = 1 + measures.length + Number(shares) + Number(aims);
  const names = [
    ...measures.map((id) => measureLabel(id, l)),
    ...(shares ? [shareLabel(section, l)] : []),
    ...(aims ? [l.t('report.column.target')] : []),
  ];
  return html`<table role="table" part="table" class="lines ${span > 3 ? '' : 'few'}">
    <caption class="visually-hidden">
      ${caption}
    </caption>
    <thead>
      <tr role="row">
        <th role="columnheader" scope="col">${l.t('report.column.line')}</th>
        ${names.map((name) => html`<th role="columnheader" scope="col" class="number">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${lines.map((line) => {
        const at = { section, line };
        const { share } = line;
        const empty = html`<span class="none" aria-hidden="true">–</span>`;
        return html`<tr role="row" class="line depth-${line.depth}">
            <th role="rowheader" scope="row">
              <span class="name">${lineLabel(line, l)}</span>
              ${unitLabel(line, l) ? html`<span class="unit">(${unitLabel(line, l)})</span>` : nothing}
            </th>
            ${measures.map((id) => {
              const measure = line.measures.find((one) => one.id === id);
              return measure
                ? cellOf(measureLabel(id, l), measureView(context, at, measure))
                : cellOf('', empty, 'bare');
            })}
            ${
              !shares
                ? nothing
                : share
                  ? cellOf(shareLabel(section, l), shareView(context, share))
                  : cellOf('', empty, 'bare')
            }
            ${
              !aims
                ? nothing
                : line.aim
                  ? cellOf(
                      l.t('report.column.target'),
                      standingView(line.aim, l),
                      `aim ${statusOf(line.aim)}`,
                    )
                  : cellOf('', empty, 'bare')
            }
          </tr>
          ${notesRow(context, line, span)}`;
      })}
    </tbody>
  </table>`;
}
