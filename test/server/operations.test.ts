import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpAdapter } from '../../src/backend/http/http-adapter.js';
import { command, newId } from '../../src/backend/conformance/scene.js';
import { presets } from '../../src/presets/catalog.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { memoryFiles } from '../../src/server/files/disk-files.js';
import { createMetrics, metricsApp } from '../../src/server/http/metrics.js';
import { createRateLimit } from '../../src/server/http/rate-limit.js';
import { failureFields, jsonLog, nameOfFailure } from '../../src/server/log.js';
import { startServer, type TestServer } from './start-server.js';

const person: Actor = { id: 'can-bo-bi-mat', name: 'Nguyễn Thị Bí Mật', roles: ['officer'] };
const lines: string[] = [];
const metrics = createMetrics('9.9.9');
const log = jsonLog(
  (line) => lines.push(line),
  () => new Date('2026-11-01T00:00:00Z'),
);
let now = 0;
let server: TestServer;
beforeAll(async () => {
  server = await startServer({
    ...{ catalog: presets, log, metrics, proxies: 1 },
    files: {
      ...memoryFiles(),
      put: async () => {
        throw Object.assign(new Error(`no room for ${person.name}`), { code: 'ENOSPC' });
      },
    },
    tell: (error, id) => {
      log('error', 'failure', { id, ...failureFields(error) });
      metrics.failed(nameOfFailure(error));
    },
    limits: {
      person: createRateLimit({ perMinute: 20, clock: () => now }),
      address: createRateLimit({ perMinute: 30, clock: () => now }),
    },
  });
});
afterAll(() => server.close());

const ask = (path: string, { from = '203.0.113.7', ...init }: RequestInit & { from?: string } = {}) =>
  fetch(`${server.url}${path}`, { ...init, headers: { ...init.headers, 'X-Forwarded-For': from } });
/** A minute later nobody is limited any more. */
const later = () => void (now += 60_000);

