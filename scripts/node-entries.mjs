// @ts-check
/**
 * Writes dist/node/: what a program on a server gets for `import 'htsd/register'`, by the condition "node" in package.json. Next,
 * Nuxt or SvelteKit import there what they draw in the browser, and an element needs a page to be there at all. Where a page
 * is made up, as jsdom does for tests, the element comes a moment later.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { componentEntries } from './entries.mjs';

const folder = new URL('../dist/node/', import.meta.url);

/** What has names to import offers them without a page, too: there is nothing to watch then, and nothing to end.
 * @type {Record<string, string>} */
const named = {
  htsd: `export const discover = (root) => void page?.then((all) => all.discover(root));
export const stop = () => void page?.then((all) => all.stop());
`,
  'htsd-frame': `export const connectFrame = (...given) => {
  const line = page?.then((all) => all.connectFrame(...given));
  return () => void line?.then((end) => end());
};
export const stop = () => void page?.then((all) => all.stop());
`,
};

mkdirSync(fileURLToPath(folder), { recursive: true });
for (const name of [...Object.keys(named), ...Object.keys(componentEntries())]) {
  const page = `typeof document === 'undefined' ? undefined : import('../${name}.js')`;
  writeFileSync(
    new URL(`${name}.js`, folder),
    name in named ? `const page = ${page};\n${named[name]}` : `void (${page});\n`,
  );
}
