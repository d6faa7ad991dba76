import type { Model } from '../domain/text.schema.js';
import { artwork, tones, viewBox } from './artwork.js';
import type { Rank, Shape } from './artwork.types.js';

const escape = (text: string): string =>
  text.replace(/[<&>]/g, (letter) => (letter === '<' ? '&lt;' : letter === '&' ? '&amp;' : '&gt;'));

const path = ({ d, fill, stroke, width }: Shape): string =>
  `<path d="${d}" fill="${fill ? tones[fill] : 'none'}"` +
  (stroke ? ` stroke="${tones[stroke]}" stroke-width="${width ?? 1}"` : '') +
  '/>';

/** The picture as a file of its own, 640 px wide. `title` is what a reader of screens says. */
export function svgFile(model: Model, rank: Rank, title: string): string {
  const { ring, motif, scale } = artwork(model, rank, 'fine');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" width="640" height="640" role="img" ` +
    `stroke-linecap="round" stroke-linejoin="round"><title>${escape(title)}</title>` +
    `${ring.map(path).join('')}<g transform="scale(${scale})">${motif.map(path).join('')}</g></svg>\n`
  );
}
