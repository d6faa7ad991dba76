import { MappingSchema } from '../backend/http/mapped/mapping.schema.js';
import { z } from '../domain/zod.js';

/** The table of the mapped adapter as JSON Schema, for editors. What one part says of another is left to `checkMapping`. */
export const mappingJsonSchema = (): object => ({
  ...z.toJSONSchema(MappingSchema, { io: 'input', unrepresentable: 'any' }),
  title: 'How another back end is asked',
});
