import process from 'node:process';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a PostgreSQL that all tests of the server share; each has databases of its own on it. */
    postgres: string;
  }
}

/** What a program says when it ends by itself. */
const ends = ['beforeExit', 'exit'] as const;

/** Starts it before the first test and stops it after the last: by itself, each file would start one for seconds. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const known = new Set(ends.flatMap((event) => process.listeners(event as 'exit')));
  const { startPostgres } = await import('./start-postgres.js');
  const postgres = await startPostgres({ lasting: false });
  // The package would have the program end well once nothing is left to do, whatever the tests have come to.
  for (const event of ends)
    for (const listener of process.listeners(event as 'exit'))
      if (!known.has(listener)) process.off(event, listener as () => void);
  provide('postgres', postgres.url);
  return () => postgres.stop();
}
