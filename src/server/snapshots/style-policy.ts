import { createHash } from 'node:crypto';
import { raw } from 'hono/html';

/** The source of a `style-src` that lets this one style element work, and no other. */
export const styleSource = (styles: string): string =>
  `'sha256-${createHash('sha256').update(styles).digest('base64')}'`;

/** The element itself, in one piece: each space within it counts for the source. */
export const styleElement = (styles: string): ReturnType<typeof raw> => raw(`<style>${styles}</style>`);
