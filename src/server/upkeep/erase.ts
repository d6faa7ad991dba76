import { randomBytes } from 'node:crypto';
import { uuidv7 } from '../../domain/new-id.js';
import { project } from '../../domain/area/project.js';
import type { StoredRecord } from '../../domain/receipt.schema.js';
import { HtsdError } from '../../backend/errors.js';
import { recordKey, recordVersion, type Guard } from '../../backend/record-store.js';
import type { ByteStore } from '../files/disk-files.js';
import { dropUnnamed, givenAway } from '../files/drop-unnamed.js';
import type { Database } from '../storage/database.js';
import { storeOf } from '../storage/in-batches.js';
import type { Outgoing } from '../storage/outgoing.js';
import { blankAssessment, blankConsent, blankRecognition, blankSubject } from './blank.js';
import { eraseLog } from './erase-log.js';
import { awardsNaming, subjectsData, type SubjectData } from './personal-data.js';

export interface EraseOptions {
  database: Database;
  files: ByteStore;
  province: string;
  /** Hears of it, and has it told outside. */
  outgoing?: Outgoing | undefined;
  now: () => Date;
  /** Hears what the store of files says that does not let go of something. */
  tell?: ((error: unknown) => void) | undefined;
}

/** What became of it. `stuck`: files that the store does not let go of; the next retention drops them. `awards`: ids of scholarships that name the subject still, to be taken out in their fund's books. */
export interface Erased {
  records: number;
  entries: number;
  files: number;
  stuck: number;
  awards: string[];
}

/** Who does it, in the log. */
const actor = { id: 'htsd-server', name: '' };

/**
 * Takes out what is kept of a subject: records keep what is counted, the log keeps who did what when with which record, and
 * files go that nothing else names. Repeating it is harmless. Errors: not-found; server (`reason: 'busy'`), where somebody
 * changed it meanwhile: repeat it; invalid (`reason: 'damaged'`).
 */
export async function eraseSubject(options: EraseOptions, subjectId: string): Promise<Erased> {
  const { database, province } = options;
  const writer = { role: 'writer', province } as const;
  const awards = await database.behind(writer, (db) => awardsNaming(db, province, [subjectId]));
  const { erased, left } = await eraseSubjects(options, [subjectId]);
  for (const error of left.values()) throw error;
  if (!erased[0]) throw new HtsdError('not-found');
  return { ...erased[0], awards: awards.map(({ id }) => id) };
}

/** What became of several. `left`: those that stay, and why. */
export interface ErasedSubjects {
  erased: Omit<Erased, 'awards'>[];
  left: Map<string, HtsdError>;
}

/**
 * The same of several subjects, for which the log is gone through once. Those that are not there are left out; one that cannot
 * be erased, because somebody changes it or a record of it is damaged, holds up no other. The log comes first: wherever this
 * is cut off, the records still tell that it is to be done.
 */
export async function eraseSubjects(
  options: EraseOptions,
  subjectIds: readonly string[],
): Promise<ErasedSubjects> {
  const { database, province } = options;
  const { people, damaged: left } = await database.behind({ role: 'writer', province }, (db) =>
    subjectsData(db, province, subjectIds),
  );
  const lines = await eraseLog(options, people);
  const erased: ErasedSubjects['erased'] = [];
  const counts = new Map<string, number>();
  for (const { files, ...data } of people) {
    const { count = 0, files: said = [] } = lines.get(data.subject.id) ?? {};
    const all = { ...data, files: [...new Set([...files, ...said])] };
    const done = await eraseRecords(options, all);
    if (!done) {
      left.set(data.subject.id, new HtsdError('server', { params: { reason: 'busy' } }));
      continue;
    }
    erased.push({ ...done, entries: count });
    counts.set(data.subject.id, recordsOf(data).length);
  }
  // A consent may have been given since they were looked at. Now that they are closed, nothing else begins.
  const now = await database.behind({ role: 'writer', province }, (db) =>
    subjectsData(db, province, [...counts.keys()]),
  );
  const grown = now.people.filter((data) => recordsOf(data).length > counts.get(data.subject.id)!);
  if (grown.length > 0) {
    const again = await eraseSubjects(
      options,
      grown.map(({ subject }) => subject.id),
    );
    for (const [id, error] of again.left) left.set(id, error);
  }
  return { erased, left };
}

/** Undefined, and nothing written, where somebody changed it meanwhile. */
async function eraseRecords(
  options: EraseOptions,
  data: SubjectData,
): Promise<Pick<Erased, 'records' | 'files' | 'stuck'> | undefined> {
  const { database, files, province, outgoing, now } = options;
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
    record: data.subject.id,
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
    return undefined;
  let [dropped, stuck] = [0, 0];
  for (const sha256 of data.files)
    try {
      if (await dropUnnamed({ database, files, province }, sha256, givenAway)) dropped += 1;
    } catch (error) {
      options.tell?.(error);
      stuck += 1;
    }
  return { records: all.length, files: dropped, stuck };
}

function recordsOf({
  subject,
  assessments,
  recognitions,
  consents,
}: Omit<SubjectData, 'files'>): StoredRecord[] {
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
