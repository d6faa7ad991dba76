import { css } from 'lit';
import { dialogStyles } from '../../../base/dialog.styles.js';
import { badgeStyles } from '../../../base/badge.styles.js';

/** The treasurer's desk: balances, parts of the work, the line that is entered, lists, dialogs. */
export const deskStyles = css`
  ${badgeStyles}
  h2 {
    font-size: 1.45em;
  }
  h3 {
    font-size: 1.15em;
  }
  .section,
  .settings,
  .entry,
  .ledger,
  .outbox,
  .group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    align-content: start;
  }
  .desk-head {
    display: grid;
    gap: 12px;
  }
  .balances {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 28px;
  }
  .balances div {
    display: flex;
    flex-direction: column-reverse;
  }
  .balances dt,
  .facts-list dt {
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  .balances dd {
    font-weight: 600;
    font-size: 1.15em;
  }
  .balances .total dd {
    font-size: min(1.7em, 11cqi);
    line-height: 1.3;
  }
  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .views [aria-current='true'],
  .views [aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent);
    font-weight: 600;
  }
  .count {
    min-width: 1.6em;
    padding: 0 6px;
    border-radius: 999px;
    background: var(--accent);
    color: var(--accent-ink);
    font-size: 0.9em;
    text-align: center;
  }
  .said:empty {
    display: none;
  }
  .entry {
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface-soft);
  }
  .kinds {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
  }
  .kind {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    cursor: pointer;
  }
  .entry-line,
  .grid {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    align-items: start;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 4px;
    min-width: 0;
  }
  .field > label,
  .field > span:first-child {
    font-weight: 500;
  }
  .field > input,
  .field > select,
  textarea {
    width: 100%;
    min-width: 0;
  }
  textarea {
    display: block;
    min-height: 4.6em;
    resize: vertical;
  }
  input.figures {
    font-variant-numeric: tabular-nums;
  }
  .f-amount input {
    font-size: 1.1em;
    font-weight: 600;
  }
  .echo {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 16px;
    min-height: 2em;
  }
  .figure {
    color: var(--ink);
    font-weight: 600;
  }
  .echo .figure,
  .amount .figure {
    font-size: 1.35em;
  }
  .amount {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 16px;
  }
  summary {
    padding: 6px 0;
    color: var(--accent);
    font-weight: 500;
    cursor: pointer;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-bottom: 8px;
    padding: 0;
    font-weight: 600;
  }
  .group {
    min-width: 0;
  }
  section.group {
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface-soft);
  }
  .checks,
  .rows,
  .plain,
  .faults,
  .evidence-list {
    display: grid;
    gap: 4px;
    list-style: none;
  }
  .checks li {
    display: grid;
    grid-template-columns: 1.6em minmax(0, 1fr);
  }
  .checks .sign {
    font-weight: 700;
    text-align: center;
  }
  .checks .good .sign {
    color: var(--accent);
  }
  .checks .open .sign {
    color: var(--warning);
  }
  .rows {
    gap: 0;
    border-top: 1px solid var(--line);
  }
  ul.rows > .row {
    contain: none;
    display: grid;
    grid-template: none / minmax(0, 1fr);
    gap: 4px 16px;
    height: auto;
    padding: 12px 0;
    border-bottom: 1px solid var(--line);
    cursor: auto;
  }
  ul.rows > .row:hover {
    background: none;
  }
  /* Where a row begins, its buttons without a border begin, too. */
  ul.rows .actions > .quiet:first-child,
  .section > .actions > .quiet:first-child,
  .section > .actions > .quiet:first-child ~ .quiet,
  .back {
    margin-inline-start: -9px;
  }
  ul.rows > .recipient {
    grid-template: none / 24px minmax(0, 1fr);
    align-items: start;
  }
  .recipient > input {
    width: 24px;
    height: 24px;
    margin-top: 4px;
  }
  button.name {
    padding: 3px 0;
    justify-content: start;
    font-weight: 600;
    text-align: start;
    overflow-wrap: anywhere;
  }
  button.danger {
    color: var(--danger);
  }
  .facts strong {
    color: var(--ink);
  }
  .badge.approved {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent);
  }
  .badge.waits,
  .badge.unsent,
  .badge.late,
  .badge.bare,
  .badge.reversal,
  .badge.reversed {
    border-color: var(--warning);
    background: var(--warning-soft);
    color: var(--warning);
  }
  .badge.refused {
    border-color: var(--danger);
    background: var(--danger-soft);
    color: var(--danger);
  }
  .evidence {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  .file > span {
    display: inline-block;
    padding: 8px 16px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    font-weight: 500;
    cursor: pointer;
  }
  .file > input:focus-visible + span {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .facts-list {
    display: grid;
    gap: 8px 24px;
  }
  .facts-list dd,
  .hash {
    overflow-wrap: anywhere;
  }
  .year-line {
    font-weight: 500;
  }
  .filters {
    display: grid;
    gap: 12px;
  }
  .actions.end {
    justify-content: flex-end;
  }
  ${dialogStyles}
  dialog {
    width: min(44em, calc(100vw - 32px));
  }
  .opening {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 28px;
  }
  .opening h3.legend {
    font-size: 1em;
  }
  .opening .group {
    gap: 12px;
  }
  .choices[aria-invalid='true'] {
    box-shadow: none;
  }
  .choice > .hint {
    display: block;
    padding-inline-start: 28px;
  }
  .opening section.preset {
    padding: 16px;
  }
  .preset ul,
  .steps {
    padding-inline-start: 1.4em;
    list-style: disc;
  }
  .steps {
    list-style: decimal;
  }
  @container (min-width: 34em) {
    .grid,
    .facts-list {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .filters {
      grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1.4fr);
    }
    .entry-line {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    .entry-line > .field {
      grid-column: span 2;
    }
    .entry-line > .f-purpose,
    .entry-line > .f-party {
      grid-column: span 3;
    }
  }
  @container (min-width: 64em) {
    .entry-line {
      grid-template-columns: 9.5em minmax(8em, 1.3fr) 9em 9.5em minmax(8em, 1.2fr) minmax(10em, 1.8fr) 5em;
    }
    .entry-line > .field,
    .entry-line > .f-purpose,
    .entry-line > .f-party {
      grid-column: auto;
    }
  }
  /* Weight alone does not tell which part is open. */
  @media (forced-colors: active) {
    .views [aria-current='true'],
    .views [aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -4px;
    }
  }
  @media (hover: none) {
    .keys {
      display: none;
    }
  }
  @media print {
    .entry,
    .outbox,
    .views,
    .filters,
    .actions,
    .keys {
      display: none;
    }
    .section,
    .settings,
    .ledger,
    .group {
      display: flex;
      flex-flow: column;
    }
    ul.rows {
      display: block;
    }
    ul.rows > .row {
      break-inside: avoid;
    }
  }
`;
