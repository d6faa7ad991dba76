import { describe, expect, it } from 'vitest';
import { exactWords, looseWords } from '../../../i18n/search-words.js';
import type { Gazetteer, Locality } from '../locality.schema.js';
import { indexPlaces, type PlaceIndex } from './index-places.js';
import { createPlaceSearch, type SearchOptions } from './search-places.js';

const words = { loose: looseWords, exact: exactWords };
const on = '2025-07-01';
const old = '2020-01-01';
const level = { Tỉnh: 'province', 'Thành phố': 'province', Huyện: 'district', 'Thị xã': 'district' } as const;
function place(code: string, fullName: string, parent?: string, more: Partial<Locality> = {}): Locality {
  const [, kind = '', name = ''] =
    /^(Tỉnh|Thành phố|Huyện|Thị xã|Thị trấn|Phường|Xã|Đặc khu) (.+)$/.exec(fullName) ?? [];
  return {
    code,
    from: on,
    level: kind in level ? level[kind as keyof typeof level] : 'commune',
    name: { vi: name },
    fullName: { vi: fullName },
    ...(parent !== undefined && { parent }),
    ...more,
  };
}
const before = { from: old, to: '2025-06-30' };
/** Invented, but for the provinces and the one example that everybody knows. */
const gazetteer: Gazetteer = {
  format: 1,
  localities: [
    place('x1', 'Thị trấn Bích Động', 'd1', before),
    place('x2', 'Xã Hòa Đông', 'd1', before),
    place('x3', 'Phường 12', 'd2', before),
    place('d1', 'Thị xã Việt Yên', '27', before),
    place('d2', 'Huyện Sen', '27', before),
    place('27', 'Tỉnh Bắc Giang', undefined, before),
    place('24', 'Tỉnh Bắc Ninh'),
    place('79', 'Thành phố Hồ Chí Minh'),
    place('90001', 'Phường Việt Yên', '24'),
    place('90002', 'Xã Sen Hồ', '24'),
    place('90003', 'Phường Hoà Đông', '24'),
    place('90004', 'Xã Hóa Đông', '79'),
    place('90005', 'Phường Sen', '79'),
    place('90006', 'Xã Bắc Ninh Thượng', '79'),
    place('90007', 'Xã Tân Sen', '79'),
    place('90008', 'Xã Lai', '24', { from: '2030-01-01' }),
  ],
  events: [
    { on, kind: 'rename', before: [`x1@${old}`], after: [`90001@${on}`] },
    { on, kind: 'divide', before: [`x2@${old}`], after: [`90003@${on}`, `90002@${on}`] },
  ],
};

