/**
 * What a part of the picture is made of. `ground`: the ring's metal, `gold`: what shines on it, `field`: the round
 * surface in the middle, `figure`: what is drawn on that, `light`: what shines there.
 */
export type Tone = 'ground' | 'gold' | 'field' | 'figure' | 'light';

/** One path of a picture: data, so that a screen, a file and a sheet of paper can each draw it in their own way. */
export interface Shape {
  d: string;
  fill?: Tone;
  stroke?: Tone;
  /** Of the stroke, in units of the picture. */
  width?: number;
}

/** Class or level, as the number of bands of the ring. */
export type Rank = 1 | 2 | 3;

/** `fine` for 64 px and more; `plain` keeps what can still be told apart at 32 px. */
export type Detail = 'fine' | 'plain';

/** Shapes in a square from -160 to 160, y downwards; the motif is drawn on top of the ring, scaled. */
export interface Artwork {
  ring: readonly Shape[];
  motif: readonly Shape[];
  scale: number;
}
