import type { Page, QueryParams } from '../domain/query.schema.js';
import type { Subject } from '../domain/subject.schema.js';
import type { RecordOf, RecordType } from '../domain/receipt.schema.js';
import { throwIfAborted } from './abort.js';
import { ofSubject, signedIn, visible, type QueryContext } from './answer-query.js';
import { isHtsdError } from './errors.js';

/** Records read at a time where they are read one by one. */
const abreast = 8;

/** Subjects that are named: each is read, and nothing else is gone through. Errors: unauthenticated. */
export async function namedSubjects(
  { ids, model, mine }: QueryParams<'subjects.list'>,
  context: QueryContext,
): Promise<Page<Subject>> {
  const actor = signedIn(context);
  const found = await readMany(context, 'subject', [...new Set(ids)]);
  const items = found.filter(
    (one) => (model === undefined || one.model === model) && visible(actor, ofSubject(one), mine),
  );
  return { items: items.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Those that are there. One that is damaged is left out, as of every list. */
async function readMany<T extends RecordType>(
  { reader, signal }: QueryContext,
  type: T,
  ids: readonly string[],
): Promise<RecordOf<T>[]> {
  if (reader.readMany) return reader.readMany(type, ids);
  const found: RecordOf<T>[] = [];
  for (let at = 0; at < ids.length; at += abreast) {
    throwIfAborted(signal);
    const some = ids.slice(at, at + abreast).map(async (id) => {
      try {
        const record = await reader.read(type, id);
        if (record) found.push(record);
      } catch (error) {
        if (!isHtsdError(error) || error.code !== 'invalid') throw error;
      }
    });
    await Promise.all(some);
  }
  return found;
}
