import type { Separator } from './sheet-file.types.js';

const separators: readonly Separator[] = ['\t', ';', ',', '|'];

/**
 * What parts the cells of a text: the sign that stands equally often in most lines. Figures bear commas and dots of their
 * own, but never as regularly. `undefined` where no sign parts anything: a table of one column.
 */
export function findSeparator(start: string): Separator | undefined {
  const said = /^sep=([,;\t|])\r?\n/i.exec(start)?.[1];
  if (said !== undefined) return said as Separator;
  const lines = withoutQuoted(start)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 100);
  let best: { separator: Separator; score: number } | undefined;
  for (const separator of separators) {
    const times = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(separator).length - 1;
      if (count > 0) times.set(count, (times.get(count) ?? 0) + 1);
    }
    const score = Math.max(0, ...times.values());
    if (score > (best?.score ?? 0)) best = { separator, score };
  }
  return best?.separator;
}

/** What is quoted may hold anything. */
function withoutQuoted(text: string): string {
  return text.replace(/"(?:[^"]|"")*("|$)/g, '""');
}
