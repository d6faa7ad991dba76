import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { posix } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Declaration, Module } from '../../scripts/manifest-tags.mjs';
import { filesOf, readEventTypes, readSurface, type Surface } from './public-surface.js';
import { readSources, root } from './sources.js';

const sources = readSources(['components'], /(?<!\.test)\.ts$/);
const eventTypes = readEventTypes(sources);
const kinds = ['slots', 'cssParts', 'cssProperties', 'events', 'attributes'] as const;

function analyze(): (Declaration & { folder: string })[] {
  const analyzer = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
  const options = ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'];
  execFileSync(process.execPath, [analyzer, ...options], { cwd: root });
  const manifest = JSON.parse(readFileSync(`${root}dist/custom-elements.json`, 'utf8')) as {
    modules: Module[];
  };
  return manifest.modules.flatMap(({ path, declarations = [] }) =>
    declarations
      .filter(({ tagName }) => tagName)
      .map((element) => ({ ...element, folder: posix.dirname(path) })),
  );
}

/** Names that stand on one side only: in the code without a tag, or in a tag without code. */
function compare(surface: Surface, documented: Declaration): string[] {
  return kinds.flatMap((kind) => {
    const items = documented[kind] ?? [];
    const named = new Set(items.filter(({ description }) => description?.trim()).map(({ name }) => name));
    return [
      ...surface[kind]
        .filter((name) => !named.has(name))
        .map((name) => `${kind}: "${name}" has no description`),
      ...items
        .filter(({ name }) => !surface[kind].includes(name))
        .map(({ name }) => `${kind}: "${name}" is described, but not in the code`),
    ];
  });
}

let elements: ReturnType<typeof analyze> = [];
beforeAll(() => {
  elements = analyze();
});

describe('what the tags say about an element', () => {
  it('is there for every element that is registered', () => {
    const registered = sources.flatMap(({ text }) =>
      [...text.matchAll(/^define\('([\w-]+)'/gm)].map((match) => match[1]),
    );
    expect(registered.length).toBeGreaterThan(1);
    expect(elements.map(({ tagName }) => tagName).sort()).toEqual(registered.sort());
    expect(elements.filter(({ summary }) => !summary).map(({ tagName }) => tagName)).toEqual([]);
  });

  it('agrees with the code', () => {
    const differences = elements.flatMap((element) =>
      compare(readSurface(filesOf(element.folder, sources), eventTypes), element).map(
        (difference) => `${element.tagName} ${difference}`,
      ),
    );
    expect(differences).toEqual([]);
  });
});

describe('the API page', () => {
  /** The chapter of an element in what `npm run docs` writes. */
  const chapters = new Map<string, string>();
  beforeAll(() => {
    rmSync(`${root}dist/docs/api.md`, { force: true });
    execFileSync(process.execPath, ['scripts/api-docs.mjs'], { cwd: root });
    const page = readFileSync(`${root}dist/docs/api.md`, 'utf8');
    for (const chapter of page.split(/^## /m).slice(1))
      chapters.set(/^<(.+)>$/m.exec(chapter)?.[1] ?? '', chapter);
  });

  it('has a chapter for each element, with everything that the manifest names', () => {
    expect([...chapters.keys()]).toEqual(elements.map(({ tagName }) => tagName).sort());
    const missing = elements.flatMap((element) => {
      // A vertical line would end the cell of the table.
      const rows = (chapters.get(element.tagName ?? '') ?? '').replaceAll('\\|', '/').split('\n');
      const inRow = (name: string): boolean =>
        rows.some((row) => row.startsWith('|') && row.includes(name ? `\`${name}\`` : '(default)'));
      return kinds.flatMap((kind) =>
        (element[kind] ?? [])
          .filter(({ name }) => !inRow(name))
          .map(({ name }) => `${element.tagName} ${kind}: "${name}"`),
      );
    });
    expect(missing).toEqual([]);
    const form = elements.find(({ tagName }) => tagName === 'htsd-assessment-form');
    expect(form?.attributes?.length).toBeGreaterThan(3);
    expect(form?.events?.length).toBeGreaterThan(3);
  });

  it('is made by the script that package.json calls, after the manifest, and so are the types for frameworks', () => {
    const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts['docs']).toBe(
      'npm run --silent manifest && node scripts/api-docs.mjs && node scripts/framework-types.mjs',
    );
    expect(scripts['manifest']).toContain('custom-elements-manifest.config.mjs');
  });

  it('and the manifest are built, not committed', () => {
    const ignored = readFileSync(`${root}.gitignore`, 'utf8').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['dist/', 'custom-elements.json']));
    expect(committed().filter((path) => /(^|\/)(custom-elements\.json|api\.md)$|^dist\//.test(path))).toEqual(
      [],
    );
  });
});

/** Paths that Git knows; an unpacked archive has none to know. */
function committed(): string[] {
  try {
    return execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8', stdio: 'pipe' }).split('\n');
  } catch {
    return [];
  }
}

describe('the comparison', () => {
  const file = {
    path: 'components/x/x.ts',
    text: `class HtsdSayEvent extends Event { static readonly type = 'htsd-say'; }
      class X { static properties = { model: { reflect: true }, data: { attribute: false }, now: { state: true } };
        say() { this.dispatchEvent(new HtsdSayEvent()); }
        render() { return html\`<div part="a b"><slot></slot><slot name="end"></slot></div>\`; } }
      css\`a { color: var(--htsd-ink, red) }\``,
  };
  const surface = readSurface([file], readEventTypes([file]));

  it('sees what the code shows', () => {
    expect(surface).toEqual({
      slots: ['', 'end'],
      cssParts: ['a', 'b'],
      cssProperties: ['--htsd-ink'],
      events: ['htsd-say'],
      attributes: ['model'],
    });
  });

  it('finds a missing tag, a tag too many and an empty description of every kind', () => {
    const tags = (name: string, description: string) =>
      Object.fromEntries(kinds.map((kind) => [kind, [{ name, description }]]));
    expect(compare(surface, { name: 'X', ...tags('gone', 'Not there.') })).toHaveLength(7 + 5);
    expect(compare(surface, { name: 'X', ...tags('model', '') })).toContain(
      'attributes: "model" has no description',
    );
  });
});
