import type { Answers, Facts } from './answer.schema.js';
import type { Assessment, SetAside } from './assessment.schema.js';
import { criteriaKey } from './criteria-key.js';
import type { Criterion, CriteriaSet } from './criteria-set.schema.js';
import { fittingFacts } from './decide/facts.js';
import { sameJson } from './same-json.js';

/** What an assessment comes to by another criteria set. */
export interface ChangedSet {
  answers: Answers;
  facts: Facts;
  /** Answers that the other set does not ask for, by the set that they were given to. */
  setAside: SetAside[];
  /** Ids of the answers that stay, and of those that are kept apart now and that come back. */
  carried: string[];
  left: string[];
  back: string[];
}

/** Another set replaces the first only while nobody has ever seen the assessment: then it is the author's alone. */
export const mayChangeSet = ({ state, submissions }: Pick<Assessment, 'state' | 'submissions'>): boolean =>
  state === 'draft' && submissions.length === 0;

/**
 * Answers and facts by another criteria set. An answer stays where the other set asks the very same question. All
 * others are kept apart by the set that they were given to, as they were, and come back with it: no answer is ever
 * lost, and none is taken for the answer to another question because the numbers of two criteria are alike.
 * @param from undefined where that set is not at hand any more: then every answer is kept apart
 * @param to whose own answers, given before, go before those that stay
 */
export function changeSet(
  {
    answers,
    facts,
    criteria,
    setAside = [],
  }: Pick<Assessment, 'answers' | 'facts' | 'criteria' | 'setAside'>,
  from: CriteriaSet | undefined,
  to: CriteriaSet,
): ChangedSet {
  const own = setAside.find((one) => criteriaKey(one.criteria) === criteriaKey(to));
  const shared = sharedQuestions(from, to);
  const next = new Map(Object.entries(own?.answers ?? {}));
  const back = [...next.keys()];
  const left: Answers = {};
  const carried: string[] = [];
  for (const [id, answer] of Object.entries(answers)) {
    const before = next.get(id);
    if (shared.has(id) && (before === undefined || sameJson(before, answer))) {
      next.set(id, answer);
      carried.push(id);
    } else left[id] = answer;
  }
  const known = { ...own?.facts, ...facts };
  const fitting = fittingFacts(to, known);
  const lost = Object.entries(facts).filter(([id]) => !Object.hasOwn(fitting, id));
  const others = setAside.filter((one) => one !== own && criteriaKey(one.criteria) !== criteriaKey(criteria));
  const kept =
    Object.keys(left).length + lost.length > 0
      ? [{ criteria, answers: left, facts: Object.fromEntries(lost) }]
      : [];
  return {
    answers: Object.fromEntries(next),
    facts: fitting,
    setAside: [...others, ...kept],
    carried,
    left: Object.keys(left),
    back: back.filter((id) => !carried.includes(id)),
  };
}

/** Ids of the criteria that both sets ask for in the same words and to the same measure. */
function sharedQuestions(from: CriteriaSet | undefined, to: CriteriaSet): Set<string> {
  const asked = new Map(from?.sections.flatMap(({ criteria }) => criteria).map((one) => [one.id, one]));
  return new Set(
    to.sections
      .flatMap(({ criteria }) => criteria)
      .filter((one) => {
        const before = asked.get(one.id);
        return before !== undefined && sameJson(question(before), question(one));
      })
      .map(({ id }) => id),
  );
}

/** What of a criterion makes the meaning of an answer; its number, its guidance and where it comes from do not. */
function question({ title, input, max, options, numeratorLabel, denominatorLabel }: Criterion): unknown {
  return {
    title: title.vi,
    input,
    max,
    options,
    numerator: numeratorLabel?.vi,
    denominator: denominatorLabel?.vi,
  };
}
