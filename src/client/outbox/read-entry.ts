import type { Command } from '../../domain/command.schema.js';
import { readCommand } from '../../domain/read-command.js';
import type { DamagedEntry, Entry } from './entry.types.js';
import { payloadUpgrades, shapeOf, upgradedPayload, type PayloadUpgrades } from './payload-upgrades.js';

type Raw = Record<string, unknown>;

/** Reads an entry as it lies in the database, whatever release wrote it; what cannot be read is told as damaged. */
export async function readEntry(
  owner: string,
  seq: number,
  raw: unknown,
  upgrades: PayloadUpgrades = payloadUpgrades,
): Promise<Entry | DamagedEntry> {
  const damaged: DamagedEntry = { owner, seq, raw };
  if (!isRaw(raw) || raw['format'] !== 1 || !isRaw(raw['command'])) return damaged;
  const stored = raw['command'];
  const kind = String(stored['kind']);
  const shape = number(raw['shape'], 0);
  let now: ReturnType<typeof upgradedPayload>;
  try {
    now = upgradedPayload(kind, stored['payload'], shape, upgrades);
  } catch {
    return damaged;
  }
  const command = await readCommand({ ...stored, payload: now.payload });
  if (!command.ok) return damaged;
  // Where nothing says that it was never sent, it may have been.
  const tried = raw['tried'] !== false;
  const { before, trouble, failed } = raw as Partial<Entry>;
  return {
    format: 1,
    seq,
    owner,
    // As it is stored and not as the schema reads it: it may have reached the back end, which compares every byte.
    command: now.steps > 0 ? command.command : (stored as Command),
    ...shapeOf(kind, upgrades),
    ...((raw['rewritten'] === true || (tried && now.steps > 0)) && { rewritten: true }),
    makes: number(raw['makes'], command.command.expected + 1),
    after: texts(raw['after']),
    about: typeof raw['about'] === 'string' ? raw['about'] : '',
    at: typeof raw['at'] === 'string' ? raw['at'] : '',
    tried,
    shift: number(raw['shift'], 0),
    covers: texts(raw['covers']),
    ...(isRaw(before) && { before }),
    ...(isRaw(trouble) && typeof trouble.code === 'string' && { trouble }),
    ...(isRaw(failed) && { failed: { times: number(failed.times, 1), others: failed.others === true } }),
  };
}

/** True for what could be read. */
export const isWhole = (entry: Entry | DamagedEntry): entry is Entry => 'command' in entry;

const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const number = (value: unknown, fallback: number): number =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : fallback;
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
