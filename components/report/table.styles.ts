import { css } from 'lit';

/** Where there is room, and on paper: a line is a row. */
const wide = css`
  table.lines {
    display: table;
    width: 100%;
    border-collapse: collapse;
  }
  table.lines thead {
    display: table-header-group;
    position: static;
    clip-path: none;
  }
  table.lines tbody {
    display: table-row-group;
  }
  table.lines tr,
  table.lines tr.notes {
    display: table-row;
  }
  table.lines th,
  table.lines td {
    padding: 9px 20px 9px 0;
    border-bottom: 1px solid var(--line);
    vertical-align: baseline;
  }
  table.lines th:last-child,
  table.lines td:last-child {
    padding-inline-end: 0;
  }
  table.lines thead th {
    border-bottom-color: var(--line-strong);
    color: var(--ink-muted);
    font-size: 0.92em;
    font-weight: 500;
  }
  table.lines .line:has(+ .notes) > * {
    border-bottom: 0;
  }
  table.lines .notes td {
    padding-top: 0;
  }
  table.lines .depth-1 th,
  table.lines .depth-1 + .notes td {
    padding-inline-start: 20px;
  }
  table.lines .number {
    text-align: end;
  }
  /* Few numbers stand near their names. */
  table.few {
    max-width: 46em;
  }
  .now,
  .change,
  table.lines .figure {
    white-space: nowrap;
  }
  table.lines .lack {
    white-space: normal;
  }
  table.lines td.number {
    min-width: 5.5em;
  }
  td.bare {
    display: table-cell;
    color: var(--ink-muted);
  }
  td .label {
    display: none;
  }
`;

/** Tables of numbers: on a narrow page each line is a block under its name. */
export const tableStyles = css`
  table.lines,
  table.lines tbody {
    display: block;
    text-align: start;
  }
  table.lines thead {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  table.lines tr {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 8px 16px;
    padding: 12px 0;
    border-bottom: 1px solid var(--line);
  }
  table.lines th {
    grid-column: 1 / -1;
  }
  th,
  td {
    padding: 0;
    font-weight: 400;
    line-height: 1.45;
    text-align: start;
    overflow-wrap: anywhere;
  }
  td .label {
    display: block;
    color: var(--ink-muted);
    font-size: 0.88em;
    font-weight: 400;
  }
  td.bare {
    display: none;
  }
  th .name {
    font-weight: 500;
  }
  th .unit {
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  .now,
  .before {
    display: block;
  }
  .value {
    font-size: 1.08em;
    font-weight: 600;
  }
  .before {
    color: var(--ink-muted);
    font-size: 0.88em;
  }
  .before .value {
    font-size: 1em;
    font-weight: 400;
  }
  .lack {
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  /* A number leads on: a dotted line below it says so, and its target is as high as a finger. */
  button.figure {
    display: inline;
    min-width: 24px;
    min-height: 24px;
    padding: 2px 0;
    border: 0;
    background: none;
    color: inherit;
    line-height: inherit;
    text-align: inherit;
    text-decoration: underline dotted var(--line-strong) 1px;
    text-underline-offset: 0.24em;
  }
  button.figure.lack {
    font-weight: 400;
  }
  button.figure:hover {
    background: none;
    color: var(--accent);
    text-decoration: underline solid currentcolor 1px;
  }
  table.lines tr.notes {
    display: block;
    margin-top: -8px;
    padding: 0 0 12px;
  }
  .line:has(+ .notes) {
    border-bottom: 0;
  }
  .notes ul,
  .remarks {
    display: grid;
    gap: 2px;
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  .mark {
    color: var(--warning);
    font-size: 0.88em;
  }
  .mark.good {
    color: var(--accent);
  }
  /* Its words that nobody sees scroll with it: without a place of their own they would widen the page. */
  .table-wrap,
  .scroll {
    position: relative;
    min-width: 0;
    overflow-x: auto;
  }
  table.years {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.95em;
  }
  table.years caption {
    padding-bottom: 4px;
    color: var(--ink-muted);
    text-align: start;
  }
  table.years th,
  table.years td {
    padding: 7px 16px 7px 0;
    border-bottom: 1px solid var(--line);
    overflow-wrap: normal;
  }
  table.years .lack {
    display: inline-block;
    max-width: 14em;
    white-space: normal;
  }
  table.years th:first-child {
    min-width: 9em;
  }
  table.years thead th {
    border-bottom-color: var(--line-strong);
    color: var(--ink-muted);
    font-size: 0.92em;
    font-weight: 500;
  }
  table.years .number {
    text-align: end;
    white-space: nowrap;
  }
  table th:last-child,
  table td:last-child {
    padding-inline-end: 0;
  }
  table.years .depth-1 th {
    padding-inline-start: 16px;
  }
  @container (min-width: 46em) {
    ${wide}
  }
  @media print {
    ${wide}
    table.lines,
    table.years {
      font-size: 0.86em;
    }
    table.lines th,
    table.lines td {
      padding: 6px 10px 6px 0;
    }
    table.lines th:first-child {
      min-width: 9em;
    }
    .change {
      white-space: normal;
    }
  }
`;
