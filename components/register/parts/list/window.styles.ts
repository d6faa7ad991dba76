import { css } from 'lit';

/** The list: lines of a table where there is room, cards where there is none. */
export const windowStyles = css`
  .window {
    --rows-high: 42em;
  }
  .line.row {
    contain: strict;
    content-visibility: visible;
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr) auto;
    grid-template-rows: auto auto minmax(0, 1fr);
    gap: 2px 10px;
    height: 8.8em;
    padding: 9px 12px 9px 4px;
    border-bottom: 1px solid var(--line);
    cursor: pointer;
  }
  .line.row:hover {
    background: var(--surface-soft);
  }
  .line.row[aria-selected='true'] {
    background: var(--accent-soft);
  }
  .line.row.active {
    box-shadow: inset 3px 0 var(--accent);
  }
  .scroller:focus-visible .line.row.active {
    outline: 2px solid var(--focus);
    outline-offset: -2px;
  }
  /* The row clips what is too long, and lines end in dots: a clip in every cell is felt at every key. */
  .line.row .cell {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .line.row .pick {
    grid-area: 1 / 1 / 4 / 2;
    display: grid;
    justify-content: center;
    align-content: start;
    padding-block: 4px;
  }
  .box {
    display: grid;
    place-content: center;
    width: 20px;
    height: 20px;
    border: 1px solid var(--line-strong);
    border-radius: 4px;
    background: var(--surface);
    line-height: 1;
  }
  [aria-selected='true'] .box {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }
  [aria-selected='true'] .box::after {
    content: '✓';
    font-weight: 700;
  }
  .line.row .name {
    grid-area: 1 / 2;
  }
  .line.row .score {
    grid-area: 1 / 3;
    font-weight: 600;
    white-space: nowrap;
  }
  .line.row .place,
  .line.row .leader {
    display: block;
    padding: 0;
    color: var(--ink-muted);
  }
  .line.row .place {
    grid-area: 2 / 2 / auto / 4;
  }
  .window:not(.wide) .leader {
    display: none;
  }
  .line.row .state {
    grid-area: 3 / 2;
    align-self: end;
    white-space: nowrap;
  }
  .line.row .title {
    grid-area: 3 / 3;
    align-self: end;
    max-width: 9em;
    text-align: end;
  }
  .first-line,
  .second-line,
  .clamp {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: clip;
  }
  .window:not(.wide) .place .clamp {
    -webkit-line-clamp: 1;
  }
  .name .first-line {
    font-weight: 600;
  }
  .second-line {
    -webkit-line-clamp: 1;
    color: var(--ink-muted);
    font-weight: 400;
    font-size: 0.94em;
  }
  .title .second-line {
    -webkit-line-clamp: 2;
  }
  .badge.submitted,
  .badge.in-review {
    border-color: var(--ink-muted);
  }
  .badge.none {
    border-color: var(--line);
    color: var(--ink-muted);
  }
  .badge.recognised {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
    font-weight: 600;
  }
  .badge.not-recognised {
    border-color: var(--danger);
    background: var(--danger-soft);
    color: var(--danger);
  }
  .sign:empty {
    display: none;
  }
  .wide .head,
  .wide .line.row {
    display: grid;
    grid-template-columns:
      40px minmax(7.5em, 1.5fr) minmax(6.4em, 1.2fr) minmax(5.5em, 1fr) 9.6em 4.2em
      minmax(6.4em, 1.1fr);
    grid-template-rows: minmax(0, 1fr);
    gap: 0 8px;
    align-items: center;
    padding: 0 8px 0 0;
  }
  .wide .head {
    padding-block: 4px;
  }
  .wide .line.row {
    height: 4.1em;
  }
  .wide .head .pick {
    padding-inline-start: 8px;
    font-size: 0.86em;
    white-space: nowrap;
  }
  .wide .line.row .cell {
    grid-area: auto;
    max-width: none;
    align-self: center;
    text-align: start;
  }
  .wide .line.row .amount {
    text-align: end;
  }
  .wide .line.row .pick {
    align-self: stretch;
    align-content: center;
    padding: 0;
  }
  /* One line each, without the box that counts lines: it is laid out twice, and that is felt at every key. */
  .wide .first-line,
  .wide .second-line {
    display: block;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .line.row.active,
    [aria-selected='true'] .box {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media print {
    /* An upright sheet is narrower than the least that columns are given on a screen. */
    .wide .head,
    .wide .line.row {
      grid-template-columns:
        minmax(0, 1.5fr) minmax(0, 1.2fr) minmax(0, 1fr) 9.6em 4.2em
        minmax(0, 1.1fr);
      font-size: 0.88em;
    }
    .wide .line.row {
      contain: none;
      height: auto;
      padding-block: 4px;
    }
    .wide .line .pick.cell:not([aria-sort]) {
      display: none;
    }
    .wide .first-line,
    .wide .second-line,
    .clamp {
      display: block;
      white-space: normal;
    }
  }
`;
