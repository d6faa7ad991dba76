import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listFiles, root } from './sources.js';

const plugin = 'embed/moodle/local_htsd';
const read = (path: string): string => readFileSync(root + path, 'utf8');

/** Tables as one line for each field, key and index. */
function linesOf(xml: string): Set<string> {
  const lines = new Set<string>();
  for (const [, table = '', body = ''] of xml.matchAll(/<TABLE NAME="(\w+)"[^>]*>(.*?)<\/TABLE>/gs))
    for (const [, kind = '', attributes = ''] of body.matchAll(/<(FIELD|KEY|INDEX) ([^>]*?)\/>/g)) {
      const of = (name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
      const rest =
        kind === 'FIELD'
          ? [of('TYPE'), of('LENGTH'), of('NOTNULL'), of('DEFAULT')].join(' ')
          : `${of('UNIQUE') || of('TYPE')} ${of('FIELDS')}`;
      lines.add(`${table} ${kind} ${of('NAME')} ${rest}`);
    }
  return lines;
}

interface Step {
  from: number;
  savepoint: number;
  /** As `linesOf` writes what it adds. */
  adds: string[];
}

/** The steps of `upgrade.php`; only what is written as there is understood. */
function stepsOf(php: string): Step[] {
  return [...php.matchAll(/^ {4}if \(\$oldversion < (\d+)\) \{\n(.*?)^ {4}\}\n/gms)].map(
    ([, from = '', body = '']) => {
      const tables = new Map(
        [...body.matchAll(/(\$\w+) = new xmldb_table\('(\w+)'\)/g)].map(([, name = '', table = '']) => [
          name,
          table,
        ]),
      );
      const indexes = new Map(
        [
          ...body.matchAll(
            /(\$\w+) = new xmldb_index\('([\w-]+)', XMLDB_INDEX_(NOT)?UNIQUE, \[([^\]]*)\]\)/g,
          ),
        ].map(([, name = '', index = '', not, fields = '']) => [
          name,
          `INDEX ${index} ${not ? 'false' : 'true'} ${fields.replaceAll("'", '')}`,
        ]),
      );
      const adds = [...body.matchAll(/->add_index\((\$\w+), (\$\w+)\)/g)].map(
        ([, table = '', index = '']) => `${tables.get(table) ?? '?'} ${indexes.get(index) ?? '?'}`,
      );
      const [, savepoint = ''] =
        /upgrade_plugin_savepoint\(true, (\d+), 'local', 'htsd'\);\n$/.exec(body) ?? [];
      return { from: Number(from), savepoint: Number(savepoint), adds };
    },
  );
}

const steps = stepsOf(read(`${plugin}/db/upgrade.php`));
const version = Number(/version = (\d+);/.exec(read(`${plugin}/version.php`))?.[1]);
const today = linesOf(read(`${plugin}/db/install.xml`));

describe('the plugin for Moodle, over an older version', () => {
  it('goes up step by step, each with its savepoint, to no further than its own version', () => {
    expect(steps.length).toBeGreaterThan(0);
    for (const { from, savepoint } of steps) expect(savepoint).toBe(from);
    const points = steps.map(({ savepoint }) => savepoint);
    expect(points).toEqual([...new Set(points)].sort((a, b) => a - b));
    expect(points.at(-1)).toBeLessThanOrEqual(version);
  });

  const released = listFiles('test/fixtures/moodle').flatMap((path) => {
    const [, number] = /install-(\d+)\.xml$/.exec(path) ?? [];
    return number === undefined ? [] : [{ number: Number(number), path }];
  });

  it('is a higher version than any that was given out', () => {
    expect(released.length).toBeGreaterThan(0);
    for (const { number } of released) expect(version).toBeGreaterThan(number);
  });

  it.each(released)('comes from the tables of $number to those of a new site', ({ number, path }) => {
    const before = linesOf(read(path));
    expect(before.size).toBeGreaterThan(40);
    const added = steps.filter(({ from }) => number < from).flatMap(({ adds }) => adds);
    expect([...before, ...added].sort()).toEqual([...today].sort());
  });
});
