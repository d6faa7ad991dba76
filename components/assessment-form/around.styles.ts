import { css } from 'lit';

/** Layout of what stands around the criteria, of dialogs, and on paper. */
export const aroundStyles = css`
  .fold[aria-expanded='true']::before {
    content: '▾' / '';
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
  button.danger {
    color: var(--danger);
  }
  dialog {
    width: min(34em, calc(100vw - 32px));
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
  @media print {
    /* Rows of a grid stay where they would be on one endless sheet, and what was pushed to the next lies over them. */
    .htsd,
    .layout,
    .sections-body {
      display: flex;
      flex-flow: column;
    }
    .summary {
      position: static;
    }
    .whole .section + .section {
      content-visibility: visible;
    }
    .criterion {
      break-inside: avoid;
    }
    /* On narrow paper the reasons would stay behind their button. */
    .more {
      display: grid;
      max-height: none;
      overflow: visible;
    }
  }
`;
