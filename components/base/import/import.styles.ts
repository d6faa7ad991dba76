import { css } from 'lit';

/** The dialog of an import, alike wherever a file is read: its chooser, how it is understood, what becomes of its lines. */
export const importStyles = css`
  .chooser > span {
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
  /* Nothing is chosen yet: it is what there is to do. Afterwards that is the button that writes. */
  .chooser.first > span {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
    font-weight: 600;
  }
  .chooser > input:focus-visible + span {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .names {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .dialog .group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .dialog legend {
    margin-bottom: 8px;
    padding: 0;
    font-weight: 600;
  }
  .dialog summary {
    min-height: 32px;
    padding: 4px 0;
    color: var(--accent);
    font-weight: 500;
    cursor: pointer;
  }
  .dialog details > .hint {
    margin-bottom: 8px;
  }
  .dialog progress {
    width: 100%;
    height: 10px;
    accent-color: var(--accent);
  }
  .dialog .plain {
    display: grid;
    gap: 4px;
    padding-inline-start: 1.2em;
    list-style: disc;
  }
  .dialog .said {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
  }
  .dialog .said .choice {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 32px;
    cursor: pointer;
  }
  .badge.stop {
    border-color: var(--danger);
    background: var(--danger-soft);
    color: var(--danger);
  }
  .badge.look,
  .badge.ask {
    border-color: var(--warning);
    background: var(--warning-soft);
    color: var(--warning);
  }
  @media (forced-colors: active) {
    .chooser.first > span {
      border-width: 2px;
    }
  }
`;
