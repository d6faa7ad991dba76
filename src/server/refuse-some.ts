import type { Receipt } from '../domain/receipt.schema.js';

export type Execute = (commands: readonly unknown[]) => Promise<Receipt[]>;

/** Applies all commands but those that are refused for what they name; answers the receipts in the order sent. */
export async function refuseSome(
  commands: readonly unknown[],
  refused: ReadonlyMap<number, Receipt>,
  execute: Execute,
): Promise<Receipt[]> {
  if (refused.size === 0) return execute(commands);
  const receipts = await execute(commands.filter((_, index) => !refused.has(index)));
  return commands.map((_, index) => refused.get(index) ?? receipts.shift()!);
}

/** The id of what may be a command. */
export function idOf(command: unknown): string | undefined {
  const id = typeof command === 'object' && command !== null && 'id' in command ? command.id : undefined;
  return typeof id === 'string' ? id : undefined;
}
