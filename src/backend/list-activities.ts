import type { ActivityItem } from '../domain/area/area-query.schema.js';
import type { RecordOf } from '../domain/receipt.schema.js';
import { page, type QueryContext } from './answer-query.js';
import type { QueryParams, Page } from '../domain/query.schema.js';

/** Activities that were not taken back. To strangers nothing of whose they are, nor notes. Asked for by reports alone. */
export async function listActivities(
  { year, place, ...paging }: QueryParams<'activities.list'>,
  context: QueryContext,
): Promise<Page<ActivityItem>> {
  const found = await page('activity', paging, context, (one) => {
    return (
      one.removedAt === undefined &&
      (year === undefined || one.date.startsWith(year)) &&
      (place === undefined || one.place === place)
    );
  });
  const known = context.actor !== null;
  return { ...found, items: found.items.map((one) => activityItem(one, known)) };
}

function activityItem(record: RecordOf<'activity'>, known: boolean): ActivityItem {
  const { owner, note, removedAt: _removed, ...rest } = record;
  return { ...rest, ...(known && { owner, ...(note !== undefined && { note }) }) };
}
