import type { IDBPTransaction, StoreNames } from 'idb';
import type { RecordOf, RecordType } from '../../domain/receipt.schema.js';
import { isOpen } from '../../domain/assessment-phase.js';
import type { RecordReader } from '../answer-query.js';
import {
  namesFile,
  recordKey,
  recordVersion,
  type Change,
  type Guard,
  type RecordStore,
} from '../record-store.js';
import type { StoredRecord } from '../../domain/receipt.schema.js';
import { seal, unseal } from '../../domain/seal.js';
import { inGroups } from './in-groups.js';
import { isAreaType, isDerivedType, isFundType } from './row-types.js';
import { fits } from './check-record.js';
import type { Connection } from './connection.js';
import { storeOf, type LocalDb, type LocalSchema } from './schema.js';

type Writing = IDBPTransaction<LocalSchema, StoreNames<LocalSchema>[], 'readwrite'>;

/** The local database as `applyCommands` uses it. */
export function createLocalStore(connection: Connection, reader: RecordReader): RecordStore {
  return {
    async read<T extends RecordType>(type: T, id: string): Promise<RecordOf<T> | undefined> {
      if (type in storeOf) return reader.read(type, id);
      // Not through the reader of funds: a form that writes needs nothing of theirs.
      const other = isDerivedType(type)
        ? (await registerPart()).createRegisterReader(connection)
        : ((await reader.funds?.()) ?? reader);
      return other.read(type, id);
    },
    settle: async (signal) => (await registerPart()).settle(connection, signal),
    findAssessment: (subjectId, cycle) =>
      connection.run(async (db) =>
        openAmong(await db.getAllFromIndex('assessments', 'place', [subjectId, cycle])),
      ),
    findEntry: (commandId) => connection.run((db) => db.getFromIndex('log', 'command', commandId)),
    commit: (change) => connection.run((db) => commit(db, change)),
  };
}

const registerPart = () => import('./register-part.js');

/** All of it or nothing. Should the connection break while it finishes, the log tells the second attempt. */
async function commit(
  db: LocalDb,
  { entry, writes, guards, unnamed = [], tallies }: Change,
): Promise<boolean> {
  const names = new Set<StoreNames<LocalSchema>>(['log']);
  const storeName = (type: RecordType): StoreNames<LocalSchema> =>
    type in storeOf ? storeOf[type] : 'funds';
  for (const { type } of writes) names.add(storeName(type));
  for (const guard of guards) names.add(guard.on === 'record' ? storeName(guard.type) : 'assessments');
  if (tallies) names.add('funds');
  if (unnamed.length > 0) for (const name of ['files', ...naming] as const) names.add(name);
  // Before the transaction, which would not wait for it.
  const types = [...writes, ...guards].flatMap((one) => ('type' in one ? [one.type] : []));
  const parts: Parts = {
    funds: types.some(isFundType) ? await import('./fund-rows.js') : undefined,
    areas: types.some(isAreaType) ? await import('./area-rows.js') : undefined,
    register: tallies || types.some(isDerivedType) ? await registerPart() : undefined,
  };
  // Strict: an applied command has reached the disk before the person reads so.
  const tx = db.transaction([...names], 'readwrite', { durability: 'strict' });
  try {
    const known = await tx.objectStore('log').index('command').getKey(entry.command.id);
    const holding =
      known === undefined &&
      (await allHold(tx, guards, parts)) &&
      // A page of an earlier version may have written since the lines were derived.
      (tallies === undefined || (await parts.register?.isSettled(tx)) === true);
    if (holding) {
      await inGroups(
        writes.filter(({ type }) => type in storeOf),
        (record) => put(tx, record),
      );
      await parts.funds?.writeRows(tx.objectStore('funds'), writes);
      await parts.areas?.writeAreas(tx.objectStore('funds'), writes);
      const key = await tx.objectStore('log').add(entry);
      if (tallies && parts.register) {
        await parts.register.writeLines(tx.objectStore('funds'), writes);
        await parts.register.addToTallies(tx.objectStore('funds'), tallies);
        await parts.register.settledUpto(tx, key);
      }
      if (unnamed.length > 0) await dropUnnamed(tx, unnamed);
    }
    await tx.done;
    return holding;
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // It has ended by itself.
    }
    const reason = await tx.done.then(
      () => error,
      () => tx.error,
    );
    // What ended the transaction says more than what the request under way heard of it.
    throw reason ?? error;
  }
}

/** Where records lie that name files. */
const naming = ['assessments', 'funds'] as const;

/** Deletes of the files those that no record names any more. */
async function dropUnnamed(tx: Writing, hashes: readonly string[]): Promise<void> {
  const free = new Set(hashes);
  for (const name of naming) {
    let cursor = await tx.objectStore(name).openCursor();
    for (; cursor && free.size > 0; cursor = await cursor.continue())
      for (const sha256 of free) if (namesFile(cursor.value, sha256)) free.delete(sha256);
  }
  for (const sha256 of free) await tx.objectStore('files').delete(sha256);
}

/** What knows how rows are kept, where the change has some. */
interface Parts {
  funds: typeof import('./fund-rows.js') | undefined;
  areas: typeof import('./area-rows.js') | undefined;
  register: typeof import('./register-part.js') | undefined;
}

async function allHold(tx: Writing, guards: readonly Guard[], parts: Parts): Promise<boolean> {
  let all = true;
  await inGroups(guards, async (guard) => {
    if (!(await holds(tx, guard, parts))) all = false;
  });
  return all;
}

async function holds(tx: Writing, guard: Guard, { funds, areas, register }: Parts): Promise<boolean> {
  if (guard.on === 'open-assessment') {
    const found = await tx.objectStore('assessments').index('place').getAll([guard.subjectId, guard.cycle]);
    return openAmong(found)?.id === guard.id;
  }
  if (register && guard.type === 'row')
    return (await register.readLine(tx.objectStore('funds'), guard.id))?.version === guard.version;
  if (areas && isAreaType(guard.type))
    return (await areas.areaVersion(tx.objectStore('funds'), guard.type, guard.id)) === guard.version;
  if (funds && isFundType(guard.type))
    return (await funds.versionOf(tx.objectStore('funds'), guard.type, guard.id)) === guard.version;
  const value: unknown = await tx.objectStore(storeOf[guard.type]).get(guard.id);
  if (value === undefined) return guard.version === undefined;
  if (!fits(guard.type, value)) return false;
  return recordVersion({ type: guard.type, value } as StoredRecord) === guard.version;
}

function openAmong(found: readonly unknown[]): RecordOf<'assessment'> | undefined {
  return found
    .map((raw) => unseal(raw).value)
    .find((value): value is RecordOf<'assessment'> => fits('assessment', value) && isOpen(value.state));
}

async function put(tx: Writing, record: StoredRecord): Promise<void> {
  if (record.type === 'criteria') await tx.objectStore('criteria').put(seal(record.value), recordKey(record));
  else await tx.objectStore(storeOf[record.type]).put(seal(record.value) as never);
}
