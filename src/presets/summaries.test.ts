import { expect, it } from 'vitest';
import { Model } from '../domain/text.schema.js';
import { summariesOf as byModel } from './model-summaries.js';
import { summaries } from './summaries.js';
import { readSets } from './read-sets.js';
import { summaryOf } from './summary-of.js';

it.each(Model.options)(
  'summaries/%s.ts is what the sets say; `npx vitest run --project unit src/presets -u` writes it anew',
  async (model) => {
    const rows = [...(await readSets()).values()]
      .filter((set) => set.model === model)
      .map((set) => `  ${JSON.stringify(summaryOf(set))},`);
    const file = [
      "import type { CriteriaSetSummary } from '../../domain/criteria-set.schema.js';",
      '',
      '/** The sets of one model as one chooses among them. Written by summaries.test.ts from the sets: change those, then run it with -u. */',
      '// oxfmt-ignore',
      'export const summaries: readonly CriteriaSetSummary[] = [',
      ...rows,
      '];',
      '',
    ].join('\n');
    await expect(file).toMatchFileSnapshot(`./summaries/${model}.ts`);
  },
);

it('lists the same by model as in one file', async () => {
  expect(await byModel()).toEqual(summaries);
  for (const model of Model.options)
    expect(await byModel(model)).toEqual(summaries.filter((one) => one.model === model));
});
