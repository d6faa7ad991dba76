/** What is told outside. A receiver learns that something happened and to which record, and asks for the rest with its own rights. */
export const eventKinds = [
  'subject.registered',
  'subject.imported',
  'subject.updated',
  'subject.closed',
  'subject.erased',
  'consent.given',
  'consent.withdrawn',
  'assessment.submitted',
  'assessment.withdrawn',
  'assessment.returned',
  'assessment.verified',
  'recognition.granted',
  'recognition.refused',
  'recognition.revoked',
  'recognition.expired',
  'recognition.signed',
  'fund.opened',
  'fund.updated',
  'fund.recorded',
  'fund.disclosed',
  'fund.erased',
  'fund.year-closed',
  'round.opened',
  'round.closed',
  'criteria.published',
  'places.changed',
  'target.changed',
  'figure.reported',
  'activity.changed',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Something that happened, without a word that anybody wrote. */
export interface Event {
  kind: EventKind;
  /** When it was decided, as an ISO instant. */
  at: string;
  /** `last`: of a run of entries of a fund, which are told together. */
  record: { type: string; id: string; version: number; last?: string | undefined };
  /** The subject or the fund that it is about. */
  about?: { type: 'subject' | 'fund'; id: string } | undefined;
  /** Code of the place; '' where there is none; absent where it is that of what it is about. */
  place?: string | undefined;
  cycle?: string | undefined;
  /** Of an import: how many subjects of that place. */
  count?: number | undefined;
}
