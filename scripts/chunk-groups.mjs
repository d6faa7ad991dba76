// @ts-check
import { fileURLToPath } from 'node:url';

/** @typedef {import('rolldown').ChunkingContext} Context */

/** What every component is made of: what the smallest and the largest of them share. */
const components = [
  'components/provider/provider.define.ts',
  'components/assessment-form/assessment-form.define.ts',
];

/** What a form on the default back end asks for at once, to show a draft and to save it. */
const store = [
  'src/client/client.ts',
  'src/client/border.ts',
  'src/client/draft-open.ts',
  'src/backend/local/local-adapter.ts',
  'src/backend/local/read-part.ts',
];

/** A splinter of what the loader imports whole and uses in part; it would be a file of a few bytes. */
const small = /[\\/]@lit[\\/]context[\\/].*context-request-event/;

/** @param {string} path */
const absolute = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url)).replaceAll('\\', '/');

/**
 * Modules that come with a module, without those that it asks for on demand.
 * @param {string} id
 * @param {Context} context
 * @param {Set<string>} [found]
 */
function closure(id, context, found = new Set()) {
  if (found.has(id)) return found;
  found.add(id);
  const info = context.getModuleInfo(id);
  if (!info) throw new Error(`${id} is in no build any more: correct scripts/chunk-groups.mjs.`);
  for (const imported of info.importedIds) closure(imported, context, found);
  return found;
}

/**
 * Groups of the loader's build: a form comes in three files instead of twenty, which compress better together and
 * wait less. What the loader itself needs stays in its file.
 * @param {string} entry source of the loader
 */
export function chunkGroups(entry) {
  /** @type {Map<string, string> | undefined} */
  let groups;
  /** @param {Context} context */
  const decide = (context) => {
    const loader = closure(absolute(entry), context);
    const [first, ...rest] = components.map((path) => closure(absolute(path), context));
    const base = [...(first ?? [])].filter((id) => rest.every((other) => other.has(id)));
    const stored = store.flatMap((path) => [...closure(absolute(path), context)]);
    return new Map(
      [...stored.map((id) => [id, 'store']), ...base.map((id) => [id, 'base'])]
        .filter(([id = '']) => !loader.has(id))
        .map(([id = '', name = '']) => [id, name]),
    );
  };
  return {
    includeDependenciesRecursively: false,
    groups: [
      {
        debugName: 'first show',
        /** @param {string} id @param {Context} context */
        name: (id, context) => {
          groups ??= decide(context);
          const known = groups.get(id.replaceAll('\\', '/'));
          return known ?? (small.test(id) ? 'base' : null);
        },
      },
    ],
  };
}
