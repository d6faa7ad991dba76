import { isHtsdError } from '../backend/errors.js';
import type { DamagedRecord } from '../domain/query.schema.js';
import { peek } from './peek.js';
import type { SessionContext } from './session-context.js';
import { unreadSubject } from './unread-subject.js';

/** What speaks for work that is stored and cannot be read. */
export interface LostSigns {
  /** Ids of assessments that the person has drafts of, or a bookmark, oldest first. */
  worked: readonly string[];
  /** What the back end left out of its lists. */
  damaged: readonly DamagedRecord[];
}

/** Signs of work that is lost; undefined where there is none. Errors: those of the query, other than that it is unknown. */
export async function mayHaveLost(
  context: SessionContext,
  signal: AbortSignal,
): Promise<LostSigns | undefined> {
  const [worked, damaged] = await Promise.all([workedOn(context), knownDamaged(context, signal)]);
  return worked.length || damaged.length || unreadSubject(context) ? { worked, damaged } : undefined;
}

/** What the back end left out of its lists; a back end that does not know such a question has nothing to tell. */
async function knownDamaged({ client }: SessionContext, signal: AbortSignal): Promise<DamagedRecord[]> {
  try {
    return await client.queryAll('damaged.list', {}, { signal });
  } catch (error) {
    if (isHtsdError(error)) return [];
    throw error;
  }
}

/** Ids of the assessments that this person has drafts of, or a bookmark, oldest first. None where nothing is stored. */
async function workedOn({ storage, tenant, actor }: SessionContext): Promise<string[]> {
  const owner = [tenant, actor!.id];
  const keys = await peek(`${storage}-drafts`, 'drafts', (store) =>
    store.getAllKeys(IDBKeyRange.bound([...owner, ''], [...owner, []])),
  );
  // The form says by itself that nothing can be stored here, with the first thing typed.
  if (typeof keys === 'string') return [];
  // What is typed at a desk has a slash in its name, and no assessment behind it.
  return [...new Set(keys.found.map((key) => (key as string[])[2]!))].filter((id) => !id.includes('/'));
}
