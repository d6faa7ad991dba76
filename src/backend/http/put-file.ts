import { HtsdError, isHtsdError } from '../errors.js';
import type { FileInfo } from '../port.js';

/** Bytes of one piece: on a line of 0.5 Mbit/s it takes four seconds, so that little is lost with it. */
const pieceSize = 256 * 1024;
/** How often a piece that was cut is sent again before the call fails. The next call goes on where this one ended. */
const attempts = 3;

/** A request for JSON to a path below `/v1/`. */
export type AskJson = <T>(path: string, init: RequestInit, signal: AbortSignal | undefined) => Promise<T>;

type Progress = FileInfo | { offset: number };

const isDone = (answer: Progress): answer is FileInfo => 'sha256' in answer;

/**
 * Brings a file: small ones whole, others in pieces under the hash of their bytes, so that what is there already, from an
 * earlier page or another tab too, is not sent again. Errors: as of the port's `put`.
 */
export async function putFile(blob: Blob, ask: AskJson, signal: AbortSignal | undefined): Promise<FileInfo> {
  const whole = (): Promise<FileInfo> => ask('files', { method: 'PUT', body: blob }, signal);
  if (blob.size <= pieceSize) return whole();
  const { sha256 } = await import('../sha256.js').catch((cause: unknown) => {
    throw new HtsdError('offline', { cause });
  });
  const path = `uploads/${await sha256(new Uint8Array(await blob.arrayBuffer()))}`;
  let failures = 0;
  let offset: number | undefined;
  for (;;) {
    try {
      if (offset === undefined) {
        const state: Progress = await ask<Progress>(path, {}, signal);
        if (isDone(state)) return state;
        offset = state.offset;
      }
      // All of it is there and nobody heard that it is whole: the last piece once more.
      const start = Math.min(offset, blob.size - 1);
      const end = Math.min(start + pieceSize, blob.size);
      const headers = { 'Content-Range': `bytes ${start}-${end - 1}/${blob.size}` };
      const answer: Progress = await ask<Progress>(
        path,
        { method: 'PUT', headers, body: blob.slice(start, end) },
        signal,
      );
      if (isDone(answer)) return answer;
      failures = 0;
      offset = answer.offset;
    } catch (error) {
      if (!isHtsdError(error)) throw error;
      // A server that takes no pieces takes it whole.
      if (error.code === 'unsupported') return whole();
      const cut = error.code === 'offline' || error.code === 'timeout' || error.code === 'conflict';
      failures += 1;
      if (!cut || failures >= attempts) throw asKept(error);
      offset = undefined;
    }
  }
}

/** Pieces that never fit are the server's failure, and no conflict of two people. */
const asKept = (error: HtsdError): HtsdError =>
  error.code === 'conflict' ? new HtsdError('server', { cause: error }) : error;
