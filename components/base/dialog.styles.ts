import { css } from 'lit';

/** The one dialog of a desk. As high as the browser lets it be: `100vh` would reach below the bars of a phone. */
export const dialogStyles = css`
  dialog {
    width: min(36em, calc(100vw - 32px));
    padding: 24px;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 4px);
    background: var(--surface);
    color: var(--ink);
  }
  dialog::backdrop {
    background: rgb(10 20 16 / 0.5);
  }
  .dialog {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
`;
