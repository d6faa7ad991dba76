import { missingAwardConsents } from './award-consent.js';
import type { Fund } from './fund.schema.js';
import type { PublicAward } from './fund-query.schema.js';
import { initialsOf } from './recipient-label.js';
import type { Award, Recipient, Round } from './round.schema.js';

type Known = Award & { who: Recipient };

/**
 * The recipients of a round as anybody may read them: only those who were paid; by name where everybody who must has
 * agreed; by initials and class among at least `smallestGroup` of that class who are not named; by initials alone
 * among so many of all small classes; else only as a number. A level whose name must not be read never has a line of
 * its own, with consent to a name neither: beside lines that say their level, one without would say it as well. Built
 * from these fields alone, so that nothing else can slip through.
 */
export function publicAwards(
  round: Pick<Round, 'id' | 'discreet' | 'levels' | 'year'>,
  awards: readonly Award[],
  { smallestGroup }: Pick<Fund, 'smallestGroup'>,
  year: number,
): PublicAward[] {
  const paid = awards.filter((award) => award.round === round.id && award.paid);
  if (round.discreet) return together(round, paid);
  const open = new Set(round.levels.flatMap(({ id, private: hidden }) => (hidden ? [] : [id])));
  const one = ({ level, amount }: Award) => ({ round: round.id, level, count: 1, amount });

  const named: PublicAward[] = [];
  const groups = new Map<string, Known[]>();
  const small: Award[] = [];
  for (const award of paid) {
    const { who } = award;
    if (!who || !open.has(award.level)) small.push(award);
    else if (missingAwardConsents(award, year).length === 0)
      named.push({ ...one(award), name: who.name.normalize('NFC'), ...gradeOf(who) });
    else {
      const grade = gradeOf(who).grade ?? '';
      groups.set(grade, [...(groups.get(grade) ?? []), { ...award, who }]);
    }
  }

  const shown: PublicAward[] = [];
  const merged: Known[] = [];
  for (const [grade, group] of groups) {
    if (grade === '' || group.length < smallestGroup) merged.push(...group);
    else
      shown.push(...group.map((award) => ({ ...one(award), initials: initialsOf(award.who.name), grade })));
  }
  if (merged.length < smallestGroup) small.push(...merged);
  else shown.push(...merged.map((award) => ({ ...one(award), initials: initialsOf(award.who.name) })));
  return [...inOrder(named), ...inOrder(shown), ...together(round, small)];
}

function gradeOf({ grade }: Recipient): { grade?: string } {
  const plain = grade?.normalize('NFC').trim();
  return plain ? { grade: plain } : {};
}

/** As one line without anybody in it. */
function together({ id }: Pick<Round, 'id'>, awards: readonly Award[]): PublicAward[] {
  if (awards.length === 0) return [];
  return [{ round: id, count: awards.length, amount: awards.reduce((sum, { amount }) => sum + amount, 0) }];
}

/** By what is shown, so that the order tells nothing that the lines do not. */
function inOrder(lines: PublicAward[]): PublicAward[] {
  const key = ({ grade = '', level = '', name = '', initials = '', amount }: PublicAward): string =>
    [grade, level, name, initials, String(amount).padStart(16, '0')].join('\n');
  return lines.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
