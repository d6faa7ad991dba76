import { svg, type SVGTemplateResult } from 'lit';
import type { Model } from '../../src/domain/text.schema.js';
import type { Artwork, Detail, Rank, Shape } from './artwork.types.js';
import { motif } from './motifs.js';
import { ring } from './ring.js';

/** Classes and levels of the criteria sets, by how much they ask. */
const ranks = new Map<string | undefined, Rank>([
  ['muc-2', 2],
  ['kha', 2],
  ['muc-3', 3],
  ['tot', 3],
]);

/** How many bands the ring has for a class or level. One that no set of ours knows gets one: its name says more. */
export const rankOf = (outcome: string | undefined): Rank => ranks.get(outcome) ?? 1;

/** The picture as data. */
export function artwork(model: Model, rank: Rank, detail: Detail): Artwork {
  return { ring: ring(rank, detail), motif: motif(model, detail), scale: detail === 'fine' ? 0.98 : 1.22 };
}

const draw = ({ d, fill, stroke, width }: Shape): SVGTemplateResult =>
  svg`<path d=${d} class="${fill ? `fill-${fill}` : ''} ${stroke ? `line-${stroke}` : ''}" stroke-width=${width ?? 0}></path>`;

/** The bar across a title that was taken back: nobody has to tell two colours apart. */
const bar = 'M-110 110L110-110';
const crossed: readonly Shape[] = [
  { d: bar, stroke: 'field', width: 34 },
  { d: bar, stroke: 'figure', width: 16 },
];

const drawn = new Map<string, Artwork>();

/** The picture as the inside of an SVG with the view box `viewBox`; it takes its tones from the style sheet. */
export function picture(model: Model, rank: Rank, detail: Detail, revoked = false): SVGTemplateResult {
  const key = `${model} ${rank} ${detail}`;
  const { ring: under, motif: over, scale } = drawn.get(key) ?? artwork(model, rank, detail);
  drawn.set(key, { ring: under, motif: over, scale });
  return svg`${under.map(draw)}<g transform="scale(${scale})">${over.map(draw)}</g>${revoked ? crossed.map(draw) : ''}`;
}

export const viewBox = '-160 -160 320 320';
