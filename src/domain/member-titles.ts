import type { CriteriaSet } from './criteria-set.schema.js';
import type { Recognition } from './recognition.schema.js';
import type { Subject } from './subject.schema.js';
import type { Model } from './text.schema.js';

/** Whose titles a model rests on: a family on its adults, a clan and a community on their families, a unit on its people. */
export const memberModel: Readonly<Record<Model, Model | undefined>> = {
  family: 'citizen',
  clan: 'family',
  community: 'family',
  unit: 'citizen',
  citizen: undefined,
};

/** A member that is a subject of its own, with the time in which it holds a title that was not revoked. */
export interface Member {
  id: string;
  name: string;
  model: Model;
  titles: readonly { validFrom: string; validUntil: string }[];
}

/** A member with its titles, as a screen finds them by `recognitions.list`; revoked ones do not count. */
export function memberFrom(
  { id, name, model }: Pick<Subject, 'id' | 'name' | 'model'>,
  recognitions: readonly Pick<Recognition, 'subjectId' | 'state' | 'validFrom' | 'validUntil'>[],
): Member {
  const own = recognitions.filter(({ subjectId, state }) => subjectId === id && state === 'granted');
  return { id, name, model, titles: own.map(({ validFrom, validUntil }) => ({ validFrom, validUntil })) };
}

/** What is known of the members of a subject on a day. */
export interface MemberTitles {
  /** The title that counts here. */
  model: Model;
  /** How many there are, as declared or as far as they are known; never less than those known. */
  total: number;
  /** How many hold the title: those known, and of the others as many as were declared. */
  recognised: number;
  /** Members that are subjects here and hold no title on that day, in the order given. */
  without: Pick<Member, 'id' | 'name'>[];
  /** Neither a subject here nor declared as holding the title. */
  unknown: number;
  /** Share of those who hold it, in per cent, two decimals; undefined where there are none. */
  percent: number | undefined;
}

/**
 * Tells which members of a family, clan, community or unit do not hold the title of their own model, as far as known.
 * `known`: those of `subject.members.ids`; members of another model do not count. Undefined where nothing is known of
 * any member, or where the model has none.
 */
export function memberTitles(
  subject: Pick<Subject, 'model' | 'members'>,
  known: readonly Member[],
  on: string,
): MemberTitles | undefined {
  const model = memberModel[subject.model];
  const { total = 0, recognised: declared = 0 } = subject.members ?? {};
  const counted = known.filter((one) => one.model === model);
  if (!model || (counted.length === 0 && subject.members?.total === undefined)) return undefined;
  const holds = ({ titles }: Member): boolean =>
    titles.some(({ validFrom, validUntil }) => validFrom <= on && on <= validUntil);
  const holding = counted.filter(holds).length;
  const all = Math.max(total, counted.length);
  const others = all - counted.length;
  const recognised = holding + Math.min(others, Math.max(0, declared - holding));
  return {
    model,
    total: all,
    recognised,
    without: counted.filter((one) => !holds(one)).map(({ id, name }) => ({ id, name })),
    unknown: others - (recognised - holding),
    percent: all === 0 ? undefined : Math.floor((recognised * 10_000) / all) / 100,
  };
}

/** Whether a set's demand on members is met; `undefined` where it demands nothing or nothing is known. */
export function membersSuffice(
  set: Pick<CriteriaSet, 'members'>,
  found: MemberTitles | undefined,
): boolean | undefined {
  if (!set.members || found?.percent === undefined) return undefined;
  return found.recognised * 100 >= set.members.atLeast * found.total;
}
