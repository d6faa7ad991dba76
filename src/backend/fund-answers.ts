import { dateInVietnam } from '../domain/civil-date.js';
import type { Fund } from '../domain/fund/fund.schema.js';
import { mayReadFund } from '../domain/fund/fund-reach.js';
import type { PublicAward, PublicFund } from '../domain/fund/fund-query.schema.js';
import { publicAwards } from '../domain/fund/public-awards.js';
import { publicFund } from '../domain/fund/public-fund.js';
import { publicPage } from '../domain/fund/public-page.js';
import type { RecordOf } from '../domain/receipt.schema.js';
import { throwIfAborted } from './abort.js';
import {
  one,
  page,
  signedIn,
  type AnswersTo,
  type FundQuery,
  type QueryContext,
  type Scan,
} from './answer-query.js';
import { HtsdError } from './errors.js';
import { ledgerPages, namedPages } from './ledger-pages.js';

/**
 * Questions about funds; loaded with the first one. Those that begin with `public.` are answered out of what strangers
 * may read and nothing else: each is built up from named fields, and none is a private answer with parts left out.
 */
const answers: AnswersTo<FundQuery> = {
  'funds.list': (params, context) => {
    const actor = signedIn(context);
    const { parent } = params;
    return page('fund', params, context, (fund) => mayReadFund(actor, fund) && under(fund, parent));
  },
  'fund.get': async ({ id }, context) => one(await ownFund(id, context)),
  'fund.ledger': async ({ fund, ...range }, context) =>
    ledgerPages(await ownFund(fund, context), range, context),
  'fund.pending': async ({ fund, state, ...paging }, context) => {
    const { id } = await ownFund(fund, context);
    return page('pending', { ...paging, subject: id }, context, (pending) => {
      return pending.fund === id && (state === undefined || pending.state === state);
    });
  },
  'rounds.list': async ({ fund, year, ...paging }, context) => {
    const { id } = await ownFund(fund, context);
    return page('round', { ...paging, subject: id }, context, (round) => {
      return round.fund === id && (year === undefined || round.year === year);
    });
  },
  'awards.list': async ({ fund, round, person, ...paging }, context) => {
    const { id } = await ownFund(fund, context);
    return page('award', { ...paging, subject: round, fund: id }, context, (award) => {
      return (
        award.fund === id &&
        (round === undefined || award.round === round) &&
        (person === undefined || award.person === person)
      );
    });
  },
  'public.funds.list': async (params, context) => {
    const { parent } = params;
    const found = await page('fund', params, context, (fund) => fund.published && under(fund, parent));
    const items: PublicFund[] = [];
    for (const fund of found.items) items.push(publicFund(fund, await roundsOf(fund, context)));
    return { ...found, items };
  },
  'public.fund.get': async ({ id }, context) => {
    const fund = await publishedFund(id, context);
    return one(publicFund(fund, await roundsOf(fund, context)));
  },
  'public.fund.ledger': async ({ fund: id, ...range }, context) => {
    const fund = await publishedFund(id, context);
    const { items, ...rest } = await namedPages(fund, range, context);
    return { ...rest, items: items.map((item) => publicPage(fund, item)) };
  },
  'public.awards.list': async ({ fund: id, round }, context) => {
    const fund = await publishedFund(id, context);
    const year = Number(dateInVietnam((context.now?.() ?? new Date()).toISOString()).slice(0, 4));
    const items: PublicAward[] = [];
    for (const one of await roundsOf(fund, context)) {
      if (round !== undefined && one.id !== round) continue;
      items.push(...publicAwards(one, await allOf('award', one.id, context), fund, year));
    }
    return { items };
  },
};

/** The answers, each given a reader that knows funds. */
export const fundAnswers: object = Object.fromEntries(
  Object.entries(answers).map(([name, answer]) => [
    name,
    async (params: never, context: QueryContext): Promise<unknown> =>
      answer(params, { ...context, reader: (await context.reader.funds?.()) ?? context.reader }),
  ]),
);

function under({ parent }: Pick<Fund, 'parent'>, wanted: string | undefined): boolean {
  return wanted === undefined || parent === wanted;
}

/** A fund that the actor may read with everything in it. */
async function ownFund(id: string, context: QueryContext): Promise<Fund> {
  const actor = signedIn(context);
  const fund = await context.reader.read('fund', id);
  if (!fund) throw new HtsdError('not-found');
  if (!mayReadFund(actor, fund)) throw new HtsdError('forbidden');
  return fund;
}

/** To strangers a fund that is not published is as if it were not there. */
async function publishedFund(id: string, { reader }: QueryContext): Promise<Fund> {
  const fund = await reader.read('fund', id);
  if (!fund?.published) throw new HtsdError('not-found');
  return fund;
}

async function roundsOf({ id }: Fund, context: QueryContext): Promise<RecordOf<'round'>[]> {
  return (await allOf('round', id, context)).filter(({ fund }) => fund === id);
}

/** All rounds of a fund, or all awards of a round, in the order of their ids. */
async function allOf<T extends 'round' | 'award'>(
  type: T,
  subject: string,
  { reader, signal }: QueryContext,
): Promise<RecordOf<T>[]> {
  const found: RecordOf<T>[] = [];
  let after: string | undefined;
  do {
    throwIfAborted(signal);
    const scan: Scan<T> = await reader.scan(type, { after, subject });
    found.push(...scan.records);
    after = scan.last;
  } while (after !== undefined);
  return found;
}
