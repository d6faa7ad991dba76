import { css } from 'lit';

/** Tables, scorecard, ranking and the way down. */
export const lateStyles = css`
  h4,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  .table-wrap {
    min-width: 0;
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.95em;
  }
  caption {
    padding-bottom: 4px;
    color: var(--ink-muted);
    text-align: start;
  }
  th,
  td {
    padding: 7px 16px 7px 0;
    border-bottom: 1px solid var(--line);
    font-size: 1em;
    font-weight: 400;
    line-height: 1.45;
    letter-spacing: 0;
    text-align: start;
    vertical-align: baseline;
  }
  thead th {
    border-bottom-color: var(--line-strong);
    color: var(--ink-muted);
    font-size: 0.92em;
    font-weight: 500;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  th.number,
  td.number {
    text-align: end;
    white-space: nowrap;
  }
  td small {
    color: var(--ink-muted);
    font-size: 0.92em;
    white-space: nowrap;
  }
  .more {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 8px 0;
  }
  h4 {
    font-size: 1em;
    font-weight: 600;
    line-height: 1.45;
  }
  .laws {
    display: grid;
    gap: 12px;
    margin-top: 8px;
  }
  .laws li {
    display: grid;
  }
  [part='ranking'],
  [part='scorecard'] {
    container-type: inline-size;
  }
  .ranking-page,
  [part='ranking'],
  [part='scorecard'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 20px;
    padding: 8px 0;
  }
  .counts li {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .rows > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px 24px;
    align-items: center;
    padding: 12px 0;
    border-top: 1px solid var(--line);
    --tone: var(--accent);
    --ground: var(--accent-soft);
  }
  .rows > li.behind {
    --tone: var(--warning);
    --ground: var(--warning-soft);
  }
  .rows > li.unknown,
  .rows > li.none {
    --tone: var(--ink-muted);
    --ground: var(--surface-soft);
  }
  .counts .status,
  .rows .status {
    --tone: var(--accent);
    padding: 0;
    border: 0;
    background: none;
  }
  .counts .behind,
  .rows .status.behind {
    --tone: var(--warning);
  }
  .counts .unknown,
  .counts .none,
  .rows .status.unknown,
  .rows .status.none {
    --tone: var(--ink-muted);
  }
  button.open {
    display: inline-flex;
    justify-content: flex-start;
    gap: 4px;
    min-height: 32px;
    padding: 3px 0;
    border: 0;
    background: none;
    color: var(--ink);
    text-align: start;
  }
  button.open:hover span {
    text-decoration: underline;
    text-underline-offset: 0.18em;
  }
  .chevron {
    flex: none;
    width: 1em;
    height: 1em;
    fill: none;
    stroke: var(--accent);
    stroke-width: 2;
  }
  .reading {
    display: grid;
    grid-template-columns: 5.2em minmax(0, 1fr);
    gap: 12px;
    align-items: center;
  }
  .value {
    font-size: 1.15em;
    font-weight: 600;
  }
  .bar.slim {
    height: 16px;
  }
  .tail {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
  }
  .crumbs {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 4px;
  }
  .crumbs li + li::before {
    content: '›';
    margin-inline-end: 4px;
    color: var(--ink-muted);
  }
  .crumbs button {
    padding-inline: 4px;
  }
  @container (min-width: 620px) {
    .rows > li {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.1fr) minmax(0, 0.9fr);
    }
    .value {
      text-align: end;
    }
    .tail {
      display: grid;
    }
  }
  @media print {
    .crumbs,
    .chevron {
      display: none;
    }
    h4,
    .counts {
      break-after: avoid;
    }
    .rows > li,
    tr {
      break-inside: avoid;
    }
    .table-wrap {
      overflow: visible;
    }
  }
`;
