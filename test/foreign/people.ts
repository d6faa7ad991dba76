import { createMemoryAdapter, createMemoryStore } from '../../src/backend/memory/memory-adapter.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import type { Backend } from '../../src/backend/port.js';

/** Somebody of a tenant, as the two foreign back ends know him. */
export interface Person {
  tenant: string;
  actor: Actor | null;
}

/** A token that only these tests believe. */
export const tokenOf = (person: Person): string => Buffer.from(JSON.stringify(person)).toString('base64url');
export const personOf = (token: string | undefined): Person =>
  token
    ? (JSON.parse(Buffer.from(token, 'base64url').toString()) as Person)
    : { tenant: 'demo', actor: null };

/** What keeps the records behind a foreign back end, asked by this person. */
export function createDesks(): (person: Person) => Backend {
  const store = createMemoryStore();
  return (person) => createMemoryAdapter({ store, ...person });
}
