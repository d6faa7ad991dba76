import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { conform } from './conform.js';
import { readConformConfig } from './conform-config.js';
import { mappingJsonSchema } from './mapping-json-schema.js';

const usage = `Usage: htsd conform <address or configuration file>
       htsd schema

The first tries a back end against what components expect of it, and says in words what does not fit.
Ends with 0 where everything fits, 1 where something does not, 2 where it could not be tried.

The second prints the JSON Schema of the table that says how a back end of another maker is asked. Saved in a file and named by the
table as "$schema", it lets an editor complete and check what is typed.
`;

async function main(words: string[]): Promise<number> {
  if (words.some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(usage);
    return 0;
  }
  const [command, given] = words;
  if (command === 'schema') {
    process.stdout.write(`${JSON.stringify(mappingJsonSchema(), null, 2)}\n`);
    return 0;
  }
  if (command !== 'conform' || given === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  const isAddress = /^https?:\/\//.test(given);
  const path = resolve(given);
  let text = given;
  try {
    if (!isAddress) text = readFileSync(path, 'utf8');
  } catch {
    process.stderr.write(`The file ${given} cannot be read.\n`);
    return 2;
  }
  const { config, faults } = readConformConfig(text, (name) =>
    readFileSync(resolve(dirname(path), name), 'utf8'),
  );
  if (!config) {
    for (const fault of faults) process.stderr.write(`${fault}\n`);
    return 2;
  }
  return (await conform(config, (line) => process.stdout.write(`${line}\n`))) === 0 ? 0 : 1;
}

// Whoever reads only the first lines has seen enough.
process.stdout.on('error', () => process.exit());

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
