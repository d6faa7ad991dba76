// The list itself stands apart: the loader knows errors, and has no use for all their names.
import type { ErrorCode } from './error-codes.js';

export type { ErrorCode } from './error-codes.js';

const retryableByDefault: ReadonlySet<ErrorCode> = new Set(['offline', 'timeout', 'rate-limited', 'server']);
const brand = 'htsd-error';

export interface HtsdErrorOptions {
  /** Values for the sentence in the dictionary, e.g. `{ limit: 10 }`. */
  params?: Record<string, string | number>;
  /** Whether the same call may go through later. Default: by code. */
  retryable?: boolean;
  cause?: unknown;
}

/** The one error that leaves an adapter. The person reads `error.<code>` from the dictionary. */
export class HtsdError extends Error {
  readonly code: ErrorCode;
  readonly params: Record<string, string | number>;
  readonly retryable: boolean;
  /** Two copies of the library may be on a page, so `instanceof` is no test. */
  readonly brand = brand;

  constructor(code: ErrorCode, options: HtsdErrorOptions = {}) {
    super(code, { cause: options.cause });
    this.name = 'HtsdError';
    this.code = code;
    this.params = options.params ?? {};
    this.retryable = options.retryable ?? retryableByDefault.has(code);
  }
}

/** True for an HtsdError of any copy of the library. */
export function isHtsdError(error: unknown): error is HtsdError {
  return typeof error === 'object' && error !== null && (error as HtsdError).brand === brand;
}

/** Turns whatever was thrown into an HtsdError; an AbortError stays what it is, because the caller asked for it. */
export function toHtsdError(error: unknown, fallback: ErrorCode = 'server'): HtsdError | DOMException {
  if (isHtsdError(error)) return error;
  if (error instanceof DOMException && error.name === 'AbortError') return error;
  return new HtsdError(fallback, { cause: error });
}
