import { HtsdError, isHtsdError, type ErrorCode } from '../backend/errors.js';
import type { Problem } from './view.types.js';

/** What the person is told of an error, whatever was thrown. */
export function toProblem(error: unknown, fallback: ErrorCode = 'server'): Problem {
  const { code, params, retryable } = isHtsdError(error) ? error : new HtsdError(fallback, { cause: error });
  return { code, params, retryable };
}

/** True for what an aborted call throws. */
export const isAbort = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';
