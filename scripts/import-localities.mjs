// @ts-check
/**
 * Reads public lists of places into one gazetteer, and reports line by line what does not fit.
 *   npm run import-localities -- FILE… [--out FILE] [--partial] [--lang vi] [--on 2025-07-01] [--old-from 2020-01-01]
 *     [--source NAME] [--notes] [--all]
 * Exit code 0: all was taken; 1: something was refused; 2: it was called wrongly or nothing could be used.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { Buffer } from 'node:buffer';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

/** Lines shown of each kind of remark, unless all are asked for. */
const shown = 20;
const usage =
  'Usage: npm run import-localities -- FILE… [--out FILE] [--partial] [--lang vi|en] [--on YYYY-MM-DD] [--old-from YYYY-MM-DD] [--source NAME] [--notes] [--all]';

/** The domain is TypeScript, and Node 20 reads none: it is bundled in memory. */
async function loadDomain() {
  const contents = `
    export { importPlaces, largestPlacesFile } from './src/domain/locality/import/index.js';
    export { communesByProvince, provinces } from './src/presets/provinces.js';
    export { fill } from './src/i18n/translate.js';
    export { placeImportVi } from './src/i18n/vi/place-import.js';
    export { placeImportEn } from './src/i18n/en/place-import.js';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  const code = Buffer.from(/** @type {import('esbuild').OutputFile} */ (outputFiles[0]).contents).toString(
    'base64',
  );
  return import(`data:text/javascript;base64,${code}`);
}

/**
 * @param {string} message
 * @returns {never}
 */
function stop(message) {
  console.error(message);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        partial: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'en' },
        on: { type: 'string' },
        'old-from': { type: 'string' },
        source: { type: 'string' },
        notes: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

const { values: options, positionals: paths } = readArguments();
if (paths.length === 0 || !['vi', 'en'].includes(options.lang)) stop(usage);

const domain = await loadDomain();
const words = options.lang === 'vi' ? domain.placeImportVi : domain.placeImportEn;
/** @param {string} key @param {Record<string, string | number>} [params] */
const say = (key, params = {}) => domain.fill(words[key] ?? key, params, options.lang);

/** @param {string} path */
function readBytes(path) {
  try {
    // A file beyond the limit is refused without being read: a byte more than the limit says it all.
    const { size } = statSync(path);
    return size > domain.largestPlacesFile
      ? new Uint8Array(domain.largestPlacesFile + 1)
      : new Uint8Array(readFileSync(path));
  } catch (error) {
    return stop(`${path}: ${error instanceof Error ? error.message : error}`);
  }
}

const files = paths.map((path) => ({ name: basename(path), bytes: readBytes(path) }));
const source = options.source ?? paths.map((path) => basename(path)).join(', ');
let result;
try {
  result = domain.importPlaces(files, {
    base: domain.provinces,
    expected: domain.communesByProvince,
    source: { name: { vi: `${source} (đã nhập, chưa đối chiếu văn bản)` } },
    ...(options.on && { on: options.on }),
    ...(options['old-from'] && { oldFrom: options['old-from'] }),
  });
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  stop(`--on, --old-from: ${usage}`);
}

const tally = { error: 0, warning: 0, note: 0 };
/** @type {Map<string, number>} */
const kinds = new Map();
let hidden = result.unsaid;
/** @type {import('../src/domain/locality/import/index.js').ImportedPlaces} */
const { remarks, gazetteer } = result;
for (const { file, line, path, code, severity, params } of remarks) {
  tally[severity] += 1;
  const key = code === 'fault' || code === 'doubt' ? `places.fault.${params.fault}` : `places.import.${code}`;
  const count = (kinds.get(key) ?? 0) + 1;
  kinds.set(key, count);
  if ((severity === 'note' && !options.notes) || (!options.all && count > shown)) {
    hidden += 1;
    continue;
  }
  const place = [file, line || undefined].filter(Boolean).join(':');
  const where = [place, path].filter(Boolean).join(' ');
  console.log(`${where ? `${where}: ` : ''}${say(`places.severity.${severity}`)}: ${say(key, params)}`);
}
if (hidden > 0) console.log(say('places.unsaid', { n: hidden }));

const { localities, events } = gazetteer;
/** @param {string} level */
const today = (level) => localities.filter((one) => one.level === level && one.to === undefined).length;
console.log(
  say('places.done', {
    provinces: today('province'),
    communes: today('commune'),
    former: localities.filter(({ to }) => to !== undefined).length,
    events: events.length,
  }),
);
console.log(say('places.tally', { errors: tally.error, warnings: tally.warning, notes: tally.note }));

if (!result.sound) console.log(say('places.unsound'));
else if (options.out && result.failed && !options.partial) console.log(say('places.not-written'));
else if (options.out) {
  writeFileSync(options.out, `${JSON.stringify(result.gazetteer)}\n`);
  console.log(say('places.written', { file: options.out }));
}
process.exitCode = result.failed ? 1 : 0;
