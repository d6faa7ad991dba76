import { NATION, type PlacesPart } from '../../domain/area/area-record.schema.js';
import { gazetteerParts, type GazetteerPart } from '../../domain/area/gazetteer-parts.js';
import { placeFaults, type RefusedPlace } from '../../domain/area/place-faults.js';
import type { CommandOf } from '../../domain/command.schema.js';
import type { LegalSource } from '../../domain/criteria-set.schema.js';
import type { Gazetteer, LocalityEvent } from '../../domain/locality/locality.schema.js';
import { keyOf } from '../../domain/locality/places.js';
import type { Rejection } from '../../domain/reader.types.js';
import type { Client } from '../client.types.js';
import { rejectionOf } from '../rejection-of.js';
import { sameJson } from '../same-json.js';

/** Most parts of the gazetteer: the nation and its provinces, those of before too. */
const mostParts = 200;

/** The places that the back end knows, and the versions under which they are changed. */
export interface KnownPlaces {
  readonly gazetteer: Gazetteer;
  readonly parts: ReadonlyMap<string, PlacesPart>;
}

/** Reads every part. Errors: those of the query. */
export async function readKnownPlaces(client: Client, signal: AbortSignal): Promise<KnownPlaces> {
  const parts = await client.queryAll('places.list', {}, { signal, max: mostParts });
  return {
    parts: new Map(parts.map((part) => [part.id, part])),
    gazetteer: {
      format: 1,
      localities: parts.flatMap(({ localities }) => localities),
      events: parts.flatMap(({ events }) => events),
    },
  };
}

/** What became of an import of places. `parts` that were written before one was refused stay: each is sound by itself. */
export type ImportedParts =
  | { status: 'done'; parts: number }
  | { status: 'refused'; parts: number; part: string; rejection: Rejection; faults: readonly RefusedPlace[] };

/** One part as it is to be written. */
export interface PartStep {
  readonly id: string;
  readonly part: GazetteerPart;
}

/**
 * Writes parts one after the other. `tell` hears the share that is written. Errors: those of the back end; an abort stops
 * between two parts.
 */
export async function importParts(
  client: Client,
  { parts }: KnownPlaces,
  steps: readonly PartStep[],
  source: LegalSource | undefined,
  signal: AbortSignal,
  tell: (share: number) => void,
): Promise<ImportedParts> {
  const versions = new Map([...parts].map(([id, { version }]) => [id, version]));
  const written = new Set<string>();
  for (const [index, { id, part }] of steps.entries()) {
    if (signal.aborted) throw new DOMException('Aborted', 'AbortError');
    const command: CommandOf<'locality.import'> = {
      id: client.newId(),
      kind: 'locality.import',
      record: id,
      expected: versions.get(id) ?? 0,
      payload: {
        localities: [...part.localities],
        events: [...part.events],
        ...(source && { source }),
      },
    };
    const [receipt] = await client.execute([command], { signal });
    if (receipt?.status === 'rejected') {
      const rejection = rejectionOf(receipt);
      return { status: 'refused', parts: written.size, part: id, rejection, faults: placeFaults(rejection) };
    }
    if (receipt?.status === 'conflict')
      return {
        status: 'refused',
        parts: written.size,
        part: id,
        rejection: { code: 'already-exists' },
        faults: [],
      };
    versions.set(id, command.expected + 1);
    written.add(id);
    tell((index + 1) / steps.length);
  }
  return { status: 'done', parts: written.size };
}

/**
 * What a gazetteer has beyond the known places, part by part, in an order in which each is sound when it is written:
 * provinces first; then the places of each; then what became of places across provinces, which can only be told once both
 * sides are there.
 */
export function planParts(known: KnownPlaces, gazetteer: Gazetteer): PartStep[] {
  const there = new Set(known.gazetteer.localities.map(keyOf));
  const parts = [...gazetteerParts(gazetteer)]
    .filter(([id, part]) => !isKnown(known.parts.get(id), part))
    .sort(([a], [b]) => (a === NATION ? -1 : b === NATION ? 1 : a < b ? -1 : 1));
  const first: PartStep[] = [];
  const second: PartStep[] = [];
  for (const [id, part] of parts) {
    for (const one of part.localities) there.add(keyOf(one));
    const events = part.events.filter(({ before, after }) =>
      [...before, ...after].every((key) => there.has(key)),
    );
    first.push({ id, part: { ...part, events } });
    if (events.length < part.events.length) second.push({ id, part });
  }
  return [...first, ...second];
}

/** The order in which a list stands says nothing. */
const isKnown = (known: PlacesPart | undefined, { localities, events }: GazetteerPart): boolean =>
  known !== undefined &&
  sameJson(inOrder(known.localities, keyOf), inOrder(localities, keyOf)) &&
  sameJson(inOrder(known.events, wordOf), inOrder(events, wordOf));

const wordOf = ({ on, before, after }: LocalityEvent): string => [on, ...before, '', ...after].join(' ');

const inOrder = <T>(list: readonly T[], key: (one: T) => string): T[] =>
  [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
