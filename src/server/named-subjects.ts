import { ofSubject, signedIn, visible, type QueryContext } from '../backend/answer-query.js';
import { readParams } from '../backend/late-answers.js';
import type { Page } from '../domain/query.schema.js';
import type { Subject } from '../domain/subject.schema.js';
import type { SqlReader } from './storage/sql-reader.js';

/**
 * Subjects that are named (`ids` of `subjects.list`), as far as there are any that the person may see: in one page, in the order of ids,
 * with nothing else gone through. Damaged ones are left out, as of every list. Errors: unauthenticated, invalid.
 */
export async function namedSubjects(
  params: object,
  context: QueryContext & { reader: SqlReader },
): Promise<Page<Subject>> {
  const actor = signedIn(context);
  const { ids, model, mine } = await readParams('subjects.list', params);
  const found = await context.reader.readMany('subject', [...new Set(ids)]);
  const items = found.filter(
    (one) => (model === undefined || one.model === model) && visible(actor, ofSubject(one), mine),
  );
  return { items: items.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
