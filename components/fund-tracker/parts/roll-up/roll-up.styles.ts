import { css } from 'lit';
import { sumLineStyles } from '../sum-line.styles.js';

/** Funds added up: three figures first, a table that becomes blocks on a narrow page. */
export const rollUpStyles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    min-width: 0;
  }
  h2 {
    font-size: 1.5em;
  }
  h3 {
    font-size: 1.15em;
  }
  .fund-head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: space-between;
    gap: 12px 24px;
  }
  .fund-head > div {
    flex: 1 1 16em;
  }
  .fund-head .hint {
    max-width: 46em;
  }
  .of {
    overflow-wrap: anywhere;
  }
  .field {
    display: grid;
    gap: 4px;
    min-width: 0;
  }
  .field > span {
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  .period {
    flex: 0 1 8em;
  }
  .figures {
    padding: 20px;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 4px);
    background: var(--surface-soft);
  }
  .figures dl {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px 32px;
    align-items: end;
  }
  .figure {
    display: flex;
    flex-direction: column-reverse;
    min-width: 0;
  }
  .figure dt {
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  .figure dd {
    font-size: 1.3em;
    font-weight: 600;
    line-height: 1.45;
  }
  .figure.lead dd {
    font-size: 2em;
    letter-spacing: -0.01em;
    color: var(--accent);
  }
  ${sumLineStyles}

  table,
  tbody,
  tfoot,
  caption {
    display: block;
    text-align: start;
  }
  caption {
    padding-bottom: 8px;
    color: var(--ink-muted);
  }
  thead {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  tbody tr,
  tfoot tr {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 4px 16px;
    padding: 12px 0;
    border-bottom: 1px solid var(--line);
  }
  tbody th,
  tfoot th {
    grid-column: 1 / -1;
  }
  th {
    padding: 0;
    font-weight: 400;
    line-height: 1.45;
    text-align: start;
    overflow-wrap: anywhere;
  }
  td {
    padding: 0;
    line-height: 1.45;
  }
  td.bare {
    display: none;
  }
  td .label {
    display: block;
    color: var(--ink-muted);
    font-size: 0.88em;
  }
  .name {
    font-weight: 500;
  }
  .mark {
    display: block;
    color: var(--warning);
    font-size: 0.88em;
  }
  .mark.error {
    color: var(--danger);
  }
  .sum th,
  .sum td {
    font-weight: 600;
  }
  .sum td .label {
    font-weight: 400;
  }
  tfoot tr:last-child {
    border-bottom: 0;
  }
  .plain {
    display: grid;
    gap: 4px;
    margin: 0;
    padding-inline-start: 20px;
  }

  @container (min-width: 34em) {
    .figures dl {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .figure.lead {
      grid-column: 1 / -1;
    }
  }
  @container (min-width: 48em) {
    .figures dl {
      grid-template-columns: 1.4fr 1fr 1fr;
    }
    .figure.lead {
      grid-column: auto;
    }
    table {
      display: table;
      width: 100%;
      border-collapse: collapse;
    }
    caption {
      display: table-caption;
    }
    thead {
      display: table-header-group;
      position: static;
      clip-path: none;
    }
    tbody {
      display: table-row-group;
    }
    /* Not a foot, which browsers print below each part of a table. */
    tfoot {
      display: table-row-group;
    }
    tbody tr,
    tfoot tr {
      display: table-row;
    }
    th,
    td {
      padding: 8px 16px 8px 0;
      border-bottom: 1px solid var(--line);
      vertical-align: baseline;
    }
    td.bare {
      display: table-cell;
    }
    th:last-child,
    td:last-child {
      padding-inline-end: 0;
    }
    thead th {
      border-bottom-color: var(--line-strong);
      color: var(--ink-muted);
      font-size: 0.92em;
      font-weight: 500;
    }
    tfoot tr:first-child > * {
      border-top: 1px solid var(--line-strong);
    }
    tfoot tr:last-child > * {
      border-bottom: 0;
    }
    .number {
      text-align: end;
      white-space: nowrap;
    }
    td .label {
      display: none;
    }
    .depth-1 th {
      padding-inline-start: 16px;
    }
    .depth-2 th {
      padding-inline-start: 32px;
    }
    .depth-3 th {
      padding-inline-start: 48px;
    }
  }
  @media print {
    .period,
    .actions {
      display: none;
    }
    tr,
    .figures {
      break-inside: avoid;
    }
  }
`;
