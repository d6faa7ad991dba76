import { describe, expect, it } from 'vitest';
import type { Locality } from '../locality/locality.schema.js';
import type { Stretch } from './activities.js';
import type { FundYear } from './fund-years.js';
import { fundLines, fundRemarks, giftLines, type FundsGiven } from './funds.js';

const place: Locality = {
  code: 'A',
  from: '2020-01-01',
  level: 'commune',
  name: { vi: 'A' },
  fullName: { vi: 'Xã A' },
};
const sides = (opening: number, raised: number, spent: number) => ({
  opening,
  raised,
  spent,
  closing: opening + raised - spent,
});
const none = sides(0, 0, 0);
const gifts = { scholarships: 0, awards: 0 };
const year = (of: number, money: FundYear['money'], more: Partial<FundYear> = {}): FundYear => ({
  year: of,
  money,
  goods: none,
  gifts,
  funds: [{ id: 'q', name: 'Quỹ xã', place: 'Xã A', money, goods: none, gifts, closed: false, agrees: true }],
  later: [],
  between: { raised: 0, spent: 0 },
  loose: { raised: 0, spent: 0 },
  inTransit: 0,
  ...more,
});
const given = (years: readonly FundYear[], more: Partial<FundsGiven> = {}): FundsGiven => ({
  years,
  noPlace: [],
  unread: [],
  ...more,
});
const stretch = (from: number, to: number): Stretch => ({ place, from, to, within: to });
const values = (some: FundsGiven, now: Stretch, before?: Stretch): unknown[] =>
  fundLines(some, now, before).map(({ id, measures: [one] }) => [id, one?.now.value, one?.before?.value]);

describe('the funds of a report', () => {
  const two = [year(2025, sides(10, 5, 2)), year(2026, sides(13, 8, 1))];

  it('begin a review with what its first year began with, and end with what its last ended with', () => {
    expect(values(given(two), stretch(2025, 2026))).toEqual([
      ['opening', 10, undefined],
      ['raised', 13, undefined],
      ['spent', 3, undefined],
      ['closing', 20, undefined],
    ]);
    const [, raised] = fundLines(given(two), stretch(2025, 2026), undefined);
    expect(raised?.series.map(({ cell }) => cell.value)).toEqual([5, 8]);
  });

  it('tell goods apart, where there are any', () => {
    const goods = given([year(2026, sides(1, 1, 1), { goods: sides(0, 4, 3) })]);
    expect(values(goods, stretch(2026, 2026)).slice(4)).toEqual([
      ['goods.opening', 0, undefined],
      ['goods.raised', 4, undefined],
      ['goods.spent', 3, undefined],
      ['goods.closing', 1, undefined],
    ]);
  });

  it('count what was given where anything was, in each year of a review', () => {
    expect(giftLines(given(two), stretch(2025, 2026), undefined)).toEqual([]);
    const some = given([two[0]!, { ...two[1]!, gifts: { scholarships: 12, awards: 3 } }]);
    const [scholarships, awards] = giftLines(some, stretch(2025, 2026), undefined);
    expect(scholarships?.measures[0]?.now).toMatchObject({
      value: 12,
      how: 'ledgers',
      trace: { kind: 'funds', params: { side: 'scholarships', from: 2025, to: 2026 } },
    });
    expect(awards?.series.map(({ cell }) => cell.value)).toEqual([0, 3]);
    const compared = giftLines(some, stretch(2026, 2026), stretch(2025, 2025));
    expect(compared.map(({ id, measures: [one] }) => [id, one?.now.value, one?.change])).toEqual([
      ['scholarships', 12, 12],
      ['awards', 3, 3],
    ]);
  });

  it.each([
    ['not-reported', given([])],
    ['later', given([year(2026, none, { funds: [], later: ['Quỹ xã'] })])],
    ['unread', given([], { unread: ['Quỹ xã'] })],
    ['unread', given([], { failed: true })],
  ])('say %s where nothing can be told', (code, some) => {
    const [opening] = fundLines(some, stretch(2026, 2026), undefined);
    expect(opening?.measures[0]?.now).toEqual({ lack: { code, places: [] } });
  });

  it('say what has to be known of them', () => {
    const odd = year(2026, sides(1, 1, 1), {
      later: ['Quỹ mới'],
      loose: { raised: 3, spent: 4 },
      inTransit: 5,
      funds: [{ ...two[0]!.funds[0]!, agrees: false }],
    });
    const remarks = fundRemarks(
      given([odd], { noPlace: ['Quỹ lạ'], unread: ['Quỹ kín'] }),
      stretch(2026, 2026),
    );
    expect(remarks.map(({ code, n, names }) => [code, n ?? names?.map(({ vi }) => vi).join()])).toEqual([
      ['public-only', undefined],
      ['no-place', 'Quỹ lạ'],
      ['unread', 'Quỹ kín'],
      ['later', 'Quỹ mới'],
      ['differs', 'Quỹ xã'],
      ['in-transit', 5],
      ['loose', 7],
    ]);
  });
});
