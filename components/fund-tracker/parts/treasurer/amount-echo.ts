import { parseDong } from '../../../../src/domain/money.js';
import { amountInWords } from '../../../../src/i18n/amount-in-words.js';
import type { Desk } from './desk.js';

/** An amount as it was understood, in figures and in words; undefined where it is none. */
export function amountEcho({ money, l }: Desk, text: string): string | undefined {
  const read = parseDong(text);
  return read.ok ? `${money(read.value)} (${amountInWords(read.value, l.lang)})` : undefined;
}

/** The same for lines "name; amount". */
export function levelsEcho(desk: Desk, text: string): string | undefined {
  const echoes = text.split('\n').flatMap((line) => {
    const [name = '', amount = ''] = line.split(';');
    const echo = amountEcho(desk, amount);
    return echo === undefined ? [] : [`${name.trim()}: ${echo}`];
  });
  return echoes.length > 0 ? echoes.join(' · ') : undefined;
}
