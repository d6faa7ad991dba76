import type { Model } from '../domain/text.schema.js';
import { artwork, tones } from './artwork.js';
import type { Rank, Shape } from './artwork.types.js';
import { artTransform, cardFont, type Card, type CardText } from './card.js';

/** What is painted with: the part of a canvas' 2D context that is needed. */
export type Brush = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'font'
  | 'textAlign'
  | 'fill'
  | 'stroke'
  | 'fillText'
  | 'setTransform'
>;

/** The font of words on a card, as a canvas wants it. */
export const fontOf = (size: number, weight: number): string => `${weight} ${size}px ${cardFont}`;

/** Paints the card into a canvas of its width and height. */
export function paint(brush: Brush, model: Model, rank: Rank, card: Card): void {
  const { ring, motif, scale } = artwork(model, rank, 'fine');
  const { width, height, ribbon, frame, texts, code } = card;
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  brush.textAlign = 'center';
  const draw = ({ d, fill, stroke, width: line }: Shape): void => {
    const path = new Path2D(d);
    if (fill) {
      brush.fillStyle = tones[fill];
      brush.fill(path);
    }
    if (stroke) {
      brush.strokeStyle = tones[stroke];
      brush.lineWidth = line ?? 1;
      brush.stroke(path);
    }
  };
  const write = ({ words, x, y, size, weight, tone }: CardText): void => {
    brush.font = fontOf(size, weight);
    brush.fillStyle = tones[tone];
    brush.fillText(words, x, y);
  };
  const at = (factor: number, x: number, y: number): void => brush.setTransform(factor, 0, 0, factor, x, y);
  at(1, 0, 0);
  draw({ d: `M0 0H${width}V${height}H0z`, fill: 'field' });
  draw({ d: frame, stroke: 'gold', width: 2 });
  texts.forEach(write);
  const to = artTransform(card);
  at(to.scale, to.x, to.y);
  ring.forEach(draw);
  at(to.scale * scale, to.x, to.y);
  motif.forEach(draw);
  at(to.scale, to.x, to.y);
  if (ribbon) {
    draw(ribbon.shape);
    write(ribbon.text);
  }
  if (!code) return;
  at(code.side / code.size, code.x, code.y);
  draw({ d: code.d, fill: 'figure' });
}
