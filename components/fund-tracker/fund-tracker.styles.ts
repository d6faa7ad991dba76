import { css } from 'lit';

/** What every view of the fund has in common. */
export const look = css`
  .htsd {
    container-type: inline-size;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
    font-variant-numeric: tabular-nums;
  }
  h4,
  dl,
  dd,
  ol {
    margin: 0;
    padding: 0;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  button:hover:not(:disabled) {
    background: var(--surface-soft);
  }
  button.primary:hover:not(:disabled) {
    background: var(--accent);
    filter: brightness(1.12);
  }
  button.quiet:hover:not(:disabled) {
    background: var(--accent-soft);
  }
  .notice.good {
    border-inline-start-color: var(--accent);
    background: var(--accent-soft);
  }
  @media print {
    /* Rows of a grid stay where they would be on one endless sheet, and what was pushed to the next lies over them. */
    .htsd {
      display: flex;
      flex-flow: column;
    }
  }
`;
