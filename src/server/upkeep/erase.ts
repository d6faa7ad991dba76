import { randomBytes } from 'node:crypto';
import { uuidv7 } from '../../domain/new-id.js';
import { project } from '../../domain/area/project.js';
import type { StoredRecord } from '../../domain/receipt.schema.js';
import { HtsdError } from '../../backend/errors.js';
import { recordKey, recordVersion, type Guard, type LogEntry } from '../../backend/record-store.js';
import type { ByteStore } from '../files/disk-files.js';
import { dropUnlisted } from '../files/drop-unlisted.js';
import type { Database } from '../storage/database.js';
import { storeOf } from '../storage/in-batches.js';
import type { Outgoing } from '../storage/outgoing.js';
import { blank, blankAssessment, blankConsent, blankRecognition, blankSubject } from './blank.js';
import { personalData, type PersonalData } from './personal-data.js';

export interface EraseOptions {
  database: Database;
  files: ByteStore;
  province: string;
  /** Hears of it, and has it told outside. */
  outgoing?: Outgoing | undefined;
  now: () => Date;
}

/** What became of it. `awards`: ids of scholarships that name the subject still, to be taken out in their fund's books. */
export interface Erased {
  records: number;
  entries: number;
  files: number;
  awards: string[];
}

/** Who does it, in the log. */
const actor = { id: 'htsd-server', name: '' };

/**
 * Takes out what is kept of a subject: records keep what is counted, the log keeps who did what when with which record, and
 * files go that nothing else names. Repeating it is harmless. Errors: not-found; server (`reason: 'busy'`), where somebody
 * changed it meanwhile: repeat it.
 */
export async function eraseSubject(options: EraseOptions, subjectId: string): Promise<Erased> {
  const { database, files, province, outgoing, now } = options;
  const data = await personalData(database, province, subjectId);
  if (!data) throw new HtsdError('not-found');
  const at = now().toISOString();
  const before = recordsOf(data);
  const writes = before.map((record) => blanked(record, at));
  const store = storeOf({ database, asking: { role: 'writer', province }, outgoing });
  const guards = before.map((record): Guard => ({
    on: 'record',
    type: record.type,
    id: recordKey(record),
    version: recordVersion(record),
  }));
  const { rows, tallies } = await project(writes, async (type, id) => {
    const value = await store.read(type, id);
    if (type === 'row')
      guards.push({ on: 'record', type, id, version: value && (value as { version: number }).version });
    return value;
  });
  const all = [...writes, ...rows];
  const command = {
    id: uuidv7(now().getTime(), randomBytes(16)),
    kind: 'subject.update' as const,
    record: subjectId,
    expected: data.subject.version,
    sealed: 'erased',
  };
  const records = writes.map((record) => ({
    type: record.type,
    id: recordKey(record),
    version: recordVersion(record),
  }));
  if (
    !(await store.commit({
      entry: { command, actor, at, records },
      writes: all,
      guards,
      unnamed: data.files,
      tallies,
    }))
  )
    throw new HtsdError('server', { params: { reason: 'busy' } });
  const entries = await eraseLog(options, data);
  let dropped = 0;
  for (const sha256 of data.files)
    if (await dropUnlisted({ database, files, province }, sha256)) dropped += 1;
  return {
    records: all.length,
    entries,
    files: dropped,
    awards: data.awards.map(({ id }) => id),
  };
}

function recordsOf({ subject, assessments, recognitions, consents }: PersonalData): StoredRecord[] {
  return [
    { type: 'subject', value: subject },
    ...assessments.map((value): StoredRecord => ({ type: 'assessment', value })),
    ...recognitions.map((value): StoredRecord => ({ type: 'recognition', value })),
    ...consents.map((value): StoredRecord => ({ type: 'consent', value })),
  ];
}

function blanked(record: StoredRecord, at: string): StoredRecord {
  switch (record.type) {
    case 'subject':
      return { type: 'subject', value: blankSubject(record.value, at) };
    case 'assessment':
      return { type: 'assessment', value: blankAssessment(record.value, at) };
    case 'recognition':
      return { type: 'recognition', value: blankRecognition(record.value, at) };
    case 'consent':
      return { type: 'consent', value: blankConsent(record.value, at) };
    default:
      throw new Error(`A ${record.type} is not a subject's.`);
  }
}

/** Takes what was said out of the log, line by line; what was done with which record stays. */
async function eraseLog({ database, province }: EraseOptions, data: PersonalData): Promise<number> {
  const own = new Set(recordsOf(data).map(recordKey));
  const changed = data.log
    .map((entry) => withoutWords(entry, own, data.subject))
    .filter((entry) => entry !== undefined);
  await database.transaction({ role: 'eraser', province }, async (db) => {
    for (const entry of changed)
      await db
        .updateTable('command')
        .set({ entry: JSON.stringify(entry) })
        .where('province', '=', province)
        .where('id', '=', entry.command.id)
        .execute();
  });
  return changed.length;
}

/** Undefined where it says nothing of the subject. */
function withoutWords(
  entry: LogEntry,
  own: ReadonlySet<string>,
  { id: subjectId, owner }: PersonalData['subject'],
): LogEntry | undefined {
  const { command } = entry;
  if (!('payload' in command)) return undefined;
  const { id, kind, record, expected } = command;
  const actor = entry.actor.id === owner ? { id: owner, name: blank } : entry.actor;
  if (own.has(record)) return { ...entry, actor, command: { id, kind, record, expected, sealed: 'erased' } };
  if (command.kind !== 'subject.import') return undefined;
  // One line of a list: the others stay as they were said.
  const subjects = command.payload.subjects.map((row) =>
    row.id === subjectId
      ? { id: row.id, model: row.model, name: blank, place: { name: blank }, facts: {} }
      : row,
  );
  return { ...entry, command: { ...command, payload: { subjects } } };
}
