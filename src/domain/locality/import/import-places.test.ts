import { describe, expect, it } from 'vitest';
import { communesByProvince, provinces } from '../../../presets/provinces.js';
import { lintGazetteer } from '../lint-gazetteer.js';
import { createPlaces } from '../places.js';
import { importPlaces, type ImportedPlaces, type ImportOptions } from './import-places.js';

const bytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value, null, 1));
const run = (values: unknown[], options: Partial<ImportOptions> = {}): ImportedPlaces =>
  importPlaces(
    values.map((value, index) => ({ name: `f${index}.json`, bytes: bytes(value) })),
    { base: provinces, ...options },
  );
const codes = ({ remarks }: ImportedPlaces): string[] => remarks.map(({ code }) => code);
const added = ({ gazetteer }: ImportedPlaces): string[] =>
  gazetteer.localities
    .slice(provinces.localities.length)
    .map(({ code, from, to, fullName, parent }) => [code, from, to, fullName.vi, parent].join(' '));
const events = ({ gazetteer }: ImportedPlaces): string[] =>
  gazetteer.events
    .slice(provinces.events.length)
    .map(({ kind, before, after }) => `${kind} ${before.join('+')} > ${after.join('+')}`);

/** Communes that do not exist, in a province that does. */
const nested = [
  {
    Type: 'province',
    Code: '24',
    Name: 'Bắc Ninh',
    FullName: 'Tỉnh Bắc Ninh',
    CodeName: 'bac_ninh',
    Wards: [
      {
        Code: '90001',
        Name: 'Sen Trắng',
        NameEn: 'Sen Trang',
        FullName: 'Phường Sen Trắng',
        ProvinceCode: '24',
      },
      { Code: '90002', Name: 'Hoà Sơn', FullName: 'Xã Hoà Sơn', ProvinceCode: '24' },
    ],
  },
];
const row = (
  [oldCode, oldName]: [unknown, string | null],
  [newCode, newName]: [unknown, string | null],
  more: object = {},
): object => ({
  old_ward_code: oldCode,
  old_ward_name: oldName,
  old_district_name: 'Huyện Sen Hồ',
  old_province_name: 'Tỉnh Bắc Giang',
  new_ward_code: newCode,
  new_ward_name: newName,
  new_province_name: 'Bắc Ninh',
  created_at: '2025-07-02 14:28:29',
  ...more,
});

