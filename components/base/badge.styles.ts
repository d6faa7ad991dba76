import { css } from 'lit';

/** Facts of a row, and the word in a frame that says how it stands; each desk colours its own words. */
export const badgeStyles = css`
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    color: var(--ink-muted);
  }
  .badge {
    display: inline-block;
    padding: 1px 10px;
    border: 1px solid var(--line-strong);
    border-radius: 999px;
    background: var(--surface-soft);
    color: var(--ink);
    font-size: 0.92em;
  }
  .badge.valid {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent);
  }
`;
