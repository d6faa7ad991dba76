import type { RegisterRow } from '../../domain/area/area-query.schema.js';
import type { CommandOf } from '../../domain/command.schema.js';
import type { CriteriaRef } from '../../domain/criteria-set.schema.js';
import type { Subject } from '../../domain/subject.schema.js';
import type { Client } from '../client.types.js';
import type { Act, ActItem, ActKind } from './act.types.js';

/** The act makes sense for a subject that stands there. */
export function fitsAct(kind: ActKind, { state, assessment, closedAt }: RegisterRow): boolean {
  if (kind === 'register') return state === 'none' && closedAt === undefined;
  if (assessment === undefined) return false;
  if (kind === 'submit') return state === 'draft' || state === 'returned';
  return state === 'submitted' || state === 'in-review';
}

/** An act on those of the rows that it makes sense for. `setOf`: by which set one is registered; those without are left out. */
export function makeAct(
  client: Pick<Client, 'newId' | 'now'>,
  kind: ActKind,
  rows: readonly RegisterRow[],
  setOf: (row: RegisterRow) => CriteriaRef | undefined = () => undefined,
): Act {
  const items = rows.flatMap((row): ActItem[] => {
    if (!fitsAct(kind, row)) return [];
    const { subject, name, state, assessment, assessmentVersion = 0, subjectVersion } = row;
    const about = { subject, name };
    if (kind === 'register') {
      const criteria = setOf(row);
      return criteria ? [{ ...about, expected: subjectVersion, criteria, ids: [client.newId()] }] : [];
    }
    const fresh = kind === 'verify' && state === 'submitted';
    const ids = fresh ? [client.newId(), client.newId()] : [client.newId()];
    return [{ ...about, expected: assessmentVersion, assessment: assessment!, ...(fresh && { fresh }), ids }];
  });
  return { id: client.newId(), kind, cycle: rows[0]?.cycle ?? '', items, at: client.now().toISOString() };
}

type ActCommand = CommandOf<
  'subject.register' | 'assessment.submit' | 'assessment.review' | 'assessment.verify'
>;

/** The commands of one subject, in the order in which they have to be sent. `whole`: the subject, where it is registered. */
export function commandsOf(
  { kind, cycle }: Pick<Act, 'kind' | 'cycle'>,
  { ids, expected, subject, assessment = '', criteria, fresh }: ActItem,
  whole: Subject | undefined,
): ActCommand[] {
  const [first = '', second = ''] = ids;
  if (kind === 'register') {
    if (!whole || !criteria) return [];
    const { model, subjectGroup, name, parent, place, head, members, facts } = whole;
    const payload = {
      model,
      name,
      place,
      facts,
      ...(subjectGroup !== undefined && { subjectGroup }),
      ...(parent !== undefined && { parent }),
      ...(head && { head }),
      ...(members && { members }),
      cycle,
      criteria,
    };
    return [{ id: first, kind: 'subject.register', record: subject, expected, payload }];
  }
  const about = { record: assessment, payload: {} };
  if (kind === 'submit') return [{ ...about, id: first, kind: 'assessment.submit', expected }];
  if (!fresh) return [{ ...about, id: first, kind: 'assessment.verify', expected }];
  return [
    { ...about, id: first, kind: 'assessment.review', expected },
    { ...about, id: second, kind: 'assessment.verify', expected: expected + 1 },
  ];
}
