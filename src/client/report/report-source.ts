import type { ActivityItem } from '../../domain/area/area-query.schema.js';
import type { PublicFund } from '../../domain/fund/fund-query.schema.js';
import type { Client } from '../client.types.js';
import { keepAnswers, type Kept } from '../target/kept-answers.js';
import { clientSource } from '../target/target-source.js';
import type { TargetAnswers } from '../../domain/target/target-answers.types.js';

/** Most activities of a year, and most funds, that are read. */
const most = 20_000;

/** What a report asks of the back end; each answer is kept for when that is out of reach, and asked for once. */
export interface ReportSource {
  answers(): Promise<Kept<TargetAnswers>>;
  activities(year: number): Promise<Kept<readonly ActivityItem[]>>;
  funds(): Promise<Kept<readonly PublicFund[]>>;
  /** What was made of answers, kept like them. */
  made<T>(name: string, make: () => Promise<T>): Promise<Kept<T>>;
  /** Asks everything anew from now on. */
  forget(): void;
}

/** The oldest of what was kept; none where all is of this moment. */
export function oldest(kept: readonly Kept<unknown>[]): string | undefined {
  return kept
    .flatMap(({ keptAt }) => keptAt ?? [])
    .sort()
    .at(0);
}

/** Asks a client's back end. What one reader no longer waits for is answered for the next, so nothing is given up. */
export function reportSource(client: Client): ReportSource {
  const asked = new Map<string, Promise<Kept<unknown>>>();
  const shelf = keepAnswers(client);
  const figures = clientSource(client);

  function once<T>(name: string, ask: () => Promise<T>): Promise<Kept<T>> {
    const known = asked.get(name) as Promise<Kept<T>> | undefined;
    if (known) return known;
    const answer = shelf(`report ${name}`, ask);
    const forget = (): void => {
      if (asked.get(name) === answer) asked.delete(name);
    };
    asked.set(name, answer);
    // What failed, or came from the shelf, is asked anew by the next.
    answer.then(({ keptAt }) => keptAt !== undefined && forget(), forget);
    return answer;
  }

  return {
    async answers() {
      const [targets, places, reports, tallies] = await Promise.all([
        once('targets', () => figures.targets()),
        once('places', () => figures.places()),
        once('figures', () => figures.figures({})),
        once('tallies', () => figures.tallies({})),
      ]);
      const keptAt = oldest([targets, places, reports, tallies]);
      return {
        value: {
          ...targets.value,
          places: places.value,
          figures: reports.value,
          tallies: tallies.value,
        },
        ...(keptAt !== undefined && { keptAt }),
      };
    },
    activities: (year) =>
      once(`activities ${year}`, async () => {
        const items = await client.queryAll('activities.list', { year: String(year) }, { max: most });
        // Kept is what anybody may read, whoever is signed in.
        return items.map(({ note: _note, owner: _owner, ...open }) => open);
      }),
    funds: () => once('funds', () => client.queryAll('public.funds.list', {}, { max: most })),
    made: (name, make) => shelf(`report ${name}`, make),
    forget: () => asked.clear(),
  };
}
