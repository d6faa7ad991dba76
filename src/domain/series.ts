import type { Assessment } from './assessment.schema.js';
import { isOpen } from './assessment-phase.js';
import type { PlaceSince } from './locality/place-since.js';
import type { PublicRecognition, Recognition, SeriesEntry } from './recognition.schema.js';
import { standing } from './standing.js';

type Known = Pick<Assessment, 'id' | 'cycle' | 'state' | 'updatedAt'>;

/**
 * One subject over the years, oldest first, one entry per year: its title, that it was refused, or that nothing was
 * decided yet. Where a year has several assessments, a title that stands counts first, then one under way, then the last
 * that came to an end. `today` as a date in Viet Nam.
 */
export function series(
  assessments: readonly Known[],
  recognitions: readonly Recognition[],
  today: string,
): SeriesEntry[] {
  const years = new Map<string, { entry: SeriesEntry; weight: number; at: string }>();
  const offer = (entry: SeriesEntry, weight: number, at: string): void => {
    const known = years.get(entry.cycle);
    if (known && (known.weight > weight || (known.weight === weight && known.at >= at))) return;
    years.set(entry.cycle, { entry, weight, at });
  };
  for (const one of recognitions) {
    const state = standing(one, today);
    const { cycle, outcome, outcomeLabel, validUntil, updatedAt } = one;
    offer({ cycle, state, outcome, outcomeLabel, validUntil }, state === 'revoked' ? 0 : 2, updatedAt);
  }
  const granted = new Set(recognitions.map(({ assessmentId }) => assessmentId));
  for (const { id, cycle, state, updatedAt } of assessments) {
    if (granted.has(id)) continue;
    if (isOpen(state)) offer({ cycle, state: 'pending' }, 1, updatedAt);
    else if (state === 'not-recognised') offer({ cycle, state }, 0, updatedAt);
  }
  return [...years.values()]
    .map(({ entry }) => entry)
    .sort((a, b) => (a.cycle < b.cycle ? -1 : a.cycle > b.cycle ? 1 : 0));
}

type Place = Recognition['place'];

/** Families and citizens move: that one is registered elsewhere does not mean that the place has another name. */
const isPersonal = ({ model }: Pick<Recognition, 'model'>): boolean =>
  model === 'family' || model === 'citizen';

const samePlace = (a: Place, b: Place): boolean =>
  a.name.normalize('NFC').trim() === b.name.normalize('NFC').trim() && (a.code ?? '') === (b.code ?? '');

/**
 * What the place of a title is called now, where that is another name or code than then. First what is known of places,
 * which betrays no move; then, of what stays where it is, how an officer has registered it since. A place that went over
 * into several has no name now, unless the officer says in which of them.
 */
function placeNow(
  recognition: Recognition,
  registered: Place,
  since: PlaceSince | undefined,
): Place | undefined {
  const { place } = recognition;
  const told =
    isPersonal(recognition) || !registered.name.trim() || samePlace(registered, place)
      ? undefined
      : registered;
  if (!since) return told;
  const { then, now } = since;
  // The officer's words are the more exact ones, e.g. of a hamlet; under any other code it is a move.
  if (told && (told.code === undefined || now.some(({ code }) => code === told.code))) return told;
  const [one, ...others] = now;
  return one && others.length === 0 && !samePlace(one, then) ? one : undefined;
}

/**
 * What anybody may read of a title. `registered`: where the subject is registered today; `since`: what became of the place
 * of then, where that is known. Left out is who wrote it, which assessment it came from, the points, and why it was
 * revoked, which may tell of people. Of the years without a title only those of villages, clans and units are named:
 * nobody else needs to know that a family or a person was refused or still waits.
 */
export function publicRecognition(
  recognition: Recognition,
  years: readonly SeriesEntry[] = [],
  registered: Place = recognition.place,
  since?: PlaceSince,
): PublicRecognition {
  const {
    assessmentId: _assessment,
    subjectId: _subject,
    score: _score,
    revokedReason: _reason,
    owner: _owner,
    createdAt: _created,
    ...open
  } = recognition;
  const personal = isPersonal(recognition);
  const now = placeNow(recognition, registered, since);
  return {
    ...open,
    ...(now && { placeNow: now }),
    series: years.filter(({ state }) => state !== 'not-recognised' && !(personal && state === 'pending')),
  };
}
