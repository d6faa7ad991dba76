import { HtsdError, isHtsdError } from '../errors.js';

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}

/** The connection was closed under our hands: by another tab's upgrade, by the browser, by the person clearing data. */
export function isClosed(error: unknown): boolean {
  return nameOf(error) === 'InvalidStateError' || nameOf(error) === 'AbortError';
}

/**
 * What went wrong in the browser's storage, as an HtsdError: `quota` (disk or allowance full), `unsupported` with
 * `reason` `storage` (forbidden or missing) or `storage-newer` (a newer version of the library owns the data), else `server`.
 */
export function toStorageError(error: unknown): HtsdError {
  if (isHtsdError(error)) return error;
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return new HtsdError('quota', { cause: error });
    case 'VersionError':
      return new HtsdError('unsupported', { params: { reason: 'storage-newer' }, cause: error });
    default:
      return new HtsdError('server', { params: { reason: 'storage' }, cause: error });
  }
}

/** The same for an attempt to open it, where everything unknown means that there is no storage to be had. */
export function toOpenError(error: unknown): HtsdError {
  const found = toStorageError(error);
  if (found.code !== 'server') return found;
  // "UnknownError" is a disk that failed just now; the others will not change by trying again.
  const retryable = nameOf(error) === 'UnknownError';
  return new HtsdError('unsupported', { params: { reason: 'storage' }, retryable, cause: error });
}
