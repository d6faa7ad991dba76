import { describe, expect, it } from 'vitest';
import { z } from '../../domain/zod.js';
import { Gazetteer } from '../../domain/locality/locality.schema.js';
import { lintGazetteer } from '../../domain/locality/lint-gazetteer.js';
import { createPlaces } from '../../domain/locality/places.js';
import { standingOf } from '../../domain/target/pace.js';
import { Indicator, Target } from '../../domain/target/target.schema.js';
import { communesByProvince, provinces } from '../provinces.js';
import { indicators } from './indicators.js';
import { nationalTargets, vinhPhucTargets } from './national.js';

describe('targets that come along', () => {
  const all = [...nationalTargets, ...vinhPhucTargets];

  it('fit their schemas, each by its own id and about something that is counted', () => {
    expect(z.array(Target).safeParse(all).success).toBe(true);
    expect(z.array(Indicator).safeParse([...indicators]).success).toBe(true);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const known = new Map(indicators.map((one) => [one.id, one.kind]));
    for (const { id, indicator, kind } of all) expect(known.get(indicator), id).toBe(kind);
  });

  it('say what was inferred, and show both values where sources disagree', () => {
    const value = (id: string): unknown => {
      const found = all.find((one) => one.id === id)!;
      return [found.value, found.provenance, found.disputed?.map((other) => other.value)];
    };
    expect(value('qd-387.gia-dinh.2025')).toEqual([7000, 'sourced', undefined]);
    expect(value('qd-387.gia-dinh.2030')).toEqual([8000, 'inferred', undefined]);
    expect(value('qd-677.cong-dan-nguoi-lon.2030')).toEqual([6000, 'sourced', [7000]]);
    expect(value('qd-387.can-bo-trung-tam.2030')).toEqual([6000, 'inferred', [7000]]);
    expect(value('vinh-phuc.gia-dinh.2025')).toEqual([7500, 'sourced', undefined]);
    for (const { provenance, source, id } of all)
      if (provenance === 'inferred') expect(source.note?.vi, id).toMatch(/chưa đối chiếu văn bản/);
  });

  it('judge a province by its own and by the national target', () => {
    const figure = { asOf: '2025-12-31', count: 145_000, of: 200_000 };
    const [own, nation] = ['vinh-phuc.gia-dinh.2025', 'qd-387.gia-dinh.2025'].map(
      (id) =>
        standingOf(
          all.find((one) => one.id === id)!,
          [figure],
          '2025-12-31',
        ).status,
    );
    expect([own, nation]).toEqual(['behind', 'reached']);
  });
});

describe('provinces', () => {
  it('are 34 at any time since 1/7/2025, with 3,321 communes, six cities and then seven', () => {
    expect(Gazetteer.safeParse(provinces).success).toBe(true);
    expect(lintGazetteer(provinces)).toEqual([]);
    const places = createPlaces(provinces);
    const on = (day: string): string[] =>
      [...communesByProvince.keys()].map((code) => places.at(code, day)?.fullName.vi ?? '-');
    for (const [day, cities] of [
      ['2025-07-01', 6],
      ['2026-04-29', 6],
      ['2026-04-30', 7],
    ] as const) {
      expect(on(day).length).toBe(34);
      expect(on(day)).not.toContain('-');
      expect(on(day).filter((name) => name.startsWith('Thành phố')).length, day).toBe(cities);
    }
    expect([...communesByProvince.values()].reduce((sum, one) => sum + one, 0)).toBe(3321);
    expect(places.successors('75@2025-07-01', '2026-12-31')[0]?.fullName.vi).toBe('Thành phố Đồng Nai');
  });
});