describe('provinces with their communes', () => {
  it('are read with their names, and become places of the day on which the two tiers began', () => {
    const result = run([nested]);
    expect(codes(result)).toEqual([]);
    expect(added(result)).toEqual([
      '90001 2025-07-01  Phường Sen Trắng 24',
      '90002 2025-07-01  Xã Hoà Sơn 24',
    ]);
    expect(result.gazetteer.localities.find(({ code }) => code === '90001')).toMatchObject({
      level: 'commune',
      name: { vi: 'Sen Trắng' },
      fullName: { vi: 'Phường Sen Trắng' },
    });
  });

  it.each<[string, unknown]>([
    [
      'without short names',
      [
        {
          Code: '24',
          FullName: 'Tỉnh Bắc Ninh',
          Wards: [{ Code: '90002', FullName: 'Xã Hoà Sơn', ProvinceCode: '24' }],
        },
      ],
    ],
    [
      'in small letters, with numbers for codes and the kind in a field',
      [
        {
          name: 'Tỉnh Bắc Ninh',
          code: 24,
          division_type: 'tỉnh',
          wards: [{ name: 'Hoà Sơn', code: 90002.0, division_type: 'xã', province_code: 24 }],
        },
      ],
    ],
    [
      'as tables of an export',
      [
        { type: 'header', version: '1' },
        {
          type: 'table',
          name: 'provinces',
          data: [{ id: '1', province_code: '24', name: 'Bắc Ninh', code: 'BNH', place_type: 'Tỉnh' }],
        },
        {
          type: 'table',
          name: 'wards',
          data: [{ id: '1', ward_code: '90002', name: 'Xã Hoà Sơn', province_code: '24' }],
        },
      ],
    ],
    [
      'as a flat list',
      {
        data: [
          { code: '90002', name: 'Hoà Sơn', unit: 'Xã', province_code: '24', province_name: 'Bắc Ninh' },
        ],
      },
    ],
    [
      'one record after another',
      '{"Code":"24","FullName":"Tỉnh Bắc Ninh","Wards":[{"Code":"90002","FullName":"Xã Hoà Sơn"}]}\n',
    ],
    [
      'with a mark at the beginning',
      '\uFEFF[{"Code":"24","FullName":"Tỉnh Bắc Ninh","Wards":[{"Code":"90002","FullName":"Xã Hoà Sơn"}]}]',
    ],
  ])('are read %s', (_name, value) => {
    const result = run([value]);
    expect(result.failed).toBe(false);
    expect(added(result)).toEqual(['90002 2025-07-01  Xã Hoà Sơn 24']);
  });

  it('with districts between are those of before', () => {
    const result = run([
      [
        {
          code: 27,
          name: 'Tỉnh Bắc Ninh',
          districts: [{ code: 999, name: 'Huyện Sen Hồ', wards: [{ code: 123, name: 'Xã Hoà Sơn' }] }],
        },
      ],
    ]);
    expect(added(result)).toEqual([
      '27 2020-01-01 2025-06-30 Tỉnh Bắc Ninh ',
      '999 2020-01-01 2025-06-30 Huyện Sen Hồ 27',
      '00123 2020-01-01 2025-06-30 Xã Hoà Sơn 999',
    ]);
    expect(codes(result)).toEqual(['padded-code']);
  });

  it('tell of what does not fit by line and path, and take the rest', () => {
    const ward = (more: object): object => ({
      Code: '90003',
      FullName: 'Xã Ba',
      ProvinceCode: '24',
      ...more,
    });
    const result = run([
      [
        {
          Code: '24',
          FullName: 'Tỉnh Bắc Ninh',
          Wards: [
            ward({}),
            ward({ Code: '' }),
            ward({ Code: '9;9' }),
            ward({ Code: '90004', FullName: null }),
            ward({ Code: '90005', ProvinceCode: '25' }),
            ward({}),
            ward({ FullName: 'Xã Khác' }),
            'Xã Lạc',
          ],
        },
        { Code: '99', FullName: 'Tỉnh Không Có', Wards: [ward({ Code: '90009', ProvinceCode: '99' })] },
      ],
    ]);
    expect(result.remarks.map(({ line, path, code }) => [line, path, code])).toEqual([
      [11, '[0].Wards[1]', 'missing-code'],
      [16, '[0].Wards[2]', 'bad-code'],
      [21, '[0].Wards[3]', 'missing-name'],
      [26, '[0].Wards[4]', 'parent-differs'],
      [0, '[0].Wards[7]', 'not-a-record'],
      [31, '[0].Wards[5]', 'twice'],
      [36, '[0].Wards[6]', 'reused'],
      [44, '[1]', 'unknown-province'],
    ]);
    expect(result.remarks.at(-1)?.params).toEqual({ name: 'Tỉnh Không Có', code: '99', n: 1 });
    expect(added(result)).toEqual(['90003 2025-07-01  Xã Ba 24']);
    expect(result).toMatchObject({ failed: true, sound: true });
  });

  it('are counted against the official list', () => {
    const result = run([nested], { expected: communesByProvince });
    expect(result.remarks).toMatchObject([{ code: 'count', params: { code: '24', n: 2, expected: 99 } }]);
  });
});

