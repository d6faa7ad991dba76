import { sniff, type EvidenceType } from '../domain/sniff.js';
import { HtsdError } from './errors.js';
import { maxFileMegabytes } from './file-limit.js';
import { sha256 } from './sha256.js';

export { maxFileMegabytes };

const megabyte = 1_048_576;

/** A file that may be stored. */
export interface CheckedFile {
  sha256: string;
  type: EvidenceType;
  size: number;
  bytes: ArrayBuffer;
}

/** Reads a file and finds out what it is by its bytes. Errors: too-large (limit in MB), invalid (`reason: 'type'` or `'empty'`). */
export async function checkFile(blob: Blob): Promise<CheckedFile> {
  if (blob.size > maxFileMegabytes * megabyte)
    throw new HtsdError('too-large', { params: { limit: maxFileMegabytes } });
  if (blob.size === 0) throw new HtsdError('invalid', { params: { reason: 'empty' } });
  const buffer = await blob.arrayBuffer();
  const bytes = new Uint8Array(buffer);
  const type = sniff(bytes);
  if (!type) throw new HtsdError('invalid', { params: { reason: 'type' } });
  return { sha256: await sha256(bytes), type, size: bytes.byteLength, bytes: buffer };
}
