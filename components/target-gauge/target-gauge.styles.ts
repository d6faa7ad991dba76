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
    padding: 2px 12px 2px 9px;
    border: 1px solid;
    border-radius: 16px;
    background: var(--ground);
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
  .half .track,
  .half .fill {
    fill: none;
    stroke: var(--line);
    stroke-width: 20;
  }
  .half .fill {
    stroke: var(--tone);
  }
  svg.half .mark {
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
  svg .goal,
  svg .number {
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
    .half .track {
      stroke: GrayText;
      stroke-width: 4;
    }
  }
  @media print {
    .gauge {
      break-inside: avoid;
    }
    button,
    summary {
      display: none;
    }
  }
`;
