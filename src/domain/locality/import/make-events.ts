import type { LegalSource } from '../../criteria-set.schema.js';
import type { Locality, LocalityEvent, Shares } from '../locality.schema.js';
import { keyOf } from '../places.js';
import type { ImportPlace, ImportReport } from './import-report.js';
import { nameKey } from './place-words.js';
import { wholeShares } from './shares.js';

/** That one place, or a part of it, went into another. */
export interface Link {
  readonly at: ImportPlace;
  readonly old: Locality;
  readonly now: Locality;
  readonly share?: string | undefined;
}

export interface MadeEvents {
  readonly events: LocalityEvent[];
  /** Where each event was read first. */
  readonly sources: ImportPlace[];
}

/** Makes events of the links of one day: what went into several was divided, what several went into was merged. */
export function makeEvents(
  links: readonly Link[],
  on: string,
  source: LegalSource,
  report: ImportReport,
): MadeEvents {
  const made: MadeEvents = { events: [], sources: [] };
  const from = groupBy(links, ({ old }) => keyOf(old));
  const into = groupBy(links, ({ now }) => keyOf(now));
  const whole = (link: Link): boolean => from.get(keyOf(link.old))!.length === 1;
  const add = (event: Omit<LocalityEvent, 'on' | 'source'>, at: ImportPlace): void => {
    made.events.push({ on, ...event, source });
    made.sources.push(at);
  };

  for (const [key, parts] of from) {
    if (parts.length === 1) continue;
    const shares = sharesOf(parts, source, report);
    const after = parts.map(({ now }) => keyOf(now));
    add({ kind: 'divide', before: [key], after, ...(shares && { shares: [shares] }) }, parts[0]!.at);
  }
  for (const [key, parts] of into) {
    const wholes = parts.filter(whole);
    const [first] = wholes;
    if (!first) continue;
    const alone = parts.length === 1;
    const { old, now } = first;
    const renamed = nameKey(old.fullName.vi) !== nameKey(now.fullName.vi) || old.parent === now.parent;
    const kind = !alone ? 'merge' : renamed ? 'rename' : 'move';
    add({ kind, before: wholes.map((link) => keyOf(link.old)), after: [key] }, first.at);
  }
  return made;
}

/** Parts of a divided place, where its rows tell them. */
function sharesOf(parts: readonly Link[], source: LegalSource, report: ImportReport): Shares | undefined {
  const told = parts.filter(({ share }) => share !== undefined);
  const [first] = parts;
  if (told.length === 0 || !first) return undefined;
  const name = first.old.fullName.vi;
  if (told.length < parts.length) {
    report.add(first.at, 'shares-partial', { name, code: first.old.code, n: parts.length - told.length });
    return undefined;
  }
  const read = wholeShares(told.map(({ share }) => share!));
  if (!read.ok) {
    report.add(first.at, 'shares-sum', { name, code: first.old.code, found: read.found });
    return undefined;
  }
  return {
    parts: Object.fromEntries(parts.map(({ now }, index) => [keyOf(now), read.parts[index]!])),
    sum: read.sum,
    source,
  };
}

export function groupBy<T>(list: readonly T[], keyFor: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyFor(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
