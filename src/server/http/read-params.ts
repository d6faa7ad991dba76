import type { z } from '../../domain/zod.js';
import { HtsdError } from '../../backend/errors.js';

/** What a schema of zod says of itself. */
interface Definition {
  type: string;
  innerType?: { def: Definition };
  element?: { def: Definition };
  shape?: Record<string, { def: Definition }>;
}

/**
 * Parameters of a query out of an address: `?limit=50&mine=true&state=submitted&state=verified`. What a name means is read
 * off the schema; whether it fits is judged where the query is answered. Names that a query does not know are left out, as
 * everywhere. Errors: invalid, for a name that stands twice and is no list.
 */
export function readParams(schema: z.ZodMiniType, search: URLSearchParams): Record<string, unknown> {
  const { shape = {} } = (schema as unknown as { def: Definition }).def;
  const params: Record<string, unknown> = {};
  for (const name of new Set(search.keys())) {
    if (!Object.hasOwn(shape, name)) continue;
    const definition = bare(shape[name]!.def);
    const texts = search.getAll(name);
    if (definition.type === 'array') {
      const { type } = bare(definition.element?.def ?? { type: 'string' });
      params[name] = texts.map((text) => valueOf(type, text));
    } else if (texts.length === 1) params[name] = valueOf(definition.type, texts[0]!);
    else throw new HtsdError('invalid', { params: { field: name } });
  }
  return params;
}

const bare = (definition: Definition): Definition =>
  definition.innerType ? bare(definition.innerType.def) : definition;

function valueOf(type: string, text: string): unknown {
  if (type === 'number' && /^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
