// @ts-check

/** @typedef {{ file: string, name?: string, src?: string, imports?: string[], dynamicImports?: string[] }} Chunk */

/**
 * The files that a page fetches: those of the roots, all they import, and all they ask for on demand, but for what
 * is left out. Something new that is asked for on demand counts until somebody decides that it comes later.
 * @param {Record<string, Chunk>} manifest Vite's
 * @param {readonly string[]} roots sources
 * @param {readonly string[]} without beginnings of sources that are not asked for on demand; `*` for all
 * @param {readonly string[]} beyond sources that the page has already, with all they import
 * @returns {{ file: string, source: string }[]}
 */
export function filesFor(manifest, roots, without, beyond = []) {
  /** @param {string} key @returns {string | undefined} what of `without` leaves the chunk out */
  const reasonFor = (key) => {
    // Packages are known by a path that may lead out of the folder that is built.
    const source = key.replace(/^.*?(?=node_modules\/)/, '');
    // A chunk that is also part of another is known by the name of its module alone.
    const name = key.startsWith('_') ? manifest[key]?.name : undefined;
    return without.find(
      (candidate) =>
        candidate === '*' ||
        source.startsWith(candidate) ||
        (name !== undefined && candidate.endsWith(`/${name}.ts`)),
    );
  };
  const used = new Set(Object.keys(manifest).map(reasonFor));
  const unused = without.filter((beginning) => beginning !== '*' && !used.has(beginning));
  if (unused.length) {
    throw new Error(`Nothing is called "${unused.join('", "')}" any more: correct .size-limit.json.`);
  }
  const had = new Set(beyond.length > 0 ? filesFor(manifest, beyond, ['*']).map(({ source }) => source) : []);
  /** @type {Map<string, { file: string, source: string }>} */
  const found = new Map();
  /** @param {string} key */
  const add = (key) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no "${key}": correct the budget in .size-limit.json.`);
    if (found.has(key) || had.has(key)) return;
    found.set(key, { file: chunk.file, source: key });
    for (const imported of chunk.imports ?? []) add(imported);
    for (const asked of chunk.dynamicImports ?? []) if (reasonFor(asked) === undefined) add(asked);
  };
  for (const key of roots) add(key);
  return [...found.values()];
}
