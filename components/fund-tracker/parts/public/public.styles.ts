import { css } from 'lit';
import { sumLineStyles } from '../sum-line.styles.js';
import { bookStyles } from './book.styles.js';
import { chartStyles } from './chart.styles.js';

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
  .soon {
    height: 100vh;
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
    display: grid;
    min-width: 0;
  }
  .figure dt {
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  .figure dd {
    order: -1;
    font-size: 1.3em;
    font-weight: 600;
    line-height: 1.35;
  }
  .figure.lead dd {
    font-size: min(2em, 11cqi);
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

  ${sumLineStyles}

  ${chartStyles} ${bookStyles}

  /* The golden book has four columns: cards where they would have to be pushed sideways. */
  @container (max-width: 33.99em) {
    .donors,
    .donors tbody {
      display: block;
    }
    .donors thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .donors tbody tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0 16px;
      padding: 8px 0;
      border-bottom: 1px solid var(--line);
    }
    .donors tbody tr > * {
      padding: 0;
      border: 0;
      text-align: start;
      white-space: normal;
    }
    .donors tbody th {
      flex: 1 0 100%;
      overflow-wrap: anywhere;
    }
    .donors td::before {
      content: attr(data-label) ' ';
      color: var(--ink-muted);
      font-size: 0.92em;
    }
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
      gap: 0 32px;
    }
    .figure {
      grid-row: span 2;
      grid-template-rows: subgrid;
      align-items: baseline;
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
    /* Bars of payments stay hollow. */
    .probe.ground {
      forced-color-adjust: none;
      color: Canvas;
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
      display: flex;
      flex-flow: column;
    }
    .pair {
      display: block;
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
