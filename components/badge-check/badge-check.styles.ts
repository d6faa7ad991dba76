import { css } from 'lit';

/** The check: a place to hand a badge in, an answer, and what the badge says. */
export const look = css`
  .htsd {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
  }
  .entry,
  .result,
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .result {
    gap: 20px;
  }
  .result:empty {
    display: none;
  }
  .drop {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px 12px;
    padding: 20px;
    border: 2px dashed var(--line-strong);
    border-radius: var(--radius);
  }
  .drop.hovered {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  form {
    gap: 6px;
  }
  label {
    font-weight: 500;
  }
  textarea {
    width: 100%;
    font-family: ui-monospace, 'Cascadia Mono', Consolas, monospace;
    font-size: 0.92em;
    resize: vertical;
  }
  .verdict {
    display: flex;
    gap: 16px;
    padding: 20px;
    border: 1px solid var(--line);
    border-inline-start: 6px solid var(--tone);
    border-radius: var(--radius);
    background: var(--ground);
    --tone: var(--line-strong);
    --ground: var(--surface-soft);
    --word: var(--ink);
  }
  .verdict.valid {
    --tone: var(--accent);
    --ground: var(--accent-soft);
    --word: var(--accent);
  }
  .verdict.expired {
    --tone: var(--warning);
    --ground: var(--warning-soft);
    --word: var(--warning);
  }
  .verdict.revoked,
  .verdict.not-genuine {
    --tone: var(--danger);
    --ground: var(--danger-soft);
    --word: var(--danger);
  }
  .verdict > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    flex: 1;
    min-width: 0;
  }
  .verdict h2 {
    font-size: 1.35em;
    color: var(--word);
  }
  .mark,
  .sign {
    flex: none;
    width: 36px;
    height: 36px;
    fill: none;
    stroke: var(--word);
    stroke-width: 2.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .warnings {
    display: grid;
    gap: 8px;
    padding-top: 8px;
    border-top: 1px solid var(--line);
  }
  .warnings li {
    display: flex;
    gap: 8px;
  }
  .sign {
    width: 20px;
    height: 1.5em;
    stroke: var(--warning);
  }
  .address {
    display: block;
    overflow-wrap: anywhere;
  }
  .says {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 20px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 20px;
  }
  .art {
    width: var(--htsd-badge-size, 112px);
  }
  .foreign {
    width: 112px;
    max-height: 160px;
    object-fit: contain;
  }
  .name {
    flex: 1 1 14em;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  h3 {
    font-size: 1.2em;
  }
  .name p {
    margin-top: 6px;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
    gap: 12px 24px;
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  dt {
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  dd {
    margin: 0;
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  details dl {
    margin: 12px 0;
  }
  summary {
    min-height: 24px;
    color: var(--ink-muted);
    cursor: pointer;
  }
  code,
  pre {
    font-family: ui-monospace, 'Cascadia Mono', Consolas, monospace;
    font-size: 0.9em;
    font-weight: 400;
  }
  pre {
    max-height: 320px;
    margin: 4px 0 0;
    padding: 12px;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface-soft);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  @media (max-width: 420px) {
    .verdict,
    .says,
    .drop {
      padding: 16px;
    }
    .verdict {
      gap: 10px;
    }
    .mark {
      width: 28px;
      height: 28px;
    }
  }
  @media (forced-colors: active) {
    .mark,
    .sign {
      stroke: CanvasText;
    }
  }
  @media print {
    .entry,
    button,
    details {
      display: none;
    }
    .verdict,
    .says {
      break-inside: avoid;
      border-color: #000;
    }
  }
`;
