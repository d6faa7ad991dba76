import type { CallOptions } from '../../backend/port.js';
import type { Locality, LocalityEvent } from '../../domain/locality/locality.schema.js';
import type { Figure, Indicator, Target } from '../../domain/target/target.schema.js';
import type { Model } from '../../domain/text.schema.js';
import type { Client } from '../client.types.js';

/** Most records of one kind that are read: hamlets of a province over ten years stay below. */
const most = 200_000;

/** A part of the list of places: those of one province, or the nation's. */
export interface PlacesPart {
  readonly localities: readonly Locality[];
  readonly events: readonly LocalityEvent[];
}

/** A figure that was told by hand, with its place as `code@from`. */
export interface ReportedFigure {
  readonly indicator: string;
  readonly place: string;
  readonly figure: Figure;
}

/** What the register counts in one place. Without a `cycle`: the subjects that there are now. */
export interface Tally {
  readonly cycle?: string | undefined;
  readonly model: Model;
  /** Empty where a subject belongs to no group. */
  readonly subjectGroup: string;
  /** Code of the place; empty where none is known. */
  readonly place: string;
  readonly counts: { readonly subjects: number; readonly registered: number; readonly recognised: number };
}

export interface TargetsAnswer {
  readonly indicators: readonly Indicator[];
  readonly targets: readonly Target[];
}

/** Where figures and targets come from: four questions. Errors: those of the queries. */
export interface TargetSource {
  places(options?: CallOptions): Promise<readonly PlacesPart[]>;
  targets(options?: CallOptions): Promise<TargetsAnswer>;
  figures(params: { indicator?: string }, options?: CallOptions): Promise<readonly ReportedFigure[]>;
  tallies(
    params: { model?: Model; places?: readonly string[] },
    options?: CallOptions,
  ): Promise<readonly Tally[]>;
}

/** The questions asked of a back end. */
export function clientSource(client: Client): TargetSource {
  const loose = client as { queryAll(name: string, params: object, options: object): Promise<unknown[]> };
  const all = async <T>(name: string, params: object, options: CallOptions = {}): Promise<T[]> =>
    (await loose.queryAll(name, params, { ...options, max: most })) as T[];
  return {
    places: (options) => all<PlacesPart>('places.list', {}, options),
    async targets(options) {
      const [indicators, items] = await Promise.all([
        all<Indicator>('indicators.list', {}, options),
        all<{ target: Target }>('targets.list', {}, options),
      ]);
      return { indicators, targets: items.map(({ target }) => target) };
    },
    figures: (params, options) => all<ReportedFigure>('figures.list', params, options),
    tallies: (params, options) => all<Tally>('tallies.list', params, options),
  };
}
