import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';

/** Runs the audit against a registry that answers so, as npm itself asks it. */
async function auditAgainst(status: number, advisories: object): Promise<{ code: number; said: string }> {
  const registry = createServer((request, response) => {
    request.resume();
    if (request.method === 'POST')
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(advisories));
    // What else it knows of packages does not matter.
    else response.writeHead(404).end();
  });
  registry.listen(0, '127.0.0.1');
  await once(registry, 'listening');
  const { port } = registry.address() as AddressInfo;
  // What it remembers of other registries is not asked.
  const cache = mkdtempSync(join(tmpdir(), 'htsd-audit-'));
  try {
    const child = spawn(process.execPath, ['scripts/audit.mjs'], {
      env: { ...process.env, npm_config_registry: `http://127.0.0.1:${port}/`, npm_config_cache: cache },
    });
    const ended = once(child, 'exit');
    const said = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: (await ended)[0] as number, said: said.join('') };
  } finally {
    registry.close();
    rmSync(cache, { recursive: true, force: true });
  }
}

const advisory = {
  id: 1,
  url: 'https://example.org/advisory',
  title: 'Somebody gets in',
  severity: 'low',
  vulnerable_versions: '>=0',
};

it('fails where something that is delivered has a known vulnerability, and names it', async () => {
  const { code, said } = await auditAgainst(200, { hono: [advisory] });
  expect(said).toContain('hono: low; Somebody gets in, https://example.org/advisory');
  expect(code).toBe(1);
});

it('passes where none is known', async () => {
  expect(await auditAgainst(200, {})).toEqual({
    code: 0,
    said: 'Nothing that is delivered has a known vulnerability.\n',
  });
});

it('says that nothing is known where the registry answers no audits', async () => {
  const { code, said } = await auditAgainst(405, {});
  expect(said).toContain('Not checked.');
  expect(code).toBe(0);
});
