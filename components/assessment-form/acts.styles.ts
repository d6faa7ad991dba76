import { css } from 'lit';

/** Layout of evidence, paper and the rarer states. */
export const actStyles = css`
  h4 {
    font-weight: 600;
    line-height: 1.35;
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
  fieldset.plain {
    display: grid;
    gap: 8px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  fieldset.plain > legend {
    margin-bottom: 8px;
    font-weight: 600;
  }
  .conflict {
    display: grid;
    gap: 8px;
    padding: 12px 0;
    border-top: 1px solid var(--line);
  }
  .set-aside summary,
  .further summary {
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
  .further .grid {
    margin-top: 12px;
  }
  .preview canvas {
    max-width: 100%;
    height: auto;
    border: 1px solid var(--line);
  }
`;
