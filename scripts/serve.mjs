// @ts-check
/** The demonstration portal, and a server of ours beside it that its pages work on, where that is for nobody but this machine. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startSite } from './site.mjs';

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url));
if (!existsSync(path('../dist/htsd.js'))) {
  console.error('There is no build yet: run "npm start" or "npm run build" first.');
  process.exit(1);
}
const host = process.env['HOST'] ?? 'localhost';
/** What the configurator's page asks to set for a portal on another port, that its snippets are tried in. */
const allowed = ['HTSD_ORIGINS', 'HTSD_FRAME_ORIGINS'];

/**
 * Starts the server on a database in a folder, with a sign-in by which anybody is anybody.
 * @returns {Promise<string>} its address
 */
async function startBackend() {
  // As this program was started, so is the other.
  const child = spawn(process.execPath, [...process.execArgv, path('../dist/server/htsd-server.js')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      HTSD_DATA: process.env['HTSD_DATA'] ?? path('../.cache/demo-server'),
      ...{ HTSD_DEMO: '1', PORT: '0' },
      ...Object.fromEntries(
        allowed.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
      ),
    },
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.once(signal, () => {
      child.kill(signal);
      child.once('exit', () => process.exit(0));
    });
  process.once('exit', () => child.kill());
  for await (const line of createInterface({ input: child.stdout })) {
    const { event, port } = JSON.parse(line);
    if (event !== 'listening') continue;
    // What it says from now on is read by nobody, and must not fill the pipe.
    child.stdout.resume();
    child.once('exit', () => process.exit(1));
    return `http://127.0.0.1:${port}`;
  }
  throw new Error('The server did not start.');
}

const alone = /^(localhost|127\.0\.0\.1|::1)$/.test(host);
if (!alone)
  console.error(
    `Others reach "${host}", too: the pages keep all in the browser, and no server runs on which anybody may be anybody.`,
  );
const backend = alone ? await startBackend() : undefined;
const { url } = await startSite({ port: Number(process.env['PORT'] ?? 4173), host, backend });
if (backend) console.error('DEMO: whoever opens these pages is signed in as anybody; enter no real data.');
console.log(url);
