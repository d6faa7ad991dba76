import { sumFigures } from '../target/sum-figures.js';
import type { Figure } from '../target/target.schema.js';
import { allot } from './allot.js';
import type { Gazetteer, LocalityEvent } from './locality.schema.js';

/** A figure in the boundaries of another day, with what it was made from; the old figures stay as they are. */
export interface CarriedFigure {
  readonly figure: Figure;
  /** Old places by key, each with the part of its figure that is in this one. */
  readonly from: readonly { readonly key: string; readonly part: Figure; readonly whole: boolean }[];
}

/** What a place has after the changes: a figure, or why it cannot be compared. */
export type Carried =
  | ({ readonly ok: true } & CarriedFigure)
  /**
   * `no-share`: a place was divided and nobody said how; `no-figure`: one that it came from was not counted; `mixed`: some
   * of those tell a total and others none.
   */
  | {
      readonly ok: false;
      readonly code: 'no-share' | 'no-figure' | 'mixed';
      readonly keys: readonly string[];
    };

type Held = Map<string, Carried>;

/**
 * Carries figures of one kind over the changes up to a day: a merged place is the sum, a divided one needs declared shares.
 * Counts and totals stay whole numbers, and nothing is created or lost. Places that no event touches keep their figure.
 * `indicator`: whose shares are taken; where an event has none for it, those for all others.
 */
export function carryFigures(
  figures: ReadonlyMap<string, Figure>,
  events: Gazetteer['events'],
  day: string,
  indicator?: string,
): Held {
  const held: Held = new Map(
    [...figures].map(([key, figure]) => [
      key,
      { ok: true, figure, from: [{ key, part: figure, whole: true }] },
    ]),
  );
  const due = events.filter(({ on }) => on <= day).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  // Of a day at once: a place may be made of a part of one and the whole of another, which are two events.
  for (const on of new Set(due.map((event) => event.on)))
    applyDay(
      held,
      due.filter((event) => event.on === on),
      indicator,
    );
  return held;
}

function applyDay(held: Held, events: readonly LocalityEvent[], indicator: string | undefined): void {
  const pieces = new Map<string, Carried[]>(events.flatMap(({ after }) => after.map((key) => [key, []])));
  const touched = new Set<string>();
  for (const event of events) {
    for (const old of event.before) {
      const known = held.get(old);
      if (known) for (const key of event.after) touched.add(key);
      for (const [key, piece] of partsOf(known, old, event, indicator)) pieces.get(key)!.push(piece);
    }
  }
  for (const { before } of events) for (const old of before) held.delete(old);
  // Of places that nobody ever counted nothing is said. A place may grow and stay itself: what it had is one of the pieces.
  for (const [key, list] of pieces) if (touched.has(key)) held.set(key, together(list));
}

/** What of an old place goes into each new one. */
function partsOf(
  known: Carried | undefined,
  old: string,
  { after, shares = [] }: LocalityEvent,
  indicator: string | undefined,
): [string, Carried][] {
  const [only] = after;
  if (after.length === 1) return [[only!, known ?? { ok: false, code: 'no-figure', keys: [old] }]];
  const declared =
    shares.find((one) => indicator !== undefined && one.indicator === indicator) ??
    shares.find((one) => one.indicator === undefined);
  const weights = after.map((key) => declared?.parts[key] ?? 0);
  const given = declared && weights.some((weight) => weight > 0);
  if (!given) return after.map((key) => [key, { ok: false, code: 'no-share', keys: [old] }]);
  if (!known?.ok) {
    const lack: Carried = known ?? { ok: false, code: 'no-figure', keys: [old] };
    return after.flatMap((key, index) => (weights[index]! > 0 ? [[key, lack] as [string, Carried]] : []));
  }
  const { figure, from } = known;
  const [first] = from;
  const key = from.length === 1 && first ? first.key : old;
  return divide(figure, weights).map((part, index) => [
    after[index]!,
    { ok: true, figure: part, from: [{ key, part, whole: false }] },
  ]);
}

/** What both have in common and what one of them has more are divided apart, so that no part has more of them than there are. */
function divide({ count, of, ...rest }: Figure, weights: readonly number[]): Figure[] {
  const common = allot(Math.min(count, of ?? count), weights)!;
  const more = allot(Math.abs((of ?? count) - count), weights)!;
  return common.map((part, index) => {
    const both = part + more[index]!;
    const counted = of !== undefined && of < count ? both : part;
    return { ...rest, count: counted, ...(of !== undefined && { of: of < count ? part : both }) };
  });
}

function together(pieces: readonly Carried[]): Carried {
  const lacking = pieces.filter((piece) => !piece.ok);
  if (lacking.length > 0 || pieces.length === 0) {
    const code = lacking.find((piece) => piece.code !== 'no-figure')?.code ?? 'no-figure';
    const keys = lacking.filter((piece) => piece.code === code).flatMap((piece) => piece.keys);
    return { ok: false, code, keys };
  }
  const whole = pieces.filter((piece) => piece.ok);
  const [only] = whole;
  if (only && whole.length === 1) return only;
  const from = whole.flatMap((piece) => piece.from);
  const sum = sumFigures(whole.map(({ figure }, index) => [String(index), figure]));
  if (!sum.ok) return { ok: false, code: 'mixed', keys: from.map(({ key }) => key) };
  const { coverage, ...figure } = sum.figure;
  // How many have reported is a matter of sums that were made of reports already.
  const told = whole.some((piece) => piece.figure.coverage);
  return { ok: true, figure: { ...figure, ...(told && coverage && { coverage }) }, from };
}
