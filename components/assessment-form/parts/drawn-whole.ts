/** What an assessment is drawn with, and what stands around it: one file, where it comes with an assessment alone. */
export * from './around-here.js';
export * from './drawn-here.js';
