/** Small pieces of a build put together: everybody waits for fewer files, gets little beside, and nothing goes in circles. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallTogether } from './small-chunks.mjs';

/** Modules by number: its size, which later ones each needs at once, and which any it asks for on demand. */
type Module = { size: number; needs: number[]; asks: number[] };

const limits = { small: 400, alongside: 300 };
const graphs: fc.Arbitrary<Module[]> = fc.integer({ min: 4, max: 40 }).chain((count) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, at) => {
      const later = fc.integer({ min: Math.min(at + 1, count - 1), max: count - 1 });
      return fc.record({
        size: fc.integer({ min: 1, max: 600 }),
        needs: fc.uniqueArray(later, { maxLength: at < count - 1 ? 3 : 0 }),
        asks: fc.uniqueArray(fc.integer({ min: 1, max: count - 1 }), { maxLength: at % 3 ? 0 : 3 }),
      });
    }),
  ),
);

const name = (at: number): string => `/m${at}.js`;
const number = (id: string): number => Number(/\d+/.exec(id)?.[0]);

function contextOf(graph: Module[]): Parameters<typeof smallTogether>[1] {
  const infos = new Map(
    graph.map(({ size, needs, asks }, at) => [
      name(at),
      { code: 'x'.repeat(size), importedIds: needs.map(name), dynamicallyImportedIds: asks.map(name) },
    ]),
  );
  // What it is asked for is all that a bundler tells it.
  return { getModuleInfo: (id: string) => infos.get(id) ?? null } as Parameters<typeof smallTogether>[1];
}

/** All that comes with a module at once. */
function comesWith(graph: Module[], at: number, found = new Set<number>()): Set<number> {
  if (found.has(at)) return found;
  found.add(at);
  for (const next of graph[at]!.needs) comesWith(graph, next, found);
  return found;
}

function rootsOf(graph: Module[]): number[] {
  const roots = new Set([0]);
  for (const root of roots)
    for (const at of comesWith(graph, root)) for (const asked of graph[at]!.asks) roots.add(asked);
  return [...roots];
}

/** Files as a bundler makes them: what has a place lies there, the rest with what the same roots need. */
function filesOf(graph: Module[], places: Map<string, string>): Map<number, string> {
  const roots = rootsOf(graph);
  const by = roots.map((root) => comesWith(graph, root));
  return new Map(
    graph.flatMap((_, at) => {
      const users = roots.filter((_root, index) => by[index]!.has(at));
      return users.length ? [[at, places.get(name(at)) ?? `for ${users.join()}`] as const] : [];
    }),
  );
}

/** Files that come with each root. */
function loads(graph: Module[], files: Map<number, string>, root: number): Set<string> {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const [at, of] of files)
      if (of === file) for (const next of graph[at]!.needs) visit(files.get(next)!);
  };
  visit(files.get(root)!);
  return found;
}

const sizeOf = (graph: Module[], files: Map<number, string>, which: Set<string>): number =>
  [...files].reduce((sum, [at, file]) => sum + (which.has(file) ? graph[at]!.size : 0), 0);

describe('small pieces put together', () => {
  it('save files, give nobody more than is allowed, and leave what is asked for alone', () => {
    let saved = 0;
    fc.assert(
      fc.property(graphs, (graph) => {
        const places = smallTogether([name(0)], contextOf(graph), limits);
        const [before, after] = [filesOf(graph, new Map()), filesOf(graph, places)];
        const roots = rootsOf(graph);
        for (const root of roots) expect(places.has(name(root)), 'a root keeps its file').toBe(false);
        for (const root of roots) {
          const [had, has] = [loads(graph, before, root), loads(graph, after, root)];
          expect(has.size).toBeLessThanOrEqual(had.size);
          expect(sizeOf(graph, after, has)).toBeLessThanOrEqual(
            sizeOf(graph, before, had) + limits.alongside,
          );
          saved += had.size - has.size;
        }
      }),
      { numRuns: 300 },
    );
    expect(saved, 'files that nobody waits for any more').toBeGreaterThan(50);
  });

  it('never go in a circle', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const files = filesOf(graph, smallTogether([name(0)], contextOf(graph), limits));
        for (const [at, file] of files)
          for (const next of graph[at]!.needs) {
            const other = files.get(next)!;
            if (other === file) continue;
            const back = loads(graph, files, next);
            expect(back.has(file), `${file} and ${other} need each other`).toBe(false);
          }
      }),
      { numRuns: 300 },
    );
  });

  it('keep what has a place in it, and put nothing else there', () => {
    fc.assert(
      fc.property(graphs, fc.nat(), (graph, seed) => {
        const at = seed % graph.length;
        const placeOf = (id: string): string | undefined => (number(id) === at ? 'fixed' : undefined);
        const places = smallTogether([name(0)], contextOf(graph), limits, placeOf);
        const there = [...places].filter(([, place]) => place === 'fixed').map(([id]) => id);
        expect(there).toEqual(filesOf(graph, places).has(at) ? [name(at)] : []);
      }),
    );
  });

  it('leave in the file of an entry only what is its own, where its names are an interface', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const places = smallTogether([name(0)], contextOf(graph), { ...limits, apart: true });
        const roots = rootsOf(graph);
        const shared = [...comesWith(graph, 0)].filter(
          (at) => at !== 0 && roots.some((root) => root !== 0 && comesWith(graph, root).has(at)),
        );
        for (const at of shared) expect(places.has(name(at))).toBe(true);
      }),
    );
  });
});
