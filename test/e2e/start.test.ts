/** What `npm start` runs once the build stands: it serves the demonstration portal and prints where. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { requireBuild } from './support.js';

const script = fileURLToPath(new URL('../../scripts/serve.mjs', import.meta.url));
let server: ChildProcess | undefined;
afterEach(async () => {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill();
  await gone;
});

describe('npm start', () => {
  it('prints one address, and behind it is the portal with the library', async () => {
    requireBuild();
    server = spawn(process.execPath, [script], {
      env: { ...process.env, PORT: '0', HOST: 'localhost' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // Where it ends without a word, there is no next line.
    const lines = createInterface({ input: server.stdout! })[Symbol.asyncIterator]();
    const line = String((await lines.next()).value);
    expect(line).toMatch(/^http:\/\/localhost:\d+\/$/);
    expect(new URL(line).port).not.toBe('0');

    const portal = await fetch(line);
    expect(portal.status).toBe(200);
    expect(portal.headers.get('content-type')).toContain('text/html');
    const page = await portal.text();
    expect(page).toContain('<htsd-assessment-form');
    const loader = /<script type="module" src="([^"]+)"/.exec(page)?.[1] ?? '';
    const library = await fetch(new URL(loader, line));
    expect(library.status).toBe(200);
    expect(library.headers.get('content-type')).toContain('javascript');
    // It goes on serving until somebody ends it.
    expect(server.exitCode).toBeNull();
  });
});
