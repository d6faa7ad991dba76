import type { Model } from '../domain/text.schema.js';
import type { PrintedTitle } from './decision-input.js';
import type { Wording } from './wording.js';

/** The titles of one model, in the order of the decision. */
export interface TitleGroup {
  model: Model;
  titles: PrintedTitle[];
}

/** One group a model, in the order in which they first appear. */
export function byModel(titles: readonly PrintedTitle[]): TitleGroup[] {
  const groups = new Map<Model, TitleGroup>();
  for (const one of titles) {
    const group = groups.get(one.model) ?? { model: one.model, titles: [] };
    group.titles.push(one);
    groups.set(one.model, group);
  }
  return [...groups.values()];
}

/** The years that the titles are about: "2026", or "2025, 2026". */
export function yearsOf(titles: readonly PrintedTitle[]): string {
  return [...new Set(titles.map(({ cycle }) => cycle))].sort().join(', ');
}

/** "300 gia đình". */
export function subjectsOf(model: Model, n: number, { t }: Wording): string {
  return t(`decision.count.${model}`, { n });
}
