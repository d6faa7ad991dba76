import { css } from 'lit';

/** How a place stands, as a sign and in words, and the marks of bars and columns: what all pictures of targets are drawn with. */
export const drawn = css`
  .status {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--tone);
    font-size: 0.95em;
    font-weight: 500;
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
  .track {
    fill: var(--line);
  }
  .fill {
    fill: var(--tone);
  }
  /* Its rim keeps it apart from what it stands on. */
  svg .mark {
    fill: var(--ink);
    stroke: var(--surface);
    stroke-width: 2;
    paint-order: stroke;
  }
  svg text {
    fill: var(--ink-muted);
    font-size: 13px;
  }
  svg .last {
    fill: var(--ink);
    font-weight: 600;
  }
  .trend {
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
  @media (forced-colors: active) {
    /* Whatever a part says of its tone. */
    .htsd * {
      --tone: Highlight !important;
      --ink: CanvasText !important;
      --ink-muted: CanvasText !important;
      --line-strong: GrayText !important;
      --line: Canvas !important;
      --surface: Canvas !important;
    }
    .status {
      color: CanvasText;
    }
    .bar .track {
      stroke: CanvasText;
    }
  }
`;
