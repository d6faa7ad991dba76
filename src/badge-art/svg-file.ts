import type { Model } from '../domain/text.schema.js';
import { artwork, tones } from './artwork.js';
import type { Rank, Shape } from './artwork.types.js';
import { artTransform, cardFont, type Card, type CardText } from './card.js';

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[<>&"]/g, (letter) => entities[letter] ?? letter);

const path = ({ d, fill, stroke, width }: Shape): string =>
  `<path d="${d}" fill="${fill ? tones[fill] : 'none'}"` +
  (stroke ? ` stroke="${tones[stroke]}" stroke-width="${width ?? 1}"` : '') +
  '/>';

const text = ({ words, x, y, size, weight, tone }: CardText): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${tones[tone]}">${escape(words)}</text>`;

/** The card as a file of its own. `title` is what a reader of screens says. */
export function svgFile(model: Model, rank: Rank, card: Card, title: string): string {
  const { ring, motif, scale } = artwork(model, rank, 'fine');
  const { width, height, ribbon, frame, texts, code } = card;
  const to = artTransform(card);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `role="img" stroke-linecap="round" stroke-linejoin="round" text-anchor="middle" font-family="${escape(cardFont)}">` +
    `<title>${escape(title)}</title>` +
    path({ d: `M0 0H${width}V${height}H0z`, fill: 'field' }) +
    path({ d: frame, stroke: 'gold', width: 2 }) +
    `<g transform="translate(${to.x} ${to.y}) scale(${to.scale})">${ring.map(path).join('')}` +
    `<g transform="scale(${scale})">${motif.map(path).join('')}</g>` +
    `${ribbon ? path(ribbon.shape) + text(ribbon.text) : ''}</g>` +
    texts.map(text).join('') +
    (code
      ? `<g transform="translate(${code.x} ${code.y}) scale(${code.side / code.size})">` +
        `${path({ d: code.d, fill: 'figure' })}</g>`
      : '') +
    '</svg>\n'
  );
}
