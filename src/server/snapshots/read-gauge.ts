import { HtsdError } from '../../backend/errors.js';
import { dateInVietnam } from '../../domain/civil-date.js';
import { codesFeeding } from '../../domain/target/codes-feeding.js';
import type { TargetView } from '../../domain/target/target-view.types.js';
import { createTargetWorld } from '../../domain/target/target-world.js';
import type { Desk } from '../backend-of.js';
import { allOf } from './all-of.js';

/** Which gauge is asked for. */
export interface GaugeAim {
  /** Code of the place, or `code@from`. */
  readonly locality: string;
  /** Id of the indicator. */
  readonly indicator: string;
  /** Default: this year. */
  readonly year?: number | undefined;
}

/** Where a place stands, as the element `htsd-target-gauge` reads it. Errors: not-found, those of the queries. */
export async function readGauge(
  desk: Desk,
  { locality, indicator: id, year }: GaugeAim,
  now: Date,
  signal: AbortSignal,
): Promise<TargetView> {
  const today = dateInVietnam(now.toISOString());
  const [indicators, items, places] = await Promise.all([
    allOf(desk, 'indicators.list', {}, signal),
    allOf(desk, 'targets.list', { indicator: id }, signal),
    allOf(desk, 'places.list', {}, signal),
  ]);
  const indicator = indicators.find((one) => one.id === id);
  if (!indicator) throw new HtsdError('not-found');
  const codes = codesFeeding(places, locality);
  const [figures, tallies] = await Promise.all([
    allOf(desk, 'figures.list', { indicator: id }, signal),
    indicator.origin === 'report'
      ? []
      : allOf(
          desk,
          'tallies.list',
          { ...(indicator.model && { model: indicator.model }), ...(codes && { places: [...codes] }) },
          signal,
        ),
  ]);
  const targets = items.map(({ target }) => target);
  const world = createTargetWorld({ indicators, targets, places, figures, tallies }, today);
  const when = year ?? Number(today.slice(0, 4));
  const place = world.find(locality, when);
  if (!place) throw new HtsdError('not-found');
  return world.view(indicator, place, when);
}
