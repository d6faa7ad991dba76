import type { CommandOf } from '../../command.schema.js';
import type { Decider, Deciders } from '../../decide/decider.types.js';
import { conflict, refuse } from '../../decide/refusal.js';
import { lintGazetteer, type PlaceFault } from '../../locality/lint-gazetteer.js';
import { keyOf } from '../../locality/places.js';
import type { DecisionContext } from '../../reader.types.js';
import type { StoredRecord } from '../../receipt.schema.js';
import { NATION, type PlacesPart } from '../area-record.schema.js';
import { faultWord, MOST_FAULTS, type RefusedPlace } from '../place-faults.js';
import { knownParts, provinceCodes, together, type Parts } from './known-places.js';

type Command = CommandOf<'locality.import' | 'locality.change'>;

/** The parts as the command finds them, its own in the version that the person saw. */
async function seenParts(command: Command, context: DecisionContext): Promise<Parts> {
  const parts = await knownParts(context);
  const { record: id, expected } = command;
  const own = parts.get(id);
  if ((own?.version ?? 0) !== expected) {
    if (own) conflict({ type: 'places', value: own });
    refuse('invalid', ['expected']);
  }
  if (id !== NATION && !provinceCodes(parts.get(NATION)).has(id))
    refuse('invalid', ['record'], { reason: 'unknown-place' });
  return parts;
}

/** Where a part of that id has places of other levels: provinces lie in the nation's part, everything else in a province's. */
function misplaced({ id, localities }: PlacesPart): RefusedPlace[] {
  const wide = id === NATION;
  return localities
    .filter(({ level }) => (level === 'nation' || level === 'province') !== wide)
    .map((one) => ({ code: 'level', key: keyOf(one) }));
}

/** Faults that were not there before, told of the part's own list where they lie in it. */
function newFaults(before: Parts, after: Parts, own: string): RefusedPlace[] {
  const [old, now] = [together(before), together(after)];
  const word = (fault: PlaceFault, of: typeof old): string =>
    JSON.stringify([
      fault.code,
      fault.key,
      fault.event === undefined ? '' : of.events[fault.event],
      fault.other,
    ]);
  const known = new Set(lintGazetteer(old).map((fault) => word(fault, old)));
  const part = after.get(own)!;
  return lintGazetteer(now).flatMap((fault): RefusedPlace[] => {
    const { code, severity, key, event } = fault;
    if (severity !== 'error' || known.has(word(fault, now))) return [];
    if (event === undefined) return [{ code, ...(key !== undefined && { key }) }];
    const index = part.events.indexOf(now.events[event]!);
    // An event of another part: by the place that it names.
    return [index < 0 ? { code, key: key ?? now.events[event]!.before[0]! } : { code, event: index }];
  });
}

function refuseFaulty(faults: readonly RefusedPlace[]): void {
  if (faults.length === 0) return;
  const words = [...new Set(faults.map(faultWord))];
  refuse('invalid', ['places', ...words.slice(0, MOST_FAULTS)], { count: words.length });
}

/** Checks the parts as they would be, and answers what is to be written of them. */
function renewed(before: Parts, changed: readonly PlacesPart[], own: string): StoredRecord[] {
  const after = new Map(before);
  for (const part of changed) after.set(part.id, part);
  refuseFaulty([...changed.flatMap(misplaced), ...newFaults(before, after, own)]);
  return changed.map((value) => ({ type: 'places', value }));
}

const importPart: Decider<'locality.import'> = async (command, context) => {
  const { localities, events, source, removes = [] } = command.payload;
  const parts = await seenParts(command, context);
  const old = parts.get(command.record);
  const value: PlacesPart = {
    id: command.record,
    version: command.expected + 1,
    localities,
    events,
    ...(source && { source }),
    updatedAt: context.now,
  };
  refuseFaulty(vanished(old, value, new Set(removes)));
  return renewed(parts, [value], value.id);
};

/** What was there and is not in the new list: a place, or the event by which one that stays ended. */
function vanished(
  old: PlacesPart | undefined,
  { localities, events }: PlacesPart,
  removes: ReadonlySet<string>,
): RefusedPlace[] {
  if (!old) return [];
  const kept = new Set(localities.map(keyOf));
  const ended = new Set(events.flatMap(({ before }) => before));
  const gone = old.localities.map(keyOf).filter((key) => !kept.has(key) && !removes.has(key));
  const cut = old.events
    .flatMap(({ before }) => before)
    .filter((key) => kept.has(key) && !ended.has(key) && !removes.has(key));
  return [
    ...gone.map((key): RefusedPlace => ({ code: 'vanished', key })),
    ...cut.map((key): RefusedPlace => ({ code: 'vanished-event', key })),
  ];
}

const change: Decider<'locality.change'> = async (command, context) => {
  const { event, begins } = command.payload;
  const parts = await seenParts(command, context);
  const eve = dayBefore(event.on);
  const ends = new Set(event.before);
  const changed: PlacesPart[] = [];
  for (const part of parts.values()) {
    const own = part.id === command.record;
    if (!own && !part.localities.some((one) => ends.has(keyOf(one)))) continue;
    changed.push({
      ...part,
      version: part.version + 1,
      localities: [
        ...part.localities.map((one) => (ends.has(keyOf(one)) ? { ...one, to: eve } : one)),
        ...(own ? begins : []),
      ],
      events: own ? [...part.events, event] : part.events,
      updatedAt: context.now,
    });
  }
  if (!parts.has(command.record)) refuse('not-found');
  return renewed(parts, changed, command.record);
};

const dayBefore = (day: string): string => {
  const time = Date.parse(day);
  if (Number.isNaN(time)) return refuse('invalid', ['event', 'on']);
  return new Date(time - 86_400_000).toISOString().slice(0, 10);
};

export const placesDeciders: Deciders<'locality.import' | 'locality.change'> = {
  'locality.import': importPart,
  'locality.change': change,
};
