import { dateInVietnam } from '../../domain/civil-date.js';
import type { PublicRecognition, Recognition } from '../../domain/recognition.schema.js';
import { publicRecognition, series } from '../../domain/series.js';
import type { Catalog } from '../catalog.js';
import { HtsdError } from '../errors.js';
import { findPlaceSince } from '../place-since.js';
import { malformed } from './transport.js';
import type { RecordReader } from '../answer-query.js';
import type { Answer } from './questions.js';

/** What Moodle tells anybody of a title: fields that the domain names, and the years before and after. */
interface ToldTitle {
  recognition: Recognition;
  recognitions: Recognition[];
  assessments: Parameters<typeof series>[0];
  place: Recognition['place'];
}

/** A title as its badge shows it, to anybody. Errors: not-found, also where it is not to be shown. */
export async function readTitle(
  { text }: Answer,
  context: {
    reader: RecordReader;
    catalog: Catalog | undefined;
    now: () => Date;
    signal: AbortSignal | undefined;
  },
): Promise<PublicRecognition> {
  if (text === null) throw new HtsdError('not-found');
  let told: ToldTitle;
  try {
    told = JSON.parse(text) as ToldTitle;
  } catch {
    throw malformed('local_htsd_query');
  }
  const { recognition, recognitions, assessments, place: now } = told;
  const today = dateInVietnam(context.now().toISOString());
  // A title bears the id of its assessment, which is not told.
  const known = recognitions.map((one) => ({ ...one, assessmentId: one.id }));
  const { place, decision } = recognition;
  const since =
    place.code === undefined
      ? undefined
      : await findPlaceSince(place.code, decision.date, today, { actor: null, ...context });
  return publicRecognition(recognition, series(assessments, known, today), now, since);
}
