import { fileOf, phpOf, type PhpValue } from './php.js';

/** What of `custom-elements.json` is needed here. */
export interface Manifest {
  modules: {
    declarations?: {
      tagName?: string;
      attributes?: { name: string; type?: { text: string } }[];
    }[];
  }[];
}

/** A component of the library, and the attributes that a placeholder may set. */
export type Doors = ReadonlyMap<string, { attributes: readonly string[]; wraps?: boolean }>;

/**
 * Attributes that say in whose name something is done, or tell the person something in the site's own words: only content
 * of teachers and administrators may set them.
 */
const trusted: ReadonlySet<string> = new Set([
  ...['subject-name', 'parent-organisation', 'head-name', 'head-position', 'label', 'place', 'place-code'],
  ...['controller', 'controller-contact', 'retention'],
  ...['issuer-id', 'issuer-name', 'signer', 'signer-position', 'link', 'from-address'],
]);

/** Where an attribute leads to an address, a text that anybody may write must not set it. */
const isAddress = (name: string): boolean => /(^|-)(href|src|url)$/.test(name);

/** What an attribute takes: one of some words, a number, a flag or any text. */
function kindOf(type = 'string'): PhpValue {
  const parts = type.split('|').map((part) => part.trim());
  const words = parts.flatMap((part) => /^'([\w-]+)'$/.exec(part)?.[1] ?? []);
  const rest = parts.filter((part) => !/^('[\w-]+'|undefined|null)$/.test(part));
  if (words.length > 0 && rest.length === 0) return words;
  if (parts.includes('number')) return 'number';
  return parts.includes('boolean') ? 'flag' : 'text';
}

/** What texts may place in a page, as PHP: `filter_htsd/classes/local/components.php`. */
export function componentsPhp(manifest: Manifest, doors: Doors): string {
  const declared = new Map(
    manifest.modules
      .flatMap(({ declarations = [] }) => declarations)
      .flatMap(({ tagName, attributes = [] }) => (tagName ? [[tagName, attributes] as const] : [])),
  );
  const components: Record<string, PhpValue> = {};
  const used = new Set<string>();
  for (const [tag, { attributes, wraps }] of [...doors].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const known = declared.get(tag);
    // What stands around others would hold the rest of the page.
    if (!known || wraps) continue;
    const offered = attributes.flatMap((name) => {
      const attribute = known.find((one) => one.name === name);
      return attribute && !isAddress(name) ? [[name, kindOf(attribute.type?.text)] as const] : [];
    });
    for (const [name] of offered) if (trusted.has(name)) used.add(name);
    components[tag.replace('htsd-', '')] = Object.fromEntries(offered);
  }
  return fileOf(
    'What a text may place in a page. Made out of custom-elements.json by `npm run build:moodle`.',
    'filter_htsd',
    `namespace filter_htsd\\local;\n\n` +
      `/**\n * Components and their attributes.\n */\nclass components {\n` +
      `    /** @var array What each attribute of each component takes: words, or number, flag or text. */\n` +
      `    public const ALL = ${phpOf(components, 1)};\n\n` +
      `    /** @var array Attributes that only content of teachers and administrators may set. */\n` +
      `    public const TRUSTED = ${phpOf([...used].sort(), 1)};\n}\n`,
  );
}
