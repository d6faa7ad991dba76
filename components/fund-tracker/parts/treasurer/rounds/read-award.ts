import type { Award } from '../../../../../src/domain/fund/round.schema.js';
import type { Desk } from '../desk.js';

/** The award as it is now; undefined where its round does not list it any more. Errors: those of the query. */
export async function readAward(
  { host, view }: Desk,
  { round, id }: Pick<Award, 'round' | 'id'>,
): Promise<Award | undefined> {
  const params = { fund: view.fund.id, round, limit: 200 };
  const same = await host.client.queryAll('awards.list', params, { max: 5_000 });
  return same.find((one) => one.id === id);
}
