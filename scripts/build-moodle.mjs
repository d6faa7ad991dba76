// @ts-check
/**
 * Makes the plugins for Moodle of what is built: `dist/moodle/local_htsd.zip`, `filter_htsd.zip` and the Vietnamese texts.
 * First renews the files of PHP that are made out of the domain. Needs `npm run build` and `npm run docs`.
 */
import { Buffer } from 'node:buffer';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { zipSync } from 'fflate';
import { filesFor } from './manifest-files.mjs';
import { packagesIn } from './packages-in.mjs';

const root = new URL('../', import.meta.url);
/** @param {string} path */
const at = (path) => fileURLToPath(new URL(path, root));
/** @param {string} path */
const read = (path) => new Uint8Array(readFileSync(at(path)));
/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(at(path), 'utf8'));

/** The plugin's version, whose first eight digits are a day. */
const [, release = ''] =
  /version = (\d{10});/.exec(readFileSync(at('embed/moodle/local_htsd/version.php'), 'utf8')) ?? [];
/**
 * Every file bears the day of the version, so that the same sources make the same bytes, and a newer version never bears the
 * time of an older one. ZIP knows no time zones: as it is here.
 */
const mtime = new Date(
  Number(release.slice(0, 4)),
  Number(release.slice(4, 6)) - 1,
  Number(release.slice(6, 8)),
);

/** The tables are TypeScript, and Node 20 reads none: they are bundled in memory. */
async function loadTables() {
  const contents = `
    export { rulesPhp } from './scripts/moodle/rules-php.ts';
    export { componentsPhp } from './scripts/moodle/components-php.ts';
    export { doors } from './embed/registry.ts';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: at('.'), loader: 'ts' },
    ...{ bundle: true, write: false, format: 'esm', platform: 'node', external: ['../components/*'] },
  });
  const code = Buffer.from(outputFiles[0]?.text ?? '').toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

/**
 * The files of PHP that are made, by their path.
 * @returns {Promise<Record<string, string>>}
 */
export async function madeFiles() {
  const { rulesPhp, componentsPhp, doors } = await loadTables();
  return {
    'embed/moodle/local_htsd/classes/local/rules.php': rulesPhp(),
    'embed/moodle/filter_htsd/classes/local/components.php': componentsPhp(
      readJson('dist/custom-elements.json'),
      doors,
    ),
  };
}

/**
 * Everything below a folder of the repository, by the path that it has in the archive.
 * @param {string} folder
 * @param {string} inside
 * @returns {Record<string, Uint8Array>}
 */
function folderOf(folder, inside) {
  const entries = readdirSync(at(folder), { recursive: true, encoding: 'utf8', withFileTypes: true });
  const paths = entries.flatMap((one) => (one.isFile() ? [`${one.parentPath}/${one.name}`] : []));
  return Object.fromEntries(
    paths.map((path) => {
      const within = path.slice(at(folder).length).replaceAll('\\', '/').replace(/^\//, '');
      return [`${inside}/${within}`, new Uint8Array(readFileSync(path))];
    }),
  );
}

/** Where the library lies that is built for Moodle: the same in few files. */
const library = 'dist/moodle/library';

/**
 * What a page of Moodle may ask for, without maps: the loader with all that it may fetch, by the name that it has there.
 * @returns {Record<string, string>} paths in the repository
 */
function libraryFiles() {
  const files = filesFor(readJson(`${library}/.vite/moodle.json`), ['embed/htsd.ts'], []);
  const beside = ['htsd-ledger-check.js', 'THIRD-PARTY.txt'];
  return Object.fromEntries([
    ...files.map(({ file }) => [file, `${library}/${file}`]),
    ...beside.map((file) => [file, `dist/${file}`]),
  ]);
}

/** @param {string} text */
const xml = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * What the plugin's bundle contains of others, as Moodle wants to be told.
 * @param {readonly string[]} files paths in the repository
 * @param {string} version
 * @param {string} location
 */
function thirdParty(files, version, location) {
  const maps = files.map((file) => `${file}.map`).filter((map) => existsSync(at(map)));
  const packages = packagesIn(maps.map((map) => readJson(map)));
  const libraries = packages.map((folder) => {
    const { name, version: which, license, homepage = '' } = readJson(`node_modules/${folder}/package.json`);
    return { name, which, license: String(license), homepage };
  });
  const own = {
    name: 'HTSD',
    which: version,
    license: 'MIT',
    homepage: '',
  };
  const entries = [own, ...libraries].map(
    ({ name, which, license, homepage }) => `  <library>
    <location>${location}</location>
    <name>${xml(name)}</name>
    <description>Within the bundle of the components</description>
    <version>${xml(which)}</version>
    <license>${xml(license)}</license>
    <repository>${xml(homepage)}</repository>
  </library>
`,
  );
  return `<?xml version="1.0"?>\n<libraries>\n${entries.join('')}</libraries>\n`;
}

/**
 * @param {Record<string, Uint8Array>} files
 * @returns {Uint8Array} an archive, in the order of names
 */
function archive(files) {
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  return zipSync(sorted, { level: 9, mtime });
}

/**
 * The archives, by name.
 * @returns {Promise<Record<string, Uint8Array>>}
 */
export async function archives() {
  const made = await madeFiles();
  /** @param {string} plugin */
  const plugin = (plugin) => {
    const files = folderOf(`embed/moodle/${plugin}/`, 'htsd');
    for (const [path, text] of Object.entries(made)) {
      const within = path.split(`embed/moodle/${plugin}/`)[1];
      if (within !== undefined) files[`htsd/${within}`] = new TextEncoder().encode(text);
    }
    return { ...files, 'htsd/COPYING.txt': read('embed/moodle/COPYING.txt') };
  };
  const files = Object.entries(libraryFiles());
  const { version } = readJson('package.json');
  return {
    'local_htsd.zip': archive({
      ...plugin('local_htsd'),
      ...Object.fromEntries(files.map(([name, path]) => [`htsd/dist/${release}/${name}`, read(path)])),
      'htsd/thirdpartylibs.xml': new TextEncoder().encode(
        thirdParty(
          files.map(([, path]) => path),
          version,
          `dist/${release}`,
        ),
      ),
    }),
    'filter_htsd.zip': archive(plugin('filter_htsd')),
    'lang-vi.zip': archive(folderOf('embed/moodle/lang-vi/', 'vi_local')),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const missing of [`${library}/.vite/moodle.json`, 'dist/custom-elements.json']) {
    if (!existsSync(at(missing))) {
      console.error('There is no build: run "npm run build" and "npm run docs" first.');
      process.exit(1);
    }
  }
  for (const [path, text] of Object.entries(await madeFiles())) writeFileSync(at(path), text);
  mkdirSync(at('dist/moodle'), { recursive: true });
  for (const [name, bytes] of Object.entries(await archives())) {
    writeFileSync(at(`dist/moodle/${name}`), bytes);
    console.log(`dist/moodle/${name}: ${(bytes.length / 1000).toFixed(0)} kB`);
  }
}
