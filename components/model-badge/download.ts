import { rankOf } from '../../src/badge-art/artwork.js';
import { paint } from '../../src/badge-art/paint.js';
import { svgFile } from '../../src/badge-art/svg-file.js';
import type { PublicRecognition } from '../../src/domain/recognition.schema.js';

/** Width of a PNG in pixels. */
const side = 640;

/**
 * The picture of a title with its signed badge inside, as a file. `title`: what a reader of screens says of the picture.
 * Rejects where the part that bakes cannot be fetched, or the title has no badge.
 */
export async function bakedFile(
  { model, outcome, credential }: PublicRecognition,
  kind: 'png' | 'svg',
  title: string,
): Promise<Blob> {
  if (credential === undefined) throw new TypeError('This title has no signed badge.');
  const { bakePng, bakeSvg } = await import('../../src/credential/bake.js');
  const rank = rankOf(outcome);
  if (kind === 'svg')
    return new Blob([bakeSvg(svgFile(model, rank, title), credential)], { type: 'image/svg+xml' });
  const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
  const brush = canvas.getContext('2d');
  if (!brush) throw new TypeError('This browser paints no pictures.');
  paint(brush, side, model, rank);
  const plain = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!plain) throw new TypeError('This browser makes no PNG.');
  return new Blob([bakePng(new Uint8Array(await plain.arrayBuffer()), credential)], { type: 'image/png' });
}
