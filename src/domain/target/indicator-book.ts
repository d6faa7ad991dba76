import { carryFigures } from '../locality/carry-figures.js';
import type { Locality, LocalityEvent } from '../locality/locality.schema.js';
import { isThere, keyOf, type Places } from '../locality/places.js';
import { measured, shownAs } from './share.js';
import { sumFigures } from './sum-figures.js';
import type { Figure, Indicator } from './target.schema.js';
import type { LocalText } from '../text.schema.js';
import { countedIn, type Counted } from './counted.js';
import type { ReportedFigure, Tally } from './target-answers.types.js';
import type { YearFigure } from './target-view.types.js';

/** What is known of places and of one indicator. */
export interface IndicatorWorld {
  readonly places: Places;
  readonly events: readonly LocalityEvent[];
  /** The place that bore a code last, up to a day. */
  lastOf(code: string, day: string): Locality | undefined;
  readonly figures: readonly ReportedFigure[];
  readonly tallies: readonly Tally[];
}

/** The figures of one indicator in the boundaries of one day, to be asked by place. */
export interface IndicatorBook {
  /** The years of a place, the oldest first; those before anything is known are left out. */
  yearsOf(key: string): readonly YearFigure[];
  /** One of them. */
  yearOf(key: string, year: number): YearFigure | undefined;
  /** Recognised in a year in places that nobody knows. */
  unplaced(year: number): number;
}

type Told = Omit<YearFigure, 'year' | 'value'>;

/** Gathers the figures up to a day: from the register, from reports, by adding the parts, over changes of boundaries. */
export function openIndicator(world: IndicatorWorld, indicator: Indicator, on: string): IndicatorBook {
  const { places } = world;
  const counted = countedIn(world, indicator, on);
  const reports = world.figures.filter(({ indicator: id, place, figure: { asOf } }) => {
    const known = places.get(place);
    // What was counted where there was no such place is no figure of it.
    return id === indicator.id && asOf <= on && known !== undefined && isThere(known, asOf);
  });
  const years = [
    ...new Set([...counted.keys(), ...reports.map(({ figure }) => Number(figure.asOf.slice(0, 4)))]),
  ].sort((a, b) => a - b);
  const perYear = new Map<number, (key: string) => Told>();
  function tell(key: string, year: number): YearFigure {
    let ask = perYear.get(year);
    if (!ask) {
      const told = reports.filter(({ figure }) => figure.asOf.startsWith(String(year)));
      ask = yearBook(world, indicator, { year, on }, told, counted.get(year)?.());
      perYear.set(year, ask);
    }
    const told = ask(key);
    const value = told.figure && measured(indicator.kind, told.figure);
    return { year, ...told, ...(value && { value: shownAs(value) }) };
  }

  return {
    yearsOf(key) {
      const list = years.map((year) => tell(key, year));
      const first = list.findIndex(({ figure, lack }) => figure ?? lack);
      return first < 0 ? [] : list.slice(first);
    },
    yearOf: (key, year) => (years.includes(year) ? tell(key, year) : undefined),
    unplaced: (year) => counted.get(year)?.().unplaced ?? 0,
  };
}

/** Levels of places that subjects of the place itself are registered in beside those of its parts. */
const wide: ReadonlySet<string> = new Set(['nation', 'province', 'district']);

/** A sum with what is in none of the parts; that has no part in the coverage, and tells a total where the parts do. */
function withBeside(sum: Figure, { count, of = 0 }: Figure): Figure {
  return {
    ...sum,
    count: sum.count + count,
    ...(sum.of !== undefined && { of: sum.of + of }),
  };
}

/** One year: what it came to, by place. */
function yearBook(
  { places, events }: IndicatorWorld,
  { id, origin }: Indicator,
  { year, on }: { readonly year: number; readonly on: string },
  reports: readonly ReportedFigure[],
  counted: Counted | undefined,
): (key: string) => Told {
  const own = new Map<string, Told>();
  for (const { place, figure } of reports) {
    const before = own.get(place)?.figure;
    if (!before || before.asOf <= figure.asOf) own.set(place, { figure, how: 'report' });
  }
  if (origin === 'records' && counted)
    for (const [key, { recognised, registered, live }] of counted.byPlace) {
      if (recognised + registered === 0) continue;
      const total = own.get(key)?.figure?.of;
      const of = total ?? (live > 0 ? live : undefined);
      own.set(key, {
        figure: { asOf: counted.day, count: recognised, ...(of !== undefined && { of }) },
        how: 'records',
        registered,
        ...(total === undefined && of !== undefined && { liveTotal: true }),
      });
    }

  /** Whose place has changed since: they live on in others. */
  const later = (key: string, asOf: string): boolean => {
    const event = places.became(key);
    return event !== undefined && event.on > asOf && event.on <= on;
  };
  const gone = new Map(
    [...own].flatMap(([key, { figure }]) => (figure && later(key, figure.asOf) ? [[key, figure]] : [])),
  );
  const held =
    gone.size > 0
      ? carryFigures(
          gone,
          events.filter((event) => event.on >= String(year)),
          on,
          id,
        )
      : undefined;

  const nameOf = (key: string): LocalText => places.get(key)?.fullName ?? { vi: key };
  const known = new Map<string, Told>();
  function ask(key: string): Told {
    const before = known.get(key);
    if (before) return before;
    // A circle of parents ends here.
    known.set(key, {});
    const told = tell(key);
    known.set(key, told);
    return told;
  }
  function tell(key: string): Told {
    const mine = gone.has(key) ? undefined : own.get(key);
    const place = places.get(key);
    // What is wider than a commune holds in the register only what is in none of its parts: a unit of the province itself.
    const beside = mine?.how === 'records' && place && wide.has(place.level) ? mine : undefined;
    if (mine && !beside) return mine;
    const carried = held?.get(key);
    if (carried?.ok)
      return { figure: carried.figure, how: 'carried', from: carried.from.map((one) => nameOf(one.key)) };
    const parts = place ? places.within(place.code, on).map(keyOf) : [];
    const sum = sumFigures(parts.map((part) => [part, ask(part).figure]));
    if (sum.ok)
      return {
        figure: beside?.figure ? withBeside(sum.figure, beside.figure) : sum.figure,
        how: 'sum',
        missing: sum.missing.map(nameOf),
        ...told(parts, beside),
      };
    if (beside && sum.code === 'no-report') return beside;
    if (carried) return { lack: { code: carried.code, places: carried.keys.map(nameOf) } };
    return sum.code === 'mixed' ? { lack: { code: 'mixed', places: [] } } : {};
  }
  /** What else the sum of parts says. */
  function told(
    parts: readonly string[],
    beside: Told | undefined,
  ): Pick<Told, 'registered' | 'liveTotal' | 'beside'> {
    const all = [...parts.map(ask), ...(beside ? [beside] : [])];
    const registered = all.reduce((sum, one) => sum + (one.registered ?? 0), 0);
    return {
      ...(all.some((one) => one.registered !== undefined) && { registered }),
      ...(all.some(({ liveTotal }) => liveTotal) && { liveTotal: true }),
      ...(beside?.figure && { beside: beside.figure }),
    };
  }
  return ask;
}
