import { css } from 'lit';

/** The windowed ledger: lines of a table where there is room, cards where there is none. */
export const windowStyles = css`
  .row {
    contain: strict;
    display: grid;
    grid-template-columns: minmax(0, auto) minmax(0, 1fr) auto;
    grid-template-rows: auto minmax(0, 1fr) auto;
    gap: 0 12px;
    height: 8.4em;
    padding: 9px 12px;
    border-bottom: 1px solid var(--line);
    cursor: pointer;
  }
  .row:hover {
    background: var(--surface-soft);
  }
  .row.active {
    background: var(--accent-soft);
    box-shadow: inset 3px 0 var(--accent);
  }
  .row .cell {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .row .no,
  .row .date,
  .row .voucher,
  .row .balance {
    color: var(--ink-muted);
    white-space: nowrap;
  }
  .shuffled .row .balance {
    visibility: hidden;
  }
  .row .no {
    grid-area: 3 / 1;
  }
  .row .no:not(:empty)::before {
    content: attr(data-label) ' ';
  }
  .row .date {
    grid-area: 1 / 1;
  }
  .row .voucher {
    grid-area: 1 / 2;
  }
  .row .content {
    grid-area: 2 / 1 / auto / 4;
  }
  .row .in,
  .row .out {
    grid-area: 1 / 3;
    font-weight: 600;
    white-space: nowrap;
  }
  .row .balance {
    grid-area: 3 / 2 / auto / 4;
    text-align: end;
  }
  .row .in:not(:empty)::before,
  .row .out:not(:empty)::before,
  .row .balance:not(:empty)::before {
    content: attr(data-label) ' ';
    color: var(--ink-muted);
    font-weight: 400;
  }
  .first-line,
  .second-line {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .second-line {
    -webkit-line-clamp: 1;
    color: var(--ink-muted);
    font-size: 0.94em;
  }
  .mark {
    padding: 0 6px;
    border: 1px solid var(--line-strong);
    border-radius: 999px;
    color: var(--ink-muted);
    font-size: 0.86em;
    font-weight: 400;
    white-space: nowrap;
  }
  .mark:empty {
    display: none;
  }
  .reversed .first-line > span:first-child,
  .reversed .in,
  .reversed .out {
    text-decoration: line-through;
    text-decoration-color: var(--ink-muted);
  }
  .wide .head,
  .wide .row {
    display: grid;
    grid-template-columns: 4.2em 6.4em 4.6em minmax(10em, 1fr) 8.2em 8.2em 8.8em;
    grid-template-rows: minmax(0, 1fr);
    gap: 0 12px;
    align-items: center;
    padding: 0 12px;
  }
  .wide .head {
    padding-block: 4px;
  }
  .wide .row {
    height: 4.1em;
  }
  .wide .row .cell {
    grid-area: auto;
  }
  /* A figure has no place to break; the word after it, for goods, goes below. */
  .wide .row .in,
  .wide .row .out {
    text-align: end;
    white-space: normal;
  }
  .wide .row .no::before,
  .wide .row .in::before,
  .wide .row .out::before,
  .wide .row .balance::before {
    content: none !important;
  }
  .wide .first-line {
    -webkit-line-clamp: 1;
  }
  @media (forced-colors: active) {
    .row.active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media print {
    .wide .row {
      contain: none;
      height: auto;
      padding-block: 4px;
      break-inside: avoid;
    }
    .first-line,
    .second-line {
      display: block;
    }
  }
`;
