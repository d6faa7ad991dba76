import { createHash } from 'node:crypto';
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
      .filter(
        ({ method, path }) => method !== 'ALL' && !path.includes('*') && !path.startsWith('/v1/openapi.'),
      )
      .map(({ method, path }) => `${method} ${holes(path)}`);
    const paths = description['paths'] as Record<string, object>;
    const told = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(
        (method) => `${method.toUpperCase()} ${path.replace(/^\/v1\/queries\/.*/, '/v1/queries/{name}')}`,
      ),
    );
    expect([...new Set(told)].sort()).toEqual([...new Set(answered)].sort());
  });

  it('knows what a file in pieces is answered with, and the headers that are heard', () => {
    const paths = description['paths'] as Record<
      string,
      Record<string, { parameters: { name: string; in: string }[]; responses: object }>
    >;
    const put = paths['/v1/uploads/{id}']!['put']!;
    expect(Object.keys(put.responses)).toEqual(['200', '202', 'default']);
    expect(put.parameters).toMatchObject([{ name: 'id' }, { name: 'Content-Range', in: 'header' }]);
    for (const path of ['/v1/session', '/v1/queries/tallies.list'])
      expect(paths[path]!['get']!.parameters.at(-1)).toMatchObject({ name: 'HTSD-Province', in: 'header' });
  });

  it('knows every command, and how questions are narrowed', () => {
    for (const kind of Object.keys(rights)) expect(text).toContain(`"const":"${kind}"`);
    const paths = description['paths'] as Record<string, { get: { parameters: unknown } }>;
    expect(paths['/v1/queries/register.list']?.get.parameters).toContainEqual({
      ...{ name: 'cycle', in: 'query', required: true },
      schema: { type: 'string', pattern: expect.any(String) as string },
    });
  });

  it('is a page for people, too, on which every name leads somewhere and nothing runs', async () => {
    const app = createApp({
      ...{ database: {} as Database, files: memoryFiles(), now: () => new Date() },
      identify: async () => ({ actor: null, province: '25' }),
    });
    const answer = await app.request('/v1/openapi.html');
    expect(answer.status).toBe(200);
    const page = await answer.text();
    const paths = description['paths'] as Record<string, Record<string, { summary: string }>>;
    const plain = page.replaceAll(/<[^>]+>/g, '');
    for (const [path, methods] of Object.entries(paths))
      for (const method of Object.keys(methods)) expect(plain).toContain(`${method} ${path}`);
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const led = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
    expect(led.length).toBeGreaterThan(80);
    expect(led.filter((id) => !ids.has(id))).toEqual([]);
    const [, style] = /<style>([^]*)<[/]style>/.exec(page)!;
    const hash = createHash('sha256').update(style!).digest('base64');
    expect(answer.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}';`);
    expect(page).not.toMatch(/<script|style="|undefined|[[]object/);
  });
});