describe('rows from old to new', () => {
  it('become old places with their districts, new places, and what became of which', () => {
    const result = run([
      nested,
      [
        row(['00011', 'Thị trấn Sen'], ['90001', 'Phường Sen Trắng']),
        row(['00012', 'Xã Hồ'], ['90001', 'Phường Sen Trắng']),
        row(['00013', 'Xã Hòa Sơn'], ['90002', 'Xã Hoà Sơn']),
      ],
    ]);
    expect(codes(result)).toEqual(['province-partial']);
    expect(added(result)).toEqual([
      'tinh.bac-giang 2020-01-01 2025-06-30 Tỉnh Bắc Giang ',
      'huyen.huyen-sen-ho.bac-giang 2020-01-01 2025-06-30 Huyện Sen Hồ tinh.bac-giang',
      '00011 2020-01-01 2025-06-30 Thị trấn Sen huyen.huyen-sen-ho.bac-giang',
      '00012 2020-01-01 2025-06-30 Xã Hồ huyen.huyen-sen-ho.bac-giang',
      '00013 2020-01-01 2025-06-30 Xã Hòa Sơn huyen.huyen-sen-ho.bac-giang',
      '90001 2025-07-01  Phường Sen Trắng 24',
      '90002 2025-07-01  Xã Hoà Sơn 24',
    ]);
    expect(events(result)).toEqual([
      'merge 00011@2020-01-01+00012@2020-01-01 > 90001@2025-07-01',
      'move 00013@2020-01-01 > 90002@2025-07-01',
    ]);
    const places = createPlaces(result.gazetteer);
    expect(places.successors('00011@2020-01-01', '2026-01-01').map(({ code }) => code)).toEqual(['90001']);
    expect(lintGazetteer(result.gazetteer)).toEqual([]);
  });

  it('tell divisions, with shares where these come to 1 or to 100', () => {
    const parts = (a: unknown, b: unknown): ImportedPlaces =>
      run([
        [
          row(['00011', 'Xã Sen'], ['90001', 'Xã Sen Trắng'], { share: a }),
          row(['00011', 'Xã Sen'], ['90002', 'Xã Hoà Sơn'], { share: b }),
          row(['00012', 'Xã Hồ'], ['90002', 'Xã Hoà Sơn'], { share: 100 }),
        ],
      ]);
    const shares = (result: ImportedPlaces): unknown =>
      result.gazetteer.events.find(({ kind }) => kind === 'divide')?.shares?.[0];
    const result = parts('35,5 %', '64,5 %');
    expect(events(result)).toEqual([
      'divide 00011@2020-01-01 > 90001@2025-07-01+90002@2025-07-01',
      'merge 00012@2020-01-01 > 90002@2025-07-01',
    ]);
    expect(result.sound).toBe(true);
    expect(shares(result)).toMatchObject({
      parts: { '90001@2025-07-01': 355, '90002@2025-07-01': 645 },
      sum: 1000,
    });
    expect(shares(parts(0.1, 0.9))).toMatchObject({ parts: { '90001@2025-07-01': 1 }, sum: 10 });
    for (const [a, b, code] of [
      [60, 41, 'shares-sum'],
      ['một nửa', 'một nửa', 'shares-sum'],
      [60, null, 'shares-partial'],
    ] as const) {
      const wrong = parts(a, b);
      expect(codes(wrong)).toContain(code);
      expect(shares(wrong)).toBeUndefined();
      expect(wrong.sound).toBe(true);
    }
    expect(parts(60, 41).remarks.find(({ code }) => code === 'shares-sum')?.params['found']).toBe('101');
  });

  it.each<[string, unknown]>([
    [
      'in camel case, with codes in the names',
      [
        {
          province: 'Tỉnh Bắc Ninh (24)',
          newWard: 'Xã Hoà Sơn',
          newWardCode: '90002',
          oldWard: 'Xã Hồ',
          oldWardCode: '00012',
          district: 'Huyện Sen Hồ (999)',
          oldProvince: 'Tỉnh Bắc Giang (27)',
        },
      ],
    ],
    [
      'by codes of old places as keys',
      {
        metadata: { total: 1 },
        wards: {
          '00012': {
            old_ward_id: '00012',
            old_ward_name: 'Xã Hồ',
            old_district_id: '999',
            old_district_name: 'Huyện Sen Hồ',
            old_province_id: '27',
            old_province_name: 'Tỉnh Bắc Giang',
            new_ward_id: '90002',
            new_ward_name: 'Xã Hoà Sơn',
            new_province_id: '11',
            new_province_name: 'Tỉnh Bắc Ninh',
          },
        },
      },
    ],
    [
      'as lists of old places in the new ones',
      {
        wards: [
          {
            new_ward_code: '90002',
            new_ward_name: 'Xã Hoà Sơn',
            new_province_name: 'Bắc Ninh',
            old_wards: [
              {
                old_ward_code: 12,
                old_ward_name: 'Xã Hồ',
                old_district_code: 999,
                old_district_name: 'Huyện Sen Hồ',
                old_province_code: 27,
                old_province_name: 'Tỉnh Bắc Giang',
              },
            ],
          },
        ],
      },
    ],
    [
      'with the quotes of a database, kinds apart',
      [
        {
          '`new_ward_code`': '90002',
          '`new_ward_name`': 'Hoà Sơn',
          '`new_ward_type`': 'xã',
          '`new_province_name`': 'Bắc Ninh',
          '`ward_code_old`': '12.0',
          '`ward_name_old`': 'Xã Hồ',
          '`district_code_old`': '999',
          '`district_name_old`': 'Huyện Sen Hồ',
          '`city_code_old`': '27',
          '`city_name_old`': 'Tỉnh Bắc Giang',
          newWardLat: 21.1,
        },
      ],
    ],
  ])('are read %s', (_name, value) => {
    const result = run([value]);
    expect(result).toMatchObject({ failed: false, sound: true });
    expect(added(result).sort()).toEqual([
      '00012 2020-01-01 2025-06-30 Xã Hồ 999',
      '27 2020-01-01 2025-06-30 Tỉnh Bắc Giang ',
      '90002 2025-07-01  Xã Hoà Sơn 24',
      '999 2020-01-01 2025-06-30 Huyện Sen Hồ 27',
    ]);
    expect(events(result)).toEqual(['rename 00012@2020-01-01 > 90002@2025-07-01']);
  });

  it('without a code find the place by its name, or give it a code of its own that never changes', () => {
    const result = run([
      [
        row([null, 'Xã Hồ'], ['90001', 'Phường Sen Trắng']),
        row(['00012', 'Xã Hồ'], ['90002', 'Xã Hoà Sơn']),
        row([null, 'Thị trấn Hồ'], ['90002', 'Xã Hoà Sơn']),
      ],
    ]);
    expect(codes(result)).toEqual(['local-code', 'province-partial']);
    expect(events(result)).toEqual([
      'divide 00012@2020-01-01 > 90002@2025-07-01+90001@2025-07-01',
      'merge xa.thi-tran-ho.huyen-sen-ho.tin.0meh8h0@2020-01-01 > 90002@2025-07-01',
    ]);
    expect(result.sound).toBe(true);
  });

  it('take the code of the list where a row has another for the same name', () => {
    const result = run([nested, [row(['00012', 'Xã Hồ'], ['77777', 'Xã Hòa Sơn'])]]);
    expect(codes(result)).toContain('code-by-name');
    expect(events(result)).toEqual(['rename 00012@2020-01-01 > 90002@2025-07-01']);
  });

  it('tell of islands that came from a district without communes, of repeats and of strangers', () => {
    const result = run([
      nested,
      [
        {
          ...row(['', null], ['90001', 'Phường Sen Trắng']),
          old_district_name: null,
          old_province_name: null,
        },
        row(['', null], ['90002', 'Xã Hoà Sơn']),
        row(['', null], ['90002', 'Xã Hoà Sơn']),
        row(['00012', 'Xã Hồ'], ['90009', 'Xã Lạ'], { new_province_name: 'Tỉnh Lạ' }),
        row(['00012', 'Xã Hồ'], ['', null]),
        row(['00012', 'Xã Hồ'], ['90002', 'Xã Khác']),
        row(['00012', 'Xã Hồ'], ['90002', 'Xã Hoà Sơn'], { effective_date: '2025-02-30' }),
      ],
    ]);
    expect(codes(result)).toEqual([
      'bad-day',
      'not-in-list',
      'unknown-province',
      'missing-code',
      'name-differs',
      'no-old-place',
      'twice',
      'province-partial',
    ]);
    expect(events(result)).toEqual([
      'merge 00012@2020-01-01+huyen.huyen-sen-ho.bac-giang@2020-01-01 > 90002@2025-07-01',
    ]);
  });

  it('say what the provinces became once all communes of the new one are there, and not before', () => {
    const rows = [
      row(['00011', 'Xã Sen'], ['90001', 'Xã Sen Trắng']),
      row(['00012', 'Xã Hồ'], ['90002', 'Xã Hoà Sơn']),
    ];
    const whole = run([rows], { expected: new Map([['24', 2]]) });
    expect(codes(whole)).toEqual([]);
    expect(events(whole)).toContain('rename tinh.bac-giang@2020-01-01 > 24@2025-07-01');
    const part = run([rows], { expected: new Map([['24', 3]]) });
    expect(codes(part)).toEqual(['province-partial', 'count']);
    expect(events(part).some((one) => one.includes('24@2025-07-01'))).toBe(false);
  });

  it('follow each other over two days', () => {
    const result = run([
      [
        row(['00012', 'Xã Hồ'], ['90002', 'Xã Hoà Sơn']),
        {
          ...row(['90002', 'Xã Hoà Sơn'], ['90003', 'Phường Hoà Sơn']),
          old_district_name: null,
          old_province_name: null,
          effective_date: '2026-05-01',
        },
      ],
    ]);
    expect(result.sound).toBe(true);
    const places = createPlaces(result.gazetteer);
    expect(places.successors('00012@2020-01-01', '2026-04-30').map(({ code }) => code)).toEqual(['90002']);
    expect(places.successors('00012@2020-01-01', '2026-05-01').map(({ code }) => code)).toEqual(['90003']);
  });
});

