import type { Actor } from './actor.schema.js';

/** Whose a record is, and which subject or fund it is about. */
export interface Belonging {
  owner: string;
  subjectId: string;
  /** Code of the place where the subject or fund is now; absent where it is known by its name only. */
  place?: string | undefined;
}

/** The subject lies in what the actor was put in charge of: by its id, or by the code of its place. */
export function inScope({ scope, places }: Actor, subjectId: string, place?: string): boolean {
  // No place has a code of nothing.
  return scope?.some((id) => id === '*' || id === subjectId) || places?.includes(place!) || false;
}

/** The actor may read the record: it is his, or within his scope. */
export function maySee(actor: Actor, { owner, subjectId, place }: Belonging): boolean {
  return owner === actor.id || inScope(actor, subjectId, place);
}
