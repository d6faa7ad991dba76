import type { TestProject } from 'vitest/node';
import { startPostgres } from './start-postgres.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a PostgreSQL that all tests of the server share; each has databases of its own on it. */
    postgres: string;
  }
}

/** Starts it before the first test and stops it after the last: by itself, each file would start one for seconds. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres({ lasting: false });
  provide('postgres', postgres.url);
  return () => postgres.stop();
}
