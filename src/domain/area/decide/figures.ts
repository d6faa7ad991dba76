import { dateInVietnam, isRealDate } from '../../civil-date.js';
import type { Decider, Deciders } from '../../decide/decider.types.js';
import { conflict, refuse } from '../../decide/refusal.js';
import { MOST_CORRECTIONS, type FigureRecord } from '../area-record.schema.js';
import { countedBy, figureId } from '../figure-id.js';
import { askPlaces, permitPlace, placeOn } from './known-places.js';
import { knownIndicator } from './targets.js';

/** Tells a figure, or corrects one: what was told before stays beside it. */
const report: Decider<'indicator.report'> = async (command, context, actor) => {
  const { indicator, place, figure } = command.payload;
  const { asOf, count, of } = figure;
  if (!isRealDate(asOf) || asOf > dateInVietnam(context.now)) refuse('invalid', ['figure', 'asOf']);
  if (command.record !== figureId(indicator, place, asOf)) refuse('invalid', ['record']);
  const places = await askPlaces(context);
  const where = placeOn(places.get(place), asOf, 'place');
  permitPlace(actor, command.kind, where, { day: asOf, today: dateInVietnam(context.now), places });
  const known = await context.read('figure', command.record);
  if ((known?.version ?? 0) !== command.expected) {
    if (known) conflict({ type: 'figure', value: known });
    refuse('invalid', ['expected']);
  }
  // A count whose total nobody told is a figure, too: what it comes to is then not known, and is said to be so.
  const counted = await knownIndicator(countedBy(indicator), context);
  // Who registers does so for a title, and a title is what the register counts.
  if (counted && countedBy(indicator) !== indicator && counted.origin !== 'records')
    refuse('invalid', ['indicator'], { reason: 'unknown-indicator' });
  if (of !== undefined && count > of) refuse('invalid', ['figure', 'count'], { reason: 'over-total' });
  if (known && known.earlier.length >= MOST_CORRECTIONS) refuse('closed');
  const earlier = known && {
    figure: known.figure,
    by: known.by,
    byName: known.byName,
    at: known.at,
  };
  const value: FigureRecord = {
    id: command.record,
    version: command.expected + 1,
    indicator,
    place,
    figure,
    by: actor.id,
    byName: actor.name,
    at: context.now,
    earlier: [...(known?.earlier ?? []), ...(earlier ? [earlier] : [])],
  };
  return [{ type: 'figure', value }];
};

export const figureDeciders: Deciders<'indicator.report'> = { 'indicator.report': report };
