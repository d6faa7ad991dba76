import { throwIfAborted } from '../backend/abort.js';
import type { CriteriaSet } from '../domain/criteria-set.schema.js';
import { memberFrom, membersSuffice, memberTitles, type Member } from '../domain/member-titles.js';
import type { Subject } from '../domain/subject.schema.js';
import type { Candidate, MembersFound } from './candidates.js';
import type { Client } from './client.types.js';
import { readSubjects } from './read-subjects.js';
import { readTitles } from './read-titles.js';

/** Members whose titles are looked up for one subject; of more the declared numbers have to do. */
const mostMembers = 100;
/** Candidates that are looked up together: few enough that what is known of the first shows soon. */
const together = 50;

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
