import { palette } from '../../badge-art/palette.js';

const declared = (at: 0 | 1): string =>
  Object.entries(palette)
    .map(([name, values]) => `--${name}:${values[at]};`)
    .join('');

/** Colours of what stands alone, as properties of the root; those of the dark where the reader's system asks for it. */
export const colourStyles =
  `:root{${declared(0)}}` + `@media screen and (prefers-color-scheme:dark){:root{${declared(1)}}}`;
