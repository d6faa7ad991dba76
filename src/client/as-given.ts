import type { Actor } from '../domain/actor.schema.js';

/**
 * The actor towards records that the back end gave him. It gives nothing else than what is his own or in his charge: of who is in
 * charge of places it is not asked once more where a subject is, which its assessments do not say.
 */
export const asGiven = (actor: Actor): Actor =>
  actor.places ? { ...actor, scope: [...(actor.scope ?? []), '*'] } : actor;
