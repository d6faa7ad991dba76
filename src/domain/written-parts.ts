import type { CommandKind } from './command.schema.js';
import type { RecordType } from './receipt.schema.js';

/** A command that changes nothing of a fund. */
export type PlainKind = Exclude<CommandKind, `${'fund' | 'round' | 'award'}.${string}`>;

/** What a command may write of a type: fields that may change beside version and times, or `new`, a record as a whole. */
export type WrittenFields = readonly string[] | 'new';

const subjectFields = ['subjectGroup', 'name', 'parent', 'place', 'head', 'members', 'facts'];

/**
 * What each kind of command may write at all: a wall behind the rules, for a back end that stores what others have decided.
 * A history may only grow, a state change only as the workflow says; neither is named here. Absent types are not written.
 */
export const writtenParts: Readonly<Record<PlainKind, Partial<Record<RecordType, WrittenFields>>>> = {
  'subject.register': {
    subject: [...subjectFields, 'registrations'],
    assessment: ['subjectName', 'criteria', 'facts', 'answers', 'setAside'],
  },
  'subject.update': { subject: subjectFields },
  'subject.close': { subject: ['closedAt'] },
  'subject.import': { subject: [...subjectFields, 'registrations', 'past'] },
  'assessment.open': { assessment: 'new' },
  'assessment.answer': { assessment: ['answers', 'facts'] },
  'assessment.submit': { assessment: ['subjectName', 'submissions', 'review'] },
  'assessment.withdraw': { assessment: ['submissions'] },
  'assessment.review': { assessment: ['review'] },
  'assessment.mark': { assessment: ['review'] },
  'assessment.return': { assessment: ['comments', 'returned'] },
  'assessment.verify': { assessment: ['review'] },
  'recognition.grant': {
    decision: 'new',
    counter: ['used'],
    assessment: ['decision'],
    recognition: 'new',
  },
  'recognition.refuse': { assessment: [] },
  'recognition.revoke': { recognition: ['state', 'revokedAt', 'revokedReason'], assessment: [] },
  'recognition.attach': { recognition: ['credential'] },
  'recognition.expire': { assessment: [] },
  'criteria.publish': { criteria: 'new' },
  'criteria.localise': { criteria: 'new' },
  'consent.give': { consent: 'new' },
  'consent.withdraw': { consent: ['withdrawnAt'] },
  'locality.import': { places: ['localities', 'events', 'source'] },
  'locality.change': { places: ['localities', 'events'] },
  'target.set': { target: ['target', 'dropped', 'owner'] },
  'target.drop': { target: ['dropped', 'owner'] },
  'indicator.report': { figure: ['figure', 'by', 'byName', 'at', 'earlier'] },
  'activity.record': { activity: 'new' },
  'activity.update': {
    activity: ['kind', 'date', 'place', 'title', 'sessions', 'participants', 'note', 'source'],
  },
  'activity.remove': { activity: ['removedAt'] },
};
