import { dateInVietnam } from '../domain/civil-date.js';
import { mayBeShown } from '../domain/consent.js';
import { isAreaQuery } from '../domain/area/area-kind.js';
import type { QueryName, QueryParams } from '../domain/query.schema.js';
import { inScope, maySee, type Belonging } from '../domain/reach.js';
import type { Actor } from '../domain/actor.schema.js';
import type { RecordOf, RecordType } from '../domain/receipt.schema.js';
import { publicRecognition, series } from '../domain/series.js';
import {
  ofSubject,
  one,
  page,
  answers,
  seen,
  signedIn,
  type AnswersTo,
  type LateQuery,
  type QueryContext,
  type RecordReader,
  type Scan,
} from './answer-query.js';
import { throwIfAborted } from './abort.js';
import { HtsdError } from './errors.js';
import { listCriteria } from './list-criteria.js';
import { invalid, limitOf } from './paging.js';
import { arePlainLate } from './plain-late-params.js';

/** Answers to what is not asked by a form that opens; those about funds and areas are loaded when one is asked for. */
export async function lateTable(name: QueryName): Promise<object> {
  if (Object.hasOwn(lateAnswers, name)) return lateAnswers;
  if (Object.hasOwn(placedAnswers, name)) return placedAnswers;
  if (Object.hasOwn(answers, name)) return answers;
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

const lateAnswers: AnswersTo<LateQuery> = {
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
  // The one query beside criteria sets that needs no session: a badge is there to be shown.
  'recognition.get': async ({ id }, context) => {
    const { items } = one(await context.reader.read('recognition', id));
    const [recognition] = items;
    if (!recognition) throw new HtsdError('not-found');
    const { subjectId, model } = recognition;
    // To a stranger as if it were not there: that there is one is already something about a person.
    const known = context.actor !== null && (await seenOf([recognition], context)).length > 0;
    if (!known && !mayBeShown(model, await allOf('consent', subjectId, context)))
      throw new HtsdError('not-found');
    const today = dateInVietnam((context.now?.() ?? new Date()).toISOString());
    const years = series(
      await allOf('assessment', subjectId, context),
      await allOf('recognition', subjectId, context),
      today,
    );
    const subject = await context.reader.read('subject', subjectId);
    const { place, decision } = recognition;
    // Most titles name no code, and then nothing of places is loaded.
    const since =
      place.code === undefined
        ? undefined
        : await (await import('./place-since.js')).findPlaceSince(place.code, decision.date, today, context);
    return { items: [publicRecognition(recognition, years, subject?.place, since)] };
  },
  'recognitions.list': async (params, context) => {
    signedIn(context);
    const { subject, decision, model, cycle, state, statusList } = params;
    const fits = (recognition: RecordOf<'recognition'>): boolean =>
      (subject === undefined || recognition.subjectId === subject) &&
      (decision === undefined || recognition.decision.id === decision) &&
      (model === undefined || recognition.model === model) &&
      (cycle === undefined || recognition.cycle === cycle) &&
      (state === undefined || recognition.state === state) &&
      (statusList === undefined || recognition.status?.list === statusList);
    return page('recognition', params, { ...context, reader: sifting(context) }, fits);
  },
  'decision.get': async ({ id }, context) => {
    const actor = signedIn(context);
    const { items } = one(await context.reader.read('decision', id));
    const [decision] = items;
    if (!decision) throw new HtsdError('not-found');
    if (decision.owner === actor.id || inScope(actor, '*')) return { items };
    for (const title of decision.recognitions) {
      throwIfAborted(context.signal);
      const recognition = await context.reader.read('recognition', title);
      if (recognition && (await seenOf([recognition], context)).length > 0) return { items };
    }
    throw new HtsdError('forbidden');
  },
  // One decision names many subjects, so only who applied it and who is in charge of all of them gets it in a list.
  'decisions.list': async (params, context) => {
    const actor = signedIn(context);
    const all = inScope(actor, '*');
    const { year } = params;
    return page('decision', params, context, ({ owner, date }) => {
      return (year === undefined || date.startsWith(year)) && (all || owner === actor.id);
    });
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

type AboutSubject = RecordOf<'assessment' | 'recognition'>;

/** A reader that scans only those assessments or titles that the actor may see. */
function sifting(context: QueryContext): RecordReader {
  const { reader } = context;
  return {
    ...reader,
    async scan<T extends RecordType>(...asked: Parameters<RecordReader['scan']>) {
      const { records, last } = await reader.scan(...asked);
      return { records: await seenOf(records as AboutSubject[], context), last } as unknown as Scan<T>;
    },
  };
}

/**
 * Of records that are about subjects those that the actor may see. Where a subject is, which its assessments and titles do not
 * say, is looked up only for who is in charge of places.
 */
async function seenOf<T extends Pick<Belonging, 'owner' | 'subjectId'>>(
  records: readonly T[],
  context: QueryContext,
): Promise<T[]> {
  const actor = signedIn(context);
  const places = actor.places && (await placesOf(records, context));
  return records.filter(({ owner, subjectId }) =>
    maySee(actor, { owner, subjectId, at: places?.get(subjectId) }),
  );
}

/** Everything of one subject; there are few a year. */
async function allOf<T extends 'assessment' | 'recognition' | 'consent'>(
  type: T,
  subject: string,
  { reader, signal }: QueryContext,
): Promise<RecordOf<T>[]> {
  const found: RecordOf<T>[] = [];
  let after: string | undefined;
  do {
    throwIfAborted(signal);
    const scan: Scan<T> = await reader.scan(type, { after, subject });
    // An adapter need not narrow, so that who writes one can begin simply.
    found.push(...scan.records.filter((record) => record.subjectId === subject));
    after = scan.last;
  } while (after !== undefined);
  return found;
}

/** Codes of the places where the subjects of records are, by their ids; asked for who is in charge of places. */
async function placesOf(
  records: readonly { subjectId: string }[],
  { reader }: QueryContext,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(records.map(({ subjectId }) => subjectId))];
  if (ids.length === 0) return new Map();
  if (reader.placesOf) return reader.placesOf(ids);
  const places = new Map<string, string>();
  for (const id of ids) places.set(id, (await reader.read('subject', id))?.place.code ?? '');
  return places;
}
