// @ts-check
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What that line does, but for the name that a module's exports bear in a debugger: an object of what a piece gives. */
const exportsOf = 'e=>{let t={};for(let r in e)Object.defineProperty(t,r,{get:e[r],enumerable:!0});return t}';

/**
 * Vite plugin for hosts that answer one request at a time: the line of code that the bundler's pieces share stands in each of
 * them, instead of in a file of its own that is one more request. Works on the files as written, after `minifyAgain`.
 * @param {string} manifest path below the folder of the build
 * @returns {import('vite').Plugin}
 */
export function runtimeInside(manifest) {
  return {
    name: 'htsd-runtime-inside',
    writeBundle: {
      // Others work on the same files at that time.
      order: 'post',
      sequential: true,
      async handler({ dir = '' }) {
        const names = await readdir(join(dir, 'chunks'));
        const runtime = names.find((name) => /^rolldown-runtime-[\w-]+\.js$/.test(name));
        if (!runtime) return;
        const code = (await readFile(join(dir, 'chunks', runtime), 'utf8')).replace(/\n\/\/#.*\s*$/, '');
        const [, line] = /^(var .*);export\{t\};?\s*$/s.exec(code) ?? [];
        if (!/^var \w=Object\.defineProperty,t=\(.*Symbol\.toStringTag.*\}$/s.test(line ?? ''))
          this.error(`${runtime} is written in a way that is not understood.`);
        const escaped = runtime.replaceAll('.', '\\.');
        const asked = new RegExp(
          `import\\s*\\{\\s*t(?: as ([\\w$]+))?\\s*\\}\\s*from\\s*["\`]\\./(?:chunks/)?${escaped}["\`];?`,
        );
        // As `bring` is told what a file needs.
        const listedAlone = new RegExp(`,\\[["\`]${escaped}["\`]\\]`, 'g');
        const listedWith = new RegExp(`,["\`]${escaped}["\`]|["\`]${escaped}["\`],`, 'g');
        const listedInText = new RegExp(`${escaped},|,${escaped}`, 'g');
        for (const name of [
          'htsd.js',
          ...names.filter((one) => one.endsWith('.js')).map((one) => `chunks/${one}`),
        ]) {
          const path = join(dir, name);
          const before = await readFile(path, 'utf8');
          /** @type {string} */
          const after = before
            .replace(
              asked,
              (/** @type {string} */ _, /** @type {string | undefined} */ alias) =>
                `const ${alias ?? 't'}=${exportsOf};`,
            )
            .replaceAll(listedAlone, '')
            .replaceAll(listedWith, '')
            .replaceAll(listedInText, '');
          if (name !== `chunks/${runtime}` && after.includes(runtime))
            this.error(`${name} asks for ${runtime} in a way that is not understood.`);
          if (after !== before) await writeFile(path, after);
        }
        await rm(join(dir, 'chunks', runtime));
        await rm(join(dir, 'chunks', `${runtime}.map`), { force: true });
        const listed = JSON.parse(await readFile(join(dir, manifest), 'utf8'));
        const [key] = Object.entries(listed).find(([, { file }]) => file === `chunks/${runtime}`) ?? [];
        for (const entry of Object.values(listed))
          if (entry.imports) entry.imports = entry.imports.filter((/** @type {string} */ one) => one !== key);
        if (key !== undefined) delete listed[key];
        await writeFile(join(dir, manifest), JSON.stringify(listed, null, 2));
      },
    },
  };
}
