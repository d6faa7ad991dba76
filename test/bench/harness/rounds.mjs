/**
 * Runs contestants in turn, round after round, so that whatever else the machine does falls on all of them alike.
 * @param {{ id: string, rounds?: number }[]} contestants `rounds` caps a slow one
 * @param {{ rounds: number, budget: number }} limits `budget` in milliseconds; three rounds are run in any case
 * @param {(contestant: object) => Promise<object>} visit
 * @returns {Promise<Map<string, object[]>>} what each visit answered, by contestant
 */
export async function interleave(contestants, { rounds, budget }, visit) {
  const results = new Map(contestants.map(({ id }) => [id, []]));
  const end = Date.now() + budget;
  for (let round = 0; round < rounds && (round < 3 || Date.now() < end); round++) {
    // Another one begins each round, so that none always comes after the same one.
    for (let offset = 0; offset < contestants.length; offset++) {
      const contestant = contestants[(round + offset) % contestants.length];
      if (round >= (contestant.rounds ?? rounds)) continue;
      results.get(contestant.id).push(await visit(contestant));
    }
    process.stdout.write('.');
  }
  process.stdout.write('\n');
  return results;
}
