import { css } from 'lit';

/** Layout of what loads after the form, and of what its parts have in common. */
export const lateStyles = css`
  .fold[aria-expanded='true']::before {
    content: '▾' / '';
  }
  h4,
  dl,
  dd {
    margin: 0;
  }
  .notice.good {
    border-inline-start-color: var(--accent);
    background: var(--accent-soft);
  }
  dl.facts > div,
  .conflict dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
  }
  dl dt {
    flex: 0 0 11em;
  }
  dl dd {
    flex: 1 1 12em;
  }
  dt {
    color: var(--ink-muted);
  }
  .receipt {
    display: grid;
    gap: 12px;
  }
  .receipt-no {
    font-size: 1.15em;
    font-weight: 700;
    letter-spacing: 0.03em;
  }
  button:hover {
    background: var(--surface-soft);
  }
  button.primary:hover {
    background: var(--accent);
    filter: brightness(1.12);
  }
  button.quiet:hover {
    background: var(--accent-soft);
  }
  textarea {
    display: block;
    width: 100%;
    min-height: 4.6em;
    resize: vertical;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    min-width: 0;
  }
  .field > label,
  .label {
    font-weight: 500;
  }
  button.danger {
    color: var(--danger);
  }
  .links,
  .plain,
  .missing ul {
    list-style: none;
  }
  .links,
  .missing ul {
    display: grid;
    gap: 4px;
    margin-top: 4px;
  }
  .links + p {
    margin-top: 8px;
  }
  .links a,
  .missing a {
    display: inline-block;
    padding: 2px 0;
  }
  select {
    max-width: 100%;
  }
  /* By default a fieldset is as wide as its widest option, on the narrowest screen too. */
  fieldset {
    min-width: 0;
  }
  dialog {
    width: min(34em, calc(100vw - 32px));
    max-height: calc(100vh - 32px);
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
  .grid {
    display: grid;
    gap: 20px 16px;
  }
  .grid input,
  .grid select {
    width: 100%;
  }
  .dialog {
    display: grid;
    gap: 16px;
  }
  .registration {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 24px;
  }
  .registration button {
    margin-inline-start: -8px;
  }
  .actions.end {
    justify-content: flex-end;
  }
  @container (min-width: 36em) {
    .grid {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media print {
    .summary {
      position: static;
    }
    .whole .section + .section {
      content-visibility: visible;
    }
    .criterion {
      break-inside: avoid;
    }
    .actions,
    button:not(.name) {
      display: none;
    }
    /* On narrow paper the reasons would stay behind their button. */
    .more {
      display: grid;
      max-height: none;
      overflow: visible;
    }
  }
`;
