import type { Actor } from '../../actor.schema.js';
import type { CommandKind } from '../../command.schema.js';
import { refuse } from '../../decide/refusal.js';
import { placesAbove } from '../../locality/in-charge.js';
import type { Gazetteer, Locality } from '../../locality/locality.schema.js';
import { createPlaces, isThere, keyOf, type Places } from '../../locality/places.js';
import { mayActOn } from '../../permissions.js';
import type { DecisionContext } from '../../reader.types.js';
import { NATION, type PlacesPart } from '../area-record.schema.js';

/** All parts that are known, by id: those entered, over those that come along. */
export type Parts = ReadonlyMap<string, PlacesPart>;

/** Reads every part: that of the nation tells the provinces, whose codes are the ids of the others. */
export async function knownParts(context: DecisionContext): Promise<Parts> {
  const built = (await context.references?.())?.places ?? [];
  const read = async (id: string): Promise<PlacesPart | undefined> =>
    (await context.read('places', id)) ?? built.find((one) => one.id === id);
  const nation = await read(NATION);
  const parts = new Map<string, PlacesPart>();
  if (nation) parts.set(NATION, nation);
  const codes = [...provinceCodes(nation)];
  const found = await Promise.all(codes.map(read));
  for (const [index, part] of found.entries()) if (part) parts.set(codes[index]!, part);
  return parts;
}

/** Codes of all provinces that there are and were. */
export function provinceCodes(nation: PlacesPart | undefined): Set<string> {
  return new Set(nation?.localities.flatMap(({ level, code }) => (level === 'province' ? [code] : [])) ?? []);
}

/** The parts as one. */
export function together(parts: Parts): Gazetteer {
  const all = [...parts.values()];
  return {
    format: 1,
    localities: all.flatMap((part) => part.localities),
    events: all.flatMap((part) => part.events),
  };
}

/** The parts to be asked. */
export async function askPlaces(context: DecisionContext): Promise<Places> {
  return createPlaces(together(await knownParts(context)));
}

/** Refuses, naming the field, where there was no such place on the day. */
export function placeOn(one: Locality | undefined, day: string, field: string): Locality {
  if (!one) return refuse('invalid', [field], { reason: 'unknown-place' });
  if (!isThere(one, day)) refuse('invalid', [field], { reason: 'not-there', day });
  return one;
}

/**
 * Refuses where the actor is in charge neither of the place, nor of anything that it lay in on the day, nor of what became of it
 * until today, and does not own the record.
 */
export function permitPlace(
  actor: Actor,
  kind: CommandKind,
  one: Locality,
  { day, today, places }: { day: string; today: string; places: Places },
  owner = '',
): void {
  const way = places.path(keyOf(one), day).map(({ code }) => code);
  const may = (subjectId: string): boolean => mayActOn(actor, kind, { owner, subjectId }, false) === 'yes';
  if ([NATION, ...way].some(may)) return;
  // A code that another place bears by now is that one's in a scope.
  const since = [...placesAbove(places, today)(keyOf(one))].flatMap((key) => places.get(key) ?? []);
  if (!since.some((place) => isThere(place, today) && may(place.code))) refuse('forbidden');
}
