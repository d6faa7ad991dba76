import { css } from 'lit';

/** The badge: a card with the picture, or a line with a small one. */
export const look = css`
  h4,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  .art .rim {
    stroke: var(--line);
    stroke-width: 8;
    stroke-dasharray: 12 26;
  }

  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    padding: 24px;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 4px);
    background: var(--surface);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 16px 28px;
  }
  .title {
    flex: 1 1 15em;
    min-width: 0;
  }
  .year {
    color: var(--ink-muted);
  }
  h3 {
    font-size: 1.55em;
    line-height: 1.35;
  }
  .outcome {
    font-size: 1.1em;
    font-weight: 600;
    color: var(--accent);
  }
  .holder {
    margin: 4px 0 10px;
    font-size: 1.1em;
  }
  .status {
    display: inline-flex;
    align-items: flex-start;
    gap: 8px;
    padding: 3px 12px 3px 10px;
    border: 1px solid;
    border-radius: 16px;
    color: var(--accent);
    background: var(--accent-soft);
    font-size: 0.95em;
    line-height: 1.5;
  }
  .status > span {
    align-self: baseline;
  }
  .status.expired {
    color: var(--warning);
    background: var(--warning-soft);
  }
  .status.revoked {
    color: var(--danger);
    background: var(--danger-soft);
  }
  .sign {
    flex: none;
    width: 1em;
    height: 1.5em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2.2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
    gap: 12px 24px;
    padding-top: 20px;
    border-top: 1px solid var(--line);
    font-variant-numeric: tabular-nums;
  }
  dt {
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  dd {
    font-weight: 500;
  }
  .series {
    padding-top: 20px;
    border-top: 1px solid var(--line);
  }
  h4 {
    font-size: 1em;
    font-weight: 600;
    line-height: 1.45;
  }
  ol {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 24px;
    margin-top: 12px;
    list-style: none;
  }
  li {
    display: flex;
    align-items: center;
    gap: 10px;
    max-width: 17em;
    line-height: 1.45;
  }
  li .art {
    width: 40px;
  }
  li strong {
    display: block;
    font-variant-numeric: tabular-nums;
  }
  li[aria-current] strong {
    text-decoration: underline;
    text-decoration-color: var(--accent);
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }
  li small {
    display: block;
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  .open {
    flex: none;
    width: 40px;
    height: 40px;
    border: 2px dashed var(--line-strong);
    border-radius: 50%;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 16px 24px;
    padding-top: 20px;
    border-top: 1px solid var(--line);
  }
  .proof {
    flex: 1 1 15em;
    display: grid;
    gap: 12px;
    min-width: 0;
  }
  .full .verify {
    display: inline-flex;
    align-items: center;
    min-height: 40px;
    padding: 7px 20px;
    border: 1px solid var(--accent);
    border-radius: var(--radius);
    background: var(--accent);
    color: var(--accent-ink);
    font-weight: 600;
    text-decoration: none;
  }

  .line,
  .wait {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .line .art,
  .small .wait .art {
    width: var(--htsd-badge-size, 32px);
  }
  .line > span {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 12px;
    min-width: 0;
  }
  .line [part='name'] {
    font-weight: 600;
  }
  .line .status {
    padding: 0;
    border: 0;
    background: none;
    gap: 4px;
  }
  .line .verify {
    display: inline-block;
    min-height: 24px;
  }
  .wait {
    color: var(--ink-muted);
  }
  .full .wait .art {
    width: 64px;
  }

  @media (max-width: 420px) {
    .card {
      padding: 16px;
    }
    .head {
      justify-content: center;
      text-align: center;
    }
    .status {
      text-align: start;
    }
  }
  @media (forced-colors: active) {
    .art .rim {
      stroke: CanvasText;
    }
    .full .verify {
      border: 2px solid LinkText;
    }
  }
  /* One ink on white paper. */
  @media print {
    .card {
      break-inside: avoid;
      border-color: #000;
    }
    .full .verify,
    button,
    ::slotted(*) {
      display: none;
    }
  }
`;
