import { svg, type SVGTemplateResult } from 'lit';
import { artwork, crossed } from '../../src/badge-art/artwork.js';
import type { Artwork, Detail, Rank, Shape } from '../../src/badge-art/artwork.types.js';
import type { Model } from '../../src/domain/text.schema.js';

const draw = ({ d, fill, stroke, width }: Shape): SVGTemplateResult =>
  svg`<path d=${d} class="${fill ? `fill-${fill}` : ''} ${stroke ? `line-${stroke}` : ''}" stroke-width=${width ?? 0}></path>`;

const drawn = new Map<string, Artwork>();

/** The picture as the inside of an SVG with the view box of `artwork.ts`; it takes its tones from the style sheet. */
export function picture(model: Model, rank: Rank, detail: Detail, revoked = false): SVGTemplateResult {
  const key = `${model} ${rank} ${detail}`;
  const { ring: under, motif: over, scale } = drawn.get(key) ?? artwork(model, rank, detail);
  drawn.set(key, { ring: under, motif: over, scale });
  return svg`${under.map(draw)}<g transform="scale(${scale})">${over.map(draw)}</g>${revoked ? crossed.map(draw) : ''}`;
}
