import { HtsdError } from '../backend/errors.js';
import type { Client } from './client.types.js';
import { withDeadline } from './deadline.js';

/** Milliseconds that a file may take to come. */
const downloadTimeout = 60_000;

/** The bytes of a file as the back end keeps them. Errors: those of `Files.get`, `unsupported` (reason `files`). */
export async function fetchFile(
  { backend: { files } }: Pick<Client, 'backend'>,
  sha256: string,
  signal?: AbortSignal,
): Promise<Blob> {
  if (!files) throw new HtsdError('unsupported', { params: { reason: 'files' } });
  const blob = await withDeadline(downloadTimeout, signal, (inner) => files.get(sha256, { signal: inner }));
  if (!(blob instanceof Blob))
    throw new HtsdError('server', { params: { reason: 'malformed', call: 'files' } });
  return blob;
}
