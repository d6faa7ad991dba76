// @ts-check
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packagesIn } from './packages-in.mjs';

const dist = new URL('../dist/', import.meta.url);
const modules = new URL('../node_modules/', import.meta.url);

/** Packages whose code is in the built files: the source maps name every module that went in. */
function bundledPackages() {
  const maps = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.js.map'),
  );
  return packagesIn(
    maps.map((map) => JSON.parse(readFileSync(new URL(map.replaceAll('\\', '/'), dist), 'utf8'))),
  );
}

/** @param {string} folder */
function notice(folder) {
  const base = new URL(`${folder}/`, modules);
  const { name, version, license, author } = JSON.parse(readFileSync(new URL('package.json', base), 'utf8'));
  const file = readdirSync(base).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
  const holder = typeof author === 'string' ? author : (author?.name ?? 'its authors');
  const text = file
    ? readFileSync(new URL(file, base), 'utf8').trim()
    : `Copyright ${holder}. Licensed under ${license}.`;
  return `${name} ${version} (${license})\n\n${text}\n`;
}

if (!existsSync(dist)) throw new Error(`${fileURLToPath(dist)} is missing: build first.`);
const packages = bundledPackages();
writeFileSync(
  new URL('THIRD-PARTY.txt', dist),
  [`HTSD contains code of these ${packages.length} packages.\n`, ...packages.map(notice)].join(
    `\n${'-'.repeat(79)}\n\n`,
  ),
);
