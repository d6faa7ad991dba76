// @ts-check
/**
 * Writes dist/types/frameworks/: what may be set on our elements and what they say, for programs in React, Vue and Svelte,
 * out of dist/custom-elements.json. The types of properties and events are those of the classes: nothing is said twice.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import process from 'node:process';

/** @typedef {import('./manifest-tags.mjs').Declaration} Declaration */
/** @typedef {import('./manifest-tags.mjs').Module} Module */
/** @typedef {{ path: string, text: string }} Source */
/** @typedef {{ name: string, path: string }} EventClass class of an event, and its file */

const root = new URL('../', import.meta.url);

/** A provider hands every attribute that it does not know to its adapter: these are the options of those that come with it. */
const adapterOptions = ['tenant', 'name', 'base-url', 'token-src', 'mapping-src', 'province'];

/**
 * The classes of events by their names, from where the sources add them to HTMLElementEventMap.
 * @param {readonly Source[]} sources
 * @returns {Map<string, EventClass>}
 */
export function eventClasses(sources) {
  return new Map(
    sources.flatMap(({ path, text }) => {
      const map = /interface HTMLElementEventMap \{([^}]*)\}/.exec(text)?.[1] ?? '';
      return [...map.matchAll(/'(htsd-[\w-]+)': (\w+);/g)].map(([, event = '', name = '']) => {
        return /** @type {const} */ ([event, { name, path }]);
      });
    }),
  );
}

/** @param {string} path of a source @returns {string} how a file of dist/types/frameworks names it */
const specifier = (path) => `'../${path.replace(/\.ts$/, '.js')}'`;

/** @param {string} name */
const key = (name) => (/^\w+$/.test(name) ? name : `'${name}'`);

/**
 * One line of an interface.
 * @param {string} name
 * @param {string} type
 * @param {string} [description]
 */
const line = (name, type, description) =>
  `${description ? `    /** ${description.replace(/\s+/g, ' ').replaceAll('*/', '*\\/').trim()} */\n` : ''}    ${key(name)}?: ${type} | undefined;`;

/**
 * What may be set: properties by their names, with the types of the class; attributes that are called otherwise, or have
 * no property. What an attribute says may be written as text too.
 * @param {Declaration} element
 * @returns {string[]}
 */
function settings({ name: type, tagName, attributes = [], members = [] }) {
  const fields = members.filter(({ kind, static: fixed }) => kind === 'field' && !fixed);
  const known = new Set(fields.map(({ name }) => name));
  const written = new Map(attributes.map((attribute) => [attribute.name, attribute]));
  return [
    ...fields.map(({ name, description }) => {
      const value = `${type}['${name}']`;
      return line(name, written.has(name) ? `Written<${value}>` : value, description);
    }),
    ...attributes
      .filter(({ name }) => !known.has(name))
      .map(({ name, fieldName, type: own, description }) =>
        line(
          name,
          `Written<${fieldName ? `${type}['${fieldName}']` : (own?.text ?? 'string')}>`,
          description,
        ),
      ),
    ...(tagName === 'htsd-provider' ? adapterOptions.map((name) => line(name, 'string')) : []),
  ];
}

/**
 * @param {{ modules: Module[] }} manifest
 * @param {ReadonlyMap<string, EventClass>} classes
 * @returns {Record<string, string>} the files, by name
 * @throws Error where an event of the manifest has no class
 */
