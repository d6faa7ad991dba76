import { maySee, type Belonging } from '../domain/reach.js';
import type { RecordOf, RecordType } from '../domain/receipt.schema.js';
import { signedIn, type QueryContext, type RecordReader, type Scan } from './answer-query.js';

type AboutSubject = RecordOf<'assessment' | 'recognition'>;

/** A reader that scans only those assessments or titles that the actor may see. */
export function sifting(context: QueryContext): RecordReader {
  const { reader } = context;
  return {
    ...reader,
    async scan<T extends RecordType>(...asked: Parameters<RecordReader['scan']>) {
      const { records, last } = await reader.scan(...asked);
      return { records: await seenOf(records as AboutSubject[], context), last } as unknown as Scan<T>;
    },
  };
}

/**
 * Of records that are about subjects those that the actor may see. Where a subject is, which its assessments and titles do not
 * say, is looked up only for who is in charge of places.
 */
export async function seenOf<T extends Pick<Belonging, 'owner' | 'subjectId'>>(
  records: readonly T[],
  context: QueryContext,
): Promise<T[]> {
  const actor = signedIn(context);
  const places = actor.places && (await placesOf(records, context));
  return records.filter(({ owner, subjectId }) =>
    maySee(actor, { owner, subjectId, at: places?.get(subjectId) }),
  );
}

/** Codes of the places where the subjects of records are, by their ids; asked for who is in charge of places. */
async function placesOf(
  records: readonly { subjectId: string }[],
  { reader }: QueryContext,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(records.map(({ subjectId }) => subjectId))];
  if (ids.length === 0) return new Map();
  if (reader.placesOf) return reader.placesOf(ids);
  const places = new Map<string, string>();
  for (const id of ids) places.set(id, (await reader.read('subject', id))?.place.code ?? '');
  return places;
}
