import { HtsdError } from '../../backend/errors.js';
import type { CallOptions } from '../../backend/port.js';
import { recordKey, recordVersion } from '../../backend/record-store.js';
import type { Answers } from '../../domain/answer.schema.js';
import type { Command } from '../../domain/command.schema.js';
import type { Receipt, StoredRecord } from '../../domain/receipt.schema.js';
import { checkReceipts } from '../border.js';
import { withDeadline } from '../deadline.js';
import { isAbort } from '../problem.js';
import type { Entry } from './entry.types.js';
import { courseOf } from './error-course.js';
import type { Core, Person } from './outbox-core.js';
import type { NewEntry, Queue } from './outbox-store.js';
import { shapeOf } from './payload-upgrades.js';
import { keysOf } from './plan.js';
import type { Sender } from './sender.js';
import { taken } from './settle.js';
import type { World } from './world.js';

/** Milliseconds that somebody who acts is kept waiting for an answer; from then on what he did waits. */
const patience = 10_000;

/**
 * Kinds that may wait: what is written out in the field. Whoever grants a title, moves money or sets a target decides on
 * what holds at that moment, and is told when it cannot be had.
 */
const mayWait = /^(subject\.(register|update|close)|assessment\..+|consent\..+)$/;

/** A command with what it came to here. */
interface Held {
  command: Command;
  receipt: Receipt;
  /** Absent where it was refused here already. */
  entry?: NewEntry | undefined;
  writes: readonly StoredRecord[];
}

/**
 * Executes commands over the queue: at once where nothing about their records waits, else behind it. What cannot be
 * delivered is kept, and answered by what it comes to here, which is how the person goes on seeing it.
 * Errors: those of the back end for what may not wait or cannot be decided here, and for what is refused as a whole.
 */
export async function execute(
  core: Core,
  sender: Sender,
  person: Person | undefined,
  commands: readonly Command[],
  { signal, ...rest }: CallOptions,
): Promise<Receipt[]> {
  const pass = async (given = signal): Promise<Receipt[]> => {
    const call = { ...rest, inNameOf: person?.actor.id, signal: given };
    const answer = await core.backend.execute(commands, call);
    return core.backend.checked ? answer : checkReceipts(commands, answer);
  };
  if (!person || !commands.every(({ kind }) => mayWait.test(kind))) return pass();

  let queue: Queue;
  let world: World;
  let held: Held[];
  try {
    queue = await core.store.queue(person.owner);
    world = await core.world(person);
    held = await foresee(core, person, world, queue, commands);
    if (held.some(isLacking)) {
      await core.settling;
      queue = await core.store.queue(person.owner);
      world = await core.world(person);
      held = await foresee(core, person, world, queue, commands);
    }
  } catch (error) {
    if (isAbort(error)) throw error;
    // Nothing can be kept on this device: then it is as if there were no queue.
    core.stale();
    return pass();
  }
  const fresh = held.filter(({ entry }) => entry !== undefined);
  const known = commands.some(({ id }) => find(queue.entries, id));
  const behind = known || fresh.some(({ entry }) => rests(entry!, queue.entries));
  const unreachable = core.view.get().status === 'offline' && globalThis.navigator?.onLine === false;
  if (behind || unreachable) {
    // What was not on this device when it was needed cannot be refused for it.
    if (held.some(isLacking)) throw lost(core);
    await keep(core, person, world, fresh, false);
    sender.nudge();
    return held.map(({ receipt }) => receipt);
  }
  if (fresh.length < commands.length) {
    // Refused here: the back end, which knows better, has the last word as long as it can be asked.
    core.stale();
    try {
      return await pass();
    } catch (error) {
      if (isAbort(error) || courseOf(error) !== 'later' || held.some(isLacking)) throw error;
      world = await core.world(person);
      held = await foresee(core, person, world, queue, commands);
      await keep(
        core,
        person,
        world,
        held.filter(({ entry }) => entry !== undefined),
        true,
      );
      sender.failed(error);
      return held.map(({ receipt }) => receipt);
    }
  }

  const ids = commands.map(({ id }) => id);
  for (const id of ids) core.underWay.add(id);
  try {
    // On disk before it leaves: a page that dies now repeats it, and it counts once.
    await keep(core, person, world, fresh, true);
    const receipts = await withDeadline(patience, signal, pass);
    const done = receipts.map((receipt, i) => ({ ...held[i]!, receipt }));
    await core.change(person.owner, ({ entries }) => ({
      remove: entries.filter(({ command }) => ids.includes(command.id)).map(({ seq }) => seq),
    }));
    await learn(core, person, done);
    // The network is back: what waits need not wait for its turn.
    if (core.due) void sender.send();
    return receipts;
  } catch (error) {
    const course = isAbort(error) ? 'later' : courseOf(error);
    if (course === 'apart') {
      core.stale();
      await core.change(person.owner, ({ entries }) => ({
        remove: entries.filter(({ command }) => ids.includes(command.id)).map(({ seq }) => seq),
      }));
      throw error;
    }
    sender.failed(error);
    if (isAbort(error)) throw error;
    return held.map(({ receipt }) => receipt);
  } finally {
    for (const id of ids) core.underWay.delete(id);
  }
}

