import { throwIfAborted } from '../backend/abort.js';
import { isHtsdError } from '../backend/errors.js';
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

/** Members whose titles are looked up for one subject; of more the declared numbers have to do. */
const mostMembers = 100;
/** Questions that are under way at a time: enough to hide the way to a server, few enough not to be refused by it. */
const atOnce = 6;
/** How often a question is put again that came too soon after many others. */
const attempts = 5;

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
 * Asks for the members of each candidate on a day (`2026-12-31`), several at a time, and calls `found` with what there is
 * to know; with nothing where it could not be had. Errors: only of an abort.
 */
export async function lookUpMembers(
  client: Client,
  candidates: readonly Candidate[],
  today: string,
  signal: AbortSignal,
  found: (candidate: Candidate, members: MembersFound | undefined) => void,
): Promise<void> {
  const waiting = candidates[Symbol.iterator]();
  // Shared by all: a member of many is asked for once.
  const asked = new Map<string, Promise<Member | undefined>>();
  const line = limited(atOnce);
  const one = (id: string): Promise<Member | undefined> => {
    const known = asked.get(id) ?? line(() => patiently(() => memberOf(client, id, signal), signal));
    asked.set(id, known);
    return known;
  };
  const work = async (): Promise<void> => {
    for (const candidate of waiting) {
      try {
        const ask = (): Promise<MembersFound> => membersOf(client, candidate, today, signal, one);
        found(candidate, await patiently(ask, signal));
      } catch {
        throwIfAborted(signal);
        found(candidate, undefined);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function membersOf(
  client: Client,
  { assessment, set }: Candidate,
  today: string,
  signal: AbortSignal,
  memberOf: (id: string) => Promise<Member | undefined>,
): Promise<MembersFound> {
  const { items } = await client.query('subject.get', { id: assessment.subjectId }, { signal });
  const subject = items[0]!;
  const ids = [...new Set(subject.members?.ids)].slice(0, mostMembers);
  const all = await Promise.all(ids.map(memberOf));
  const members = memberTitles(
    subject,
    all.filter((one) => one !== undefined),
    today,
  );
  const enough = membersSuffice(set, members);
  return { place: subject.place, ...(members && { members }), ...(enough !== undefined && { enough }) };
}

/** Where a server says that it was asked too often, as it is about hundreds, it is asked again when it says. Errors: those of `ask`. */
async function patiently<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let left = attempts; ; left -= 1) {
    try {
      return await ask();
    } catch (error) {
      if (left === 0 || !isHtsdError(error) || error.code !== 'rate-limited') throw error;
      const seconds = Number(error.params['seconds']) || 1;
      await new Promise((done) => setTimeout(done, seconds * 1_000));
      throwIfAborted(signal);
    }
  }
}

/** Runs work, so many at a time, in the order in which it is given. */
function limited(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((start) => waiting.push(start));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
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
