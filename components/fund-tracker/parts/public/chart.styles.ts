import { css } from 'lit';

/** Tables, the picture of months with its legend, and the lists under them. */
export const chartStyles = css`
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
    padding: 7px 12px 7px 0;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
    line-height: 1.45;
    text-align: start;
    vertical-align: baseline;
  }
  thead th {
    border-bottom-color: var(--line-strong);
    color: var(--ink-muted);
    font-size: 0.92em;
    font-weight: 500;
  }
  /* Browsers print a foot below each part of a table: a sum that is not that of the lines above it. */
  tfoot {
    display: table-row-group;
  }
  tfoot th,
  tfoot td {
    border-bottom: 0;
    font-weight: 600;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  .number {
    text-align: end;
    white-space: nowrap;
  }
  .number .hint {
    display: block;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px 40px;
  }

  .chart {
    position: relative;
    min-width: 0;
    min-height: 244px;
  }
  .probe {
    position: absolute;
    visibility: hidden;
  }
  .probe.accent {
    color: var(--accent);
  }
  .probe.muted {
    color: var(--ink-muted);
  }
  .probe.line {
    color: var(--line);
  }
  .probe.ground {
    color: var(--surface-soft);
  }
  .uplot,
  .u-wrap {
    position: relative;
  }
  .u-over,
  .u-under {
    position: absolute;
    overflow: hidden;
  }
  .u-axis,
  .u-select,
  .u-cursor-x,
  .u-cursor-y,
  .u-cursor-pt {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    pointer-events: none;
  }
  .u-cursor-x {
    height: 100%;
    border-inline-end: 1px dashed var(--line-strong);
  }
  .u-off {
    display: none;
  }
  .uplot canvas {
    display: block;
    width: 100%;
    height: 100%;
  }
  .readout {
    min-height: 1.5em;
    text-align: center;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
  }
  .swatch {
    width: 12px;
    height: 12px;
    border: 1.5px solid var(--accent);
    background: var(--accent);
  }
  .swatch.payments {
    margin-inline-start: 8px;
    border-color: var(--ink-muted);
    background: var(--surface-soft);
  }
  summary {
    min-height: 32px;
    padding: 4px 0;
    color: var(--accent);
    font-weight: 500;
    cursor: pointer;
  }
  .round {
    border-bottom: 1px solid var(--line);
  }
  .round[open] {
    padding-bottom: 12px;
  }
  button.name {
    min-height: 28px;
    padding: 2px 0;
    color: var(--ink);
    font-weight: 500;
    text-align: start;
    overflow-wrap: anywhere;
  }
  button.name:hover {
    text-decoration: underline;
  }
  .donors th:first-child {
    min-width: 10em;
  }
  .awards,
  .faults {
    display: grid;
    list-style: none;
  }
  .awards li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 16px;
    padding: 5px 0;
    border-bottom: 1px solid var(--line);
  }
  .faults {
    gap: 8px;
  }
`;
