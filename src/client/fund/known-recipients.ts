import { plainWords } from '../../domain/fund/import/words.js';
import type { Award, Recipient } from '../../domain/fund/round.schema.js';

/** Somebody who was in a list before. */
export interface KnownRecipient {
  /** The same in all his awards. */
  readonly person: string;
  readonly who: Recipient;
  /** Ids of the rounds that he was in, the last first. */
  readonly rounds: readonly string[];
}

/** Name, year of birth and school, as far as people write them alike. Without a year of birth nobody can be told from his namesake. */
function keyOf({ name, born, school }: Recipient): string | undefined {
  return born === undefined ? undefined : JSON.stringify([plainWords(name), born, plainWords(school ?? '')]);
}

/**
 * Finds who was in a list of the fund before, by name, year of birth and school; of several the last. Two children may
 * share all three, so that a person has to say whether it is the same.
 */
export function knownRecipients(
  awards: readonly Pick<Award, 'person' | 'who' | 'round' | 'createdAt'>[],
): (who: Recipient) => KnownRecipient | undefined {
  const found = new Map<string, KnownRecipient>();
  const inOrder = [...awards].sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  for (const { person, who, round } of inOrder) {
    const key = who && keyOf(who);
    if (!who || person === undefined || key === undefined) continue;
    const before = found.get(key);
    const rounds = before?.person === person ? before.rounds.filter((one) => one !== round) : [];
    found.set(key, { person, who, rounds: [round, ...rounds] });
  }
  return (who) => found.get(keyOf(who) ?? '');
}
