import type { CommandKind } from '../command.schema.js';
import type { AreaQuery } from '../query.schema.js';

/** Kinds of commands whose schemas and rules are loaded when one of them comes. */
export type AreaKind =
  | Extract<CommandKind, `${'locality' | 'target' | 'indicator' | 'activity'}.${string}`>
  | 'subject.import';

const areaKind = /^((locality|target|indicator|activity)\.|subject\.import$)/;

/** The command is about places, targets, figures or activities, or imports the register. */
export function isAreaKind(kind: string): kind is AreaKind {
  return areaKind.test(kind);
}

const areaQuery = /^(places|indicators|targets|figures|activities|tallies|register)\./;

/** The question is one about places, targets, figures or the register. */
export function isAreaQuery(name: string): name is AreaQuery {
  return areaQuery.test(name);
}