describe('a gazetteer written before', () => {
  const change = (
    edit: (g: { localities: Record<string, unknown>[]; events: Record<string, unknown>[] }) => void,
  ): ImportedPlaces => {
    const { gazetteer } = run([nested, [row(['00012', 'Xã Hồ'], ['90002', 'Xã Hoà Sơn'])]]);
    const copy = JSON.parse(JSON.stringify(gazetteer)) as typeof gazetteer;
    edit(copy);
    return run([copy]);
  };
  const faults = (result: ImportedPlaces): unknown[] =>
    result.remarks.filter(({ code }) => code === 'fault').map(({ params }) => params['fault']);

  it('comes back as it was', () => {
    const first = run([nested, [row(['00012', 'Xã Hồ'], ['90002', 'Xã Hoà Sơn'])]]);
    expect(change(() => undefined).gazetteer).toEqual(first.gazetteer);
    expect(codes(change(() => undefined))).toEqual([]);
  });

  const of = (list: Record<string, unknown>[], code: string): Record<string, unknown> =>
    list.find((one) => one['code'] === code)!;
  it.each<[string, string[], Parameters<typeof change>[0]]>([
    ['an orphan', ['orphan'], (g) => (of(g.localities, '90001')['parent'] = '9999')],
    ['a circle', ['circle'], (g) => (of(g.localities, '90001')['parent'] = '90001')],
    [
      'overlapping times',
      ['overlap'],
      (g) => g.localities.push({ ...of(g.localities, '90001'), from: '2026-01-01' }),
    ],
    ['one place twice', ['twice'], (g) => g.localities.push({ ...of(g.localities, '90001') })],
    [
      'an unknown place in an event',
      ['unknown-place'],
      (g) => (g.events.at(-1)!['before'] = ['00099@2020-01-01']),
    ],
  ])('with %s is told, by line, and is not sound', (_name, expected, edit) => {
    const result = change(edit);
    expect(faults(result)).toEqual(expected);
    expect(result.sound).toBe(false);
    expect(result.remarks.find(({ code }) => code === 'fault')!.line).toBeGreaterThan(1);
  });

  it('refuses a record that is none, and keeps the others', () => {
    const result = change((g) => (of(g.localities, '90001')['level'] = 'planet'));
    expect(result.remarks).toMatchObject([{ code: 'invalid', params: { path: 'level' } }]);
    expect(added(result)).toHaveLength(4);
  });
});
