import type { Assessment } from '../../domain/assessment.schema.js';
import type { Consent } from '../../domain/consent.schema.js';
import type { Recognition } from '../../domain/recognition.schema.js';
import type { Subject } from '../../domain/subject.schema.js';

/** Stands where a name or a text was. */
export const blank = '—';

/**
 * Records without what they said of a person. What is counted stays: model, place by its code, year, set, state, score and
 * the decision, and who of the administration did what when.
 */
export function blankSubject(
  { place, parent: _, head: _head, members: _members, past: _past, ...subject }: Subject,
  at: string,
): Subject {
  return {
    ...subject,
    version: subject.version + 1,
    name: blank,
    place: { name: blank, ...(place.code !== undefined && { code: place.code }) },
    facts: {},
    // Nobody goes on with what has no name any more.
    closedAt: subject.closedAt ?? at,
    updatedAt: at,
  };
}

export function blankAssessment(
  { returned: _, setAside: _setAside, review, ...assessment }: Assessment,
  at: string,
): Assessment {
  const { owner, history, submissions } = assessment;
  const named = <T extends { by: string; byName: string }>(one: T): T =>
    one.by === owner ? { ...one, byName: blank } : one;
  return {
    ...assessment,
    version: assessment.version + 1,
    subjectName: blank,
    facts: {},
    answers: {},
    comments: [],
    submissions: submissions.map(named),
    history: history.map(({ reason: _reason, ...entry }) => named(entry)),
    ...(review && { review: withoutWords(review) }),
    updatedAt: at,
  };
}

const withoutWords = ({ marks: _, dropped: _dropped, ...review }: NonNullable<Assessment['review']>) =>
  review;

export function blankRecognition(
  { credential: _, revokedReason: _reason, place, ...recognition }: Recognition,
  at: string,
): Recognition {
  return {
    ...recognition,
    version: recognition.version + 1,
    subjectName: blank,
    place: { name: blank, ...(place.code !== undefined && { code: place.code }) },
    updatedAt: at,
  };
}

/** A consent ends with what it was given for. */
export function blankConsent({ relation: _, ...consent }: Consent, at: string): Consent {
  return {
    ...consent,
    version: consent.version + 1,
    giverName: blank,
    withdrawnAt: consent.withdrawnAt ?? at,
  };
}
