import type { Receipt } from '../../domain/receipt.schema.js';
import type { RecordStore } from '../../backend/record-store.js';
import { Batch } from './batch.js';
import type { Database } from './database.js';
import { inBatches, isBulk, mostTogether, optionsOf, type Batches } from './in-batches.js';

/** Commands of one person, and what decides them in his name. */
interface Job {
  commands: readonly unknown[];
  signal: AbortSignal;
  apply: (commands: readonly unknown[], store: RecordStore) => Promise<Receipt[]>;
}

interface Waiting extends Job {
  batches: Batches;
  done: (receipts: Receipt[]) => void;
  failed: (error: unknown) => void;
}

/** Whoever sends more at a time fills statements by himself. */
const few = 10;
/**
 * Groups of one province that are under way at a time: while one is written, the next is decided. The embedded database
 * does one thing at a time, so that two groups would only be smaller ones.
 */
const lanesOf = ({ kind }: Database): number => (kind === 'embedded' ? 1 : 2);

interface Line {
  waiting: Waiting[];
  running: number;
}

/** Who waits, by database and province. */
const lines = new WeakMap<Database, Map<string, Line>>();

/**
 * Has commands decided, together with those of others that came while the server was busy: what many people send one by one
 * is written with one statement, as if one had sent it all. Each is answered when his own is on the disk. Nobody's failure
 * becomes another's: where a group cannot be written, everybody's commands are decided anew by themselves. Errors: as of `apply`.
 */
export function gather(batches: Batches, job: Job): Promise<Receipt[]> {
  if (job.commands.length > few || job.commands.some(isBulk)) return alone(batches, job);
  const line = lineOf(batches);
  return new Promise((done, failed) => {
    line.waiting.push({ ...job, batches, done, failed });
    if (line.running < lanesOf(batches.database)) void work(line);
  });
}

const alone = (batches: Batches, { commands, signal, apply }: Job): Promise<Receipt[]> =>
  inBatches(commands, { ...batches, signal }, apply);

function lineOf({ database, asking: { province } }: Batches): Line {
  const provinces = lines.get(database) ?? new Map<string, Line>();
  lines.set(database, provinces);
  const line = provinces.get(province) ?? { waiting: [], running: 0 };
  provinces.set(province, line);
  return line;
}

async function work(line: Line): Promise<void> {
  line.running += 1;
  for (let group = next(line); group.length > 0; group = next(line)) await together(group);
  line.running -= 1;
}

/** The first of those who wait, in the order that they came. */
function next({ waiting }: Line): Waiting[] {
  let count = 0;
  let size = 0;
  while (count < waiting.length && size + waiting[count]!.commands.length <= mostTogether)
    size += waiting[count++]!.commands.length;
  return waiting.splice(0, count);
}

/** Rejects never: each job is told by itself. */
async function together(group: readonly Waiting[]): Promise<void> {
  if (group.length === 1) return tell(group[0]!, () => alone(group[0]!.batches, group[0]!));
  const { batches } = group[0]!;
  const all = group.flatMap(({ commands }) => commands);
  const batch = new Batch(all, { ...optionsOf(batches), when: 'together' });
  const outcomes: (() => Promise<Receipt[]>)[] = [];
  for (const { commands, apply } of group) {
    const outcome = apply(commands, batch);
    await outcome.catch(() => undefined);
    outcomes.push(() => outcome);
  }
  // What cannot be written at all may be one job's doing.
  const written = await batch.write().catch(() => false);
  for (const [index, job] of group.entries())
    await tell(job, written ? outcomes[index]! : () => alone(job.batches, job));
}

async function tell({ done, failed }: Waiting, outcome: () => Promise<Receipt[]>): Promise<void> {
  try {
    done(await outcome());
  } catch (error) {
    failed(error);
  }
}
