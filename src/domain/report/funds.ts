import type { PublicFund } from '../fund/fund-query.schema.js';
import { addDong } from '../fund/dong.js';
import { keyOf } from '../locality/places.js';
import { compared, type Stretch } from './activities.js';
import type { FundYear } from './fund-years.js';
import type { Cell, FundGift, FundSide, Remark, ReportLine } from './report.types.js';
import type { ReportWorld } from './report-world.types.js';

/** What is known of the funds of a place: their years, and what is not among them. */
export interface FundsGiven {
  readonly years: readonly FundYear[];
  /** Names of funds that tell no place that is known, and of those whose books could not be read. */
  readonly noPlace: readonly string[];
  readonly unread: readonly string[];
  /** Which funds there are could not be read. */
  readonly failed?: boolean;
}

const sides: readonly FundSide[] = ['opening', 'raised', 'spent', 'closing'];

/**
 * The funds of a place and all in it. One that tells no place is where the fund is that it is rolled up into; where nothing
 * can be said of that either, it is in no place.
 */
export function fundsIn<F extends Pick<PublicFund, 'id' | 'place' | 'parent'>>(
  world: ReportWorld,
  funds: readonly F[],
  { place, within }: Pick<Stretch, 'place' | 'within'>,
): { readonly inside: readonly F[]; readonly noPlace: readonly F[] } {
  const day = world.dayOf(within);
  const known = new Map(funds.map((fund) => [fund.id, fund]));
  const homeOf = (fund: F) => {
    const seen = new Set<F>();
    for (let one: F | undefined = fund; one && !seen.has(one); one = known.get(one.parent ?? '')) {
      const { code = '' } = one.place;
      const home = code === '' ? undefined : world.homeOf(code, day);
      if (home) return home;
      seen.add(one);
    }
    return undefined;
  };
  const inside: F[] = [];
  const noPlace: F[] = [];
  for (const fund of funds) {
    const home = homeOf(fund);
    if (!home) noPlace.push(fund);
    else if (world.places.path(keyOf(home), day).some((one) => keyOf(one) === keyOf(place)))
      inside.push(fund);
  }
  return { inside, noPlace };
}

/** What lay in the funds when the period began, what came, what went, what lies there now; goods apart. */
export function fundLines(given: FundsGiven, now: Stretch, before: Stretch | undefined): ReportLine[] {
  const goods = given.years.some((one) => sides.some((side) => one.goods[side] !== 0));
  const line = (side: FundSide, of: 'money' | 'goods'): ReportLine => {
    const tell = (stretch: Stretch): Cell => amountCell(given, stretch, side, of);
    const span = now.to > now.from;
    return {
      id: of === 'goods' ? `goods.${side}` : side,
      depth: 0,
      measures: [compared('amount', tell(now), before && tell(before))],
      series: span
        ? Array.from({ length: now.to - now.from + 1 }, (_, at) => {
            const year = now.from + at;
            return { year, cell: tell({ ...now, from: year, to: year }) };
          })
        : [],
      remarks: [],
    };
  };
  return [
    ...sides.map((side) => line(side, 'money')),
    ...(goods ? sides.map((side) => line(side, 'goods')) : []),
  ];
}

const gifts: readonly FundGift[] = ['scholarships', 'awards'];

/** How many scholarships and awards were given, where any were. */
export function giftLines(given: FundsGiven, now: Stretch, before: Stretch | undefined): ReportLine[] {
  const any = given.years.some((one) => gifts.some((gift) => one.gifts[gift] !== 0));
  if (!any) return [];
  const span = now.to > now.from;
  return gifts.map((gift): ReportLine => {
    const tell = (stretch: Stretch): Cell => amountCell(given, stretch, gift, 'gifts');
    return {
      id: gift,
      depth: 0,
      measures: [compared('number', tell(now), before && tell(before))],
      series: span
        ? Array.from({ length: now.to - now.from + 1 }, (_, at) => {
            const year = now.from + at;
            return { year, cell: tell({ ...now, from: year, to: year }) };
          })
        : [],
      remarks: [],
    };
  });
}

const amountOf = (one: FundYear, side: FundSide | FundGift, of: 'money' | 'goods'): number =>
  side === 'scholarships' || side === 'awards' ? one.gifts[side] : one[of][side];

function amountCell(
  { years, unread, failed }: FundsGiven,
  { place, from, to, within }: Stretch,
  side: FundSide | FundGift,
  of: 'money' | 'goods' | 'gifts',
): Cell {
  const some = years.filter(({ year, funds }) => year >= from && year <= to && funds.length > 0);
  if (some.length === 0) {
    const later = years.some((one) => one.later.length > 0 || one.funds.length > 0);
    const code = later ? 'later' : failed || unread.length > 0 ? 'unread' : 'not-reported';
    return { lack: { code, places: [] } };
  }
  const amount = (one: FundYear): number => amountOf(one, side, of === 'goods' ? 'goods' : 'money');
  const sorted = [...some].sort((a, b) => a.year - b.year);
  const value =
    side === 'opening'
      ? amount(sorted[0]!)
      : side === 'closing'
        ? amount(sorted.at(-1)!)
        : addDong(0, ...sorted.map(amount));
  const params = { side, goods: of === 'goods', place: keyOf(place), from, to, within };
  return { value, how: 'ledgers', trace: { kind: 'funds', params } };
}

/** What has to be known of the funds beside their amounts. */
export function fundRemarks({ years, noPlace, unread }: FundsGiven, { from, to }: Stretch): Remark[] {
  const some = years.filter(({ year }) => year >= from && year <= to);
  const named = (code: Remark['code'], names: readonly string[]): Remark[] =>
    names.length > 0 ? [{ code, names: [...new Set(names)].map((vi) => ({ vi })) }] : [];
  const counted = (code: Remark['code'], n: number): Remark[] => (n === 0 ? [] : [{ code, n }]);
  return [
    { code: 'public-only' },
    ...named('no-place', noPlace),
    ...named('unread', unread),
    ...named(
      'later',
      some.flatMap((one) => one.later),
    ),
    ...named(
      'differs',
      some.flatMap(({ funds }) => funds.flatMap(({ agrees, name }) => (agrees ? [] : [name]))),
    ),
    ...counted('in-transit', addDong(0, ...some.map((one) => one.inTransit))),
    ...counted('loose', addDong(0, ...some.map(({ loose }) => addDong(loose.raised, loose.spent)))),
  ];
}
