import type { Actor } from './actor.schema.js';

/** Whose a record is, and which subject or fund it is about. */
export interface Belonging {
  owner: string;
  subjectId: string;
  /** Code of the place where the subject or fund is now; absent where it is known by its name only. */
  place?: string | undefined;
  /**
   * The back end gave the record to this very person. It gives nothing else than what is his own or in his charge, so that
   * a page need not ask for the place.
   */
  given?: boolean | undefined;
}

/** The subject lies in what the actor was put in charge of: by its id, or by the code of its place. */
export function inScope(actor: Actor, subjectId: string, place?: string): boolean {
  return (
    (actor.scope?.some((id) => id === '*' || id === subjectId) ?? false) ||
    (place !== undefined && place !== '' && (actor.places?.includes(place) ?? false))
  );
}

/** The actor's scope names something, and not everything: there may be places among it. */
export const namesSome = ({ scope = [] }: Actor): boolean => scope.length > 0 && !scope.includes('*');

/** The record lies in the actor's charge. */
export function isInCharge(actor: Actor, { owner, subjectId, place, given = false }: Belonging): boolean {
  const led = given && owner !== actor.id && (actor.places?.length ?? 0) > 0;
  return led || inScope(actor, subjectId, place);
}

/** The actor may read the record: it is his, or within his scope. */
export function maySee(actor: Actor, record: Belonging): boolean {
  return record.owner === actor.id || isInCharge(actor, record);
}
