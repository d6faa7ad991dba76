import { z } from './zod.js';
import { RecordId } from './text.schema.js';

/** What a person may do. One person can hold several. */
export const Role = z.enum([
  'public',
  'member',
  'officer',
  'reviewer',
  'signer',
  'treasurer',
  'inspector',
  'admin',
]);
export type Role = z.infer<typeof Role>;

/** Who acts. Comes from the back end's session, never from a command. */
export const Actor = z.object({
  id: RecordId,
  name: z.string(),
  roles: z.array(Role),
  /**
   * What he was put in charge of beyond his own: ids of subjects and funds, codes of places with all in them; '*' for
   * everything within the tenant.
   */
  scope: z.optional(z.array(z.string())),
  /**
   * Codes of all places that the scope reaches, today and by their history. The back end finds them out by the places that it
   * knows (`codesInCharge`); nobody says so of himself.
   */
  places: z.optional(z.array(z.string())),
});
export type Actor = z.infer<typeof Actor>;
