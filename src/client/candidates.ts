import { isHtsdError } from '../backend/errors.js';
import type { Actor } from '../domain/actor.schema.js';
import type { Assessment } from '../domain/assessment.schema.js';
import type { CriteriaSet } from '../domain/criteria-set.schema.js';
import {
  memberFrom,
  membersSuffice,
  memberTitles,
  type Member,
  type MemberTitles,
} from '../domain/member-titles.js';
import { isAuthor, mayActOn } from '../domain/permissions.js';
import { grantable } from '../domain/titles.js';
import type { Client } from './client.types.js';

/** Members whose titles are looked up for one subject; of more the declared numbers have to do. */
const mostMembers = 100;

/** A verified assessment as the signer sees it before he decides. */
export interface Candidate {
  readonly assessment: Assessment;
  readonly set: CriteriaSet;
  /** Classes or levels that may be granted, the highest first. */
  readonly outcomes: readonly string[];
  readonly may: 'yes' | 'forbidden' | 'own-assessment';
  /** The reviewer came to another result than the author. */
  readonly rescored: boolean;
  /** What is known of its members' titles; absent until it was looked up, or where there is nothing to know. */
  readonly members?: MemberTitles;
  /** The set's demand on members: met, missed, or none or not known. */
  readonly enough?: boolean;
}

/** What follows from the assessment itself. */
export function candidateOf(assessment: Assessment, set: CriteriaSet, actor: Actor): Candidate {
  const verified = assessment.review?.score;
  const self = assessment.submissions.at(-1)?.score;
  const belonging = { owner: assessment.owner, subjectId: assessment.subjectId };
  return {
    assessment,
    set,
    outcomes: grantable(set, verified),
    may: mayActOn(actor, 'recognition.grant', belonging, isAuthor(actor.id, assessment)),
    rescored: self?.outcome !== verified?.outcome || self?.total !== verified?.total,
  };
}

/** Adds what is known of the members on a day (`2026-12-31`). Errors: those of the queries. */
export async function withMembers(
  client: Client,
  candidate: Candidate,
  today: string,
  signal: AbortSignal,
): Promise<Candidate> {
  const { items } = await client.query('subject.get', { id: candidate.assessment.subjectId }, { signal });
  const subject = items[0]!;
  const ids = [...new Set(subject.members?.ids)].slice(0, mostMembers);
  const found = await Promise.all(ids.map((id) => memberOf(client, id, signal)));
  const known = found.filter((one) => one !== undefined);
  const members = memberTitles(subject, known, today);
  const enough = membersSuffice(candidate.set, members);
  return { ...candidate, ...(members && { members }), ...(enough !== undefined && { enough }) };
}

/** A member that is out of the signer's reach counts as one that nothing is known of. */
async function memberOf(client: Client, id: string, signal: AbortSignal): Promise<Member | undefined> {
  try {
    const { items } = await client.query('subject.get', { id }, { signal });
    return memberFrom(items[0]!, await client.queryAll('recognitions.list', { subject: id }, { signal }));
  } catch (error) {
    if (isHtsdError(error) && (error.code === 'not-found' || error.code === 'forbidden')) return undefined;
    throw error;
  }
}
