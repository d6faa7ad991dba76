import { expect, it } from 'vitest';
import { checkMapping } from '../backend/http/mapped/check-mapping.js';
import { mappingJsonSchema } from './mapping-json-schema.js';

it('tells an editor what a table must have, may have, and nothing else', () => {
  const schema = mappingJsonSchema();
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    required: ['format', 'session', 'queries', 'commands'],
    additionalProperties: false,
    properties: {
      later: { additionalProperties: false, required: ['address'] },
      styles: { properties: { decimal: { type: 'string' } } },
    },
  });
  // What unions hold, too: the four styles of paging, and all that a field may say.
  const text = JSON.stringify(schema);
  for (const word of ['page', 'offset', 'cursor', 'link', 'otherwise', 'gone'])
    expect(text).toContain(`"${word}"`);
});

it('may be named in the table itself', () => {
  const table = { $schema: './htsd-mapping.schema.json', format: 1, queries: {}, commands: {} };
  expect(checkMapping({ ...table, session: { path: '/me', shape: {} } })).toEqual([]);
});
