import type { PrintedTitle } from './decision-input.js';
import type { Wording } from './wording.js';

/** What has to be said of titles that were granted by criteria not compared with their official text. */
export function setMarks(titles: readonly PrintedTitle[], { t }: Wording): string[] {
  return (['sample', 'partial'] as const).flatMap((status) => {
    const n = titles.filter(({ criteriaStatus }) => criteriaStatus === status).length;
    if (n === 0) return [];
    return [n === titles.length ? t(`decision.set.${status}`) : t(`decision.set.${status}.some`, { n })];
  });
}
