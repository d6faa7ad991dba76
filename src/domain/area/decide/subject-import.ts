import type { Actor } from '../../actor.schema.js';
import { criteriaKey } from '../../criteria-key.js';
import { misfit } from '../../criteria-fit.js';
import type { CriteriaSet } from '../../criteria-set.schema.js';
import type { Decider, Deciders } from '../../decide/decider.types.js';
import { belongingOf, expectNew } from '../../decide/guards.js';
import { refuse } from '../../decide/refusal.js';
import { mayActOn } from '../../permissions.js';
import type { DecisionContext } from '../../reader.types.js';
import type { StoredRecord } from '../../receipt.schema.js';
import type { Subject } from '../../subject.schema.js';
import type { ImportedSubject } from '../area-command.schema.js';

/** Rows that are looked at side by side, between two breaths. */
const slice = 100;
/** Most faults that a refusal names. */
const mostFaults = 1_000;

/** Enters a whole list, or nothing of it. Rows that are wrong are named as in an import of a ledger. */
const importSubjects: Decider<'subject.import'> = async (command, context, actor) => {
  expectNew(command);
  const { subjects } = command.payload;
  const sets = new Map<string, Promise<CriteriaSet | undefined>>();
  const setOf = (key: string): Promise<CriteriaSet | undefined> => {
    const known = sets.get(key) ?? Promise.resolve(context.read('criteria', key));
    sets.set(key, known);
    return known;
  };
  const faults: string[] = [];
  const writes: StoredRecord[] = [];
  const ids = new Set<string>();
  for (let at = 0; at < subjects.length; at += slice) {
    const judged = subjects.slice(at, at + slice).map(async (row) => {
      const twice = ids.has(row.id);
      ids.add(row.id);
      return twice ? 'already-exists.id' : judge(row, context, actor, setOf);
    });
    for (const [index, found] of (await Promise.all(judged)).entries()) {
      if (typeof found === 'string') faults.push(`${at + index + 1}.${found}`);
      else writes.push({ type: 'subject', value: found });
    }
    await context.breathe?.((at / subjects.length) * 0.6);
  }
  if (faults.length > 0) refuse('rows', ['rows', ...faults.slice(0, mostFaults)], { count: faults.length });
  return writes;
};

/** The subject as it will be, or the code and the field of what is wrong with its row. */
async function judge(
  { expected, cycle, criteria, ...fields }: ImportedSubject,
  context: DecisionContext,
  actor: Actor,
  setOf: (key: string) => Promise<CriteriaSet | undefined>,
): Promise<Subject | string> {
  const known = await context.read('subject', fields.id);
  if (!known && expected !== undefined) return 'not-found.id';
  if (known) {
    const owned = known.owner === actor.id;
    const may = (one: Subject): boolean =>
      mayActOn(actor, 'subject.import', belongingOf(one), owned) === 'yes';
    if (!may(known)) return 'forbidden.id';
    if (expected === undefined) return 'already-exists.id';
    if (known.version !== expected) return 'invalid.expected';
    if (known.closedAt !== undefined) return 'closed.id';
    if (known.model !== fields.model) return 'invalid.model';
    if (!may({ ...known, place: fields.place })) return 'forbidden.place';
  }
  if ((cycle === undefined) !== (criteria === undefined)) return 'invalid.criteria';
  let registrations = known?.registrations ?? [];
  if (cycle !== undefined && criteria) {
    const before = registrations.find((one) => one.cycle === cycle);
    const same = before && criteriaKey(before.criteria) === criteriaKey(criteria);
    if (!same) {
      const set = await setOf(criteriaKey(criteria));
      if (!set) return 'criteria-unknown.criteria';
      const wrong = misfit(set, fields, cycle);
      if (wrong) return `criteria-not-applicable.${wrong}`;
      if (known && (await context.findAssessment(known.id, cycle))) return 'already-exists.cycle';
      const others = registrations.filter((one) => one.cycle !== cycle);
      registrations = [...others, { cycle, criteria, at: context.now, by: actor.id }];
    }
  }
  return {
    ...known,
    ...fields,
    version: (known?.version ?? 0) + 1,
    registrations,
    owner: known?.owner ?? actor.id,
    createdAt: known?.createdAt ?? context.now,
    updatedAt: context.now,
  };
}

export const importDeciders: Deciders<'subject.import'> = { 'subject.import': importSubjects };
