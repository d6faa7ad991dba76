import { css } from 'lit';

/** Layout of what is filled in: one column by default, the result beside it where the host gives room. */
export const layout = css`
  .top {
    display: grid;
    gap: 2px;
  }
  .top h2,
  ::slotted([slot='heading']) {
    font-size: 1.45em;
  }
  .who {
    font-weight: 600;
  }
  .save {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-top: 6px;
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  .save > span {
    flex: none;
    width: 10px;
    height: 10px;
    border: 2px solid var(--accent);
    border-radius: 50%;
  }
  .save.saved > span {
    background: var(--accent);
  }
  .save.failed > span {
    border-color: var(--danger);
  }

  .layout,
  .sections-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .sections-body {
    gap: 32px;
  }
  /*
   * Not per criterion: a browser that reads the page's text for translation lays out each of them by itself.
   * Not for the first criteria, nor for their section: to learn what is in view, a browser lays out a first frame twice.
   */
  .whole .section + .section {
    content-visibility: auto;
    contain-intrinsic-size: auto 1200px;
    overflow-clip-margin: 8px;
  }
  .section {
    scroll-margin-top: calc(var(--htsd-sticky-top, 0px) + 120px);
  }
  .section:focus {
    outline: none;
  }
  .section > h3 {
    padding-bottom: 8px;
    border-bottom: 2px solid var(--accent);
    font-size: 1.15em;
  }

  .criterion {
    min-width: 0;
    margin: 0;
    padding: 16px 0;
    border: 0;
    border-bottom: 1px solid var(--line);
    scroll-margin-top: calc(var(--htsd-sticky-top, 0px) + 120px);
  }
  /* Floated, so that it stands inside the padding instead of on the border line. */
  .criterion > legend {
    float: left;
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 4px 16px;
    width: 100%;
    padding: 0;
  }
  .criterion > legend ~ * {
    clear: both;
  }
  .title {
    flex: 1 1 18em;
    font-weight: 600;
  }
  .badge {
    flex: none;
    padding: 1px 10px;
    border: 1px solid var(--line);
    border-radius: 999px;
    background: var(--surface-soft);
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  .badge.met {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent);
  }
  .badge.invalid {
    border-color: var(--danger);
    background: var(--danger-soft);
    color: var(--danger);
  }
  .badge.partial,
  .badge.unmet,
  .badge.gap {
    border-color: var(--warning);
    background: var(--warning-soft);
    color: var(--warning);
  }
  .criterion > .hint,
  .criterion > .guidance,
  .criterion > .mark {
    padding-top: 4px;
  }
  .answer {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 8px 16px;
    padding-top: 10px;
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
  .of {
    padding-bottom: 8px;
  }
  .of:empty {
    display: none;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
    padding: 6px 16px 6px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    cursor: pointer;
  }
  .choice:has(:checked) {
    border-color: var(--accent);
    background: var(--accent-soft);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .why {
    min-height: 1.5em;
    margin-top: 8px;
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  .why.error {
    color: var(--danger);
  }
  .fold {
    margin-inline-start: -8px;
  }
  .fold::before {
    content: '▸' / '';
  }
  .badge.met::before {
    content: '✓ ' / '';
  }
  .badge.unmet::before {
    content: '✕ ' / '';
  }
  .badge.invalid::before {
    content: '! ' / '';
  }
  .summary {
    position: sticky;
    top: var(--htsd-sticky-top, 0px);
    z-index: 2;
    display: grid;
    align-content: start;
    gap: 16px;
    padding: 10px 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  /* A long class label goes below the score, which stays in one piece. */
  .now {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 2px 12px;
  }
  .score {
    white-space: nowrap;
  }
  .score strong {
    font-size: 1.6em;
    line-height: 1.2;
  }
  .score span {
    color: var(--ink-muted);
  }
  .outcome {
    font-weight: 600;
  }
  .outcome small {
    font-weight: 400;
  }
  .outcome.passed {
    color: var(--accent);
  }
  .bar {
    flex: 1 1 10em;
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .bar .hint {
    flex: none;
  }
  progress {
    width: 100%;
    height: 10px;
    accent-color: var(--accent);
  }
  .more {
    display: none;
    gap: 16px;
    max-height: 50vh;
    overflow: auto;
  }
  .more[data-open] {
    display: grid;
  }
  .sections,
  .reasons ul {
    list-style: none;
  }
  .sections a {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    padding: 6px 0;
    color: inherit;
    text-decoration: none;
  }
  .count {
    flex: none;
    color: var(--ink-muted);
  }
  .reasons ul {
    display: grid;
    gap: 4px;
    margin-top: 4px;
  }
  .reasons {
    color: var(--ink-muted);
    font-size: 0.92em;
  }
  .missing summary {
    min-height: 28px;
    cursor: pointer;
  }

  @container (min-width: 56em) {
    .layout {
      grid-template-columns: minmax(0, 1fr) 19em;
      gap: 40px;
    }
    .summary {
      grid-column: 2;
      grid-row: 1;
      align-self: start;
      max-height: calc(100vh - var(--htsd-sticky-top, 0px) - 24px);
      overflow: auto;
      padding: 16px 20px;
    }
    .sections-body {
      grid-column: 1;
      grid-row: 1;
    }
    .now {
      flex-direction: column;
      align-items: stretch;
    }
    .bar {
      flex: none;
    }
    .score strong {
      font-size: 2.4em;
    }
    .more {
      display: grid;
      max-height: none;
      overflow: visible;
    }
    .more-toggle {
      display: none;
    }
    .section,
    .criterion {
      scroll-margin-top: calc(var(--htsd-sticky-top, 0px) + 16px);
    }
  }
  @media (forced-colors: active) {
    .choice:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
