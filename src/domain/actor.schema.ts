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
  /** Subject ids beyond his own that he may act on; '*' for all within the tenant. */
  scope: z.optional(z.array(z.string())),
});
export type Actor = z.infer<typeof Actor>;
