import { errorCodes } from '../error-codes.js';
import { HtsdError, type ErrorCode } from '../errors.js';
import { codeOfStatus } from './status-codes.js';

/** An answer to `call` that is none of those that there are. */
export const malformed = (call: string): HtsdError =>
  new HtsdError('server', { params: { reason: 'malformed', call } });

/** What the server says went wrong in the body of its answer; where it says nothing that can be read, what its status says. */
export function failureOf(status: number, body: unknown): HtsdError {
  const said = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  if (isSaid(said)) return new HtsdError(said.code, { params: said.params, retryable: said.retryable });
  return new HtsdError(codeOfStatus(status), { params: { status } });
}

interface Said {
  code: ErrorCode;
  params: Record<string, string | number>;
  retryable: boolean;
}

function isSaid(said: unknown): said is Said {
  if (typeof said !== 'object' || said === null) return false;
  const { code, params, retryable } = said as Partial<Said>;
  return (
    errorCodes.some((known) => known === code) &&
    typeof retryable === 'boolean' &&
    typeof params === 'object' &&
    params !== null &&
    Object.values(params).every((value) => typeof value === 'string' || typeof value === 'number')
  );
}
