import { isUtf8 } from 'node:buffer';
import type { Context } from 'hono';
import { HtsdError } from '../../backend/errors.js';
import { headerOf } from './header-of.js';

/** Levels of objects within each other; no command has more than a tenth of it. */
const deepest = 64;

/** What a body of JSON says. Errors: invalid (`reason: 'json'`, `'too-deep'`). */
export function readJson(text: string): unknown {
  if (depthOf(text) > deepest) throw new HtsdError('invalid', { params: { reason: 'too-deep' } });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new HtsdError('invalid', { params: { reason: 'json' }, cause });
  }
}

/** Counted before anything is built from it. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    if (quoted) {
      if (sign === 0x5c) index += 1;
      else if (sign === 0x22) quoted = false;
    } else if (sign === 0x22) quoted = true;
    else if (sign === 0x5b || sign === 0x7b) most = Math.max(most, (depth += 1));
    else if (sign === 0x5d || sign === 0x7d) depth -= 1;
  }
  return most;
}

/** Whoever sent it is gone, and hears nothing of this. */
function cut(cause: unknown): never {
  throw new HtsdError('invalid', { params: { reason: 'cut' }, cause });
}

/** The bytes of a body, as far as they are allowed. Errors: too-large (limit in MB); invalid (`reason: 'cut'`). */
export async function readBytes(context: Context, megabytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const limit = megabytes * 1_048_576;
  const tooLarge = (): HtsdError => new HtsdError('too-large', { params: { limit: megabytes } });
  const request = context.req.raw;
  const length = headerOf(context, 'content-length');
  if (Number(length ?? 0) > limit) throw tooLarge();
  // As long as it said, and no longer: whatever else comes belongs to the next request.
  if (length !== undefined) return new Uint8Array(await request.arrayBuffer().catch(cut));
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  // What a sender says of the length is no promise.
  for (let next = await reader?.read().catch(cut); next?.value; next = await reader?.read().catch(cut)) {
    size += next.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      throw tooLarge();
    }
    parts.push(next.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

/** The text of a body. Errors: too-large; invalid (`reason: 'utf-8'`). */
export async function readText(context: Context, megabytes: number): Promise<string> {
  const bytes = await readBytes(context, megabytes);
  // A decoder that refuses what is no UTF-8 is made anew for each text, and reads it slowly.
  if (!isUtf8(bytes)) throw new HtsdError('invalid', { params: { reason: 'utf-8' } });
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
