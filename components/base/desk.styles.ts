import { css } from 'lit';
import { badgeStyles } from './badge.styles.js';
import { dialogStyles } from './dialog.styles.js';

/** Working lists of those who judge: filters, rows, states, dialogs. */
export const desk = css`
  ${badgeStyles}
  .htsd {
    container-type: inline-size;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    font-variant-numeric: tabular-nums;
  }
  h2 {
    font-size: 1.45em;
  }
  h3 {
    font-size: 1.15em;
  }
  h4,
  dl,
  dd {
    margin: 0;
  }
  h4 {
    font-weight: 600;
    line-height: 1.4;
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
  button.danger {
    color: var(--danger);
  }
  .notice.good {
    border-inline-start-color: var(--accent);
    background: var(--accent-soft);
  }
  .filters {
    display: grid;
    gap: 12px;
    padding: 0;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 4px;
    min-width: 0;
  }
  .field > span,
  .label {
    font-weight: 500;
  }
  .field > input,
  .field > select,
  textarea {
    width: 100%;
    min-width: 0;
  }
  input[type='date'] {
    min-height: 40px;
    padding: 7px 10px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
  }
  textarea {
    display: block;
    min-height: 4.6em;
    resize: vertical;
  }
  .rows {
    display: grid;
    /* Rows off the screen remember how wide they were: without it, a screen that is turned would scroll sideways. */
    grid-template-columns: minmax(0, 1fr);
    list-style: none;
    border-top: 1px solid var(--line);
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px 20px;
    padding: 12px 0;
    border-bottom: 1px solid var(--line);
    overflow-clip-margin: 8px;
  }
  /* A list of hundreds lays out what is near the screen. */
  .row:nth-child(n + 21) {
    content-visibility: auto;
    contain-intrinsic-size: auto 110px;
  }
  /* Where a row begins, its buttons without a border begin, too. */
  .row > .actions,
  .side > .actions,
  .back {
    margin-inline-start: -9px;
  }
  .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  button.name {
    min-height: 32px;
    padding: 3px 0;
    justify-content: start;
    text-align: start;
  }
  .facts {
    font-size: 0.94em;
  }
  .figure {
    color: var(--ink);
    font-weight: 600;
  }
  .badge.met,
  .badge.verified {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent);
  }
  .badge.invalid,
  .badge.revoked {
    border-color: var(--danger);
    background: var(--danger-soft);
    color: var(--danger);
  }
  .badge.partial,
  .badge.unmet,
  .badge.gap,
  .badge.returned,
  .badge.coming,
  .badge.expired,
  .badge.changed {
    border-color: var(--warning);
    background: var(--warning-soft);
    color: var(--warning);
  }
  .links {
    display: grid;
    gap: 4px;
    list-style: none;
  }
  .links a {
    display: inline-block;
    padding: 2px 0;
  }
  ${dialogStyles}
  .dialog canvas {
    max-width: 100%;
    height: auto;
    border: 1px solid var(--line);
  }
  .actions.end {
    justify-content: flex-end;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  @container (min-width: 34em) {
    .filters {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .grid {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  .grid {
    display: grid;
    gap: 16px;
  }
  @media print {
    /* Rows of a grid stay where they would be on one endless sheet, and what was pushed to the next lies over them. */
    .htsd {
      display: flex;
      flex-flow: column;
    }
    .rows {
      display: block;
    }
    .row {
      break-inside: avoid;
    }
    .row:nth-child(n + 21) {
      content-visibility: visible;
    }
    .actions,
    .filters,
    .back {
      display: none;
    }
  }
`;
