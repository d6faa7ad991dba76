import { css } from 'lit';

/** Layout of the register step. */
export const entryStyles = css`
  .consent .grid {
    margin-top: 12px;
  }
  .register {
    display: grid;
    gap: 20px;
    max-width: 52em;
  }
  .lead {
    margin-top: -16px;
  }
  .sets,
  .facts {
    display: grid;
    gap: 8px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .sets > legend,
  .facts > legend {
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
  @media (forced-colors: active) {
    .set:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
