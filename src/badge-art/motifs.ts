import type { Model } from '../domain/text.schema.js';
import { circle } from './ring.js';
import type { Detail, Shape } from './artwork.types.js';

/** Veins, tiles, handles: what is cut out of a figure, and lost at 32 px. */
const cut = (d: string, width: number): Shape => ({ d, stroke: 'field', width });
const solid = (d: string): Shape => ({ d, fill: 'figure' });
const lit = (d: string): Shape => ({ d, fill: 'light' });

/** An open book, its fold at x = 0: half its width, top of the fold, height of a page. */
function book(half: number, top: number, page: number): string {
  const left = (sign: 1 | -1): string => {
    const x = (n: number): number => n * sign;
    return (
      `M${x(-3)} ${top}C${x(-half * 0.3)} ${top - 11} ${x(-half * 0.7)} ${top - 12} ${x(-half)} ${top - 8}` +
      `V${top - 8 + page}C${x(-half * 0.7)} ${top - 12 + page} ${x(-half * 0.3)} ${top - 9 + page} ${x(-3)} ${top + 2 + page}z`
    );
  };
  return left(1) + left(-1);
}

/** Lines of writing on both pages. */
function writing(half: number, top: number, rows: number): string {
  const row = (index: number): string => {
    const y = top + 3 + index * 10;
    const side = (sign: 1 | -1): string =>
      `M${-12 * sign} ${y - 3}C${-half * 0.4 * sign} ${y - 9} ${-half * 0.6 * sign} ${y - 10} ${-(half - 9) * sign} ${y - 7}`;
    return side(1) + side(-1);
  };
  return Array.from({ length: rows }, (_, index) => row(index)).join('');
}

const roof =
  'M-33-38H33C38-19 51-6 74-16C72 3 58 13 43 13H-43C-58 13-72 3-74-16C-51-6-38-19-33-38z' +
  'M-46-52C-41-45-37-44-31-44H31C37-44 41-45 46-52C47-43 44-36 37-34H-37C-44-36-47-43-46-52z';

const fivePoint = (radius: number, y: number): string => {
  const point = (r: number, turn: number): string =>
    `${(r * Math.sin(turn * 2 * Math.PI)).toFixed(1)} ${(y - r * Math.cos(turn * 2 * Math.PI)).toFixed(1)}`;
  const corners = Array.from(
    { length: 5 },
    (_, i) => `${point(radius, i / 5)}L${point(radius * 0.4, i / 5 + 0.1)}`,
  );
  return `M${corners.join('L')}z`;
};

/** Motifs within a radius of 80 around 0, 0. The second list is drawn in fine detail only. */
const motifs: Record<Model, { plain: readonly Shape[]; fine: readonly Shape[] }> = {
  // A house and an open book.
  family: {
    plain: [
      solid('M0-70L68-12L59-1L0-51L-59-1L-68-12z'),
      solid('M0-40L43-3V3C26 1 12 4 0 13C-12 4-26 1-43 3V-3z'),
      lit('M-9-19H9V-1H-9z'),
      solid(book(61, 25, 36)),
    ],
    fine: [cut('M0-19V-1M-9-10H9', 2.5), cut(writing(61, 27, 3), 2.6)],
  },
  // A banyan tree: many trunks, one crown.
  clan: {
    plain: [
      solid(
        [
          circle(26, 0, -46),
          circle(25, -32, -32),
          circle(25, 32, -32),
          circle(20, -54, -10),
          circle(20, 54, -10),
        ].join('') + [circle(22, -24, -8), circle(22, 24, -8), circle(18, 0, -14)].join(''),
      ),
      solid('M-13-6C-10 20-13 42-34 58C-20 60-10 58 0 51C10 58 20 60 34 58C13 42 10 20 13-6z'),
      { d: 'M-30 6C-31 22-30 34-34 46M30 6C31 22 30 34 34 46M-53 6V34M53 6V34', stroke: 'figure', width: 6 },
      lit(circle(7, -30, -33) + circle(7, 30, -33) + circle(7, 0, -50)),
    ],
    fine: [
      {
        d: 'M-42 10V38M42 10V38M-20 12C-20 26-22 36-26 46M20 12C20 26 22 36 26 46',
        stroke: 'figure',
        width: 3,
      },
      cut(
        'M-50-4C-44-14-34-17-24-12M50-4C44-14 34-17 24-12M-20-26C-14-36 14-36 20-26M-3 16C-3 26-4 36-8 44M4 20C4 28 5 36 8 42',
        2.6,
      ),
    ],
  },
  // The roof of the communal house, the sun on its ridge.
  community: {
    plain: [
      lit(circle(10, 0, -61)),
      solid(roof),
      solid('M-47 18H-38V45H-47zM-19 18H-10V45H-19zM10 18H19V45H10zM38 18H47V45H38z'),
      solid('M-56 48H56V56H-56zM-46 60H46V68H-46z'),
    ],
    fine: [
      lit('M-16-50C-11-57-9-49-10-47L-14-46zM16-50C11-57 9-49 10-47L14-46z'),
      cut('M-20-29C-22-14-27-2-36 7M-7-29C-7-14-9-2-12 7M7-29C7-14 9-2 12 7M20-29C22-14 27-2 36 7', 2.6),
    ],
  },
  // A desk under a star, a book on it.
  unit: {
    plain: [
      lit(fivePoint(35, -39)),
      solid(book(36, 4, 13)),
      solid('M-66 18H66V30H-66z'),
      solid('M-55 33H-12V61H-55zM40 33H55V61H40z'),
    ],
    fine: [cut('M-48 47H-19', 2.6), cut('M-39 40H-28M-39 54H-28', 3), solid('M-9 34H37V38H-9z')],
  },
  // A reader under a lamp.
  citizen: {
    plain: [
      { d: 'M0-79V-60', stroke: 'figure', width: 5 },
      solid('M-9-64H9L29-41H-29z'),
      lit('M-13-37H13A13 11 0 0 1-13-37z'),
      solid(circle(16, 0, -3)),
      solid('M-45 50C-45 28-28 17 0 17C28 17 45 28 45 50L30 62H-30z'),
      cut(book(52, 40, 25), 9),
      solid(book(52, 40, 25)),
    ],
    fine: [
      { d: 'M-36-31L-47-21M36-31L47-21M-23-27L-30-15M23-27L30-15', stroke: 'light', width: 3.6 },
      cut(writing(52, 42, 2), 2.4),
    ],
  },
};

/** The motif of a model, within a radius of 80. */
export function motif(model: Model, detail: Detail): readonly Shape[] {
  const { plain, fine } = motifs[model];
  return detail === 'fine' ? [...plain, ...fine] : plain;
}
