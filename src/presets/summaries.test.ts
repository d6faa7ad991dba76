import { expect, it } from 'vitest';
import { CriteriaSetSummary } from '../domain/criteria-set.schema.js';
import { readSets } from './read-sets.js';

it('summaries.ts is what the sets say; `npx vitest run --project unit src/presets -u` writes it anew', async () => {
  const rows = [...(await readSets()).values()].map(
    (set) => `  ${JSON.stringify(CriteriaSetSummary.parse(set))},`,
  );
  const file = [
    "import type { CriteriaSetSummary } from '../domain/criteria-set.schema.js';",
    '',
    '/** Every set without its sections. Written by summaries.test.ts from the sets: change those, then run it with -u. */',
    '// oxfmt-ignore',
    'export const summaries: readonly CriteriaSetSummary[] = [',
    ...rows,
    '];',
    '',
  ].join('\n');
  await expect(file).toMatchFileSnapshot('./summaries.ts');
});
