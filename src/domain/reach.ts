import type { Actor } from './actor.schema.js';

/** Whose a record is, and which subject or fund it is about. */
export interface Belonging {
  owner: string;
  subjectId: string;
  /** Code of the place where the subject or fund is now; absent where it is known by its name only. */
  at?: string | undefined;
}

/** The subject lies in what the actor was put in charge of: by its id, or by the code of its place. */
export function inScope({ scope = [], places = [] }: Actor, subjectId: string, place = ''): boolean {
  return scope.includes('*') || scope.includes(subjectId) || places.includes(place);
}

/** The actor may read the record: it is his, or within his scope. */
export function maySee(actor: Actor, { owner, subjectId, at }: Belonging): boolean {
  return owner === actor.id || inScope(actor, subjectId, at);
}
