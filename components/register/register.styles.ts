import { css } from 'lit';

/** Bars, acts and details. */
export const look = css`
  .htsd {
    gap: 16px;
  }
  input[type='search'] {
    min-height: 40px;
    padding: 7px 10px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    line-height: 1.5;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    min-height: 40px;
  }
  .count {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 12px;
    font-weight: 600;
  }
  /* While nothing is picked the words of the button stand where all lines begin. */
  #picked:empty + button.quiet {
    margin-inline-start: -20px;
  }
  .picked.some {
    padding: 8px 12px;
    border: 1px solid var(--accent);
    border-radius: var(--radius);
    background: var(--accent-soft);
  }
  .acts {
    display: grid;
    gap: 8px;
  }
  .act {
    display: grid;
    gap: 8px;
    padding: 12px 16px;
    border: 1px solid var(--line);
    border-inline-start: 4px solid var(--accent);
    border-radius: var(--radius);
    background: var(--surface-soft);
  }
  .act.stuck {
    border-inline-start-color: var(--warning);
    background: var(--warning-soft);
  }
  .act p:first-child {
    font-weight: 600;
  }
  progress {
    width: 100%;
    height: 10px;
    accent-color: var(--accent);
  }
  .plain {
    display: grid;
    gap: 4px;
    padding-inline-start: 1.2em;
    list-style: disc;
  }
  #list[hidden] {
    display: none;
  }
  dialog {
    width: min(60em, calc(100vw - 32px));
  }
  .dialog > .hint {
    max-width: 60ch;
  }
  .dialog dl {
    display: grid;
    gap: 8px 24px;
  }
  .dialog dt {
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  .dialog dd {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  section.group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .years {
    width: 100%;
    border-collapse: collapse;
  }
  .years th,
  .years td {
    padding: 6px 8px 6px 0;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  /* A year and points are one word each; what is long beside them breaks instead. */
  .years th,
  .years td:nth-child(odd) {
    overflow-wrap: normal;
  }
  .years td:nth-child(3) {
    white-space: nowrap;
  }
  .years th {
    color: var(--ink-muted);
    font-weight: 500;
    font-size: 0.92em;
  }
  .members {
    display: grid;
    gap: 4px;
    list-style: none;
  }
  .members li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
    padding: 4px 0;
    border-bottom: 1px solid var(--line);
  }
  @container (min-width: 34em) {
    .filters {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    .filters .field {
      grid-column: span 2;
    }
    .filters .search {
      grid-column: 1 / -1;
    }
    .dialog dl {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-width: 60em) {
    .filters .search {
      grid-column: span 3;
    }
    .filters .field:not(.search) {
      grid-column: span 1;
    }
    .filters htsd-locality-picker.field {
      grid-column: span 3;
    }
  }
  @media print {
    .bar,
    .acts {
      display: none;
    }
  }
`;
