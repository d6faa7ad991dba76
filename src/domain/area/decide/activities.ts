import type { Actor } from '../../actor.schema.js';
import { dateInVietnam, isRealDate } from '../../civil-date.js';
import type { CommandOf } from '../../command.schema.js';
import type { Decider, Deciders } from '../../decide/decider.types.js';
import { expectNew, sameVersion } from '../../decide/guards.js';
import { refuse } from '../../decide/refusal.js';
import type { DecisionContext } from '../../reader.types.js';
import type { Activity, ActivityFields } from '../area-record.schema.js';
import { askPlaces, permitPlace, placeOn } from './known-places.js';

type Kind = 'activity.record' | 'activity.update' | 'activity.remove';

/** Refuses where there is no such day, no such place on it, or the actor is not in charge there. */
async function permitActivity(
  kind: Kind,
  { date, place }: ActivityFields,
  context: DecisionContext,
  actor: Actor,
  owner?: string,
): Promise<void> {
  if (!isRealDate(date)) refuse('invalid', ['date']);
  const places = await askPlaces(context);
  const where = placeOn(places.at(place, date), date, 'place');
  permitPlace(actor, kind, where, { day: date, today: dateInVietnam(context.now), places }, owner);
}

const record: Decider<'activity.record'> = async (command, context, actor) => {
  expectNew(command);
  await permitActivity(command.kind, command.payload, context, actor);
  if (await context.read('activity', command.record)) refuse('already-exists');
  const value: Activity = {
    ...command.payload,
    id: command.record,
    version: 1,
    owner: actor.id,
    createdAt: context.now,
    updatedAt: context.now,
  };
  return [{ type: 'activity', value }];
};

/** The activity as the person saw it, where he is in charge of it. */
async function seenActivity(
  command: CommandOf<'activity.update' | 'activity.remove'>,
  context: DecisionContext,
  actor: Actor,
): Promise<Activity> {
  const known = await context.read('activity', command.record);
  if (!known) return refuse('not-found');
  await permitActivity(command.kind, known, context, actor, known.owner);
  sameVersion(command, { type: 'activity', value: known });
  if (known.removedAt !== undefined) refuse('closed');
  return known;
}

const update: Decider<'activity.update'> = async (command, context, actor) => {
  const { id, version, owner, createdAt } = await seenActivity(command, context, actor);
  await permitActivity(command.kind, command.payload, context, actor, owner);
  const fields = { ...command.payload, id, owner, createdAt };
  return [{ type: 'activity', value: { ...fields, version: version + 1, updatedAt: context.now } }];
};

const remove: Decider<'activity.remove'> = async (command, context, actor) => {
  const known = await seenActivity(command, context, actor);
  const value = { ...known, version: known.version + 1, removedAt: context.now, updatedAt: context.now };
  return [{ type: 'activity', value }];
};

export const activityDeciders: Deciders<Kind> = {
  'activity.record': record,
  'activity.update': update,
  'activity.remove': remove,
};
