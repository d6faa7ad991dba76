import { css } from 'lit';

/** What the form stands in, whatever is shown. */
export const frame = css`
  .htsd {
    container-type: inline-size;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    font-variant-numeric: tabular-nums;
  }
  fieldset > legend {
    padding: 0;
  }
  h3 {
    font-size: 1em;
  }
  .mark {
    color: var(--warning);
    font-size: 0.92em;
  }
`;