/** What each command comes to on the records as they will be, one after the other. */
async function foresee(
  core: Core,
  person: Person,
  world: World,
  { entries }: Queue,
  commands: readonly Command[],
): Promise<Held[]> {
  const at = core.now().toISOString();
  const held: Held[] = [];
  for (const command of commands) {
    const here = find(entries, command.id);
    if (here) {
      const { id, record, kind } = { ...command, ...here.command };
      const written = { type: kind.split('.')[0]!, id: record, version: here.makes };
      held.push({
        command,
        writes: [],
        receipt: { id: command.id, status: 'duplicate', records: [written] },
      });
      void id;
      continue;
    }
    const before = await answersBefore(world, command);
    const { decision, reads } = await world.foresee(command, at);
    if (decision.status !== 'applied') {
      const receipt: Receipt =
        decision.status === 'rejected'
          ? { id: command.id, status: 'rejected', ...decision.rejection }
          : { id: command.id, status: 'conflict', current: decision.current };
      held.push({ command, receipt, writes: [] });
      continue;
    }
    const { writes } = decision;
    world.take(command, writes);
    const own = writes.find((record) => recordKey(record) === command.record);
    const entry: NewEntry = {
      format: 1,
      owner: person.owner,
      command,
      ...shapeOf(command.kind),
      makes: own ? recordVersion(own) : command.expected + 1,
      after: [...reads].filter((id) => id !== command.record),
      ...(before && { before }),
      about: await nameOf(world, own),
      at,
      tried: false,
      shift: 0,
      covers: [],
    };
    held.push({ command, writes, entry, receipt: receiptOf(command, writes) });
  }
  return held;
}

function receiptOf(command: Command, writes: readonly StoredRecord[]): Receipt {
  const records = writes.map((record) => ({
    type: record.type,
    id: recordKey(record),
    version: recordVersion(record),
  }));
  return { id: command.id, status: 'applied', records };
}

/** Puts entries into the queue; an answer goes into the one before it where that was never sent. */
async function keep(
  core: Core,
  { owner }: Person,
  world: World,
  held: readonly Held[],
  tried: boolean,
): Promise<void> {
  if (held.length === 0) return;
  core.askToPersist();
  const merged = new Map<Held, number>();
  const queue = await core.change(owner, ({ entries }) => {
    merged.clear();
    const put = new Map<number, Entry>();
    const add: NewEntry[] = [];
    for (const one of held) {
      const entry = one.entry!;
      const record = entry.command.record;
      // Only what waits now is worth waiting for.
      const waiting = new Set(entries.map(({ command }) => command.record));
      for (const more of add) waiting.add(more.command.record);
      const last = entries.findLast(({ command }) => command.record === record);
      const newer = add.some(({ command }) => command.record === record);
      const whole =
        tried || newer ? undefined : taken(last && (put.get(last.seq) ?? last), { ...entry, seq: 0 });
      if (whole) {
        put.set(whole.seq, whole);
        merged.set(one, whole.makes);
      } else add.push({ ...entry, tried, after: entry.after.filter((id) => waiting.has(id)) });
    }
    return { put: [...put.values()], add };
  });
  for (const [{ command, writes, receipt }, version] of merged) {
    // For the record it is one change, not two.
    const own = writes.map((record) =>
      recordKey(record) === command.record
        ? ({ ...record, value: { ...record.value, version } } as StoredRecord)
        : record,
    );
    world.take(command, own);
    if (receipt.status === 'applied') Object.assign(receipt, receiptOf(command, own));
  }
  core.foreseen(world, queue);
}

/** The back end has it: the records are as they were decided here, where it came to the same. */
async function learn(core: Core, { owner }: Person, done: readonly Held[]): Promise<void> {
  const known: StoredRecord[] = [];
  for (const { receipt, writes } of done) {
    if (receipt.status === 'conflict') known.push(receipt.current);
    if (receipt.status !== 'applied' && receipt.status !== 'duplicate') continue;
    for (const record of writes) {
      const { id, version } = { id: recordKey(record), version: recordVersion(record) };
      if (receipt.records.some((one) => one.id === id && one.version === version)) known.push(record);
      else await core.cache.forget(owner, record.type, id);
    }
  }
  await core.cache.put(owner, known);
  core.stale();
}

const find = (entries: readonly Entry[], id: string): Entry | undefined =>
  entries.find(({ command, covers }) => command.id === id || covers.includes(id));

function rests(entry: NewEntry, entries: readonly Entry[]): boolean {
  const keys = new Set(keysOf({ ...entry, seq: 0 }));
  return entries.some(({ command }) => keys.has(command.record));
}

/** Refused because something is not on this device, which says nothing about whether it is there. */
const isLacking = ({ receipt }: Held): boolean =>
  receipt.status === 'rejected' && ['not-found', 'criteria-unknown'].includes(receipt.code);

function lost(core: Core): HtsdError {
  const { problem } = core.view.get();
  return new HtsdError(problem?.code ?? 'offline', { params: problem?.params ?? {}, retryable: true });
}

async function answersBefore(world: World, command: Command): Promise<Answers | undefined> {
  if (command.kind !== 'assessment.answer') return undefined;
  const { answers = {} } = (await world.read('assessment', command.record)) ?? {};
  const asked = Object.keys(command.payload.answers);
  return Object.fromEntries(
    asked.flatMap((id) => (Object.hasOwn(answers, id) ? [[id, answers[id]!] as const] : [])),
  );
}

async function nameOf(world: World, record: StoredRecord | undefined): Promise<string> {
  if (record?.type === 'subject') return record.value.name;
  if (record?.type === 'assessment') return record.value.subjectName;
  if (record?.type === 'consent') return (await world.read('subject', record.value.subjectId))?.name ?? '';
  return '';
}
