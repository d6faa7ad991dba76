// @ts-check
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const helper = fileURLToPath(new URL('../embed/bring.ts', import.meta.url)).replaceAll('\\', '/');
/** Stands where the names of the files will, until they are known. */
const hole = '__HTSD_FILES__';
/** A part that the build put into the file that asks for it. */
const here = /[\w$]+\(\(\) => (Promise\.resolve\(\)\.then\(\(\) => [\w$]+\)), "__HTSD_FILES__"\)/g;
/** Any other: address of the file, what follows the import. */
const call = /import\("\.\/(?:chunks\/)?([^"/]+)"\)([^"]*), "__HTSD_FILES__"/g;

/**
 * Puts `bring` around every `import()` of a source, but for those of files that only the page knows.
 * @param {string} code
 * @param {string} id
 */
export function aroundImports(code, id) {
  const file = ts.createSourceFile(id, code, ts.ScriptTarget.Latest);
  let result = '';
  let done = 0;
  /** @param {ts.Node} node */
  const visit = (node) => {
    const asked =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0];
    if (asked && ts.isStringLiteral(asked)) {
      result += `${code.slice(done, node.getStart(file))}bring(() => ${node.getText(file)}, "${hole}")`;
      done = node.getEnd();
    } else ts.forEachChild(node, visit);
  };
  visit(file);
  // On the first line, so that source maps stay true to the line.
  return done ? `import { bring } from ${JSON.stringify(helper)}; ${result}${code.slice(done)}` : code;
}

/**
 * Files of the folder `chunks` that one of them needs, beside itself; not the entry, which is what asks for it.
 * @param {string} name
 * @param {Record<string, { imports: string[], isEntry: boolean }>} chunks
 * @param {Set<string>} [found]
 */
function needed(name, chunks, found = new Set()) {
  for (const imported of chunks[name]?.imports ?? []) {
    if (chunks[imported]?.isEntry || found.has(imported)) continue;
    found.add(imported);
    needed(imported, chunks, found);
  }
  return found;
}

/**
 * Vite plugin for what pages include: whatever is loaded on demand can be asked for again after a failure.
 * @returns {import('vite').Plugin}
 */
export function bringParts() {
  return {
    name: 'htsd-bring-parts',
    enforce: 'pre',
    transform: {
      filter: { id: /\/(components|src|embed)\/.*\.ts$/, code: /\bimport\(/ },
      handler: (code, id) => ({ code: aroundImports(code, id), map: null }),
    },
    renderChunk(code, chunk, _options, { chunks }) {
      if (!code.includes(hole)) return null;
      const filled = code.replace(here, '$1').replace(call, (_, name, rest) => {
        const others = [...needed(`chunks/${name}`, chunks)].map((file) => JSON.stringify(basename(file)));
        // By its folder also where a file asks for its neighbour: that is how `bring` knows the name.
        const path = chunk.isEntry ? './chunks' : '../chunks';
        return `import("${path}/${name}")${rest}${others.length ? `, [${others.join()}]` : ''}`;
      });
      if (filled.includes(hole))
        this.error(`${chunk.fileName} asks for a part in a way that is not understood.`);
      return { code: filled, map: null };
    },
  };
}
