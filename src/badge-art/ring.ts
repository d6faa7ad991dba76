import type { Detail, Rank, Shape } from './artwork.types.js';

/** The star of the Ngọc Lũ drum has fourteen rays. */
const rays = 14;

const round = (n: number): number => Math.round(n * 10) / 10;

/** A point by radius and turn; turn 0 is up, 1 is a whole turn. */
function at(radius: number, turn: number): string {
  const angle = turn * 2 * Math.PI;
  return `${round(radius * Math.sin(angle))} ${round(-radius * Math.cos(angle))}`;
}

/** A circle as a path, so that every shape is of one kind. */
export function circle(radius: number, x = 0, y = 0): string {
  return `M${x} ${y - radius}a${radius} ${radius} 0 1 1 0 ${2 * radius}a${radius} ${radius} 0 1 1 0 ${-2 * radius}z`;
}

const around = (count: number, draw: (turn: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index / count)).join('');

const star = (valley: number, tip: number): string =>
  `M${Array.from({ length: rays }, (_, index) => `${at(tip, index / rays)}L${at(valley, (index + 0.5) / rays)}`).join('L')}z`;

/** The feathers between two rays: angles, one in the other. */
function feathers(valley: number, tip: number): string {
  const one = (turn: number, foot: number, half: number): string =>
    `M${at(tip, turn - half)}L${at(foot, turn)}L${at(tip, turn + half)}`;
  const depth = tip - valley;
  return around(rays, (turn) => {
    const middle = turn + 0.5 / rays;
    const outer = one(middle, valley + depth * 0.42, 0.26 / rays);
    return depth > 30 ? outer + one(middle, valley + depth * 0.72, 0.13 / rays) : outer;
  });
}

/** Width of a band, and what fills it: comb, circles with dots, saw, from the rim inwards. */
const width = 15;
const bands: readonly ((radius: number) => Shape[])[] = [
  (radius) => [
    {
      d: around(84, (turn) => `M${at(radius - 4.5, turn)}L${at(radius + 4.5, turn)}`),
      stroke: 'gold',
      width: 3.2,
    },
  ],
  (radius) => {
    const spots = (size: number): string =>
      around(28, (turn) => circle(size, ...(at(radius, turn).split(' ').map(Number) as [number, number])));
    return [
      { d: spots(4.4), stroke: 'gold', width: 2 },
      { d: spots(1.7), fill: 'gold' },
    ];
  },
  (radius) => [
    {
      d: around(
        42,
        (turn) =>
          `M${at(radius - 4.5, turn - 0.4 / 42)}L${at(radius + 5, turn)}L${at(radius - 4.5, turn + 0.4 / 42)}z`,
      ),
      fill: 'gold',
    },
  ],
];

/**
 * The ring, drawn after the star and the bands of the Đông Sơn drum. One band for the first class, two and three for
 * those above it; the star shrinks as the bands grow, so that all badges are of one size.
 */
export function ring(rank: Rank, detail: Detail): Shape[] {
  const ground: Shape = { d: circle(157), fill: 'ground' };
  const levels = Array.from({ length: rank }, (_, index) => index);
  if (detail === 'plain') {
    const line = 8.5;
    const step = 14;
    return [
      ground,
      ...levels.map((level): Shape => ({ d: circle(150 - level * step), stroke: 'gold', width: line })),
      { d: star(107, 157 - rank * step), fill: 'gold' },
      { d: circle(104), fill: 'field' },
    ];
  }
  const rim = 151;
  const inner = rim - rank * width;
  const tip = inner - 5;
  return [
    ground,
    { d: circle(rim), stroke: 'gold', width: 4 },
    ...levels.flatMap((level): Shape[] => [
      ...(bands[level]?.(rim - (level + 0.5) * width) ?? []),
      { d: circle(rim - (level + 1) * width), stroke: 'gold', width: 2.4 },
    ]),
    { d: star(88, tip), fill: 'gold' },
    { d: feathers(88, tip), stroke: 'gold', width: 2.4 },
    { d: circle(84), fill: 'field' },
  ];
}
