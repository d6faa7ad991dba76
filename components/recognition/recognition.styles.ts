import { css } from 'lit';

/** Layout of the signer's desk. */
export const look = css`
  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .views [aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent);
    font-weight: 600;
    box-shadow: inset 0 -2px 0 var(--accent);
  }
  .pick {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 20px;
  }
  .pick > .check {
    font-weight: 500;
  }
  .pick > p:empty {
    display: none;
  }
  .facts {
    align-items: baseline;
  }
  .inline {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    color: var(--ink);
  }
  .paper {
    display: inline-flex;
    flex-wrap: wrap;
  }
  .inline select {
    max-width: 100%;
  }
  /* Where there is room, what can be done stands beside the row: a list of hundreds is a third shorter. */
  .rows {
    container-type: inline-size;
  }
  @container (min-width: 44em) {
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .row > * {
      grid-column: 1;
    }
    .row > .actions {
      grid-area: 1 / 2 / span 2;
      align-self: center;
      margin-inline: 0;
    }
    /* Two papers, and the way to take the title back: in two lines, or the names beside them get no room. */
    .row > .papers {
      justify-content: flex-end;
      max-width: 26em;
    }
  }
  .warning {
    color: var(--warning);
    font-size: 0.94em;
  }
  .decision {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface-soft);
  }
  @media (forced-colors: active) {
    .views [aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
  /* On paper the list: what is chosen of it, and not how. */
  @media print {
    .views,
    .pick,
    .decision {
      display: none;
    }
  }
`;
