import type { Target } from '../domain/target/target.schema.js';
import type { Milestone } from '../domain/target/year-figure.types.js';
import { formatNumber, type Lang, type Wordings } from './translate.js';

/** How a place stands against a target, or that there is none. */
export type Standing = Milestone['standing']['status'] | 'none';

/** Hundredths of one per cent as `75,0 %`; with `short`, as targets are written, `75 %`. */
export function percent(value: number, lang: Lang, short = false): string {
  const whole = formatNumber(value / 100, lang);
  const digits = short || value % 100 !== 0 ? whole : `${whole}${lang === 'vi' ? ',' : '.'}0`;
  return lang === 'vi' ? `${digits}\u00a0%` : `${digits}%`;
}

/** A value in the measure of a target: per cent, or a number. */
export const measure = (kind: Target['kind'], value: number, lang: Lang, short = false): string =>
  kind === 'share' ? percent(value, lang, short) : formatNumber(value, lang, 0);

/** What is to be reached: "75 %", or "không quá 5 %" where less is better. */
export function aim({ kind, value, falling }: Target, l: Wordings): string {
  const text = measure(kind, value, l.lang, true);
  return falling ? l.t('target.at-most', { value: text }) : text;
}

export const yearOf = ({ by }: Target): string => by.slice(0, 4);
