import { unseal } from '../domain/seal.js';
import type { Client } from './client.types.js';
import type { DraftKey } from './draft.types.js';
import { draftsOf } from './drafts-of.js';

const writer = 'entry';
/** Who was here when it was looked for last: what is typed then is his, whoever signs in meanwhile. */
const owners = new WeakMap<Client, Promise<Omit<DraftKey, 'assessment'> | undefined>>();

/** Where it is kept what this person types; undefined for a visitor. `name`: of the model and the subject. */
async function keyOf(client: Client, name: string, fresh = false): Promise<DraftKey | undefined> {
  let owner = fresh ? undefined : owners.get(client);
  if (!owner) {
    owner = client.session().then(({ tenant, actor }) => (actor ? { tenant, actor: actor.id } : undefined));
    owners.set(client, owner);
    owner.catch(() => owners.delete(client));
  }
  const person = await owner;
  return person && { ...person, assessment: `notes/entry/${name}` };
}

/** Keeps what was typed on this device. Errors: those of the session and of the disk. */
export async function keepEntry(client: Client, name: string, text: string): Promise<void> {
  const key = await keyOf(client, name);
  const updatedAt = client.now().toISOString();
  if (key) await draftsOf(client).save(key, writer, { format: 1, text, updatedAt });
}

/** It was registered. Errors: as above. */
export async function dropEntry(client: Client, name: string): Promise<void> {
  const key = await keyOf(client, name);
  if (key) await draftsOf(client).remove(key, [writer]);
}

/** What was kept; undefined where there is nothing. Errors: as above. */
export async function readEntry(client: Client, name: string): Promise<string | undefined> {
  const key = await keyOf(client, name, true);
  const rows = key ? await draftsOf(client).load(key) : [];
  const row = rows.find((one) => one.writer === writer);
  const { text } = (unseal(row?.value).value ?? {}) as { text?: unknown };
  return typeof text === 'string' ? text : undefined;
}
