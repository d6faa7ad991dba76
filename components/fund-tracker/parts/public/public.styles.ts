import { css } from 'lit';

/** The public face of a fund: figures first, tables quiet, one accent. */
export const publicStyles = css`
  section,
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    min-width: 0;
  }
  h2 {
    font-size: 1.5em;
    overflow-wrap: anywhere;
  }
  h3 {
    font-size: 1.15em;
  }
  h4 {
    font-weight: 600;
    line-height: 1.4;
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
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 4px;
    min-width: 0;
  }
  .field > span {
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  .field > input,
  .field > select {
    width: 100%;
    min-width: 0;
  }
  .period {
    flex: 0 1 11em;
  }
  input[type='search'] {
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    line-height: 1.5;
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
  }
  .figure {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
    min-width: 0;
  }
  .figure dt {
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  .figure dd {
    font-size: 1.3em;
    font-weight: 600;
    line-height: 1.35;
  }
  .figure.lead dd {
    font-size: 2em;
    letter-spacing: -0.01em;
    color: var(--accent);
  }
  .reached {
    display: block;
  }
  .bar {
    display: block;
    width: 100%;
    height: 4px;
    margin-top: 4px;
    border-radius: 2px;
    overflow: hidden;
  }
  .bar.goal {
    height: 6px;
  }
  .bar .track {
    fill: var(--line);
  }
  .bar .fill {
    fill: var(--accent);
  }
  .sums.payment .bar .fill {
    fill: var(--ink-muted);
  }

  .terms {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 12px;
  }
  .step {
    display: inline-flex;
    align-items: baseline;
    gap: 12px;
  }
  .term {
    display: inline-grid;
  }
  .term strong {
    font-size: 1.1em;
    font-weight: 600;
    white-space: nowrap;
  }
  .term span {
    color: var(--ink-muted);
    font-size: 0.88em;
  }
  .sign {
    color: var(--ink-muted);
    font-size: 1.15em;
  }
  .holds {
    color: var(--accent);
    font-weight: 500;
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

  .filters {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding: 8px 0 4px;
  }
  .found {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    min-height: 32px;
  }
  .place[hidden] {
    display: none;
  }
  .entry {
    padding: 16px 20px;
    border: 1px solid var(--line);
    border-inline-start: 3px solid var(--accent);
    border-radius: var(--radius);
    background: var(--surface-soft);
  }
  .entry dl {
    display: grid;
    gap: 8px;
  }
  .entry dt {
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  .entry dd {
    overflow-wrap: anywhere;
  }
  .entry button.quiet {
    margin-inline-start: -8px;
  }
  code {
    font-family: ui-monospace, 'Cascadia Mono', Consolas, 'Liberation Mono', monospace;
    font-size: 0.92em;
    overflow-wrap: anywhere;
  }
  .audit {
    padding: 20px;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 4px);
  }
  #check-result:empty {
    display: none;
  }
  .hashes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding-top: 12px;
    border-top: 1px solid var(--line);
  }
  .hashes .label {
    display: block;
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  .hashes form {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 8px 12px;
  }
  .hashes .field {
    flex: 1 1 16em;
  }

  @container (min-width: 34em) {
    .figures dl {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .figure.lead {
      grid-column: 1 / -1;
    }
    .filters {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .awards li {
      grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr) auto;
    }
    .entry dl > div {
      display: grid;
      grid-template-columns: 11em minmax(0, 1fr);
      gap: 16px;
    }
  }
  @container (min-width: 56em) {
    .figures dl {
      grid-template-columns: 1.4fr 1fr 1fr 1.1fr;
      align-items: end;
    }
    .figure.lead {
      grid-column: auto;
    }
    .pair {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .filters {
      grid-template-columns: repeat(5, minmax(0, 1fr));
    }
  }
  @media (forced-colors: active) {
    .bar .fill,
    .sums.payment .bar .fill {
      fill: CanvasText;
    }
    .bar .track {
      fill: Canvas;
    }
    .bar,
    .swatch {
      border: 1px solid CanvasText;
    }
    .swatch.receipts {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
  @media print {
    .search,
    #search-hint,
    .more-filters,
    .period,
    .audit .actions,
    .hashes form,
    .found button {
      display: none;
    }
    section {
      break-inside: auto;
    }
    tr,
    .figures {
      break-inside: avoid;
    }
    .table-wrap {
      overflow: visible;
    }
  }
`;
