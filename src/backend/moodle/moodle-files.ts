import { checkFile } from '../check-file.js';
import type { FileInfo } from '../port.js';
import { malformed, type MoodleTransport } from './transport.js';

/** Bytes of one piece: in base64 it stays below what PHP takes where nobody has told it to take more (8 MB, on some hosts 2). */
const pieceSize = 1024 * 1024;

/** Brings a file in pieces, from where an earlier try ended. Errors: as of the port's `put`. */
export async function putFile(
  transport: MoodleTransport,
  blob: Blob,
  signal: AbortSignal | undefined,
): Promise<FileInfo> {
  const { sha256, bytes, size: total } = await checkFile(blob);
  const send = async (offset: number, piece: Uint8Array) => {
    const args = { sha256, offset, total, piece: toBase64(piece) };
    const answer = (await transport.call('local_htsd_put_file', args, signal)) as {
      offset?: unknown;
      type?: unknown;
      size?: unknown;
    };
    if (typeof answer.offset !== 'number') throw malformed('local_htsd_put_file');
    return { ...answer, offset: answer.offset };
  };
  const all = new Uint8Array(bytes);
  let state = total > pieceSize ? await send(0, new Uint8Array(0)) : await send(0, all);
  // Each piece brings it on; another tab may bring it on as well.
  for (let left = Math.ceil(total / pieceSize) * 2; typeof state.type !== 'string' && left > 0; left -= 1)
    state = await send(state.offset, all.subarray(state.offset, state.offset + pieceSize));
  if (typeof state.type !== 'string' || typeof state.size !== 'number')
    throw malformed('local_htsd_put_file');
  return { sha256, type: state.type, size: state.size };
}

/** Errors: not-found, also where it is kept and the person may not read it. */
export async function getFile(
  transport: MoodleTransport,
  sha256: string,
  signal: AbortSignal | undefined,
): Promise<Blob> {
  const { type, content } = (await transport.call('local_htsd_get_file', { sha256 }, signal)) as {
    type?: unknown;
    content?: unknown;
  };
  if (typeof type !== 'string' || typeof content !== 'string') throw malformed('local_htsd_get_file');
  return new Blob([Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))], { type });
}

/** In slices: a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
