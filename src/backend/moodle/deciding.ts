import type { Actor } from '../../domain/actor.schema.js';
import type { Command } from '../../domain/command.schema.js';
import { RejectionCode, type Receipt } from '../../domain/receipt.schema.js';
import { applyCommands } from '../apply.js';
import type { Catalog } from '../catalog.js';
import { isHtsdError } from '../errors.js';
import type { CallOptions } from '../port.js';
import { MoodleStore, Refused, type StoreOptions } from './moodle-store.js';

/** What a command is decided with. */
export interface Deciding {
  storing: StoreOptions;
  actor: Actor;
  now: () => Date;
  catalog: Catalog | undefined;
}

/** Decides a command and has it kept. A part of its own: who only reads needs none of the rules. Errors: as of the port. */
export async function decideCommand(
  command: Command,
  { storing, ...deciding }: Deciding,
  options: CallOptions,
): Promise<Receipt> {
  const store = new MoodleStore(storing);
  const about = aboutOf(command);
  if (about.length > 0) await store.fetchAround(about);
  try {
    const [receipt] = await applyCommands([command], { ...deciding, store }, options);
    return receipt!;
  } catch (error) {
    const code =
      error instanceof Refused
        ? (RejectionCode.safeParse(error.code).data ?? 'invalid')
        : isHtsdError(error) && error.params['reason'] === 'hidden'
          ? 'forbidden'
          : undefined;
    if (code === undefined) throw error;
    return { id: command.id, status: 'rejected', code };
  }
}

/** What a command is about, as far as its envelope and payload say: subjects and assessments. */
function aboutOf({ kind, record, payload }: Command): string[] {
  // A caller may send anything.
  if (typeof record !== 'string' || !/^(subject|assessment|recognition|consent)\./.test(kind)) return [];
  const { subject, subjectId } = (payload ?? {}) as { subject?: unknown; subjectId?: unknown };
  return [record, subject, subjectId].filter((one): one is string => typeof one === 'string');
}
