import { css } from 'lit';

/** A gauge: numbers lead, labels follow quietly. */
export const look = css`
  .htsd {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    font-variant-numeric: tabular-nums;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .hint {
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .gauge {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    --tone: var(--accent);
    --ground: var(--accent-soft);
  }
  .behind {
    --tone: var(--warning);
    --ground: var(--warning-soft);
  }
  .unknown,
  .none {
    --tone: var(--ink-muted);
    --ground: var(--surface-soft);
  }
  h3,
  .sentence {
    font-size: 1.05em;
  }
  .lead {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
  }
  .big {
    font-size: 2.3em;
    font-weight: 650;
    line-height: 1.3;
  }
  .status {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 2px 12px 2px 9px;
    border: 1px solid;
    border-radius: 16px;
    color: var(--tone);
    background: var(--ground);
    font-size: 0.95em;
    font-weight: 500;
    white-space: nowrap;
  }
  .sign {
    flex: none;
    width: 1em;
    height: 1em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .bar {
    display: block;
    width: 100%;
    height: 64px;
    overflow: visible;
  }
  .half {
    display: block;
    width: 240px;
    max-width: 100%;
  }
  .arc .lead {
    flex-direction: column;
  }
  .track {
    fill: var(--line);
  }
  .fill {
    fill: var(--tone);
  }
  .half .track,
  .half .fill {
    fill: none;
    stroke: var(--line);
    stroke-width: 20;
  }
  .half .fill {
    stroke: var(--tone);
  }
  /* Its rim keeps it apart from what it stands on. */
  .mark {
    fill: var(--ink);
    stroke: var(--surface);
    stroke-width: 2;
    paint-order: stroke;
  }
  .half .mark {
    stroke: var(--ink);
    stroke-width: 3;
  }
  .path {
    stroke: var(--ink-muted);
    stroke-width: 1.5;
  }
  .whole {
    stroke: var(--surface);
  }
  .next {
    fill: var(--surface);
    stroke: var(--ink);
    stroke-width: 1.5;
  }
  svg text {
    fill: var(--ink-muted);
    font-size: 13px;
  }
  svg .goal,
  svg .number,
  svg .last {
    fill: var(--ink);
    font-weight: 600;
  }
  svg .number {
    font-size: 34px;
  }
  svg .long {
    font-size: 25px;
  }
  .row,
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .arc .row,
  .about {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 12px 40px;
  }
  .body,
  .notes {
    flex: 1 1 300px;
    min-width: 0;
  }
  .trend {
    max-width: 100%;
    height: auto;
    overflow: visible;
  }
  .trend text {
    font-size: 12px;
  }
  .column {
    fill: var(--line-strong);
    opacity: 0.55;
  }
  .column.last {
    fill: var(--tone);
    opacity: 1;
  }
  .ground,
  .goal-line {
    fill: none;
    stroke: var(--line-strong);
  }
  .goal-line {
    stroke: var(--ink);
    stroke-dasharray: 4 3;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
  }
  .doubt {
    color: var(--warning);
  }
  summary {
    min-height: 32px;
    padding: 4px 0;
    color: var(--accent);
    font-weight: 500;
    cursor: pointer;
  }
  @media (forced-colors: active) {
    .htsd * {
      --tone: Highlight;
      --ink: CanvasText;
      --ink-muted: CanvasText;
      --line-strong: GrayText;
      --line: Canvas;
      --surface: Canvas;
    }
    .status {
      color: CanvasText;
    }
    .bar .track {
      stroke: CanvasText;
    }
    .half .track {
      stroke: GrayText;
    }
  }
  @media print {
    /* Paper is white, whatever the screen is. */
    .htsd {
      color-scheme: light !important;
    }
    .gauge {
      break-inside: avoid;
    }
    .fill,
    .track,
    .column {
      print-color-adjust: exact;
    }
    button,
    summary {
      display: none;
    }
  }
`;
