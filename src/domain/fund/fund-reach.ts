import type { Actor, Role } from '../actor.schema.js';
import { maySee } from '../reach.js';
import type { Fund } from './fund.schema.js';

const readers: readonly Role[] = ['treasurer', 'inspector', 'signer', 'admin'];

/** The actor may read the fund with everything private in it: by his role, and because it lies in his charge. */
export function mayReadFund(actor: Actor, { id, owner }: Pick<Fund, 'id' | 'owner'>): boolean {
  return readers.some((role) => actor.roles.includes(role)) && maySee(actor, { owner, subjectId: id });
}
