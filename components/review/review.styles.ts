import { css, unsafeCSS } from 'lit';

/** Criteria of a section beyond which the guess at its height stays the same. */
const most = 12;
/** How high a section is about, before anybody has seen it: the bar of the page should not jump. */
const guesses = unsafeCSS(
  Array.from({ length: most }, (_, index) => index + 1)
    .map((n) => `.section.of-${n} { contain-intrinsic-size: auto ${n * 360 + 60}px; }`)
    .join('\n'),
);

/** The class of a section with so many criteria. */
export const guessed = (criteria: number): string => `of-${Math.min(Math.max(criteria, 1), most)}`;

/** Layout of an open review: two columns per criterion where there is room. */
export const look = css`
  .top {
    display: grid;
    gap: 2px;
  }
  .scores dl,
  .pairs {
    display: grid;
    gap: 8px 24px;
  }
  .scores {
    padding: 12px 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface-soft);
  }
  dt {
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  dd {
    font-size: 1.15em;
    font-weight: 600;
  }
  /* Not per criterion: a browser that reads the page's text for translation lays out each of them by itself. */
  .section {
    content-visibility: auto;
    overflow-clip-margin: 8px;
  }
  ${guesses}
  .section > h3 {
    padding-bottom: 8px;
    border-bottom: 2px solid var(--accent);
  }
  .criterion {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 16px 0;
    border-bottom: 1px solid var(--line);
    scroll-margin-top: 16px;
  }
  .criterion:focus {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  legend {
    float: left;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    width: 100%;
    padding: 0;
  }
  legend + * {
    clear: both;
  }
  .title {
    font-weight: 600;
  }
  .before {
    color: var(--warning);
    font-size: 0.94em;
  }
  .pair {
    display: grid;
    gap: 16px;
  }
  .side {
    display: grid;
    align-content: start;
    gap: 6px;
    min-width: 0;
    padding: 12px 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    overflow-wrap: anywhere;
  }
  .side h4 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 10px;
  }
  .other .own {
    border-color: var(--warning);
    box-shadow: inset 0 0 0 1px var(--warning);
  }
  .answer {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 8px 16px;
  }
  .answer.options {
    flex-direction: column;
    align-items: stretch;
    gap: 6px;
  }
  .number {
    display: grid;
    gap: 4px;
  }
  .number > span {
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  .number input {
    width: 7em;
    text-align: end;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
    padding: 6px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    cursor: pointer;
  }
  .choice:has(:checked) {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .thumbnail {
    flex: none;
    inline-size: 64px;
    block-size: 64px;
    margin-inline-end: 8px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    object-fit: cover;
    vertical-align: middle;
  }
  .comment textarea {
    min-height: 2.8em;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 24px;
    padding: 12px 0;
  }
  @container (min-width: 40em) {
    .pair,
    .scores dl {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media (forced-colors: active) {
    .choice:has(:checked) {
      outline: 2px solid Highlight;
    }
    .other .own {
      border-width: 3px;
    }
  }
  @media print {
    .section {
      content-visibility: visible;
    }
    .criterion {
      break-inside: avoid;
    }
  }
`;
