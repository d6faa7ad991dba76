import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** Characters from which an answer is packed: a shorter one fits into a few packets as it is. */
const worthwhile = 4_096;
/** Takes a third of the time of the best there is, for answers a tenth larger. */
const level = 4;
const pack = promisify(gzip);
const packed = { header: 'Accept-Encoding' as const, supports: ['gzip'], default: '' };

/**
 * An answer as JSON; a long one is packed for whoever takes that: lines of a register shrink to less than a tenth. Done beside the
 * thread that answers. What is secret cannot be found out by the length, because no other site's page can ask in a person's name.
 */
export async function packedJson(context: Context, answer: unknown): Promise<Response> {
  const text = JSON.stringify(answer);
  context.header('Content-Type', 'application/json');
  if (text.length < worthwhile) return context.body(text);
  context.header('Vary', 'Accept-Encoding', { append: true });
  if (accepts(context, packed) !== 'gzip') return context.body(text);
  const bytes = await pack(text, { level });
  context.header('Content-Encoding', 'gzip');
  return context.body(new Uint8Array(bytes));
}
