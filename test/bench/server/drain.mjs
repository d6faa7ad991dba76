import { build } from 'esbuild';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { launch } from '../harness/browser.mjs';
import { province, start, tokenFor } from './program.mjs';
import { slowLine } from './slow-line.mjs';

const units = 2_500;

async function page() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('drain-page.ts', import.meta.url))],
    ...{ bundle: true, write: false, format: 'esm', target: 'es2022' },
  });
  const files = {
    '/': ['text/html', '<!doctype html><script type="module" src="/page.js"></script>'],
    '/page.js': ['text/javascript', outputFiles[0].text],
  };
  const server = createServer(({ url }, answer) => {
    const [type, text] = files[url] ?? ['text/plain', ''];
    answer.writeHead(files[url] ? 200 : 404, { 'Content-Type': type }).end(text);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** 10,000 commands that wait in the queue of a page, sent over a line of 50 ms in each direction. */
export async function drain(postgres) {
  const url = await postgres.database('drain');
  const portal = await page();
  const program = await start('ours', { DATABASE_URL: url, HTSD_ORIGINS: portal.origin });
  const line = await slowLine(program.port, 50);
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    await tab.goto(portal.origin);
    await tab.waitForFunction(() => 'drain' in globalThis);
    const asked = {
      baseUrl: `http://127.0.0.1:${line.port}`,
      token: await tokenFor('officer-1'),
      ...{ owner: `${province}/officer-1`, units },
    };
    const found = await tab.evaluate((options) => globalThis.drain(options), asked);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query('select count(*)::int as kept from command');
    await client.end();
    return { ...found, ...rows[0] };
  } finally {
    await browser.close();
    await line.close();
    await program.stop();
    portal.close();
  }
}

export function tellDrain({ commands, seconds, requests, waiting, stuck, kept }) {
  console.log(`\n${commands} commands waiting, drained over a line of 50 ms each way`);
  console.log(
    `  ${seconds.toFixed(1)} s in ${requests} requests; ${kept} kept, ${waiting} waiting, ${stuck} stuck`,
  );
}
