import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { Overlay } from '../domain/criteria-set.schema.js';
import { localise } from '../domain/overlay.js';
import { presets } from './catalog.js';

it('the overlay in docs/criteria-sets.md fits its framework set and fills a gap of it', async () => {
  const guide = await readFile(new URL('../../docs/criteria-sets.md', import.meta.url), 'utf8');
  const [, json = ''] = /```json\n([^]*?)\n```/.exec(guide) ?? [];
  const overlay = Overlay.parse(JSON.parse(json));
  const base = await presets.get(overlay.base.id, overlay.base.version);
  if (!base) throw new Error('the guide names a set that is not there');
  const localised = localise(base, overlay);
  if (!localised.ok) throw new Error(JSON.stringify(localised.issues));
  const results = localised.set.sections.find(({ id }) => id === 'ket-qua')?.criteria ?? [];
  expect(results.map(({ id, local }) => [id, local ?? false])).toEqual([
    ['ky-luat-doan-ket', false],
    ['hoan-thanh-boi-duong', false],
    ['tieu-chi-2-con-lai', true],
    ['chi-tieu-2-4', true],
    ['tieu-chi-2-muc-2', false],
  ]);
});

it('every set of the catalog has its row in docs/criteria-sets.md', async () => {
  const guide = await readFile(new URL('../../docs/criteria-sets.md', import.meta.url), 'utf8');
  const rows = guide.split('\n').filter((line) => line.startsWith('| `'));
  for (const { id, status } of await presets.list()) {
    const short = id.replace('cong-dan-hoc-tap', '');
    const row = rows.find((line) => line.includes(`\`${id}\``) || line.includes(`\`${short}\``));
    expect(row, id).toContain(`| ${status} `);
  }
});
