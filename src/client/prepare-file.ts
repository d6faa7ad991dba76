import { HtsdError } from '../backend/errors.js';
import { sniff, type EvidenceType } from '../domain/sniff.js';
import { maxFileMegabytes } from '../backend/check-file.js';
import { sha256 } from '../backend/sha256.js';
import { shrinkImage } from './image.js';

/** Megabytes. A picture is made small; anything beyond this is not even read. */
const maxRaw = 80;
const mega = 1_048_576;

/** A file as it will be stored. */
export interface PreparedFile {
  blob: Blob;
  type: EvidenceType;
  sha256: string;
}

/**
 * Makes evidence of a file: looks at its first bytes, not at its name; makes pictures small and strips them;
 * leaves PDF as it is. Errors: `too-large` with `limit` in MB; `invalid` with reason `type`, `image` or `empty`.
 */
export async function prepareFile(file: Blob): Promise<PreparedFile> {
  if (file.size > maxRaw * mega) throw new HtsdError('too-large', { params: { limit: maxRaw } });
  if (file.size === 0) throw new HtsdError('invalid', { params: { reason: 'empty' } });
  const head = new Uint8Array(await readable(file.slice(0, 64)));
  const type = sniff(head);
  if (type === 'application/pdf') {
    if (file.size > maxFileMegabytes * mega)
      throw new HtsdError('too-large', { params: { limit: maxFileMegabytes } });
    return prepared(new Blob([await readable(file)], { type }), type);
  }
  // A picture of another kind (HEIC, AVIF, GIF, BMP) is good if this browser can read it: it becomes a JPEG.
  if (!type && !isPicture(head)) throw new HtsdError('invalid', { params: { reason: 'type' } });
  const blob = await shrinkImage(file, type ?? '');
  return prepared(blob, blob.type === 'image/png' ? 'image/png' : 'image/jpeg');
}

const prepared = async (blob: Blob, type: EvidenceType): Promise<PreparedFile> => ({
  blob,
  type,
  sha256: await sha256(new Uint8Array(await blob.arrayBuffer())),
});

/** A file may be gone, or its card pulled out, between choosing and reading. */
async function readable(blob: Blob): Promise<ArrayBuffer> {
  try {
    return await blob.arrayBuffer();
  } catch (error) {
    throw new HtsdError('invalid', { params: { reason: 'unreadable' }, cause: error });
  }
}

function isPicture(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head.subarray(0, 32));
  const heif =
    text.slice(4, 8) === 'ftyp' && /^(heic|heix|hevc|heim|heis|mif1|msf1|avif|avis)/.test(text.slice(8));
  return heif || text.startsWith('GIF8') || text.startsWith('BM');
}
