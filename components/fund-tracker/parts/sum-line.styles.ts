import { css } from 'lit';

/** A sum with its terms side by side, and whether it comes out. */
export const sumLineStyles = css`
  .terms {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 12px;
  }
  .step {
    display: inline-flex;
    align-items: baseline;
    gap: 12px;
  }
  .term {
    display: inline-grid;
  }
  .term strong {
    font-size: 1.1em;
    font-weight: 600;
    white-space: nowrap;
  }
  .term span {
    color: var(--ink-muted);
    font-size: 0.88em;
  }
  .sign {
    color: var(--ink-muted);
    font-size: 1.15em;
  }
  .holds {
    color: var(--accent);
    font-weight: 500;
  }
`;
