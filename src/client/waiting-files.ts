import { HtsdError, isHtsdError } from '../backend/errors.js';
import type { Evidence } from '../domain/answer.schema.js';
import { withDeadline } from './deadline.js';
import type { FileOwner } from './draft-store.js';
import { draftsOf } from './drafts-of.js';
import type { SessionContext } from './session-context.js';

/** What sending a file needs to know. */
export type FileSender = Pick<SessionContext, 'client' | 'tenant' | 'actor' | 'signal'>;

/** Milliseconds that a file may take to go out over a slow line. */
const uploadTimeout = 120_000;

/**
 * Stores a file with the back end, or keeps it here until the back end can be reached.
 * Errors: those of `Files.put` that another try would not mend; `quota` where it can be kept nowhere.
 */
export async function storeFile(context: FileSender, sha256: string, blob: Blob): Promise<void> {
  try {
    await send(context, sha256, blob);
  } catch (error) {
    if (!isHtsdError(error) || !error.retryable) throw error;
    await draftsOf(context.client).putFile(owner(context), sha256, blob);
  }
}

/** Sends the waiting files that the given evidence refers to. Errors: those of `Files.put`; what is sent by then stays sent. */
export async function uploadFiles(
  context: FileSender,
  waiting: ReadonlySet<string>,
  evidence: readonly Evidence[],
): Promise<void> {
  const wanted = new Set(
    evidence.flatMap((each) => (each.kind === 'file' && waiting.has(each.sha256) ? [each.sha256] : [])),
  );
  for (const sha256 of wanted) {
    const blob = await draftsOf(context.client).getFile(owner(context), sha256);
    if (!blob) continue;
    await send(context, sha256, blob);
    await draftsOf(context.client).removeFile(owner(context), sha256);
  }
}

async function send({ client, signal }: FileSender, sha256: string, blob: Blob): Promise<void> {
  const { files } = client.backend;
  if (!files) throw new HtsdError('unsupported', { params: { reason: 'files' } });
  const info = await withDeadline(uploadTimeout, signal, (inner) => files.put(blob, { signal: inner }));
  // Whoever answers another hash stored something else.
  if (info?.sha256 !== sha256)
    throw new HtsdError('server', { params: { reason: 'malformed', call: 'files' } });
}

function owner({ tenant, actor }: FileSender): FileOwner {
  if (!actor) throw new HtsdError('unauthenticated');
  return { tenant, actor: actor.id };
}
