import type { z } from './zod.js';
import type { ImportedSubject } from './area/area-command.schema.js';
import { isAreaKind } from './area/area-kind.js';
import { CoreCommand, type Command, type CommandKind } from './command.schema.js';

/** Kinds whose schemas and rules are loaded when one of them comes. */
export type FundKind = Extract<CommandKind, `${'fund' | 'round' | 'award'}.${string}`>;

const fundKind = /^(fund|round|award)\./;

/** The command is about a fund, a round or an award. */
export function isFundKind(kind: string): kind is FundKind {
  return fundKind.test(kind);
}

type Schema = z.ZodMiniType<Command>;

function schemaOf(kind: string): Schema | Promise<Schema> {
  if (isFundKind(kind)) return import('./fund/fund-command.schema.js').then(({ FundCommand }) => FundCommand);
  if (isAreaKind(kind)) return import('./area/area-command.schema.js').then(({ AreaCommand }) => AreaCommand);
  return CoreCommand;
}

/** Rows of an import that are read between two breaths. */
const slice = 100;

type Read = { ok: true; command: Command } | { ok: false; path: string[] };

/**
 * A command out of what came over a border, or where it is wrong. `breathe` is heard while a long import is read. Rejects
 * where its schemas cannot be loaded, and with what `breathe` rejects with.
 */
export async function readCommand(raw: unknown, breathe?: () => Promise<void>): Promise<Read> {
  const kind = typeof raw === 'object' && raw !== null && 'kind' in raw ? String(raw.kind) : '';
  const schema = await schemaOf(kind);
  return kind === 'subject.import' ? readImport(raw as object, schema, breathe) : readWhole(raw, schema);
}

function readWhole(raw: unknown, schema: Schema): Read {
  try {
    const read = schema.safeParse(raw);
    if (read.success) return { ok: true, command: read.data };
    return { ok: false, path: read.error.issues[0]?.path.map(String) ?? [] };
  } catch (error) {
    // Conditions nested deep enough to exhaust the stack.
    if (error instanceof RangeError) return { ok: false, path: ['payload'] };
    throw error;
  }
}

/** An import row by row: ten thousand at one go would keep a page from drawing for half a second. */
async function readImport(
  raw: object,
  schema: Schema,
  breathe: (() => Promise<void>) | undefined,
): Promise<Read> {
  const { payload } = raw as { payload?: { subjects?: unknown } | null };
  const subjects = payload?.subjects;
  if (!Array.isArray(subjects) || subjects.length <= slice) return readWhole(raw, schema);
  const { MOST_SUBJECTS } = await import('./area/area-command.schema.js');
  if (subjects.length > MOST_SUBJECTS) return { ok: false, path: ['payload', 'subjects'] };
  const all: ImportedSubject[] = [];
  let command: Extract<Command, { kind: 'subject.import' }> | undefined;
  for (let at = 0; at < subjects.length; at += slice) {
    const some = { ...raw, payload: { ...payload, subjects: subjects.slice(at, at + slice) } };
    const read = readWhole(some, schema);
    if (!read.ok) {
      const [first, list, row, ...rest] = read.path;
      if (row === undefined) return read;
      return { ok: false, path: [first!, list!, String(at + Number(row)), ...rest] };
    }
    command = read.command as typeof command;
    for (const one of command!.payload.subjects) all.push(one);
    await breathe?.();
  }
  return { ok: true, command: { ...command!, payload: { subjects: all } } };
}
