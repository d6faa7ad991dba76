import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { root } from './sources.js';

const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

it('a container has all that the server hands out, and the program that the units start', () => {
  const { bin } = JSON.parse(read('package.json')) as { bin: Record<string, string> };
  const program = bin['htsd-server']!.slice('./'.length);
  const container = read('docs/deploy/htsd-server.containerfile');
  const copied = [...container.matchAll(/^COPY --from=build (.*) \S+$/gm)].flatMap(([, from]) =>
    from!.split(' '),
  );
  const has = (file: string): boolean =>
    copied.some((from) => {
      const [folder, ending] = from.split('*');
      if (ending === undefined) return `/src/${file}` === from || `/src/${file}`.startsWith(`${from}/`);
      const name = `/src/${file}`.slice(folder!.length);
      return `/src/${file}`.startsWith(folder!) && name.endsWith(ending) && !name.includes('/');
    });
  const handedOut = ['dist', 'dist/chunks'].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
      .map(({ name }) => `${folder}/${name}`),
  );
  expect(handedOut).toContain('dist/htsd.js');
  expect([...handedOut, program, 'package.json'].filter((file) => !has(file))).toEqual([]);
  expect(container).toContain(`ENTRYPOINT ["node", "/app/${program}"]`);
  for (const unit of ['server', 'retention'])
    expect(read(`docs/deploy/htsd-${unit}.service`)).toContain(`/opt/htsd/${program}`);
});
