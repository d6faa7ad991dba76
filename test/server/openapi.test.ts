import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { rights } from '../../src/domain/permissions.js';
import { openApi } from '../../src/server/http/openapi.js';

const description = openApi('1.0.0');
const text = JSON.stringify(description);

describe('the description of the interface', () => {
  it('is a valid one', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(description));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  it('refers to nothing that is not there', () => {
    const { schemas } = description['components'] as { schemas: Record<string, unknown> };
    const named = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((name) => !Object.hasOwn(schemas, name))).toEqual([]);
  });

  it('knows both ways in which changes come', () => {
    const paths = description['paths'] as Record<
      string,
      { get: { responses: { 200: { content: object } } } }
    >;
    expect(Object.keys(paths['/v1/changes']!.get.responses[200].content)).toEqual([
      ...['application/json', 'application/x-ndjson'],
    ]);
  });

  it('knows every command, and how questions are narrowed', () => {
    for (const kind of Object.keys(rights)) expect(text).toContain(`"const":"${kind}"`);
    const paths = description['paths'] as Record<string, { get: { parameters: unknown } }>;
    expect(paths['/v1/queries/register.list']?.get.parameters).toContainEqual({
      ...{ name: 'cycle', in: 'query', required: true },
      schema: { type: 'string', pattern: expect.any(String) as string },
    });
  });
});
