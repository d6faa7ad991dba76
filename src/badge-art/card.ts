import { halfSide } from './artwork.js';
import type { Shape, Tone } from './artwork.types.js';
import { wrapWords, type Measure } from './wrap-words.js';

/** Words at a place of the card, centred on `x`, with their baseline on `y`. */
export interface CardText {
  words: string;
  x: number;
  y: number;
  size: number;
  weight: 400 | 600;
  tone: Tone;
}

/** A path of `size` units that is drawn from x, y to `side` pixels, e.g. a QR code. */
export interface CardCode {
  d: string;
  size: number;
  x: number;
  y: number;
  side: number;
}

/** What is saved of a title, as data: the picture and what stands beneath it, for an SVG and for a canvas alike. */
export interface Card {
  width: number;
  height: number;
  /** The square that the artwork is drawn into. */
  art: { x: number; y: number; side: number };
  /** A ribbon across the artwork, in its units, and what stands on it. */
  ribbon?: { shape: Shape; text: CardText };
  frame: string;
  texts: readonly CardText[];
  code?: CardCode;
}

export interface CardWords {
  /** The title. */
  name: string;
  /** Who bears it. */
  holder: string;
  /** Year and class. */
  year: string;
  /** On the ribbon of a trial badge. */
  ribbon?: string | undefined;
  code?: { d: string; size: number; hint: string } | undefined;
}

/** Fonts of the reader's system, each of which has all marks of Vietnamese. */
export const cardFont = 'system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif';

const width = 640;
const middle = width / 2;
const art = { x: 100, y: 36, side: 440 };
/** Room for words: a reader's font may be a little wider than the one that was measured. */
const room = 540;
const codeSide = 256;
const most = { name: 2, holder: 4, year: 2 };

/** Across the foot of the ring, so that the motif stays whole. */
const band = 'M-152 82H152L138 107L152 132H-152L-138 107z';
const bandRoom = 240;

/** Lays a card out. `measure` tells how wide words are where it is made. */
export function layCard({ name, holder, year, ribbon, code }: CardWords, measure: Measure): Card {
  const texts: CardText[] = [];
  let y = art.y + art.side + 16;
  const write = (words: string, lines: number, size: number, weight: 400 | 600, tone: Tone): void => {
    for (const line of wrapWords(words, room, lines, (one) => measure(one, size, weight))) {
      y += Math.round(size * 1.45);
      texts.push({ words: line, x: middle, y, size, weight, tone });
    }
  };
  write(name, most.name, 34, 600, 'figure');
  y += 4;
  write(holder, most.holder, 25, 400, 'figure');
  y += 4;
  write(year, most.year, 21, 400, 'figure');
  const placed = code && placeCode(code, y + 16);
  if (placed) {
    y = placed.y + placed.side - 16;
    write(code.hint, 1, 18, 400, 'figure');
  }
  const height = y + 36;
  return {
    width,
    height,
    art,
    ...(ribbon && { ribbon: layRibbon(ribbon, measure) }),
    frame: `M12 12H${width - 12}V${height - 12}H12z`,
    texts,
    ...(placed && { code: placed }),
  };
}

/** Each dot of the code is a whole number of pixels, as long as there is room for that. */
function placeCode({ d, size }: { d: string; size: number }, y: number): CardCode {
  const side = Math.min(room, size * Math.max(3, Math.floor(codeSide / size)));
  return { d, size, x: Math.round(middle - side / 2), y, side };
}

function layRibbon(words: string, measure: Measure): NonNullable<Card['ribbon']> {
  const size = Math.min(34, (34 * bandRoom) / Math.max(1, measure(words, 34, 600)));
  return {
    shape: { d: band, fill: 'field', stroke: 'figure', width: 6 },
    text: { words, x: 0, y: 107 + size * 0.36, size, weight: 600, tone: 'figure' },
  };
}

/** From the units of the artwork to the pixels of the card. */
export const artTransform = ({ art: { x, y, side } }: Card): { scale: number; x: number; y: number } => ({
  scale: side / (2 * halfSide),
  x: x + side / 2,
  y: y + side / 2,
});
