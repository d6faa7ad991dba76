import { html, nothing, type TemplateResult } from 'lit';
import type { TraceRow } from '../../../../src/client/report/report.types.js';
import { formatDate, formatNumber } from '../../../../src/i18n/translate.js';
import type { LanguageController } from '../../../base/language.js';
import { cellText, ratioText } from '../words.js';

type Kind = TraceRow['kind'];
type Of<K extends Kind> = Extract<TraceRow, { kind: K }>;

interface Column {
  readonly key: string;
  readonly number?: boolean;
}

/** Columns by kind of row; the first one heads its row. */
const columns: Readonly<Record<Kind, readonly Column[]>> = {
  part: [{ key: 'place' }, { key: 'number', number: true }, { key: 'share', number: true }],
  subject: [{ key: 'name' }, { key: 'place' }, { key: 'state' }, { key: 'score', number: true }],
  figure: [
    { key: 'date' },
    { key: 'place' },
    { key: 'number', number: true },
    { key: 'total', number: true },
    { key: 'source' },
  ],
  activity: [
    { key: 'name' },
    { key: 'date' },
    { key: 'place' },
    { key: 'sessions', number: true },
    { key: 'participants', number: true },
    { key: 'source' },
  ],
  fund: [{ key: 'fund' }, { key: 'place' }, { key: 'amount', number: true }],
  gifts: [{ key: 'fund' }, { key: 'place' }, { key: 'gifts', number: true }],
  less: [{ key: 'fund' }, { key: 'place' }, { key: 'amount', number: true }],
};

const number = (value: number | undefined, l: LanguageController): string =>
  value === undefined ? '–' : formatNumber(value, l.lang, 0);

const mark = (words: string, look = ''): TemplateResult => html` <span class="mark ${look}">${words}</span>`;

/** What stands in the columns of a row. `follow`: leads further down. */
const cells: {
  [K in Kind]: (row: Of<K>, l: LanguageController, follow: (text: string) => unknown) => readonly unknown[];
} = {
  part: ({ place, cell, share, former }, l, follow) => [
    html`${l.text(place.name)}${former ? mark(l.t('report-trace.former')) : nothing}`,
    follow(cellText(cell, l)),
    share ? ratioText(share, l) : '–',
  ],
  subject: ({ row }, l) => [
    row.name,
    row.place.name,
    l.t(`register.state.${row.state}`),
    row.score === undefined
      ? '–'
      : row.max === undefined
        ? formatNumber(row.score, l.lang)
        : l.t('report-trace.score.of', { score: row.score, max: row.max }),
  ],
  figure: ({ item, place, counts }, l) => [
    html`${formatDate(item.figure.asOf)}${counts ? mark(l.t('report-trace.counts'), 'good') : nothing}`,
    l.text(place.name),
    number(item.figure.count, l),
    number(item.figure.of, l),
    item.figure.source,
  ],
  activity: ({ item, place }, l) => [
    item.title,
    formatDate(item.date),
    place ? l.text(place.name) : '–',
    number(item.sessions, l),
    number(item.participants, l),
    item.source ?? '–',
  ],
  fund: ({ name, place, amount, closed }, l) => [
    html`${name}${closed ? nothing : mark(l.t('report-trace.open-year'))}`,
    place,
    number(amount, l),
  ],
  gifts: ({ name, place, count, closed }, l) => [
    html`${name}${closed ? nothing : mark(l.t('report-trace.open-year'))}`,
    place,
    number(count, l),
  ],
  less: ({ code, amount }, l) => [l.t(`report-trace.less.${code}`), '', number(amount, l)],
};

function rowView(
  row: TraceRow,
  index: number,
  l: LanguageController,
  down: (index: number) => void,
): TemplateResult {
  const follow = (text: string): unknown =>
    row.kind === 'part' && row.cell.trace
      ? html`<button type="button" class="figure value" data-row=${index} @click=${() => down(index)}>
          ${text}<span class="visually-hidden"
            >, ${l.t('report-trace.follow')}: ${l.text(row.place.name)}</span
          >
        </button>`
      : text;
  const draw = cells[row.kind] as (
    row: TraceRow,
    l: LanguageController,
    follow: (text: string) => unknown,
  ) => readonly unknown[];
  const [head, ...rest] = draw(row, l, follow);
  const [first, ...others] = columns[row.kind];
  return html`<tr role="row" class=${row.kind}>
    <th role="rowheader" scope="row" data-line=${index} tabindex="-1" data-key=${first!.key}>${head}</th>
    ${others.map(
      ({ key, number: right }, at) =>
        html`<td role="cell" class=${right ? 'number' : ''}>
          <span class="label" aria-hidden="true">${l.t(`report-trace.${key}`)}</span>
          <div class="cell">${rest[at]}</div>
        </td>`,
    )}
  </tr>`;
}

/** What a number was made of, as a table. */
export function rowsView(
  rows: readonly TraceRow[],
  caption: string,
  l: LanguageController,
  down: (index: number) => void,
): TemplateResult {
  const names = columns[rows[0]!.kind];
  return html`<table role="table" class="lines" part="records">
    <caption class="visually-hidden">
      ${caption}
    </caption>
    <thead>
      <tr role="row">
        ${names.map(
          ({ key, number: right }) =>
            html`<th role="columnheader" scope="col" class=${right ? 'number' : ''}>
              ${l.t(`report-trace.${key}`)}
            </th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row, index) => rowView(row, index, l, down))}
    </tbody>
  </table>`;
}
