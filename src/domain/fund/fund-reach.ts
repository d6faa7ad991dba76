import type { Actor, Role } from '../actor.schema.js';
import { maySee, type Belonging } from '../reach.js';
import type { Fund } from './fund.schema.js';

export type LocatedFund = Pick<Fund, 'id' | 'owner' | 'place'>;

/** Whose a fund is, and where it is. */
export const belongingOfFund = ({ id, owner, place }: LocatedFund): Belonging => ({
  ...{ owner, subjectId: id },
  at: place.code,
});

const readers: readonly Role[] = ['treasurer', 'inspector', 'signer', 'admin'];

/** The actor may read the fund with everything private in it: by his role, and because it lies in his charge. */
export function mayReadFund(actor: Actor, fund: LocatedFund): boolean {
  return readers.some((role) => actor.roles.includes(role)) && maySee(actor, belongingOfFund(fund));
}
