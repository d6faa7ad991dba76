import { css } from 'lit';

/** Buttons, fields, notices: what every component of the house is made of. */
export const controls = css`
  button,
  input,
  select,
  textarea {
    margin: 0;
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 40px;
    padding: 7px 16px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    font-weight: 500;
    line-height: 1.4;
    cursor: pointer;
  }
  button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
    font-weight: 600;
  }
  button.quiet {
    min-height: 32px;
    padding: 3px 8px;
    border-color: transparent;
    background: none;
    color: var(--accent);
  }
  button:disabled {
    border-color: var(--line);
    background: var(--surface-soft);
    color: var(--ink-muted);
    cursor: not-allowed;
  }
  input[type='text'],
  input[type='url'],
  select,
  textarea {
    min-height: 40px;
    padding: 7px 10px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    line-height: 1.5;
  }
  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--accent);
  }
  [aria-invalid='true'] {
    border-color: var(--danger) !important;
    box-shadow: inset 0 0 0 1px var(--danger);
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  a {
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 0.18em;
  }
  .hint,
  .guidance {
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  .error {
    color: var(--danger);
    font-weight: 500;
  }
  .check {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    padding: 4px 0;
    cursor: pointer;
  }
  .notice {
    display: grid;
    gap: 4px;
    padding: 12px 16px;
    border: 1px solid var(--line);
    border-inline-start: 4px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface-soft);
  }
  .notice.warn {
    border-inline-start-color: var(--warning);
    background: var(--warning-soft);
  }
  .notice.bad {
    border-inline-start-color: var(--danger);
    background: var(--danger-soft);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  @media (forced-colors: active) {
    .notice {
      border-inline-start-width: 6px;
    }
    button.primary {
      border-width: 2px;
    }
  }
`;
