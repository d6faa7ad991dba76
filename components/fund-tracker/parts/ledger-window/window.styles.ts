import { css } from 'lit';

/** The windowed ledger: lines of a table where there is room, cards where there is none. */
export const windowStyles = css`
  /* Figures are never cut: where letters are big or widely spaced they take lines of their own, and the words give way. */
  .row {
    contain: strict;
    display: flex;
    flex-direction: column;
    height: clamp(8.4em, 18.6em - 42cqi, 12em);
    padding: 9px 12px;
    border-bottom: 1px solid var(--line);
    cursor: pointer;
  }
  .part {
    display: flex;
    flex-wrap: wrap;
    column-gap: 12px;
  }
  .row:hover {
    background: var(--surface-soft);
  }
  .row.active {
    background: var(--accent-soft);
    box-shadow: inset 3px 0 var(--accent);
  }
  .row .no,
  .row .date,
  .row .voucher,
  .row .balance {
    color: var(--ink-muted);
  }
  .window:not(.wide) .cell:empty {
    display: none;
  }
  .shuffled .row .balance {
    visibility: hidden;
  }
  /* A line that has no room goes beside the others, where nobody sees it, instead of being cut through. */
  .row .content {
    flex: 1;
    display: flex;
    flex-flow: column wrap;
    min-width: 0;
    min-height: 0;
    overflow: hidden;
  }
  .row .in,
  .row .out {
    font-weight: 600;
  }
  .row .balance {
    margin-inline-start: auto;
    text-align: end;
  }
  .row .no:not(:empty)::before,
  .row .in:not(:empty)::before,
  .row .out:not(:empty)::before,
  .row .balance:not(:empty)::before {
    content: attr(data-label) ' ';
    color: var(--ink-muted);
    font-weight: 400;
  }
  .first-line,
  .second-line {
    width: 100%;
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
    grid-template-columns:
      minmax(3em, 4em) minmax(5.4em, 6.2em) minmax(3.4em, 4.4em) minmax(min(15em, 100% - 36em), 1fr)
      repeat(2, minmax(6.6em, 7.8em)) minmax(7.4em, 8.6em);
    grid-template-rows: minmax(0, 1fr);
    gap: 0 8px;
    align-items: center;
    padding: 0 12px;
  }
  .wide .part {
    display: contents;
  }
  .wide .head {
    padding-block: 4px;
  }
  .wide .row {
    height: 4.1em;
  }
  .wide .row .in,
  .wide .row .out {
    text-align: end;
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
    .wide .line,
    .wide .row {
      font-size: 0.88em;
    }
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
