import type { Actor } from '../domain/actor.schema.js';
import type { Command } from '../domain/command.schema.js';
import { readCriteriaKey } from '../domain/criteria-key.js';
import { decide } from '../domain/decide.js';
import { isFundKind, readCommand } from '../domain/read-command.js';
import type { DecisionContext, Soon } from '../domain/reader.types.js';
import type { Registry } from '../domain/registry.schema.js';
import { RecordId } from '../domain/text.schema.js';
import type { Receipt, RecordOf, RecordType, StoredRecord } from '../domain/receipt.schema.js';
import { throwIfAborted } from './abort.js';
import { canonicalJson } from '../domain/canonical-json.js';
import type { Catalog } from './catalog.js';
import { HtsdError, isHtsdError } from './errors.js';
import type { CallOptions } from './port.js';
import {
  recordKey,
  recordVersion,
  type Change,
  type Guard,
  type LogEntry,
  type RecordStore,
} from './record-store.js';

export interface ApplyOptions {
  store: RecordStore;
  actor: Actor | null;
  now: () => Date;
  catalog?: Catalog | undefined;
  /** The registry of competent bodies, where the operator keeps one: titles are granted by those in it alone. */
  registry?: ReadRegistry | undefined;
  /** Called after each commit. */
  onApplied?: ((entry: LogEntry) => void) | undefined;
}

type Applying = ApplyOptions & CallOptions;

/** Reads the registry as it is now; undefined where there is none. Errors: whatever a command may fail with. */
export type ReadRegistry = () => Registry | undefined | Promise<Registry | undefined>;

/** How often a decision is made anew because others were faster; then the back end is too busy. */
const attempts = 8;

/**
 * Applies commands one after the other, each in a transaction of its own, and answers a receipt for each, in
 * the order sent. Sending a command again answers `duplicate`; another command under the same id, or the same by
 * another person, is rejected with `id-reused`. Errors: unauthenticated, invalid (no readable command id), and
 * what the store throws; an abort stops before the next command is written.
 * @param by who applies to what: the adapter's own word, apart from what the caller says
 */
export async function applyCommands(
  commands: readonly unknown[],
  by: ApplyOptions,
  { signal, progress }: CallOptions = {},
): Promise<Receipt[]> {
  const options: Applying = { ...by, signal, progress };
  const { actor } = options;
  if (!actor) throw new HtsdError('unauthenticated');
  const receipts: Receipt[] = [];
  for (const raw of commands) {
    throwIfAborted(options.signal);
    const read = await readCommand(raw, async () => (await fundPart()).breathe(0, signal, progress));
    receipts.push(read.ok ? await applyOne(read.command, actor, options) : unreadable(raw, read.path));
  }
  return receipts;
}

function unreadable(raw: unknown, path: string[]): Receipt {
  const id = RecordId.safeParse(typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined);
  if (!id.success) throw new HtsdError('invalid', { params: { reason: 'command-id' } });
  return { id: id.data, status: 'rejected', code: 'invalid', path };
}

async function applyOne(command: Command, actor: Actor, options: Applying): Promise<Receipt> {
  const { store } = options;
  const part = isFundKind(command.kind) ? await fundPart() : undefined;
  // Begun before the decision, beside which it is made; waited for where it is written or compared.
  const logged = part?.logged(command) ?? command;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const earlier = await store.findEntry(command.id);
    if (earlier) return repeated(await logged, actor, earlier);

    const at = options.now().toISOString();
    const guards: Guard[] = [];
    try {
      const context = contextOf(options, actor, at, guards);
      const decision = await decide(command, context);
      // The same command from another tab may have been applied since it was looked for, and is what stands in the way.
      const meanwhile = decision.status !== 'applied' && (await store.findEntry(command.id));
      if (meanwhile) return repeated(await logged, actor, meanwhile);
      if (decision.status === 'rejected')
        return { id: command.id, status: 'rejected', ...decision.rejection };
      if (decision.status === 'conflict')
        return { id: command.id, status: 'conflict', current: decision.current };
      const records = part?.told(decision.writes) ?? decision.writes.map(written);
      const derived = await withRegister(decision.writes, options, context);
      // What is given up before it is written leaves nothing behind.
      throwIfAborted(options.signal);
      options.progress?.(1);
      const entry: LogEntry = {
        command: await logged,
        actor: { id: actor.id, name: actor.name },
        at,
        records,
      };
      const unnamed = await part?.unnamedBy(command, decision.writes, store);
      if (await store.commit({ entry, guards, unnamed, ...derived })) {
        options.onApplied?.(entry);
        return { id: command.id, status: 'applied', records };
      }
    } catch (error) {
      if (!isDamaged(error)) throw error;
      // One damaged record must not hold up the rest of a batch.
      return { id: command.id, status: 'rejected', code: 'invalid', params: { reason: 'damaged' } };
    }
  }
  throw new HtsdError('server', { params: { reason: 'busy' } });
}

