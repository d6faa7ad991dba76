import { throwIfAborted } from '../backend/abort.js';
import type { Actor } from '../domain/actor.schema.js';
import type { Assessment } from '../domain/assessment.schema.js';
import type { CriteriaSet } from '../domain/criteria-set.schema.js';
import {
  memberFrom,
  memberModel,
  membersSuffice,
  memberTitles,
  type Member,
  type MemberTitles,
} from '../domain/member-titles.js';
import { isAuthor, mayActOn } from '../domain/permissions.js';
import type { Subject } from '../domain/subject.schema.js';
import { grantable } from '../domain/titles.js';
import type { Client } from './client.types.js';
import { asGiven } from './as-given.js';
import { readSubjects } from './read-subjects.js';
import { readTitles } from './read-titles.js';

/** Members whose titles are looked up for one subject; of more the declared numbers have to do. */
const mostMembers = 100;
/** Candidates that are looked up together: few enough that what is known of the first shows soon. */
const together = 50;

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

/**
 * Asks for the members of each candidate on a day (`2026-12-31`), of many together, and calls `found` with what there is to know;
 * with nothing where it could not be had. Errors: only of an abort.
 */
export async function lookUpMembers(
  client: Client,
  candidates: readonly Candidate[],
  today: string,
  signal: AbortSignal,
  found: (candidate: Candidate, members: MembersFound | undefined) => void,
): Promise<void> {
  // Shared by all: a member of many is asked for once.
  const people = new Map<string, Member>();
  for (let at = 0; at < candidates.length; at += together) {
    throwIfAborted(signal);
    const some = candidates.slice(at, at + together);
    const wanted = some.map(({ assessment }) => assessment.subjectId);
    const subjects = await orNothing(readSubjects(client, wanted, signal), signal);
    const ids = [...(subjects?.values() ?? [])].flatMap(membersIn).filter((id) => !people.has(id));
    const members = subjects && (await orNothing(readMembers(client, ids, signal), signal));
    for (const one of members ?? []) people.set(one.id, one);
    for (const candidate of some) {
      const subject = members && subjects.get(candidate.assessment.subjectId);
      const known = membersIn(subject).flatMap((id) => people.get(id) ?? []);
      found(candidate, subject && foundOf(subject, known, candidate.set, today));
      throwIfAborted(signal);
    }
  }
}

const membersIn = (subject: Subject | undefined): string[] =>
  [...new Set(subject?.members?.ids)].slice(0, mostMembers);

/** Nothing where they cannot be had now: the person is told how many are missing, and asks again. */
async function orNothing<T>(reading: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  try {
    return await reading;
  } catch {
    throwIfAborted(signal);
    return undefined;
  }
}

/** A member that is out of the signer's reach counts as one that nothing is known of. */
function foundOf(subject: Subject, known: readonly Member[], set: CriteriaSet, today: string): MembersFound {
  const members = memberTitles(subject, known, today);
  const enough = membersSuffice(set, members);
  return { place: subject.place, ...(members && { members }), ...(enough !== undefined && { enough }) };
}

async function readMembers(client: Client, ids: readonly string[], signal: AbortSignal): Promise<Member[]> {
  const subjects = [...(await readSubjects(client, ids, signal)).values()];
  const wanted = subjects.map(({ id }) => id);
  const titles = await readTitles(client, wanted, signal);
  return subjects.map((subject) => memberFrom(subject, titles.get(subject.id) ?? []));
}
