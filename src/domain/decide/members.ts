import type { CriteriaSet } from '../criteria-set.schema.js';
import { membersSuffice, memberTitles, type Member } from '../member-titles.js';
import type { DecisionContext } from '../reader.types.js';
import type { Subject } from '../subject.schema.js';
import { refuse } from './refusal.js';

/** Years back in which a title may have been granted that still holds: the longest one holds three. */
const yearsBack = 3;

/** Refuses where the set makes the title of the whole depend on its members' and too few of them are known to hold it. */
export async function membersAllow(
  set: CriteriaSet,
  subject: Subject,
  cycle: string,
  on: string,
  context: DecisionContext,
): Promise<void> {
  if (!set.members?.blocking) return;
  const members: Member[] = [];
  for (const id of new Set(subject.members?.ids)) {
    const member = await context.read('subject', id);
    if (member) members.push({ id, name: member.name, model: member.model, titles: await titles(id) });
  }
  const found = memberTitles(subject, members, on);
  if (membersSuffice(set, found) !== true)
    refuse('members-missing', undefined, {
      recognised: found?.recognised ?? 0,
      total: found?.total ?? 0,
      atLeast: set.members.atLeast,
    });

  /** A title that was revoked, or has been declared expired, is no open assessment any more. */
  async function titles(id: string): Promise<Member['titles']> {
    const held: { validFrom: string; validUntil: string }[] = [];
    for (let year = Number(cycle); year >= Number(cycle) - yearsBack; year -= 1) {
      const found = await context.findAssessment(id, String(year));
      if (found?.state === 'recognised' && found.decision)
        held.push({ validFrom: found.decision.date, validUntil: found.decision.validUntil });
    }
    return held;
  }
}