/** Once it is there; where it could not be loaded, the next command tries again. */
let register: typeof import('../domain/area/project.js') | undefined;

/** What is written, with the lines of the register and the tallies that follow from it. */
async function withRegister(
  writes: StoredRecord[],
  { store, signal }: Applying,
  { read, breathe }: DecisionContext,
): Promise<Pick<Change, 'writes' | 'tallies'>> {
  if (!writes.some(({ type }) => type === 'subject' || type === 'assessment')) return { writes };
  const settling = store.settle?.(signal);
  // Side by side: what both load comes from the network the first time.
  if (!register) [register] = await Promise.all([import('../domain/area/project.js'), settling]);
  else if (settling) await settling;
  // An assessment of another year that is damaged is on no list, and must not hold up this one.
  const readWhole: typeof read = async (type, id) => {
    try {
      return await read(type, id);
    } catch (error) {
      if (!isDamaged(error)) throw error;
      return undefined;
    }
  };
  const { rows, tallies } = await register.project(writes, readWhole, async (share) =>
    breathe?.(0.6 + share * 0.4),
  );
  return { writes: [...writes, ...rows], tallies };
}

function repeated(command: LogEntry['command'], actor: Actor, earlier: LogEntry): Receipt {
  if (earlier.actor.id !== actor.id || canonicalJson(earlier.command) !== canonicalJson(command)) {
    return { id: command.id, status: 'rejected', code: 'id-reused' };
  }
  return { id: command.id, status: 'duplicate', records: earlier.records };
}

function written(record: StoredRecord): LogEntry['records'][number] {
  return { type: record.type, id: recordKey(record), version: recordVersion(record) };
}

/** What a command about a fund needs beyond the others. */
const fundPart = () => import('./fund-part.js');

function isDamaged(error: unknown): boolean {
  return isHtsdError(error) && error.code === 'invalid' && error.params['reason'] === 'damaged';
}

/** Notes everything that the decision looks at, so that the commit can make sure that it still holds. */
function contextOf(options: Applying, actor: Actor, now: string, guards: Guard[]): DecisionContext {
  const { store, catalog, registry, signal, progress } = options;
  return {
    actor,
    now,
    registry: registry && (async () => registry()),
    read<T extends RecordType>(type: T, id: string): Soon<RecordOf<T> | undefined> {
      const noted = (value: RecordOf<T> | undefined) => {
        const record = value && ({ type, value } as unknown as StoredRecord);
        guards.push({ on: 'record', type, id, version: record && recordVersion(record) });
        const ref = !record && type === 'criteria' && readCriteriaKey(id);
        return (ref ? catalog?.get(ref.id, ref.version) : value) as Soon<RecordOf<T> | undefined>;
      };
      const found = store.read(type, id);
      // By what it can do: pages replace `Promise` by one of their own, which those of the language are none of.
      return found && 'then' in found ? found.then(noted) : noted(found);
    },
    async findAssessment(subjectId, cycle) {
      const found = await store.findAssessment(subjectId, cycle);
      guards.push({ on: 'open-assessment', subjectId, cycle, id: found?.id });
      return found;
    },
    references: async () => catalog?.references?.(),
    hasher: async () => (await fundPart()).hashText,
    breathe: async (share) => (await fundPart()).breathe(share, signal, progress),
  };
}
