import type { Model } from '../domain/text.schema.js';
import type { Artwork, Detail, Rank, Shape, Tone } from './artwork.types.js';
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

/** The bar across a title that was taken back: nobody has to tell two colours apart. */
const bar = 'M-110 110L110-110';
export const crossed: readonly Shape[] = [
  { d: bar, stroke: 'field', width: 34 },
  { d: bar, stroke: 'figure', width: 16 },
];

/** Half the side of the square that everything is drawn in, around 0, 0. */
export const halfSide = 160;
export const viewBox = `${-halfSide} ${-halfSide} ${2 * halfSide} ${2 * halfSide}`;

/** The tones of a picture that no style sheet reaches: in a file, on a canvas. */
export const tones: Readonly<Record<Tone, string>> = {
  ground: '#0b4a3b',
  gold: '#e6bd55',
  field: '#fffaf0',
  figure: '#0a4f3e',
  light: '#b0770d',
};
