import type { Actor } from '../domain/actor.schema.js';
import type { Assessment } from '../domain/assessment.schema.js';
import type { CriteriaSet } from '../domain/criteria-set.schema.js';
import { memberModel, type MemberTitles } from '../domain/member-titles.js';
import { isAuthor, mayActOn } from '../domain/permissions.js';
import type { Subject } from '../domain/subject.schema.js';
import { grantable } from '../domain/titles.js';
import { asGiven } from './as-given.js';

/** A verified assessment as the signer sees it before he decides. */
export interface Candidate {
  readonly assessment: Assessment;
  readonly set: CriteriaSet;
  /** Classes or levels that may be granted, the highest first. */
  readonly outcomes: readonly string[];
  readonly may: 'yes' | 'forbidden' | 'own-assessment';
  /** The reviewer came to another result than the author. */
  readonly rescored: boolean;
  /** Its subject was looked up, with what is known of its members. */
  readonly asked?: boolean;
  /** Where the subject is, once it was looked up: the registry of competent bodies is asked for that place. */
  readonly place?: Subject['place'];
  /** What is known of its members' titles; absent until it was looked up, or where there is nothing to know. */
  readonly members?: MemberTitles;
  /** The set's demand on members: met, missed, or none or not known. */
  readonly enough?: boolean;
}

/** Its title rests on those of members, so that there may be something to look up. */
export const hasMembers = ({ assessment }: Candidate): boolean => memberModel[assessment.model] !== undefined;

/** What follows from the assessment itself. */
export function candidateOf(assessment: Assessment, set: CriteriaSet, actor: Actor): Candidate {
  const verified = assessment.review?.score;
  const self = assessment.submissions.at(-1)?.score;
  const belonging = { owner: assessment.owner, subjectId: assessment.subjectId };
  return {
    assessment,
    set,
    outcomes: grantable(set, verified),
    may: mayActOn(asGiven(actor), 'recognition.grant', belonging, isAuthor(actor.id, assessment)),
    rescored: self?.outcome !== verified?.outcome || self?.total !== verified?.total,
  };
}

/** What a subject's own record says, and what is known of its members on a day. */
export type MembersFound = Pick<Candidate, 'place' | 'members' | 'enough'>;
