// @ts-check
/**
 * Writes what the configurator knows of this build: dist/embed-options.json, the components with the options that a snippet
 * may set, out of dist/custom-elements.json and the loader's list; dist/hashes.json, the SHA-384 of each script.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import process from 'node:process';
import ts from 'typescript';

/** @typedef {import('../embed/configurator/choice.types.js').Option} Option */
/** @typedef {import('./manifest-tags.mjs').Declaration} Declaration */

const root = new URL('../', import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, root), 'utf8');

/**
 * The attributes that the loader lets through, by tag: read from its source, which a program cannot import without all
 * components behind it.
 * @param {string} source of embed/registry.ts
 * @returns {Map<string, string[]>}
 */
export function readDoors(source) {
  const file = ts.createSourceFile('registry.ts', source, ts.ScriptTarget.Latest, true);
  /** @type {Map<string, string[]>} */
  const found = new Map();
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isArrayLiteralExpression(node) && node.elements.length === 2) {
      const [tag, door] = node.elements;
      if (tag && door && ts.isStringLiteral(tag) && ts.isObjectLiteralExpression(door))
        for (const property of door.properties)
          if (
            ts.isPropertyAssignment(property) &&
            property.name.getText() === 'attributes' &&
            ts.isArrayLiteralExpression(property.initializer)
          )
            found.set(
              tag.text,
              property.initializer.elements.filter(ts.isStringLiteral).map(({ text }) => text),
            );
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Types that have a name, and the values that they stand for, where these are written down as a list of words. */
const aliases = new Map(
  ['src/domain', 'src/client', 'components'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .flatMap((path) => {
        const text = read(`${folder}/${path.replaceAll('\\', '/')}`);
        const unions = text.matchAll(/export type (\w+) =\s*((?:\|?\s*'[\w-]+'\s*)+);/g);
        const enums = text.matchAll(/export const (\w+) = z\.enum\(\[([^\]]+)\]\)/g);
        return [...unions, ...enums].map(([, name = '', words = '']) => /** @type {const} */ ([name, words]));
      }),
  ),
);

/**
 * @param {string} name
 * @param {string} type as the manifest writes it
 * @returns {Option}
 */
export function optionOf(name, type) {
  const parts = type.split('|').map((part) => part.trim());
  const words = parts.flatMap((part) =>
    [...(aliases.get(part) ?? part).matchAll(/'([\w-]+)'/g)].map(([, word = '']) => word),
  );
  const rest = parts.filter((part) => !aliases.has(part) && !/^('[\w-]+'|undefined|null)$/.test(part));
  if (words.length > 0 && rest.length === 0) return { name, kind: 'choice', values: words };
  return { name, kind: rest[0] === 'number' || rest[0] === 'boolean' ? rest[0] : 'text' };
}

/**
 * @param {{ modules: { declarations?: Declaration[] }[] }} manifest
 * @param {Map<string, string[]>} doors
 */
export function componentOptions(manifest, doors) {
  const elements = manifest.modules.flatMap(({ declarations = [] }) => declarations);
  return [...doors].flatMap(([tag, attributes]) => {
    const element = elements.find(({ tagName }) => tagName === tag);
    if (!element) throw new Error(`The manifest has no <${tag}>.`);
    if (tag === 'htsd-provider') return [];
    const options = attributes.map((name) => {
      const attribute = element.attributes?.find((one) => one.name === name);
      if (!attribute) throw new Error(`The manifest has no attribute "${name}" of <${tag}>.`);
      return optionOf(name, attribute.type?.text ?? 'string');
    });
    return [{ name: tag.replace('htsd-', ''), options }];
  });
}

/** @param {URL} folder */
export function hashesOf(folder) {
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return Object.fromEntries(
    scripts.sort().map((name) => [
      name,
      `sha384-${createHash('sha384')
        .update(readFileSync(new URL(name, folder)))
        .digest('base64')}`,
    ]),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const dist = new URL('dist/', root);
  const manifest = JSON.parse(read('dist/custom-elements.json'));
  const { version } = JSON.parse(read('package.json'));
  const components = componentOptions(manifest, readDoors(read('embed/registry.ts')));
  writeFileSync(new URL('embed-options.json', dist), `${JSON.stringify({ version, components })}\n`);
  writeFileSync(new URL('hashes.json', dist), `${JSON.stringify(hashesOf(dist), null, 2)}\n`);
}