describe('what is written down and told of requests', () => {
  it('is their route and what came of them, and nothing of whoever asked', async () => {
    const token = await server.signer.token(person, 'demo');
    const headers = { Authorization: `Bearer ${token}` };
    const subject = newId();
    const backend = createHttpAdapter({
      ...{ baseUrl: server.url, token: () => token },
      fetch: (input, init) =>
        fetch(input, {
          ...init,
          headers: { ...Object.fromEntries(new Headers(init?.headers)), 'X-Forwarded-For': '203.0.113.9' },
        }),
    });
    const [receipt] = await backend.execute([
      command('subject.register', subject, 0, {
        ...{ model: 'unit', name: 'Trường Kín', place: { name: 'Xã Kín' }, facts: {}, cycle: '2026' },
        criteria: { id: 'don-vi-hoc-tap-24-2023', version: '1.0.0' },
      }),
    ]);
    expect(receipt?.status).toBe('applied');
    await backend.query('subject.get', { id: subject });
    await ask(`/v1/queries/assessments.list?subject=${subject}`, { headers });
    await ask(`/v1/Trường-Kín/${subject}`, { headers });
    await ask('/v1/session', { headers: { Authorization: `Bearer ${token}x` } });
    const failed = await ask('/v1/files', { method: 'PUT', headers, body: '%PDF-1.7 của Nguyễn Thị Bí Mật' });
    expect(failed.status).toBe(500);
    expect(await failed.text()).toBe('{"error":{"code":"server","params":{},"retryable":true}}');
    expect((await ask('/health')).status).toBe(200);

    const said = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(
      said
        .filter(({ event }) => event === 'request')
        .map(({ method, route, status }) => [method, route, status]),
    ).toEqual([
      ['POST', '/v1/commands', 200],
      ['GET', '/v1/queries/:name', 200],
      ['GET', '/v1/queries/:name', 200],
      ['GET', 'none', 404],
      ['GET', '/v1/session', 401],
      ['PUT', '/v1/files', 500],
    ]);
    const failure = said.find(({ event }) => event === 'failure');
    expect(failure).toMatchObject({ kind: 'Error', id: failed.headers.get('htsd-request') });
    expect(failure?.['at']).toContain('operations.test.ts');

    const told = await (await metricsApp(metrics).request('/metrics')).text();
    expect(told).toContain('htsd_requests_total{method="PUT",route="/v1/files",status="500"} 1\n');
    expect(told).toContain('htsd_commands_total{status="applied"} 1\n');
    expect(told).toContain('htsd_failures_total{code="ENOSPC"} 1\n');
    expect(told).toContain('htsd_request_duration_seconds_count{route="/v1/queries/:name"} 2\n');
    expect(told).toContain('htsd_info{version="9.9.9"} 1\n');
    // Every line is a comment or a sample, as Prometheus reads them.
    for (const line of told.trimEnd().split('\n'))
      expect(line).toMatch(/^# (HELP|TYPE) \w+ .+$|^\w+(\{(\w+="[^"\\]*",?)+\})? [\d.e+-]+$/);

    for (const secret of [
      'Bí Mật',
      person.id,
      'Kín',
      'K%C3%ADn',
      subject,
      token,
      token.slice(-20),
      '203.0.113',
      '127.0.0.1',
    ])
      expect(lines.join('') + told, secret).not.toContain(secret);
  });

  it('is of webhooks how many were sent, wait, and were given up, where there are any', () => {
    const numbers = createMetrics();
    expect(numbers.text()).not.toContain('webhook');
    numbers.sent('portal', 'delivered', 2);
    numbers.sent('portal', 'dead', 1);
    numbers.waiting([{ webhook: 'portal', waiting: 3, dead: 1, oldest: '2026-01-01T00:00:00.000Z' }]);
    const told = numbers.text();
    expect(told).toContain('htsd_webhook_deliveries_total{webhook="portal",outcome="delivered"} 2\n');
    expect(told).toContain('htsd_webhook_waiting{webhook="portal"} 3\n');
    expect(told).toMatch(/\nhtsd_webhook_oldest_seconds\{webhook="portal"\} [1-9][\d.]+\n/);
    expect(told).toContain('htsd_webhook_dead{webhook="portal"} 1\n');
  });

  it('is on no address that portals ask', async () => {
    expect((await ask('/metrics')).status).toBe(404);
  });
});

describe('who asks too often', () => {
  it('is told when to come again, wherever he asks from', async () => {
    later();
    const headers = { Authorization: `Bearer ${await server.signer.token(person, 'demo')}` };
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, at) => ask('/v1/session', { headers, from: `203.0.113.${at}` })),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    expect(refused).toHaveLength(5);
    expect(refused[0]?.headers.get('retry-after')).toBe('3');
    expect(await refused[0]?.json()).toEqual({
      error: { code: 'rate-limited', params: { seconds: 3 }, retryable: true },
    });
    const other = await server.signer.token({ ...person, id: 'khac' }, 'demo');
    expect((await ask('/v1/session', { headers: { Authorization: `Bearer ${other}` } })).status).toBe(200);
  });

  it('is held by his address where a proxy says the port of each connection, too', async () => {
    later();
    const answers = await Promise.all(
      Array.from({ length: 31 }, (_unused, at) =>
        ask('/v1/session', { from: `203.0.113.200:${4_000 + at}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  });

  it('is held by his address, before anything is looked at, whatever he says of where he comes from', async () => {
    later();
    const from = (said: string) =>
      ask('/v1/session', { from: `${said}, 198.51.100.1`, headers: { Authorization: 'Bearer a.b.c' } });
    const answers = await Promise.all(Array.from({ length: 31 }, (_, at) => from(`10.0.0.${at}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array.from({ length: 30 }, () => 401),
      429,
    ]);
    expect((await ask('/v1/session', { from: '198.51.100.2' })).status).toBe(200);
    expect((await ask('/health', { from: '198.51.100.1' })).status).toBe(200);
    // One household has a network of IPv6 for itself.
    const six = await Promise.all(
      Array.from({ length: 31 }, (_, at) => ask('/v1/session', { from: `2001:db8:1:2::${at + 1}` })),
    );
    expect(six.filter(({ status }) => status === 429)).toHaveLength(1);
    expect((await ask('/v1/session', { from: '2001:db8:1:3::1' })).status).toBe(200);
  });
});
