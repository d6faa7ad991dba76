import { expect, it } from 'vitest';
import { palette } from '../../src/badge-art/palette.js';
import { readSources } from './sources.js';

it('pictures and pages of the server have the colours that components have where a host says nothing', () => {
  const [tokens] = readSources(['components/base'], /tokens\.styles\.ts$/);
  const said = [...tokens!.text.matchAll(/'--htsd-([\w-]+)': \['(#\w+)', '(#\w+)'\]/g)].map(
    ([, name, light, dark]) => [name, [light, dark]],
  );
  expect(Object.fromEntries(said)).toEqual(palette);
});
