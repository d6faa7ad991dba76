import { css } from 'lit';

/** A field and the list below it. */
export const look = css`
  .htsd {
    display: grid;
    gap: 4px;
  }
  label {
    font-weight: 600;
  }
  .field {
    position: relative;
  }
  input[type='text'] {
    width: 100%;
    padding-inline-end: 48px;
    text-overflow: ellipsis;
  }
  input:disabled {
    border-color: var(--line);
    background: var(--surface-soft);
    color: var(--ink-muted);
    cursor: not-allowed;
  }
  button.clear {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-end: 4px;
    width: 40px;
    min-height: 0;
    height: 32px;
    padding: 0;
    color: var(--ink-muted);
  }
  button.clear:hover {
    background: var(--accent-soft);
    color: var(--accent);
  }
  .clear svg {
    width: 16px;
    height: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
  }
  .popup {
    position: absolute;
    z-index: 10;
    inset-block-start: calc(100% + 4px);
    inset-inline: 0;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: 0 6px 20px rgb(0 0 0 / 0.16);
  }
  ul {
    max-height: min(23rem, 60vh);
    padding: 4px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  li {
    display: grid;
    gap: 0 8px;
    min-height: 44px;
    align-content: center;
    padding: 6px 10px;
    border-radius: calc(var(--radius) - 2px);
    cursor: pointer;
  }
  li:hover {
    background: var(--surface-soft);
  }
  li.active {
    background: var(--accent-soft);
    box-shadow: inset 3px 0 var(--accent);
  }
  .name {
    font-weight: 600;
  }
  .where {
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  .was {
    font-size: 0.92em;
  }
  .below {
    padding: 10px 14px;
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  ul + .below {
    border-block-start: 1px solid var(--line);
  }
  .below strong {
    color: var(--ink);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    li.active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