export function frameworkTypes(manifest, classes) {
  const elements = manifest.modules
    .flatMap(({ path, declarations = [] }) => declarations.map((declaration) => ({ ...declaration, path })))
    .filter(({ tagName }) => tagName)
    .sort((a, b) => String(a.tagName).localeCompare(String(b.tagName)));
  /** @type {Map<string, string>} */
  const imports = new Map(elements.map(({ name, path }) => [name, path]));
  const events = elements.map(({ tagName, events: own = [] }) => {
    const lines = own.map(({ name, description }) => {
      const found = classes.get(name);
      if (!found)
        throw new Error(`No class is called "${name}" in HTMLElementEventMap, but <${tagName}> sends it.`);
      imports.set(found.name, found.path);
      return line(name, found.name, description).replace('?:', ':').replace(' | undefined', '');
    });
    return `  '${tagName}': {\n${lines.join('\n')}\n  };`;
  });
  const set = elements.map((element) => `  '${element.tagName}': {\n${settings(element).join('\n')}\n  };`);
  return {
    'elements.d.ts': `${[...imports].map(([name, path]) => `import type { ${name} } from ${specifier(path)};`).join('\n')}

/** What stands in an attribute: the value, or as text, as in \`year="2025"\`. */
export type Written<Type> = Type | (Type extends number | boolean ? \`\${Type}\` : never);

/** The classes, by tag. */
export interface Elements {
${elements.map(({ tagName, name }) => `  '${tagName}': ${name};`).join('\n')}
}

/** What may be set on an element, by tag: properties, and attributes that are called otherwise. */
export interface Settings {
${set.join('\n')}
}

/** What an element says, by tag. */
export interface Events {
${events.join('\n')}
}

/** Listeners for what an element says, as a framework calls them: \`Prefix\` before the name of the event. */
export type Listeners<Tag extends keyof Elements, Prefix extends string> = {
  [Name in keyof Events[Tag] as \`\${Prefix}\${Name & string}\`]?:
    | ((event: Events[Tag][Name] & { currentTarget: Elements[Tag] }) => void)
    | undefined;
};
`,
    ...adapters,
  };
}

const adapters = {
  'react.d.ts': `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Elements, Listeners, Settings } from './elements.js';

export type * from './elements.js';

type Common<Type> = DetailedHTMLProps<HTMLAttributes<Type>, Type> & { class?: string | undefined };

/** Our elements in JSX, for React 19 and later: \`<htsd-register onhtsd-error={…} />\`. */
export type ReactElements = {
  [Tag in keyof Elements]: Omit<Common<Elements[Tag]>, keyof Settings[Tag]> & Settings[Tag] & Listeners<Tag, 'on'>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactElements {}
  }
}
`,
  'vue.d.ts': `import type { EmitFn, HTMLAttributes, ReservedProps } from 'vue';
import type { Elements, Events, Settings } from './elements.js';

export type * from './elements.js';

type Common<Tag extends keyof Elements> = Omit<HTMLAttributes, keyof Settings[Tag]> & Settings[Tag] & ReservedProps;

/** Our elements in templates: \`<htsd-register @htsd-error="…" />\`. */
export type VueElements = {
  [Tag in keyof Elements]: new () => {
    $props: Common<Tag>;
    $emit: EmitFn<{ [Name in keyof Events[Tag]]: (event: Events[Tag][Name]) => void }>;
  };
};

/** Our elements in JSX, with the names of events as Vue writes them: \`<htsd-register onHtsd-error={…} />\`. */
export type VueJsxElements = {
  [Tag in keyof Elements]: Common<Tag> & {
    [Name in keyof Events[Tag] as \`on\${Capitalize<Name & string>}\`]?: (event: Events[Tag][Name]) => void;
  };
};

declare module 'vue' {
  interface GlobalComponents extends VueElements {}
}
declare module 'vue/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements extends VueJsxElements {}
  }
}
`,
  'svelte.d.ts': `import type { HTMLAttributes } from 'svelte/elements';
import type { Elements, Listeners, Settings } from './elements.js';

export type * from './elements.js';

/** Our elements in components: \`<htsd-register onhtsd-error={…}></htsd-register>\`. */
export type SvelteElements = {
  [Tag in keyof Elements]: Omit<HTMLAttributes<Elements[Tag]>, keyof Settings[Tag]> & Settings[Tag] & Listeners<Tag, 'on' | 'on:'>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends SvelteElements {}
}
`,
};

/** @returns {Source[]} what components are written in */
function readComponents() {
  return readdirSync(new URL('components', root), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => `components/${path.replaceAll('\\', '/')}`)
    .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const manifest = JSON.parse(readFileSync(new URL('dist/custom-elements.json', root), 'utf8'));
  const folder = new URL('dist/types/frameworks/', root);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(frameworkTypes(manifest, eventClasses(readComponents()))))
    writeFileSync(new URL(name, folder), text);
}
