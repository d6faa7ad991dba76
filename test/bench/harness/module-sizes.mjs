import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { decode } from '@jridgewell/sourcemap-codec';
import { projectRoot } from './build.mjs';
import { brotli } from './server.mjs';

/** Short name of a module: from the package for dependencies, from the repository for our own. */
function nameOf(file, source) {
  const path = normalize(join(dirname(file), source));
  const parts = path.split('node_modules/');
  return parts.length > 1 ? parts.at(-1) : relative(projectRoot, path);
}

/** Which module each stretch of a built file comes from: lists of [start, end) by module. */
function ranges(file, code, map) {
  const lines = code.split('\n');
  const found = new Map();
  let offset = 0;
  decode(map.mappings).forEach((segments, line) => {
    segments.forEach((segment, index) => {
      if (segment.length < 4) return;
      const name = nameOf(file, map.sources[segment[1]]);
      const end = segments[index + 1]?.[0] ?? lines[line].length;
      if (!found.has(name)) found.set(name, []);
      found.get(name).push([offset + segment[0], offset + end]);
    });
    offset += (lines[line]?.length ?? 0) + 1;
  });
  return found;
}

function without(code, cut) {
  let kept = '';
  let at = 0;
  for (const [start, end] of cut) {
    kept += code.slice(at, start);
    at = end;
  }
  return kept + code.slice(at);
}

/**
 * What each module of a built file weighs. `saved` is what the compressed file would lose without it, which is what
 * taking it out is worth; these do not add up to the file, because modules share words.
 * @param {string} file path of a built file that has its source map beside it
 * @returns {{ file: string, raw: number, brotli: number, modules: { name: string, raw: number, saved: number }[] }}
 */
export function moduleSizes(file) {
  const code = readFileSync(file, 'utf8');
  const whole = brotli(Buffer.from(code)).length;
  const raw = Buffer.byteLength(code);
  if (!existsSync(`${file}.map`)) return { file, raw, brotli: whole, modules: [] };
  const map = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
  const modules = [...ranges(file, code, map)].map(([name, cut]) => ({
    name,
    raw: cut.reduce((sum, [start, end]) => sum + Buffer.byteLength(code.slice(start, end)), 0),
    saved: whole - brotli(Buffer.from(without(code, cut))).length,
  }));
  return { file, raw, brotli: whole, modules: modules.sort((a, b) => b.saved - a.saved) };
}
