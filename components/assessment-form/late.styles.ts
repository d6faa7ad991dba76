import { css } from 'lit';

/** Layout of registering, and of what it has in common with what stands around the criteria. */
export const lateStyles = css`
  h4,
  dl,
  dd {
    margin: 0;
  }
  .notice.good {
    border-inline-start-color: var(--accent);
    background: var(--accent-soft);
  }
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
  select {
    max-width: 100%;
  }
  /* By default a fieldset is as wide as its widest option, on the narrowest screen too. */
  fieldset {
    min-width: 0;
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
  /* What is said of it goes on in the same line. */
  .links .said a {
    display: inline;
  }
  .grid {
    display: grid;
    gap: 20px 16px;
  }
  .grid input,
  .grid select {
    width: 100%;
  }
  @container (min-width: 36em) {
    .grid {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media print {
    .actions,
    button:not(.name) {
      display: none;
    }
  }
`;
