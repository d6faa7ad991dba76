import type { ErrorCode } from '../errors.js';

const byStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  413: 'too-large',
  429: 'rate-limited',
  501: 'unsupported',
  502: 'offline',
  503: 'offline',
  504: 'timeout',
  507: 'quota',
};

/** What a status of HTTP means where the answer itself says nothing that can be read. */
export const codeOfStatus = (status: number): ErrorCode =>
  byStatus[status] ?? (status >= 500 ? 'server' : 'invalid');
