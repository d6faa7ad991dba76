import { css } from 'lit';

/** A calm page of tables: numbers lead, labels follow quietly. */
export const look = css`
  .htsd {
    --tone: var(--accent);
    gap: 24px;
  }
  h2 {
    font-size: 1.5em;
  }
  h3 {
    font-size: 1.15em;
  }
  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
  }
  .of {
    font-size: 1.15em;
    font-weight: 500;
  }
  .doubt {
    color: var(--warning);
  }
  .path {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 4px;
    font-size: 0.95em;
  }
  .path li {
    display: inline-flex;
    align-items: center;
  }
  .path li + li::before {
    content: '›';
    margin-inline-end: 4px;
    color: var(--ink-muted);
  }
  .path button {
    padding-inline: 4px;
  }
  .path li:first-child button {
    margin-inline-start: -5px;
  }
  .controls,
  .chosen,
  .parts,
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 12px 16px;
  }
  .controls {
    padding: 12px 0;
    border-block: 1px solid var(--line);
  }
  .field > span:not(.error) {
    color: var(--ink-muted);
    font-size: 0.92em;
    font-weight: 400;
  }
  .chosen .field {
    min-width: 6.5em;
  }
  .chosen,
  .parts {
    gap: 12px;
  }
  .parts {
    flex-wrap: nowrap;
    min-width: 0;
  }
  .acts {
    gap: 12px;
  }
  .looks {
    display: inline-flex;
  }
  .looks button {
    border-radius: 0;
  }
  .looks button:first-child {
    border-start-start-radius: var(--radius);
    border-end-start-radius: var(--radius);
  }
  .looks button:last-child {
    margin-inline-start: -1px;
    border-start-end-radius: var(--radius);
    border-end-end-radius: var(--radius);
  }
  .looks [aria-pressed='true'] {
    z-index: 1;
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent);
    font-weight: 600;
  }
  .looks button:focus-visible {
    position: relative;
    z-index: 2;
  }
  .coverage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
  }
  .whole {
    width: 100%;
    max-width: 24em;
    height: 6px;
    border-radius: 3px;
  }
  summary {
    min-height: 32px;
    padding: 4px 0;
    color: var(--accent);
    font-weight: 500;
    cursor: pointer;
  }
  .on-paper {
    display: none;
  }
  .names {
    columns: 14em;
    column-gap: 24px;
    padding: 4px 0 8px;
  }
  .section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    min-width: 0;
  }
  .others button.quiet {
    margin-inline-start: -9px;
  }

  .aim.behind,
  .chart .behind {
    --tone: var(--warning);
  }
  .aim.unknown,
  .chart .unknown {
    --tone: var(--ink-muted);
  }
  .aim .doubt {
    display: block;
    font-size: 0.88em;
  }

  .chart > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 16px;
    align-items: baseline;
    padding: 10px 0;
    border-bottom: 1px solid var(--line);
  }
  .chart .name {
    font-weight: 500;
  }
  .chart .bar,
  .chart .scroll,
  .chart .tail {
    grid-column: 1 / -1;
  }
  .bar {
    display: block;
    width: 100%;
    height: 20px;
    overflow: visible;
  }
  .tail,
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
  }
  .legend > span {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .key {
    width: 16px;
    height: 12px;
  }
  .pale {
    fill: var(--tone);
    opacity: 0.32;
  }
  .past {
    fill: var(--line-strong);
    opacity: 0.6;
  }
  .then {
    fill: var(--surface);
    stroke: var(--ink);
    stroke-width: 1.5;
  }

  dialog {
    width: min(60em, calc(100vw - 32px));
  }
  .lead {
    font-size: 1.6em;
    font-weight: 650;
    line-height: 1.35;
  }
  @container (min-width: 46em) {
    .acts {
      margin-inline-start: auto;
    }
    .chart > li {
      grid-template-columns: minmax(0, 16em) minmax(0, 1fr) minmax(5.2em, auto);
      align-items: center;
    }
    .chart .name {
      grid-area: 1 / 1;
    }
    .chart .bar,
    .chart .scroll {
      grid-area: 1 / 2;
    }
    .chart .value,
    .chart .lack {
      grid-area: 1 / 3;
      text-align: end;
    }
    .chart .tail {
      grid-area: 2 / 2 / 3 / 4;
    }
    .chart .depth-1 .name {
      padding-inline-start: 20px;
    }
  }
  @media (forced-colors: active) {
    .looks [aria-pressed='true'] {
      border-width: 3px;
    }
  }
  @media print {
    .controls,
    .path,
    .updating,
    .coverage details,
    details:not([open]) {
      display: none;
    }
    .on-paper {
      display: block;
    }
    /* Browsers break blocks over pages, but let the lines of a grid run into one another. */
    .htsd,
    .section,
    .chart {
      display: block;
    }
    .section,
    .coverage {
      margin-top: 20px;
    }
    .section > * + * {
      margin-top: 8px;
    }
    button.figure {
      text-decoration: none;
    }
    h3,
    .legend {
      break-after: avoid;
    }
    tr,
    .chart > li,
    .coverage {
      break-inside: avoid;
    }
    .table-wrap,
    .scroll {
      overflow: visible;
    }
  }
`;
