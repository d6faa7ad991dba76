import { css } from 'lit';

/** One quiet line; what opens below it brings styles of its own. */
export const look = css`
  .htsd {
    container-type: inline-size;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    font-variant-numeric: tabular-nums;
  }
  p {
    margin: 0;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
  }
  button.line {
    justify-content: start;
    width: fit-content;
    max-width: 100%;
    padding-inline: 12px;
    text-align: start;
  }
  .sign {
    flex: none;
    width: 18px;
    height: 18px;
    fill: none;
    stroke: var(--ink-muted);
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .idle .sign {
    stroke: var(--accent);
  }
  .stuck {
    border-color: var(--danger);
  }
  .stuck .sign {
    stroke: var(--danger);
  }
  .offline .sign,
  .sign-in .sign {
    stroke: var(--warning);
  }
  .more {
    width: 12px;
    height: 12px;
    margin-inline-start: 4px;
  }
  [aria-expanded='true'] .more {
    transform: rotate(180deg);
  }
  .sending .sign {
    animation: pulse 1.2s ease-in-out infinite alternate;
  }
  @keyframes pulse {
    to {
      opacity: 0.35;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .sending .sign {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .sign {
      stroke: CanvasText !important;
    }
  }
  @media print {
    .htsd {
      display: none;
    }
  }
`;
