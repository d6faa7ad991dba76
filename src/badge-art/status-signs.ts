import type { TargetStatus } from '../domain/target/pace.js';

/** Paths in a square of 16: tick, arrow along, clock, question, dash. They are read without colour. */
export const statusSigns: Readonly<Record<TargetStatus | 'none', string>> = {
  reached: 'M3 8.5l3.5 3.5L13 4.5',
  'on-track': 'M2.5 11.5l4-4 2.5 2.5 4.5-5M9.5 4.5h4v4',
  behind: 'M8 3.5V8l3.2 2M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z',
  unknown: 'M5.4 6a2.7 2.7 0 1 1 4 2.4C8.3 9 8 9.5 8 10.5M8 13.2v.1',
  none: 'M3.5 8h9',
};
