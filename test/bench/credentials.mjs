/**
 * Issuing and checking 1,000 badges, against bare jose over the same payloads. Needs a build.
 *   node --expose-gc test/bench/credentials.mjs [--rounds 3]
 * Figures are reported, not tested.
 */
import { parseArgs } from 'node:util';
import { credentials } from './rows/credentials.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
const lib = await import(new URL('../../dist/lib/credential.js', import.meta.url).href);
const { count, memory, times } = await credentials(lib, Number(values.rounds));

const floors = { issue: times['jose: sign'].median, check: times['jose: check'].median };
console.log(`${count} badges, median of ${values.rounds}; peak of the process ${peak()} MB`);
for (const [name, { median }] of Object.entries(times)) {
  const floor = floors[/check/.test(name) ? 'check' : 'issue'];
  const rate = Math.round((count / median) * 1_000);
  console.log(
    `${name.padEnd(14)} ${median.toFixed(0).padStart(6)} ms ${String(rate).padStart(6)} /s` +
      ` ${(median / floor).toFixed(2).padStart(6)} × jose ${memory[name].toFixed(1).padStart(6)} MB kept`,
  );
}

function peak() {
  return Math.round(process.resourceUsage().maxRSS / 1_000);
}
