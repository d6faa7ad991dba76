import type { CallOptions } from '../../backend/port.js';
import { dateInVietnam } from '../../domain/civil-date.js';
import type { Model } from '../../domain/text.schema.js';
import type { Client } from '../client.types.js';
import { whenBack } from '../when-back.js';
import { codesFeeding } from '../../domain/target/codes-feeding.js';
import type { PartView } from '../../domain/target/distance.js';
import { isAway, keepAnswers, type Kept } from './kept-answers.js';
import { clientSource, type TargetSource } from './target-source.js';
import type { Tally } from '../../domain/target/target-answers.types.js';
import { createTargetWorld, type TargetWorld } from '../../domain/target/target-world.js';
import type { PlaceName, TargetView } from '../../domain/target/target-view.types.js';

/** Milliseconds in which changes made elsewhere are gathered before anybody reads again. */
const gather = 400;

/** What is asked: one indicator of a place, or all of them. */
export interface TargetAim {
  readonly locality: string;
  /** Absent for the scorecard. */
  readonly indicator?: string | undefined;
  /** Default: this year. */
  readonly year?: number | undefined;
  /** The parts of the place too. */
  readonly parts?: boolean;
}

/** What there is to be shown. */
export interface TargetPicture {
  readonly place: PlaceName;
  readonly path: readonly PlaceName[];
  readonly view?: TargetView;
  readonly parts?: readonly PartView[];
  readonly card?: readonly TargetView[];
  /** Instant at which it was read, where it is what was kept on this device because the back end cannot answer. */
  readonly keptAt?: string;
}

/** Reads targets and figures for all gauges of a page: what several of them ask is asked once. */
export interface TargetDesk {
  /** Answers nothing where there is no such place or indicator. Errors: those of the queries, and an abort. */
  read(aim: TargetAim, options?: CallOptions): Promise<TargetPicture | undefined>;
  /** Hears that something changed and is to be read again; answers the function that ends it. */
  subscribe(listener: () => void): () => void;
}

const desks = new WeakMap<Client, TargetDesk>();

/** The desk of a client, the same for everybody who asks. */
export function targetDeskOf(client: Client): TargetDesk {
  const known = desks.get(client) ?? createTargetDesk(client);
  desks.set(client, known);
  return known;
}

/** Record types that move no figure. */
const quiet = new Set(['fund', 'round', 'pending', 'consent', 'criteria']);

/** A desk over a client. `source`: where the answers come from, for a back end that has them elsewhere. */
export function createTargetDesk(client: Client, source: TargetSource = clientSource(client)): TargetDesk {
  const answers = new Map<string, Promise<Kept<unknown>>>();
  const listeners = new Set<() => void>();
  const shelf = keepAnswers(client);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let worlds: { key: readonly unknown[]; world: TargetWorld }[] = [];

  /** Asks once. What failed, or came from the shelf, is asked anew by the next. */
  function once<T>(name: string, ask: () => Promise<T>): Promise<Kept<T>> {
    const known = answers.get(name) as Promise<Kept<T>> | undefined;
    if (known) return known;
    const answer = shelf(name, ask);
    const forget = (): void => {
      if (answers.get(name) === answer) answers.delete(name);
    };
    answers.set(name, answer);
    answer.then(({ keptAt }) => keptAt !== undefined && forget(), forget);
    return answer;
  }

  const changed = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      answers.clear();
      for (const listener of [...listeners]) listener();
    }, gather);
  };
  client.backend.subscribe?.(({ type }) => quiet.has(type) || changed());
  whenBack(changed);

  /** What the register counts of a model: in one place, or in all where that was asked already, or has to be. */
  async function counted(
    model: Model | undefined,
    locality: string,
    codes: readonly string[] | undefined,
  ): Promise<Kept<readonly Tally[]>> {
    const name = `tallies ${model ?? ''}`;
    const about = model ? { model } : {};
    const all = () => once(name, () => source.tallies(about));
    if (!codes || answers.has(name)) return all();
    try {
      return await once(`${name} ${locality}`, () => source.tallies({ ...about, places: codes }));
    } catch (error) {
      // Of a wider place it may have been kept.
      if (isAway(error)) return all();
      throw error;
    }
  }

  async function read(aim: TargetAim): Promise<TargetPicture | undefined> {
    const { indicator: id } = aim;
    const [targets, places] = await Promise.all([
      once('targets', () => source.targets()),
      once('places', () => source.places()),
    ]);
    // After an answer, by which the back end's clock is heard.
    const today = dateInVietnam(client.now().toISOString());
    const year = aim.year ?? Number(today.slice(0, 4));
    const indicator = targets.value.indicators.find((one) => one.id === id);
    if (id !== undefined && !indicator) return undefined;
    const model = indicator?.model;
    const [figures, tallies] = await Promise.all([
      once(`figures ${id ?? ''}`, () => source.figures(id === undefined ? {} : { indicator: id })),
      indicator?.origin === 'report'
        ? undefined
        : counted(model, aim.locality, codesFeeding(places.value, aim.locality)),
    ]);
    const key = [today, targets, places, figures, tallies];
    const known = worlds.find((one) => one.key.every((part, index) => part === key[index]));
    const world =
      known?.world ??
      createTargetWorld(
        { ...targets.value, places: places.value, figures: figures.value, tallies: tallies?.value ?? [] },
        today,
      );
    if (!known) worlds = [{ key, world }, ...worlds.slice(0, 9)];
    const place = world.find(aim.locality, year);
    if (!place) return undefined;
    const path = world.path(place, year);
    const keptAt = [targets, places, figures, tallies]
      .flatMap((one) => one?.keptAt ?? [])
      .sort()
      .at(0);
    return {
      place: path.at(-1)!,
      path,
      ...(indicator ? { view: world.view(indicator, place, year) } : { card: world.card(place, year) }),
      ...(indicator && aim.parts && { parts: world.parts(indicator, place, year) }),
      ...(keptAt !== undefined && { keptAt }),
    };
  }

  return {
    async read(aim, { signal } = {}) {
      // Shared by all gauges: one that leaves must not take the answer from the others.
      const picture = await read(aim);
      signal?.throwIfAborted();
      return picture;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
