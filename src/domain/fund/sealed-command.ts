import { canonicalJson } from '../canonical-json.js';
import type { Command, CommandKind } from '../command.schema.js';

/**
 * Kinds whose payload says something about persons. The log keeps a digest in its place: with the salts that are in
 * the payload and nowhere else once they are erased, it tells nothing, and still proves that a command is the same.
 */
const sealed: ReadonlySet<CommandKind> = new Set([
  'fund.record',
  'fund.import',
  'fund.transfer',
  'fund.refuse',
  'fund.reverse',
  'round.pay',
  'award.add',
  'award.update',
  'award.consent',
]);

/** A command as the log keeps it. */
export interface SealedCommand {
  id: string;
  kind: CommandKind;
  record: string;
  expected: number;
  /** SHA-256 of the canonical JSON of the payload. */
  sealed: string;
}

/** The log must not keep the payload of such a command. */
export function isSealedKind(kind: CommandKind): boolean {
  return sealed.has(kind);
}

/**
 * The command without what must be erasable.
 * @param hash SHA-256 of a text of any length, lower-case hexadecimal
 */
export async function sealCommand(
  { id, kind, record, expected, payload }: Command,
  hash: (text: string) => string | Promise<string>,
): Promise<SealedCommand> {
  return { id, kind, record, expected, sealed: await hash(canonicalJson(payload)) };
}
