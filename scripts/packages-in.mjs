// @ts-check

/**
 * Packages whose code is in built files: their source maps name every module that went in.
 * @param {readonly { sources: string[] }[]} maps
 * @returns {string[]} folders below node_modules
 */
export function packagesIn(maps) {
  /** @type {Set<string>} */
  const names = new Set();
  for (const { sources } of maps) {
    for (const source of sources) {
      const inside = source.match(/\/node_modules\/(.*)/)?.[1];
      // A package inside another one is named by the whole way to it.
      const folder = inside?.match(/^(?:(?:@[^/]+\/)?[^/]+\/node_modules\/)*(?:@[^/]+\/)?[^/]+/)?.[0];
      if (folder) names.add(folder);
    }
  }
  return [...names].sort();
}
