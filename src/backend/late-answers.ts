import { isAreaQuery } from '../domain/area/area-kind.js';
import type { QueryName, QueryParams } from '../domain/query.schema.js';
import type { Actor } from '../domain/actor.schema.js';
import {
  ofSubject,
  one,
  page,
  answers,
  seen,
  signedIn,
  type AnswersTo,
  type LateQuery,
} from './answer-query.js';
import { HtsdError } from './errors.js';
import { listCriteria } from './list-criteria.js';
import { invalid, limitOf } from './paging.js';
import { seenOf, sifting } from './seen-of.js';
import { arePlainLate } from './plain-late-params.js';
import type { TitleQuery } from './title-answers.js';
import { titleAnswers } from './titles-here.js';

const isTitleQuery = (name: QueryName): boolean => /^(recognition|decision)/.test(name);

/** Answers to what is not asked by a form that opens; those about funds and areas are loaded when one is asked for. */
export async function lateTable(name: QueryName): Promise<object> {
  if (Object.hasOwn(lateAnswers, name)) return lateAnswers;
  if (Object.hasOwn(placedAnswers, name)) return placedAnswers;
  if (Object.hasOwn(answers, name)) return answers;
  if (isTitleQuery(name)) return titleAnswers();
  if (isAreaQuery(name)) return (await import('./area-answers.js')).areaAnswers;
  return (await import('./fund-answers.js')).fundAnswers;
}

/** Anything that is not plainly right is read by the schemas, which know what exactly is wrong. */
export async function readParams<Q extends QueryName>(name: Q, params: unknown): Promise<QueryParams<Q>> {
  if (arePlainLate(name, params)) return params as QueryParams<Q>;
  const { schemasOf } = await import('../domain/query.schema.js');
  const schemas = await schemasOf(name);
  if (!schemas) throw new HtsdError('unsupported', { params: { query: name } });
  const read = schemas.params.safeParse(params);
  if (!read.success) throw invalid(read.error.issues[0]?.path.map(String).join('.') || 'params');
  return read.data as QueryParams<Q>;
}

const lateAnswers: AnswersTo<Exclude<LateQuery, TitleQuery>> = {
  'criteria.list': listCriteria,
  // Few, if any: one page holds them.
  'damaged.list': async (params, { reader, ...context }) => {
    const actor = signedIn({ reader, ...context });
    const found = (await reader.damaged?.(actor.id)) ?? [];
    return { items: found.slice(0, limitOf(params)) };
  },
  'consents.list': async (params, context) => {
    const actor = signedIn(context);
    seen(actor, await context.reader.read('subject', params.subject), ofSubject);
    return page('consent', params, context, (consent) => consent.subjectId === params.subject);
  },
};

/** What a form that opens asks for of assessments, as answered to who is in charge of places. */
const placedAnswers: AnswersTo<'assessments.list' | 'assessment.get'> = {
  'assessments.list': (params, context) => {
    // What comes through lies in his charge.
    const actor: Actor = { ...signedIn(context), scope: ['*'] };
    return answers['assessments.list'](params, { ...context, actor, reader: sifting(context) });
  },
  'assessment.get': async ({ id }, context) => {
    const { items } = one(await context.reader.read('assessment', id));
    if ((await seenOf(items, context)).length === 0) throw new HtsdError('forbidden');
    return { items };
  },
};
