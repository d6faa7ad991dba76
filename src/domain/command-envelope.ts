import { z } from './zod.js';
import { RecordId } from './text.schema.js';

/** Fields that every command has. `record` is what it is about; `expected` the version that the person saw, 0 for a new one. */
const envelope = { id: RecordId, record: RecordId, expected: z.number() };

/** The schema of a kind of command. */
export const command = <K extends string, P extends z.ZodMiniType>(kind: K, payload: P) =>
  z.object({ ...envelope, kind: z.literal(kind), payload });
