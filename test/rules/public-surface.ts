import { posix } from 'node:path';
import ts from 'typescript';
import { readImports } from './read-imports.js';
import type { Source } from './sources.js';

/** What a page can see of an element from outside, by kind; the default slot has the name ''. */
export interface Surface {
  slots: string[];
  cssParts: string[];
  cssProperties: string[];
  events: string[];
  attributes: string[];
}

/** The files of a component: its folder, and what these import from the base (style sheets, controllers). */
export function filesOf(folder: string, sources: readonly Source[]): Source[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const found = new Set(sources.filter(({ path }) => path.startsWith(`${folder}/`)));
  for (const { path, text } of found) {
    for (const { specifier, kind } of readImports(path, text)) {
      if (kind === 'type' || !specifier.startsWith('.')) continue;
      const target = posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts');
      const source = byPath.get(target);
      if (source && target.startsWith('components/')) found.add(source);
    }
  }
  return [...found];
}

/** Event classes of all sources: name of the class to the type it is dispatched with. */
export function readEventTypes(sources: readonly Source[]): Map<string, string> {
  const types = new Map<string, string>();
  for (const { path, text } of sources) {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
    for (const statement of file.statements) {
      if (!ts.isClassDeclaration(statement) || !statement.name) continue;
      const type = statement
        .getText(file)
        .match(
          /\bstatic\s+(?:override\s+)?(?:readonly\s+)?type\s*=\s*'(htsd-[a-z-]+)'|\bsuper\(\s*'(htsd-[a-z-]+)'/,
        );
      const name = type?.[1] ?? type?.[2];
      if (name) types.set(statement.name.text, name);
    }
  }
  return types;
}

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');
const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** Reads from the code of a component what a page can see of it. */
export function readSurface(files: readonly Source[], eventTypes: ReadonlyMap<string, string>): Surface {
  const text = files.map((file) => file.text.replace(/\/\*[^]*?\*\//g, '')).join('\n');
  const dispatched = matches(text, /\bnew (\w+)\(/g).flatMap((name) => eventTypes.get(name) ?? []);
  return {
    slots: unique(matches(text, /<slot(?:\s+name="([\w-]+)")?[\s>]/g)),
    cssParts: unique(matches(text, /\spart="([^"]+)"/g).flatMap((parts) => parts.split(/\s+/))),
    cssProperties: unique(matches(text, /(?:var\(\s*|')(--htsd-[\w-]+)/g)),
    events: unique(dispatched),
    attributes: unique(readAttributes(files)),
  };
}

/** Attributes that a class observes, by its `static properties`, and those that its parts read when they are needed. */
function readAttributes(files: readonly Source[]): string[] {
  const found: string[] = [];
  for (const { path, text } of files) {
    found.push(...matches(text, /\bform\.getAttribute\('([\w-]+)'\)/g));
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      const table =
        ts.isPropertyDeclaration(node) && node.name.getText() === 'properties' ? node.initializer : undefined;
      if (table && ts.isObjectLiteralExpression(table)) {
        for (const entry of table.properties) {
          // Spread in: what is drawn from inside the element.
          if (!ts.isPropertyAssignment(entry)) continue;
          const options = entry.initializer.getText();
          if (/attribute:\s*false|state:\s*true/.test(options)) continue;
          found.push(/attribute:\s*'([\w-]+)'/.exec(options)?.[1] ?? entry.name.getText().toLowerCase());
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}
