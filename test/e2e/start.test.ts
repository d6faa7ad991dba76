/** What `npm start` runs once the build stands: it serves the demonstration portal and a server of ours, and prints where. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpAdapter } from '../../src/backend/http/http-adapter.js';
import { briefly } from './start-program.js';
import { prepare, requireBuild, visit, workersBrowser } from './support.js';

const script = fileURLToPath(new URL('../../scripts/serve.mjs', import.meta.url));
let server: ChildProcess | undefined;
const data = mkdtempSync(join(tmpdir(), 'htsd-start-'));
afterEach(async () => {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill();
  await gone;
  rmSync(data, { recursive: true, force: true });
});

describe('npm start', () => {
  it('prints one address; behind it are the portal, the library and a server that its pages work on', async () => {
    requireBuild();
    server = spawn(process.execPath, [...briefly, script], {
      env: { ...process.env, ...portals, PORT: '0', HOST: 'localhost', HTSD_DATA: data },
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
    const loader = /src="(\/htsd\/[^"]+)"/.exec(page)?.[1] ?? '';
    const library = await fetch(new URL(loader, line));
    expect(library.status).toBe(200);
    expect(library.headers.get('content-type')).toContain('javascript');
    await letsPortalsIn(line);
    await worksOnServer(line);
    await entersOnce(line);
    await saysWhatIsWrong(line);
    // It goes on serving until somebody ends it.
    expect(server.exitCode).toBeNull();
  });
});

/** A portal on another port, as the configurator's page says to allow it. */
const portals = { HTSD_ORIGINS: 'http://localhost:8872', HTSD_FRAME_ORIGINS: 'http://localhost:8873' };

async function letsPortalsIn(url: string): Promise<void> {
  const asked = await fetch(new URL('/v1/session', url), { headers: { origin: portals.HTSD_ORIGINS } });
  expect(asked.headers.get('access-control-allow-origin')).toBe(portals.HTSD_ORIGINS);
  const frame = await fetch(new URL('/embed/frame.html', url));
  expect(frame.headers.get('content-security-policy')).toContain(portals.HTSD_FRAME_ORIGINS);
}

/** What a page registers is on the server, where anybody else may find it who is in charge. */
async function worksOnServer(url: string): Promise<void> {
  const context = await prepare(await (await workersBrowser()).newContext({ locale: 'vi-VN' }));
  try {
    const { page, complaints } = await visit(context, `${url}register.html?n=3`);
    await page.getByText('Máy chủ chạy thử: ai cũng vào được với mọi vai.').waitFor();
    await page.getByText('3 đối tượng').waitFor();
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
  const asked = { id: 'somebody', name: 'Ai đó', roles: ['reviewer'], scope: ['*'] };
  const signedIn = await fetch(`${url}v1/demo/sign-in`, { method: 'POST', body: JSON.stringify(asked) });
  expect(signedIn.headers.get('htsd-demo')).toBe('anybody may be anybody');
  const { token } = (await signedIn.json()) as { token: string };
  const backend = createHttpAdapter({ baseUrl: url, token: () => token });
  expect((await backend.query('subjects.list', {})).items).toHaveLength(3);
  const page = await (await fetch(`${url}index.html`)).text();
  expect(page).toMatch(/default-backend\.js.*\/htsd\/htsd\.js/s);
}

/** Two people who have never been here open the fund at once: what is invented is entered once, whoever sends it. */
async function entersOnce(url: string): Promise<void> {
  const browser = await workersBrowser();
  const person = async () => prepare(await browser.newContext({ locale: 'vi-VN' }));
  const [one, other] = await Promise.all([person(), person()]);
  try {
    const read = async (who: typeof one, path: string, words: string) => {
      const { page, complaints } = await visit(who, `${url}${path}`);
      await page.getByText(words).first().waitFor();
      expect(complaints).toEqual([]);
      return page;
    };
    const [page] = await Promise.all([
      read(one, 'fund.html', 'ra đúng số dư mà quỹ công bố'),
      read(other, 'fund.html', 'ra đúng số dư mà quỹ công bố'),
      read(other, 'province.html?place=sen-giang', '59.837 / 82.760 gia đình'),
    ]);
    const plain = await page.getByRole('link', { name: 'bản tĩnh của trang này' }).getAttribute('href');
    expect(await (await fetch(new URL(plain!, url))).text()).toContain('250.230.000');
  } finally {
    await Promise.all([one.close(), other.close()]);
  }
}

/** A page whose server fails, or is gone, is no empty page. */
async function saysWhatIsWrong(url: string): Promise<void> {
  const context = await prepare(await (await workersBrowser()).newContext({ locale: 'vi-VN' }));
  try {
    const page = await context.newPage();
    await page.route('**/v1/**', (route) => route.fulfill({ status: 500, body: 'Internal Server Error' }));
    await page.goto(`${url}fund.html`);
    await page.getByText('Chưa tải được sổ quỹ').waitFor();
    expect(await page.getByRole('status').count()).toBe(0);
    await page.unroute('**/v1/**');
    await page.route('**/v1/**', (route) => route.abort());
    await page.reload();
    await page.getByText('Chưa có kết nối mạng').waitFor();
  } finally {
    await context.close();
  }
}
