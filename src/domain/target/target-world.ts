import type { Locality } from '../locality/locality.schema.js';
import { createPlaces, keyOf, type Places } from '../locality/places.js';
import type { Indicator, Target } from './target.schema.js';
import { ranked, type PartView } from './distance.js';
import { openIndicator, type IndicatorBook, type IndicatorWorld } from './indicator-book.js';
import { milestone, targetsFor } from './milestones.js';
import type { Model } from '../text.schema.js';
import type { ReportedFigure, TargetAnswers } from './target-answers.types.js';
import type { PlaceName, TargetView } from './target-view.types.js';

/** Targets and figures to be asked by indicator, place and year. */
export interface TargetWorld {
  readonly indicators: readonly Indicator[];
  readonly places: Places;
  /** The day on which a year is looked at: its last, or today. */
  dayOf(year: number): string;
  /** The place that bore a code last, up to a day. */
  lastOf(code: string, day: string): Locality | undefined;
  /** The figures of an indicator in the boundaries of a year. */
  bookOf(indicator: Indicator, year: number): IndicatorBook;
  /** The place of a code, or of `code@from`, in a year; a former one lives on where it went over into one other. */
  find(locality: string, year: number): Locality | undefined;
  /** From the widest place down to this one. */
  path(place: Locality, year: number): readonly PlaceName[];
  view(indicator: Indicator, place: Locality, year: number): TargetView;
  /** What lies in a place, the farthest from its target first, at the end those of which that cannot be said. */
  parts(indicator: Indicator, place: Locality, year: number): readonly PartView[];
  /** Every indicator that has a target or a figure there: those with a figure first, and among these by model. */
  card(place: Locality, year: number): readonly TargetView[];
}

/** Makes the answers askable. `today`: no figure after it is looked at, and a year that is not over is judged on it. */
export function createTargetWorld(answers: TargetAnswers, today: string): TargetWorld {
  const localities = answers.places.flatMap((part) => part.localities);
  const events = answers.places.flatMap((part) => part.events);
  const places = createPlaces({ localities, events });
  const byCode = new Map<string, Locality[]>();
  for (const one of localities) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  const world: IndicatorWorld = {
    places,
    events,
    lastOf: (code, day) =>
      byCode
        .get(code)
        ?.filter(({ from }) => from <= day)
        .sort((a, b) => (a.from < b.from ? -1 : 1))
        .at(-1),
    figures: answers.figures,
    tallies: answers.tallies,
  };
  const dayOf = (year: number): string => {
    const last = `${year}-12-31`;
    return last < today ? last : today;
  };
  const books = new Map<string, IndicatorBook>();
  const bookOf = (indicator: Indicator, on: string): IndicatorBook => {
    const key = `${indicator.id} ${on}`;
    const known = books.get(key) ?? openIndicator(world, indicator, on);
    books.set(key, known);
    return known;
  };

  function view(indicator: Indicator, place: Locality, year: number): TargetView {
    const on = dayOf(year);
    const book = bookOf(indicator, on);
    const years = book.yearsOf(keyOf(place));
    const figures = years.flatMap(({ figure }) => figure ?? []);
    const all = targetsFor(answers.targets, indicator, places.path(keyOf(place), on));
    const at = all.findIndex(({ target }) => target.by.slice(0, 4) >= String(year));
    const now = at < 0 ? all.at(-1) : all[at];
    const next = at < 0 ? undefined : all[at + 1];
    const parts = places.within(place.code, on);
    const unplaced = place.parent === undefined ? book.unplaced(year) : 0;
    return {
      indicator,
      place: nameOf(place),
      year,
      on,
      ...(now && { now: milestone(now, place, figures, on) }),
      ...(next && { next: milestone(next, place, figures, on) }),
      years,
      ...(parts[0] && { parts: { level: parts[0].level, count: parts.length } }),
      ...(unplaced > 0 && { unplaced }),
    };
  }

  return {
    indicators: answers.indicators,
    places,
    dayOf,
    lastOf: (code, day) => world.lastOf(code, day),
    bookOf: (indicator, year) => bookOf(indicator, dayOf(year)),
    find: (locality, year) => findPlace(world, locality, dayOf(year)),
    path: (place, year) => places.path(keyOf(place), dayOf(year)).map(nameOf),
    view,
    parts: (indicator, place, year) =>
      ranked(places.within(place.code, dayOf(year)).map((one) => view(indicator, one, year))),
    card: (place, year) =>
      answers.indicators
        .map((indicator) => view(indicator, place, year))
        .filter(({ now, years }) => now !== undefined || years.length > 0)
        .sort((a, b) => rankOnCard(a) - rankOnCard(b)),
  };
}

const models: readonly (Model | undefined)[] = ['family', 'clan', 'community', 'unit', 'citizen', undefined];

/** A back end lists indicators by their ids; a person looks for the families first, and for numbers before their absence. */
const rankOnCard = ({ indicator: { model }, years }: TargetView): number =>
  models.indexOf(model) + (years.length > 0 ? 0 : models.length);

const nameOf = (place: Locality): PlaceName => ({
  key: keyOf(place),
  code: place.code,
  name: place.fullName,
  level: place.level,
});

function findPlace(world: IndicatorWorld, locality: string, day: string): Locality | undefined {
  const { places } = world;
  const there = locality.includes('@') ? places.get(locality) : places.at(locality, day);
  const known = there ?? world.lastOf(locality, day);
  if (!known) return undefined;
  const after = places.successors(keyOf(known), day);
  // What was divided is looked at as it was.
  return after.length === 1 ? after[0] : known;
}

/**
 * A view made by hand, for a page without a back end: one indicator, one place, what was counted, what is to be reached.
 * `targets`: those that hold there, in any order.
 */
export function targetView(given: {
  indicator: Indicator;
  place: Locality;
  figures: readonly ReportedFigure['figure'][];
  targets: readonly Target[];
  year: number;
  /** Default: the year's last day. */
  today?: string;
}): TargetView {
  const { indicator, place, targets, year, today = `${year}-12-31` } = given;
  const { parent: _around, to: _end, ...alone } = place;
  const always = { ...alone, from: '0001-01-01' };
  const figures = given.figures.map((figure) => ({
    indicator: indicator.id,
    place: keyOf(always),
    figure,
  }));
  const answers = { places: [{ localities: [always], events: [] }], targets, figures, tallies: [] };
  const world = createTargetWorld({ ...answers, indicators: [indicator] }, today);
  return { ...world.view(indicator, always, year), place: nameOf(place) };
}
