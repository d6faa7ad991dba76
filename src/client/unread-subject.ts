import { isHtsdError } from '../backend/errors.js';
import type { Subject } from '../domain/subject.schema.js';
import type { SessionContext } from './session-context.js';

/** A subject that the host named and that cannot be read. */
interface NamedSubject {
  id: string;
  /** The record as it lies, where the back end hands it over. */
  raw: Record<string, unknown>;
}
const named = new WeakMap<SessionContext, NamedSubject>();

/** What the host named and could not be read, if so. */
export const unreadSubject = (context: SessionContext): NamedSubject | undefined => named.get(context);

/** As long as a record's id may be, see `RecordId`. */
const longestId = 128;

/**
 * The subject that the host named could not be had, and why. A host may name one that is yet to be registered: none is
 * there. In the place of one that cannot be read and is not known to be somebody else's stands the one that its owner
 * registers anew, under an id that follows from the old one, so that the page finds it again although its host goes on
 * naming the old one; the session then begins again with that. Errors: the reason itself, where there is no way on.
 */
export async function unread(context: SessionContext, id: string, why: unknown): Promise<Subject[]> {
  if (!isHtsdError(why)) throw why;
  if (why.code === 'not-found') return [];
  const next = `${id}.anew`;
  if (why.code !== 'invalid' || why.params['reason'] !== 'damaged' || next.length > longestId) throw why;
  const { actor } = await context.client.session({ signal: context.signal });
  const raw = { ...(why.cause as Record<string, unknown> | undefined) };
  const { owner } = raw;
  if (!actor || (typeof owner === 'string' && owner !== actor.id)) throw why;
  // Of what is nobody's any more nothing is told.
  named.set(context, { id, raw: owner === actor.id ? raw : {} });
  context.options = { ...context.options, subject: next };
  await context.load();
  // Nobody waits for this any more.
  throw why;
}
