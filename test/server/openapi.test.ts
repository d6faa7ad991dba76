import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/server/storage/database.js';
import { rights } from '../../src/domain/permissions.js';
import { memoryFiles } from '../../src/server/files/disk-files.js';
import { createApp } from '../../src/server/http/app.js';
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

  it('knows every address that is answered, and no other', async () => {
    const app = createApp({
      ...{ database: {} as Database, files: memoryFiles(), now: () => new Date() },
      identify: async () => ({ actor: null, province: '25' }),
    });
    const holes = (path: string): string => path.replaceAll(/:(\w+)(\{.*?\](?:\{.*?\})?\})?/g, '{$1}');
    const answered = app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.includes('*') && path !== '/v1/openapi.json')
      .map(({ method, path }) => `${method} ${holes(path)}`);
    const paths = description['paths'] as Record<string, object>;
    const told = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(
        (method) => `${method.toUpperCase()} ${path.replace(/^\/v1\/queries\/.*/, '/v1/queries/{name}')}`,
      ),
    );
    expect([...new Set(told)].sort()).toEqual([...new Set(answered)].sort());
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
