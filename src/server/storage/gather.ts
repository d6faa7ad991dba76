import type { Receipt } from '../../domain/receipt.schema.js';
import type { RecordStore } from '../../backend/record-store.js';
import { Batch } from './batch.js';
import type { Database } from './database.js';
import { Trust } from './trust.js';
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
  /** Some of it was applied. */
  applied?: boolean;
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
  /** Commands that wait, and those under way. */
  count: number;
  /** Work begins when this turn of the program has ended, with all that came in it. */
  called: boolean;
  readonly trust: Trust;
}

/** Who waits, by database and province. */
const lines = new WeakMap<Database, Map<string, Line>>();

/**
 * Has commands decided, together with those of others that came while the server was busy: what many people send one by one
 * is written with one statement, as if one had sent it all. Each is answered when his own is on the disk. Nobody's failure
 * becomes another's: where a group cannot be written, everybody's commands are decided anew by themselves. Errors: as of `apply`.
 */
export function gather(batches: Batches, job: Job): Promise<Receipt[]> {
  const line = lineOf(batches);
  if (job.commands.length > few || job.commands.some(isBulk)) return alone(batches, job, line.trust);
  return new Promise((done, failed) => {
    line.waiting.push({ ...job, batches, done, failed });
    line.count += job.commands.length;
    call(line, lanesOf(batches.database));
  });
}

function call(line: Line, lanes: number): void {
  if (line.called || line.running >= lanes) return;
  line.called = true;
  setImmediate(() => {
    line.called = false;
    while (line.waiting.length > 0 && line.running < lanes) void work(line, lanes);
  });
}

const alone = (batches: Batches, { commands, signal, apply }: Job, trust?: Trust): Promise<Receipt[]> =>
  inBatches(commands, { ...batches, signal, trust }, apply);

function lineOf({ database, asking: { province } }: Batches): Line {
  const provinces = lines.get(database) ?? new Map<string, Line>();
  lines.set(database, provinces);
  const line = provinces.get(province) ?? {
    waiting: [],
    running: 0,
    count: 0,
    called: false,
    trust: new Trust(),
  };
  provinces.set(province, line);
  return line;
}

async function work(line: Line, lanes: number): Promise<void> {
  line.running += 1;
  for (let group = next(line, lanes); group.length > 0; group = next(line, lanes)) {
    await together(group, line);
    for (const { commands } of group) line.count -= commands.length;
  }
  line.running -= 1;
}

/** The first of those who wait, in the order that they came: not more than leaves as many to each of the other groups. */
function next({ waiting, count: all }: Line, lanes: number): Waiting[] {
  const most = Math.min(mostTogether, Math.ceil(all / lanes));
  let count = 0;
  let size = 0;
  while (count < waiting.length && (count === 0 || size + waiting[count]!.commands.length <= most))
    size += waiting[count++]!.commands.length;
  return waiting.splice(0, count);
}

/** Rejects never: each job is told by itself. */
async function together(group: readonly Waiting[], line: Line): Promise<void> {
  const trusting = line.trust.given;
  const again = trusting ? await decided(group, true) : group;
  const left = again.length > 1 ? await decided(again, false) : again;
  for (const job of left) await tell(job, () => alone(job.batches, job));
  // It could have been applied at once: what was at hand is old.
  if (trusting && again.some(({ applied }) => applied)) line.trust.lose();
}

/**
 * Decides a group, writes it, and tells those whose commands came to something that holds. Answers the others, of whom nothing
 * is written. `trusting`: on what is at hand, by which a command may be applied, and never refused.
 */
async function decided(group: readonly Waiting[], trusting: boolean): Promise<readonly Waiting[]> {
  const { batches } = group[0]!;
  const all = group.flatMap(({ commands }) => commands);
  const batch = new Batch(all, { ...optionsOf(batches), when: 'together', trusting });
  const outcomes: { job: Waiting; outcome: Promise<Receipt[]>; holds: boolean }[] = [];
  for (const job of group) {
    const outcome = job.apply(job.commands, batch);
    const receipts = await outcome.catch(() => undefined);
    const holds = !trusting || (receipts?.every(({ status }) => status === 'applied') ?? false);
    // Some of what he sent may be among what is to be written.
    if (!holds && job.commands.length > 1) return group;
    outcomes.push({ job, outcome, holds });
  }
  try {
    if (!(await batch.write())) return group;
  } catch (error) {
    // What cannot be written at all may be one job's doing.
    if (group.length > 1) return group;
    group[0]!.failed(error);
    return [];
  }
  const left: Waiting[] = [];
  for (const { job, outcome, holds } of outcomes)
    if (holds) await tell(job, () => outcome);
    else left.push(job);
  return left;
}

async function tell(job: Waiting, outcome: () => Promise<Receipt[]>): Promise<void> {
  try {
    const receipts = await outcome();
    job.applied = receipts.some(({ status }) => status === 'applied');
    job.done(receipts);
  } catch (error) {
    job.failed(error);
  }
}
