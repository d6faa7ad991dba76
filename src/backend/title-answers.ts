import { dateInVietnam } from '../domain/civil-date.js';
import { mayBeShown } from '../domain/consent.js';
import { inScope } from '../domain/reach.js';
import type { RecordOf } from '../domain/receipt.schema.js';
import { publicRecognition, series } from '../domain/series.js';
import { throwIfAborted } from './abort.js';
import {
  one,
  page,
  signedIn,
  type AnswersTo,
  type LateQuery,
  type QueryContext,
  type Scan,
} from './answer-query.js';
import { HtsdError } from './errors.js';
import { seenOf, sifting } from './seen-of.js';

/** Asked about titles and the decisions behind them. */
export type TitleQuery = Extract<LateQuery, `${'recognition' | 'decision'}${string}`>;

/** Answers about titles: to a badge, and to those who judge. */
export const answers: AnswersTo<TitleQuery> = {
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
    if (await seesOneOf(decision.recognitions, context)) return { items };
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

/** Whether the person may see one of these titles: hundreds, so that they are read at once where a storage can do so. */
async function seesOneOf(ids: readonly string[], context: QueryContext): Promise<boolean> {
  const { reader, signal } = context;
  if (reader.readMany) return (await seenOf(await reader.readMany('recognition', ids), context)).length > 0;
  for (const id of ids) {
    throwIfAborted(signal);
    const title = await reader.read('recognition', id);
    if (title && (await seenOf([title], context)).length > 0) return true;
  }
  return false;
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
