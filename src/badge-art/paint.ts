import type { Model } from '../domain/text.schema.js';
import { artwork, halfSide, tones } from './artwork.js';
import type { Rank, Shape } from './artwork.types.js';

/** What is painted with: the part of a canvas' 2D context that is needed. */
export type Brush = Pick<
  CanvasRenderingContext2D,
  'fillStyle' | 'strokeStyle' | 'lineWidth' | 'lineCap' | 'lineJoin' | 'fill' | 'stroke' | 'setTransform'
>;

/** Paints the picture into a square of so many pixels. */
export function paint(brush: Brush, side: number, model: Model, rank: Rank): void {
  const { ring, motif, scale } = artwork(model, rank, 'fine');
  const unit = side / (2 * halfSide);
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  const draw = ({ d, fill, stroke, width }: Shape): void => {
    const path = new Path2D(d);
    if (fill) {
      brush.fillStyle = tones[fill];
      brush.fill(path);
    }
    if (stroke) {
      brush.strokeStyle = tones[stroke];
      brush.lineWidth = width ?? 1;
      brush.stroke(path);
    }
  };
  brush.setTransform(unit, 0, 0, unit, side / 2, side / 2);
  ring.forEach(draw);
  brush.setTransform(unit * scale, 0, 0, unit * scale, side / 2, side / 2);
  motif.forEach(draw);
}
