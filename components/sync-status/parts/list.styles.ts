import { css } from 'lit';
import { desk } from '../../base/desk.styles.js';

/** The list and its dialogs, which come with it. */
export const listStyles = [
  desk,
  css`
    .panel {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
    }
    .panel h3 {
      margin: 0 0 8px;
    }
    .rows {
      margin: 0;
      padding: 0;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 4px 12px;
    }
    .why {
      color: var(--danger);
    }
    .file span {
      display: inline-flex;
      align-items: center;
      min-height: 40px;
      padding: 7px 16px;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      background: var(--surface);
      font-weight: 500;
      line-height: 1.4;
      cursor: pointer;
    }
    .file span:hover {
      background: var(--surface-soft);
    }
    .file :focus-visible + span {
      outline: 3px solid var(--focus);
      outline-offset: 2px;
    }
    .row > .actions:has(> .primary:first-child) {
      margin-inline-start: 0;
    }
    dialog fieldset {
      display: grid;
      gap: 4px;
      padding: 12px 0;
      border-top: 1px solid var(--line);
    }
    legend {
      float: inline-start;
      padding: 0;
      font-weight: 600;
    }
    dialog h2 {
      margin: 0;
      overflow-wrap: anywhere;
    }
  `,
];
