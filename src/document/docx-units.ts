import { LineRuleType } from 'docx';
import { lineSpacing, paragraphGap, slipSizes } from './layout.js';

/** Twentieths of a point from millimetres. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** Twentieths of a point from points. */
export const twipsOf = (points: number): number => Math.round(points * 20);

/** OOXML counts font sizes in half-points. */
export const halfPoints = (points: number): number => Math.round(points * 2);

/** A single line is 240 in OOXML. */
const single = 240;

export const bodySpacing = {
  after: twipsOf(paragraphGap),
  line: Math.round(single * lineSpacing),
  lineRule: LineRuleType.AUTO,
} as const;
/** Between the lines of a voucher. */
export const slipSpacing = {
  before: 0,
  after: twipsOf(slipSizes.paragraphGap),
  line: single,
  lineRule: LineRuleType.AUTO,
} as const;
export const tight = { before: 0, after: 0, line: single, lineRule: LineRuleType.AUTO } as const;
