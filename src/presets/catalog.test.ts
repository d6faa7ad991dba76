import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { fitsCycle } from '../domain/criteria-fit.js';
import { CriteriaSetSummary } from '../domain/criteria-set.schema.js';
import { presetKeys, presets } from './catalog.js';
import { readSets } from './read-sets.js';
import { summaryOf } from './summary-of.js';

const sets = await readSets();
const list = await presets.list();
const offered = (model: string, cycle: string): string[] =>
  list.filter((set) => set.model === model && fitsCycle(set, cycle)).map(({ id }) => id);

describe('the catalog of presets', () => {
  it('holds every set of the folder, under the name of its file', async () => {
    const files = (await readdir(new URL('./sets/', import.meta.url))).filter((name) => name.endsWith('.ts'));
    expect([...sets.keys()].sort()).toEqual(files.map((name) => name.slice(0, -3)).sort());
    expect([...sets.values()].map(({ id, version }) => `${id}@${version}`)).toEqual(presetKeys);
  });

  it('lists exactly the sets, without what is not needed to choose one', () => {
    expect(list).toEqual([...sets.values()].map(summaryOf));
    for (const summary of list) {
      expect(CriteriaSetSummary.parse(summary)).toEqual(summary);
      expect(summary).not.toHaveProperty('sections');
    }
  });

  it('gives every listed set, and the very one', async () => {
    for (const { id, version } of list) expect(await presets.get(id, version)).toBe(sets.get(id));
  });

  it('knows no other id, version or inherited name', async () => {
    expect(await presets.get('don-vi-hoc-tap-24-2023', '9.9.9')).toBeUndefined();
    expect(await presets.get('constructor', '')).toBeUndefined();
    expect(await presets.get('', '')).toBeUndefined();
  });

  it('hands out a list of its own', async () => {
    (await presets.list()).length = 0;
    expect(await presets.list()).toHaveLength(list.length);
  });
});

describe('the sets offered for a year', () => {
  it.each(['2025', '2026'])(
    'for a unit in %s: the current circular and the sample of the commune',
    (cycle) => {
      expect(offered('unit', cycle)).toEqual(['don-vi-hoc-tap-24-2023', 'don-vi-hoc-tap-xa-mau']);
    },
  );

  it('for a unit in 2022: the circular of that time, not its successor', () => {
    expect(offered('unit', '2022')).toContain('don-vi-hoc-tap-22-2020');
    expect(offered('unit', '2022')).not.toContain('don-vi-hoc-tap-24-2023');
  });

  it('for a family: the set of 2016 to 2020 in its years only', () => {
    expect(offered('family', '2020')).toEqual(['gia-dinh-hoc-tap-448']);
    expect(offered('family', '2026')).toEqual(['gia-dinh-hoc-tap-mau']);
  });

  it.each(['family', 'clan', 'community', 'unit', 'citizen'])(
    'there is one for the model %s, and none superseded',
    (model) => {
      expect(offered(model, '2026').length).toBeGreaterThan(0);
      for (const set of list.filter(({ id }) => offered(model, '2026').includes(id)))
        expect(set.superseded).toBeUndefined();
    },
  );

  it('for a citizen: one for each of the four subject groups', () => {
    const groups = list.filter(({ model }) => model === 'citizen').map(({ subjectGroup }) => subjectGroup);
    expect(groups).toEqual(['farmers', 'workers', 'officials', 'learners']);
  });
});
