import { css } from 'lit';

/** What a window of rows looks like, whatever its rows hold: a style sheet of its own says that, and comes after it. */
export const rowWindowStyles = css`
  .window {
    min-width: 0;
  }
  .scroller {
    position: relative;
    max-height: var(--rows-high, 38em);
    overflow: auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    font-size: 0.95em;
    line-height: 1.45;
  }
  .scroller:focus-visible {
    outline-offset: 1px;
  }
  .space {
    position: relative;
    overflow: hidden;
  }
  .band {
    contain: layout style;
    will-change: transform;
  }
  .top-group {
    position: sticky;
    top: 0;
    z-index: 1;
    border-bottom: 1px solid var(--line-strong);
    background: var(--surface);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 4px;
    padding: 4px 8px;
    color: var(--ink-muted);
  }
  .head .cell:not([aria-sort]) {
    display: none;
  }
  button.sort {
    min-height: 32px;
    padding: 4px 6px;
    border-color: transparent;
    background: none;
    color: inherit;
    font-size: 0.95em;
    font-weight: 500;
  }
  button.sort::after {
    content: '';
    width: 0.6em;
  }
  [aria-sort='ascending'] button.sort::after {
    content: '↑';
  }
  [aria-sort='descending'] button.sort::after {
    content: '↓';
  }
  [aria-sort='ascending'] button.sort,
  [aria-sort='descending'] button.sort {
    color: var(--ink);
    font-weight: 600;
  }
  .wide .head .cell:not([aria-sort]) {
    display: block;
    font-weight: 500;
  }
  .wide button.sort {
    width: 100%;
    padding-inline: 0;
    justify-content: start;
    text-align: start;
  }
  .wide .amount {
    text-align: end;
  }
  .wide .amount button.sort {
    flex-direction: row-reverse;
    justify-content: flex-start;
  }
  .print-note:empty {
    display: none;
  }
  @media print {
    .scroller {
      max-height: none;
      overflow: visible;
      border: 0;
    }
    .space {
      overflow: visible;
    }
    .top-group {
      position: static;
    }
    button.sort::after {
      content: none !important;
    }
  }
`;
