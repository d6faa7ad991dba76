import { css, unsafeCSS, type CSSResult } from 'lit';

/** Properties of the host, and how they look in light and dark where it says nothing. Inside they go without `htsd-`. */
const colours = {
  '--htsd-accent': ['#0a6650', '#6cc9ad'],
  '--htsd-accent-ink': ['#fff', '#06231b'],
  '--htsd-accent-soft': ['#e6f2ee', '#16362d'],
  '--htsd-ink': ['#17231f', '#e8eeeb'],
  '--htsd-ink-muted': ['#52615b', '#a9b8b2'],
  '--htsd-line': ['#d3dcd8', '#384742'],
  '--htsd-line-strong': ['#7d8c86', '#8a9a94'],
  '--htsd-surface': ['#fff', '#121a17'],
  '--htsd-surface-soft': ['#f4f7f6', '#1b2622'],
  '--htsd-danger': ['#a8261c', '#ffb4a9'],
  '--htsd-danger-soft': ['#fdf0ee', '#3a1b17'],
  '--htsd-warning': ['#7a4b00', '#f3c677'],
  '--htsd-warning-soft': ['#fdf5e4', '#33270f'],
  '--htsd-focus': ['#0b57d0', '#a8c7fa'],
} as const;

const declare = (value: (light: string, dark: string) => string): CSSResult =>
  unsafeCSS(
    Object.entries(colours)
      .map(([name, [light, dark]]) => `${name.replace('htsd-', '')}:var(${name},${value(light, dark)});`)
      .join(''),
  );

/**
 * Primitive → semantic tokens, and the wall against the host page: what a page says about `*` or `body` reaches a
 * shadow tree by inheritance only, so every inherited property that could harm is set anew on the inner root.
 * Dark follows the host's `color-scheme`, never the system alone: a light portal keeps a light form.
 */
export const tokens = css`
  :host {
    display: block !important;
    max-width: 100%;
  }
  :host([hidden]) {
    display: none !important;
  }
  .htsd {
    ${declare((light) => light)}
    --radius: var(--htsd-radius, 6px);

    box-sizing: border-box;
    display: block;
    color: var(--ink);
    font-family: var(--htsd-font, inherit);
    font-size: var(--htsd-font-size, max(1em, 15px));
    font-style: normal;
    font-weight: 400;
    font-variant: normal;
    line-height: 1.5;
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    text-shadow: none;
    white-space: normal;
    overflow-wrap: break-word;
    word-break: normal;
    hyphens: manual;
    list-style: none;
    cursor: auto;
    visibility: visible;
    user-select: auto;
    -webkit-text-size-adjust: 100%;
  }
  :host([theme='light']) .htsd {
    color-scheme: light;
  }
  :host([theme='dark']) .htsd {
    color-scheme: dark;
  }
  /* A theme that the host page does not share needs a ground of its own. */
  :host([theme='light']) .htsd,
  :host([theme='dark']) .htsd {
    padding: 16px;
    border-radius: var(--radius);
    background: var(--surface);
  }
  @supports (color: light-dark(red, red)) {
    .htsd {
      ${declare((light, dark) => `light-dark(${light}, ${dark})`)}
    }
  }
  .htsd *,
  .htsd *::before,
  .htsd *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  h2,
  h3 {
    font-weight: 600;
    line-height: 1.35;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    /* Paper is white, whatever the screen is. */
    .htsd {
      color-scheme: light !important;
    }
    h3 {
      break-after: avoid;
    }
  }
`;
