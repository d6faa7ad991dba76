/**
 * Fails where something that is delivered has a known vulnerability. Where the registry answers no audits, as mirrors
 * inside an agency do not, it says so: nothing is known then, and nothing is passed off as good.
 */
import { spawnSync } from 'node:child_process';

const { stdout, error } = spawnSync(
  'npm',
  ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=30000'],
  { encoding: 'utf8', shell: process.platform === 'win32' },
);
if (error) throw error;
const said = read(stdout);
const found = Object.values(said?.vulnerabilities ?? {});
if (said?.message !== undefined) {
  console.log(`The registry was asked for known vulnerabilities, and answers none: ${said.message}`);
  console.log('Not checked. Run "npm audit --omit=dev" where it does.');
} else if (!said?.metadata) {
  console.error(`npm could not audit: ${said?.error?.summary ?? stdout}`);
  process.exitCode = 1;
} else if (found.length === 0) {
  console.log('Nothing that is delivered has a known vulnerability.');
} else {
  for (const { name, severity, via } of found) {
    const why = via.map((one) => (typeof one === 'string' ? `through ${one}` : `${one.title}, ${one.url}`));
    console.error(`${name}: ${severity}; ${why.join('; ')}`);
  }
  process.exitCode = 1;
}

/** What npm says, where it says anything. */
function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
