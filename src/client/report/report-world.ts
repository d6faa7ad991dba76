import { registeredId } from '../../domain/area/figure-id.js';
import { keyOf } from '../../domain/locality/places.js';
import type { CountedGroup } from '../../domain/report/outline.js';
import type { ReportWorld } from '../../domain/report/report-world.types.js';
import type { Indicator } from '../../domain/target/target.schema.js';
import { homeOf, keysAbove } from '../../domain/target/counted.js';
import { createTargetWorld } from '../../domain/target/target-world.js';
import type { TargetAnswers } from '../../domain/target/target-answers.types.js';

/** A report's world, and what can be chosen in it. */
export interface OpenedWorld extends ReportWorld {
  /** Groups that the register counts by. */
  readonly groups: readonly CountedGroup[];
  /** Years of which anything is known, the newest first. */
  readonly years: readonly number[];
}

/**
 * Makes the answers to a report's questions askable. Who registered is counted as who achieved is, with carrying over and
 * coverage: the same book is opened once more, with the registered in the place of the recognised.
 */
export function createReportWorld(answers: TargetAnswers, today: string): OpenedWorld {
  const world = createTargetWorld(answers, today);
  const entered = createTargetWorld(
    {
      ...answers,
      // Of totals nothing is told here: some would tell one, others none, and that is no sum.
      tallies: answers.tallies.flatMap((tally) => (tally.cycle ? [turned(tally)] : [])),
      figures: answers.figures.map(({ figure: { of: _total, ...figure }, ...rest }) => ({ ...rest, figure })),
    },
    today,
  );
  const { places } = world;
  const aimed = new Set(answers.targets.map(({ indicator }) => indicator));
  const registers = new Map<string, Indicator>();
  const registerOf = (indicator: Indicator): Indicator => {
    const known = registers.get(indicator.id) ?? {
      ...indicator,
      id: registeredId(indicator.id),
      kind: 'number',
    };
    registers.set(indicator.id, known);
    return known;
  };
  const codes = new Map<number, Map<string, string[]>>();
  /** Codes of the register by key of the place that they are counted in, as the year's last day has it. */
  function codesOf(year: number): Map<string, string[]> {
    const known = codes.get(year);
    if (known) return known;
    const day = world.dayOf(year);
    const found = new Map<string, string[]>();
    const keysOf = keysAbove(world, day);
    for (const code of new Set(answers.tallies.map(({ place }) => place))) {
      for (const key of keysOf(code)) {
        const list = found.get(key);
        if (list) list.push(code);
        else found.set(key, [code]);
      }
    }
    for (const list of found.values()) list.sort();
    codes.set(year, found);
    return found;
  }

  return {
    places,
    dayOf: (year) => world.dayOf(year),
    homeOf: (code, day) => homeOf(world, code, day),
    lastOf: (code, day) => world.lastOf(code, day),
    achieved: (indicator, key, { year, within }) => world.bookOf(indicator, within).yearOf(key, year),
    registered: (indicator, key, { year, within }) =>
      entered.bookOf(registerOf(indicator), within).yearOf(key, year),
    registeredByHand: (indicator, key, { year, within }) =>
      world
        .bookOf({ ...indicator, id: registeredId(indicator.id), origin: 'report' }, within)
        .yearOf(key, year),
    aim: (indicator, place, year) =>
      aimed.has(indicator.id) ? world.view(indicator, place, year).now : undefined,
    unplaced: (indicator, place, year) =>
      place.parent === undefined ? world.bookOf(indicator, year).unplaced(year) : 0,
    codesIn: (place, year) => codesOf(year).get(keyOf(place)) ?? [],
    groups: groupsIn(answers),
    years: yearsIn(answers, today),
  };
}

type Counted = TargetAnswers['tallies'][number];

const turned = ({ counts, ...tally }: Counted): Counted => ({
  ...tally,
  counts: { ...counts, recognised: counts.registered, registered: counts.recognised },
});

function groupsIn({ tallies }: Pick<TargetAnswers, 'tallies'>): CountedGroup[] {
  const found = new Map<string, CountedGroup>();
  for (const { model, subjectGroup } of tallies)
    found.set(`${model} ${subjectGroup}`, { model, subjectGroup });
  return [...found.values()];
}

function yearsIn({ tallies, figures }: Pick<TargetAnswers, 'tallies' | 'figures'>, today: string): number[] {
  const current = Number(today.slice(0, 4));
  const known = [
    ...tallies.flatMap(({ cycle }) => (cycle ? [Number(cycle)] : [])),
    ...figures.map(({ figure }) => Number(figure.asOf.slice(0, 4))),
  ].filter((year) => year <= current);
  return [...new Set([current, ...known])].sort((a, b) => b - a);
}
