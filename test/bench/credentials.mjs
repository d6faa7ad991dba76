/**
 * Issuing and checking 1,000 badges, against bare jose over the same payloads. Needs a build.
 *   node --expose-gc test/bench/credentials.mjs [--rounds 3] [--json]
 * Figures are reported, not tested.
 */
import { parseArgs } from 'node:util';
import { credentialTable } from './harness/report.mjs';
import { credentials } from './rows/credentials.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, json: { type: 'boolean', default: false } },
});
const lib = await import(new URL('../../dist/lib/credential.js', import.meta.url).href);
const found = await credentials(lib, Number(values.rounds));
const result = { ...found, rounds: Number(values.rounds), peak: process.resourceUsage().maxRSS * 1_000 };
// For the bench as a whole, which reports it beside the others.
console.log(values.json ? JSON.stringify(result) : credentialTable(result));
