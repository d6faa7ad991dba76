import { describe, expect, it } from 'vitest';
import { AdminCap, Category } from '../domain/fund/fund.schema.js';
import { AwardLevel } from '../domain/fund/round.schema.js';
import { sampleAdminCap, sampleAwardScale } from './award-scale.js';
import { fundPresets } from './fund-categories.js';

/** Legal numbers that these presets may cite, and where they were read. */
const known = ['03/2026/NĐ-CP' /* S31, S32 */, '41/2022/TT-BTC' /* S88 */];

describe.each(Object.entries(fundPresets))('categories of a fund: %s', (regime, preset) => {
  it('are categories, each once, of both kinds', () => {
    expect(preset.regime).toBe(regime);
    for (const category of preset.categories) expect(Category.safeParse(category).success).toBe(true);
    const ids = preset.categories.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(preset.categories.map(({ kind }) => kind))).toEqual(new Set(['receipt', 'payment']));
    for (const kind of ['receipt', 'payment'])
      expect(preset.categories.filter((one) => one.kind === kind && one.transfer).length).toBe(1);
  });

  it('name everything that such funds receive and pay', () => {
    const ids = (kind: string): string[] =>
      preset.categories.filter((one) => one.kind === kind && !one.retired).map(({ id }) => id);
    expect(ids('receipt')).toEqual(
      expect.arrayContaining([
        // Dues, collections from households, donors, funds of clans and villages, other funds, interest, goods.
        ...['hoi-phi', 'van-dong', 'tai-tro', 'dong-ho-thon', 'nhan-chuyen', 'lai-tien-gui', 'hien-vat'],
      ]),
    );
    expect(ids('payment')).toEqual(
      expect.arrayContaining([
        // Scholarships, awards, adults who learn, meetings, administration, other funds.
        ...['hoc-bong', 'khen-thuong', 'nguoi-lon', 'hoi-hop', 'quan-ly', 'chuyen-quy'],
      ]),
    );
  });

  it('never name recipients in public', () => {
    const personal = ['hoc-bong', 'khen-thuong', 'giao-vien', 'nguoi-lon', 'trao-hien-vat', 'tham-hoi'];
    const hidden = preset.categories.filter((one) => one.private).map(({ id }) => id);
    expect(hidden.sort()).toEqual(personal.sort());
  });

  it('take interest for no gift', () => {
    expect(preset.categories.filter(({ gift }) => gift === false).map(({ id }) => id)).toEqual([
      'lai-tien-gui',
    ]);
  });

  it('cite known legal numbers only, and say that they are a sample', () => {
    const cited = JSON.stringify(preset.source).match(/\d+\/\d{4}\/(?:NĐ|TT|QĐ)-\p{L}+/gu) ?? [];
    for (const number of cited) expect(known).toContain(number);
    expect(preset.source.vi).toContain('mẫu, chưa đối chiếu văn bản');
  });
});

describe('samples', () => {
  it('are what they stand for, marked as samples', () => {
    for (const level of sampleAwardScale.levels) expect(AwardLevel.safeParse(level).success).toBe(true);
    expect(AdminCap.safeParse(sampleAdminCap).success).toBe(true);
    for (const { vi } of [sampleAwardScale.source, sampleAdminCap.source])
      expect(vi).toBe('Mẫu, chưa đối chiếu văn bản');
  });
});
