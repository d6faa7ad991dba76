import type { AwardLevel } from '../../domain/fund/round.schema.js';
import { tellsOfPersons } from '../../domain/fund/telling-level.js';
import { parseDong } from '../../domain/money.js';

/** Levels as they are typed: a line each, name and amount. */
export function linesOfLevels(levels: readonly Pick<AwardLevel, 'label' | 'amount'>[]): string {
  return levels.map(({ label, amount }) => `${label.vi}; ${amount}`).join('\n');
}

/** A slug of a name: "Giải Nhất cấp tỉnh" is `giai-nhat-cap-tinh`. */
function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'muc'
  );
}

/**
 * Levels as typed, a line each; those of `before` keep their id. A level whose name tells of its recipients is private
 * until the person says otherwise: `hidden` has what he said, by name. Undefined where a line cannot be read, or none
 * is there.
 */
export function readLevels(
  text: string,
  before: readonly AwardLevel[],
  hidden: Readonly<Record<string, boolean>> = {},
): AwardLevel[] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim().normalize('NFC'))
    .filter(Boolean);
  const levels: AwardLevel[] = [];
  for (const line of lines) {
    const [, name = '', typed = ''] = /^(.+?)\s*[;\t|]\s*([^;\t|]+)$/.exec(line) ?? [];
    const amount = parseDong(typed);
    if (name === '' || !amount.ok) return undefined;
    const known = before.find(({ label }) => label.vi === name);
    const id = known?.id ?? slugOf(name);
    if (levels.some((one) => one.id === id)) return undefined;
    const guess = tellsOfPersons(name);
    const isPrivate = hidden[name] ?? known?.private ?? guess;
    levels.push({
      ...known,
      id,
      label: known?.label ?? { vi: name },
      amount: amount.value,
      // Kept as false, too, where the name would be taken for telling again.
      ...((isPrivate || guess || known?.private !== undefined) && { private: isPrivate }),
    });
  }
  return levels.length > 0 ? levels : undefined;
}
