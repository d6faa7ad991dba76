import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { isHtsdError, type ErrorCode, HtsdError } from '../../backend/errors.js';

/** The status that goes with each code; the code itself is in the body. */
export const statuses: Readonly<Record<ErrorCode, ContentfulStatusCode>> = {
  offline: 503,
  timeout: 504,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  invalid: 400,
  conflict: 409,
  'too-large': 413,
  quota: 507,
  'rate-limited': 429,
  unsupported: 501,
  server: 500,
};

/** A failure as it travels: never a stack, never what the database said. */
export interface ErrorBody {
  error: { code: ErrorCode; params: Record<string, string | number>; retryable: boolean };
}

/** Hears of a failure that nobody foresaw, and of the name of the request. */
export type Tell = (error: unknown, request: string) => void;

/** The answer to what went wrong. `tell` hears of what nobody foresaw. */
export function errorAnswer(context: Context, error: unknown, tell: Tell): Response {
  const known = isHtsdError(error) ? error : new HtsdError('server');
  if (known.code === 'server') tell(error, context.get('request'));
  const { code, params, retryable } = known;
  if (code === 'unauthenticated') context.header('WWW-Authenticate', 'Bearer');
  if (code === 'rate-limited') context.header('Retry-After', String(params['seconds'] ?? 1));
  return context.json({ error: { code, params, retryable } } satisfies ErrorBody, statuses[code]);
}
