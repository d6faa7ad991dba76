import type { Soon } from './reader.types.js';

/**
 * Whether it has to be waited for. By what it can do and not by whose it is: pages replace `Promise` by one of their own, which
 * those of the language are none of.
 */
export const isLater = <T>(soon: Soon<T>): soon is Promise<T> =>
  typeof (soon as { then?: unknown } | null | undefined)?.then === 'function';