function build(): PlaceIndex {
  const steps = indexPlaces(gazetteer, words, '2026-01-01');
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
const search = createPlaceSearch(build(), words);
const names = (query: string, options?: SearchOptions): string[] =>
  search(query, options).hits.map(({ place: { fullName } }) => fullName.vi);

describe('the search of places', () => {
  it.each([
    ['without accents', 'sen ho'],
    ['with them', 'Sen Hồ'],
    ['in parts', 'Sen Hồ'.normalize('NFD')],
    ['in capitals', 'XÃ SEN HỒ'],
    ['half typed', 'sen h'],
    ['with its province, in any order', 'bac ninh sen ho'],
    ['with its province behind', 'sen ho bac ninh'],
    ['by its code', '90002'],
  ])('finds one first that was written %s', (_how, query) => {
    expect(names(query)[0]).toBe('Xã Sen Hồ');
  });

  it.each([
    ['p. sen', 'Phường Sen'],
    ['x. sen ho', 'Xã Sen Hồ'],
    ['P.12', 'Phường 12'],
    ['p12', 'Phường 12'],
    ['tt bich dong', 'Thị trấn Bích Động'],
    // It was none, and is found all the same.
    ['phường bích động', 'Thị trấn Bích Động'],
    ['p. bich dong', 'Thị trấn Bích Động'],
    ['tx. viet yen', 'Thị xã Việt Yên'],
    ['tp ho chi minh', 'Thành phố Hồ Chí Minh'],
    ['hcm', 'Thành phố Hồ Chí Minh'],
    ['TPHCM', 'Thành phố Hồ Chí Minh'],
    ['h sen', 'Huyện Sen'],
  ])('reads the short sign in %s', (query, expected) => {
    expect(names(query)[0]).toBe(expected);
  });

  it('puts exact accents first, wherever the tone is written', () => {
    expect(names('hòa đông').slice(0, 3)).toEqual(['Phường Hoà Đông', 'Xã Hòa Đông', 'Xã Hóa Đông']);
    expect(names('hoá đông')[0]).toBe('Xã Hóa Đông');
    expect(names('hoa dong')).toHaveLength(3);
  });

  it('then the same name, what begins with it, what has the words, then what lies in it, then what has it inside', () => {
    expect(names('sen')).toEqual([
      ...['Phường Sen', 'Huyện Sen'],
      'Xã Sen Hồ',
      'Xã Tân Sen',
      // It lay in the district.
      'Phường 12',
    ]);
    expect(names('bac ninh').slice(0, 2)).toEqual(['Tỉnh Bắc Ninh', 'Xã Bắc Ninh Thượng']);
    expect(names('bac ninh')).toContain('Phường Việt Yên');
    expect(names('uong sen')).toEqual(['Phường Sen', 'Phường 12']);
  });

  it('leads from former places to those of today, and tells both', () => {
    const [bich, hoa] = [search('bích động').hits[0], search('xã hòa đông').hits[0]];
    expect(bich).toMatchObject({ former: true, place: { to: '2025-06-30' } });
    expect(bich?.above.map(({ fullName }) => fullName.vi)).toEqual(['Thị xã Việt Yên', 'Tỉnh Bắc Giang']);
    expect(bich?.successors.map(({ place: { fullName } }) => fullName.vi)).toEqual(['Phường Việt Yên']);
    expect(hoa?.successors.map(({ place: { code } }) => code)).toEqual(['90003', '90002']);
  });

  it('answers the best of many, says how many there are, and keeps to levels and to a place', () => {
    expect(search('x', { limit: 2 })).toMatchObject({ total: 8 });
    expect(search('x', { limit: 2 }).hits).toHaveLength(2);
    expect(names('sen', { levels: ['district'] })).toEqual(['Huyện Sen']);
    expect(names('sen', { within: '24' })).toEqual(['Xã Sen Hồ']);
    expect(names('sen', { levels: ['commune'], within: '79' })).toEqual(['Phường Sen', 'Xã Tân Sen']);
  });

  it('answers the same whether one typed on or began anew', () => {
    for (const text of [
      'phường bích động',
      'p. bich dong',
      'xx bich',
      'sen hồ bac ninh',
      'p12',
      'ho chi minh',
      'tx viet',
      'hòa đông',
      'en tr',
    ]) {
      const typing = createPlaceSearch(build(), words);
      for (let end = 1; end <= text.length; end++) {
        const query = text.slice(0, end);
        expect(typing(query)).toEqual(createPlaceSearch(build(), words)(query));
      }
    }
  });

  it('finds nothing for nothing, for strange words and for places that are yet to come', () => {
    for (const query of ['', '  .,', 'xyzq', 'sen xyzq', 'lai', '🪷']) expect(names(query)).toEqual([]);
    expect(names('a '.repeat(10_000))).toEqual(names('a a a a a a a a a a'));
  });

  it('answers the same for every order of the file', () => {
    const order = names('sen');
    gazetteer.localities.reverse();
    const turned = createPlaceSearch(
      build(),
      words,
    )('sen').hits.map(({ place: { fullName } }) => fullName.vi);
    gazetteer.localities.reverse();
    expect([...turned].sort()).toEqual([...order].sort());
    expect(turned.slice(0, 2)).toEqual(order.slice(0, 2));
  });

  it('is made in many small steps', () => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      place(String(10_000 + index), `Xã Sen ${index}`, '24'),
    );
    const steps = indexPlaces({ localities: many, events: [] }, words, on);
    let count = 0;
    while (!steps.next().done) count++;
    expect(count).toBeGreaterThanOrEqual(40);
  });
});
