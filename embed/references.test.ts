import { describe, expect, it } from 'vitest';
import { admin, command } from '../src/backend/conformance/scene.js';
import { createMemoryAdapter } from '../src/backend/memory/memory-adapter.js';
import { placeFaults } from '../src/domain/area/place-faults.js';
import { searchable } from '../src/domain/area/searchable.js';
import { presets } from '../src/presets/catalog.js';

const open = () => createMemoryAdapter({ actor: admin, catalog: presets });
const target = 'qd-387.gia-dinh.2025';

describe('what comes along, where nothing was entered', () => {
  it('answers the provinces, what is counted, and the national targets', async () => {
    const backend = open();
    const { items: parts } = await backend.query('places.list', {});
    expect(parts.map(({ id, version }) => [id, version])).toEqual([['nation', 0]]);
    expect(new Set(parts[0]?.localities.map(({ code }) => code)).size).toBe(34);
    const { items: targets } = await backend.query('targets.list', { indicator: 'gia-dinh' });
    expect(targets.find(({ id }) => id === target)).toMatchObject({ version: 0, target: { value: 7_000 } });
    const { items: indicators } = await backend.query('indicators.list', {});
    expect(indicators.some(({ id }) => id === 'gia-dinh')).toBe(true);
  });

  it('holds the plan of one province beside them, and takes a count whose total nobody told', async () => {
    const backend = open();
    const { items } = await backend.query('targets.list', { indicator: 'gia-dinh' });
    expect(items.filter(({ target: { locality } }) => locality === '26').map(({ id }) => id)).toEqual([
      'vinh-phuc.gia-dinh.2025',
    ]);
    const told = { asOf: '2025-12-31', count: 200_000, source: 'Báo cáo' };
    const place = '25@2025-07-01';
    const id = `gia-dinh:${place}:2025-12-31`;
    const payload = { indicator: 'gia-dinh', place, figure: told };
    expect((await backend.execute([command('indicator.report', id, 0, payload)]))[0]).toMatchObject({
      status: 'applied',
    });
    const { items: figures } = await backend.query('figures.list', {});
    expect(figures.map(({ figure }) => figure)).toEqual([told]);
  });

  it('stands below what is entered, and comes back when that is dropped', async () => {
    const backend = open();
    const known = async () => (await backend.query('targets.list', {})).items.find(({ id }) => id === target);
    const { id: _id, ...fields } = (await known())!.target;
    const act = async (...args: Parameters<typeof command<'target.set' | 'target.drop'>>) =>
      (await backend.execute([command(...args)]))[0];
    expect(await act('target.set', target, 0, { ...fields, value: 7_100 })).toMatchObject({
      status: 'applied',
    });
    expect(await known()).toMatchObject({ version: 1, target: { value: 7_100 } });
    expect(await act('target.drop', target, 1, {})).toMatchObject({ status: 'applied' });
    expect(await known()).toMatchObject({ version: 2, target: { value: 7_000 } });
    expect(await act('target.set', target, 2, { ...fields, value: 7_200 })).toMatchObject({
      status: 'applied',
    });
    const other = { ...fields, indicator: 'khong-co' };
    expect(await act('target.set', 'khac', 0, other)).toMatchObject({ code: 'invalid', path: ['indicator'] });
  });

  it('is what imported places are checked against', async () => {
    const backend = open();
    const commune = {
      ...{ code: '07210', from: '2025-07-01', level: 'commune' as const },
      ...{ name: { vi: 'Sen Hồ' }, fullName: { vi: 'Xã Sen Hồ' }, parent: '24' },
    };
    const send = async (part: string, more: object = {}) =>
      (
        await backend.execute([
          command('locality.import', part, 0, { localities: [{ ...commune, ...more }], events: [] }),
        ])
      )[0];
    expect(await send('98')).toMatchObject({ status: 'rejected', path: ['record'] });
    const refused = await send('24', { parent: '98' });
    expect(refused?.status === 'rejected' && placeFaults(refused)).toEqual([
      { code: 'orphan', key: '07210@2025-07-01' },
    ]);
    expect(await send('24')).toMatchObject({ status: 'applied' });
    expect((await backend.query('places.list', {})).items.map(({ id }) => id)).toEqual(['24', 'nation']);
  });
});

describe('words of a search', () => {
  it.each([
    ['Gia đình ông  Nguyễn Văn Hòa', 'gia dinh ong nguyen van hoa'],
    ['HOÀ', 'hoa'],
    ['Đặng Thị Ú'.normalize('NFD'), 'dang thi u'],
  ])('%s', (text, found) => expect(searchable(text)).toBe(found));
});
