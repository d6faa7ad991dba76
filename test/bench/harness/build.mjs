import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const benchRoot = fileURLToPath(new URL('..', import.meta.url));
export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));
/** The build that is measured; another one, e.g. of a change under trial, by BENCH_DIST. */
export const dist = process.env.BENCH_DIST ?? join(projectRoot, 'dist');
const bundles = join(benchRoot, '.cache', 'bundles');

const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
const time = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Installs the floors and peers unless that was done for this very lock file. */
export function install() {
  const lock = join(benchRoot, 'package-lock.json');
  if (time(join(benchRoot, 'node_modules', '.package-lock.json')) >= time(lock)) return;
  console.log('Installing floors and peers in test/bench …');
  run('npm', ['ci', '--ignore-scripts', '--loglevel=error'], benchRoot);
}

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}

/** Builds dist/ where it is missing or older than what it is built from. */
export function buildProject() {
  if (process.env.BENCH_DIST) return;
  const sources = Math.max(
    ...['src', 'components', 'embed'].map((folder) => newest(join(projectRoot, folder))),
  );
  if (time(join(dist, 'htsd.js')) >= sources) return;
  console.log('Building dist/ …');
  run('npm', ['run', 'build'], projectRoot);
}

/**
 * Bundles a contestant's `form.js` for production.
 * @returns {Promise<string>} folder that holds form.js and, where the contestant has one, form.css
 */
export async function bundle(name) {
  const esbuild = await import('esbuild');
  const outdir = join(bundles, name);
  mkdirSync(outdir, { recursive: true });
  const folder = join(benchRoot, 'contestants', name);
  const entryPoints = ['form.js', 'form.css']
    .map((file) => join(folder, file))
    .filter((file) => existsSync(file));
  await esbuild.build({
    entryPoints,
    outdir,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outdir;
}
