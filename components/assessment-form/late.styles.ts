import { css } from 'lit';

/** Layout of the parts that load after the form: register, evidence, receipt, dialogs. */
export const lateStyles = css`
  button:hover {
    background: var(--surface-soft);
  }
  button.primary:hover {
    background: var(--accent);
    filter: brightness(1.12);
  }
  button.quiet:hover {
    background: var(--accent-soft);
  }
  h4,
  dl,
  dd {
    margin: 0;
  }
  h4 {
    font-weight: 600;
    line-height: 1.35;
  }
  textarea {
    display: block;
    width: 100%;
    min-height: 4.6em;
    resize: vertical;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    min-width: 0;
  }
  .field > label,
  .label {
    font-weight: 500;
  }
  .consent .grid {
    margin-top: 12px;
  }
  button.danger {
    color: var(--danger);
  }
  .notice.good {
    border-inline-start-color: var(--accent);
    background: var(--accent-soft);
  }
  .links,
  .plain,
  .missing ul {
    list-style: none;
  }
  .links,
  .missing ul {
    display: grid;
    gap: 4px;
    margin-top: 4px;
  }
  .links + p {
    margin-top: 8px;
  }
  .links a,
  .missing a {
    display: inline-block;
    padding: 2px 0;
  }
  select {
    max-width: 100%;
  }
  /* By default a fieldset is as wide as its widest option, on the narrowest screen too. */
  fieldset {
    min-width: 0;
  }
  dialog {
    width: min(34em, calc(100vw - 32px));
    max-height: calc(100vh - 32px);
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
  .extras-body {
    display: grid;
    gap: 16px;
    margin-top: 8px;
    padding: 16px;
    border-radius: var(--radius);
    background: var(--surface-soft);
  }
  .evidence-list {
    display: grid;
    gap: 4px;
    list-style: none;
  }
  .evidence {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    min-width: 0;
    padding: 4px 8px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .evidence > a,
  .evidence > .name {
    flex: 0 1 auto;
    min-width: 0;
    overflow-wrap: anywhere;
    text-align: start;
  }
  .thumbnail {
    flex: none;
    inline-size: 64px;
    block-size: 64px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    object-fit: cover;
  }
  .thumbnail + .name {
    flex: 1 1 9em;
    justify-content: flex-start;
  }
  .evidence > .danger {
    margin-inline-start: auto;
  }
  .file {
    display: inline-flex;
  }
  .file > span {
    display: inline-flex;
    align-items: center;
    min-height: 40px;
    padding: 7px 16px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    font-weight: 500;
    cursor: pointer;
  }
  .file:focus-within > span {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .link-row {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 8px 12px;
  }
  .link-row .field {
    flex: 1 1 14em;
  }
  .link-row input {
    width: 100%;
  }

  .register {
    display: grid;
    gap: 20px;
    max-width: 52em;
  }
  .lead {
    margin-top: -16px;
  }
  .grid {
    display: grid;
    gap: 20px 16px;
  }
  .grid input,
  .grid select {
    width: 100%;
  }
  .sets,
  .facts,
  fieldset.plain {
    display: grid;
    gap: 8px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .sets > legend,
  .facts > legend,
  fieldset.plain > legend {
    margin-bottom: 8px;
    font-weight: 600;
  }
  .set {
    display: flex;
    align-items: flex-start;
    gap: 12px;
    padding: 12px 16px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    cursor: pointer;
  }
  .set:has(:checked) {
    border-color: var(--accent);
    background: var(--accent-soft);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .set > span {
    display: grid;
    gap: 2px;
    min-width: 0;
  }
  .set-title {
    font-weight: 600;
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
  .conflict {
    display: grid;
    gap: 8px;
    padding: 12px 0;
    border-top: 1px solid var(--line);
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
  .set-aside summary {
    width: fit-content;
    padding: 4px 0;
    font-weight: 500;
    cursor: pointer;
  }
  .set-aside h3 {
    margin-top: 12px;
  }
  .set-aside dl > div {
    padding: 8px 0;
    border-top: 1px solid var(--line);
  }
  .set-aside dd {
    overflow-wrap: anywhere;
  }
  .actions.end {
    justify-content: flex-end;
  }
  .further summary {
    width: fit-content;
    padding: 4px 0;
    font-weight: 500;
    cursor: pointer;
  }
  .further .grid {
    margin-top: 12px;
  }
  .preview canvas {
    max-width: 100%;
    height: auto;
    border: 1px solid var(--line);
  }

  @container (min-width: 36em) {
    .grid {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media (forced-colors: active) {
    .set:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
  @media print {
    .summary {
      position: static;
    }
    .whole .section + .section {
      content-visibility: visible;
    }
    .criterion {
      break-inside: avoid;
    }
    .actions,
    button:not(.name) {
      display: none;
    }
    /* On narrow paper the reasons would stay behind their button. */
    .more {
      display: grid;
      max-height: none;
      overflow: visible;
    }
  }
`;
