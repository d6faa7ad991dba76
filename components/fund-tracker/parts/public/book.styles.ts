import { css } from 'lit';

/** The ledger: its filters, one entry opened, the check and the comparing of a printed hash. */
export const bookStyles = css`
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
`;
