import type { Actor } from './actor.schema.js';

/** Whose a record is, and which subject it is about. */
export interface Belonging {
  owner: string;
  subjectId: string;
}

/** The subject lies in what the actor was put in charge of. */
export function inScope(actor: Actor, subjectId: string): boolean {
  return actor.scope?.some((id) => id === '*' || id === subjectId) ?? false;
}

/** The actor may read the record: it is his, or within his scope. */
export function maySee(actor: Actor, record: Belonging): boolean {
  return record.owner === actor.id || inScope(actor, record.subjectId);
}
