import type { z } from './zod.js';
import { isAreaKind } from './area/area-kind.js';
import { CoreCommand, type Command, type CommandKind } from './command.schema.js';

/** Kinds whose schemas and rules are loaded when one of them comes. */
export type FundKind = Extract<CommandKind, `${'fund' | 'round' | 'award'}.${string}`>;

const fundKind = /^(fund|round|award)\./;

/** The command is about a fund, a round or an award. */
export function isFundKind(kind: string): kind is FundKind {
  return fundKind.test(kind);
}

async function schemaOf(kind: string): Promise<z.ZodMiniType<Command>> {
  if (isFundKind(kind)) return (await import('./fund/fund-command.schema.js')).FundCommand;
  if (isAreaKind(kind)) return (await import('./area/area-command.schema.js')).AreaCommand;
  return CoreCommand;
}

/**
 * A command out of what came over a border, or where it is wrong. Rejects where its schemas cannot be loaded.
 */
export async function readCommand(
  raw: unknown,
): Promise<{ ok: true; command: Command } | { ok: false; path: string[] }> {
  const kind = typeof raw === 'object' && raw !== null && 'kind' in raw ? String(raw.kind) : '';
  const schema = await schemaOf(kind);
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
