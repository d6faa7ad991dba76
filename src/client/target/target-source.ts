import type { CallOptions } from '../../backend/port.js';
import type {
  PlacesPart,
  ReportedFigure,
  Tally,
  TargetsAnswer,
} from '../../domain/target/target-answers.types.js';
import type { Indicator, Target } from '../../domain/target/target.schema.js';
import type { Model } from '../../domain/text.schema.js';
import type { Client } from '../client.types.js';

/** Most records of one kind that are read: hamlets of a province over ten years stay below. */
const most = 200_000;

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
