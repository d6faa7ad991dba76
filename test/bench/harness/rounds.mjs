/**
 * Runs contestants in turn, round after round, so that whatever else the machine does falls on all of them alike.
 * @param {{ id: string, rounds?: number }[]} contestants `rounds` caps a slow one
 * @param {{ rounds: number, budget: number }} limits `budget` in milliseconds, up to twice as long for the first three rounds
 * @param {(contestant: object) => Promise<object>} visit
 * @returns {Promise<Map<string, object[]>>} what each visit answered, by contestant
 */
export async function interleave(contestants, { rounds, budget }, visit) {
  const results = new Map(contestants.map(({ id }) => [id, []]));
  const end = Date.now() + budget;
  for (let round = 0; round < rounds; round++) {
    // The first round is always run; a machine that is busy with other things may not get to the third.
    if (round > 0 && Date.now() > end + (round < 3 ? budget : 0)) break;
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
