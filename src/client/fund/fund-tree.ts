import { HtsdError, isHtsdError } from '../../backend/errors.js';
import type { Entry } from '../../domain/fund/entry.schema.js';
import type { PublicFund } from '../../domain/fund/fund-query.schema.js';
import { isWholePage, unpackEntries } from '../../domain/fund/pack-entries.js';
import { sameJson } from '../../domain/same-json.js';
import type { Client } from '../client.types.js';
import { ofOneMoment } from '../ledger/one-moment.js';
import { isAbort } from '../problem.js';

/** Most funds of one tree: those of a large province. */
const most = 2_000;
/** Pages that are asked for at a time: 4,096 entries. */
const pagesAtOnce = 8;
/** Ledgers that are read at a time. */
const atOnce = 4;

/** A published fund in its tree. */
export interface TreeFund {
  /** As it was when its ledger was read. */
  fund: PublicFund;
  /** 0 for the fund at the top and, where that is not published, for those right below it. */
  readonly depth: number;
  /** Undefined until the ledger was read, and where it could not be. */
  entries?: readonly Entry[] | undefined;
  /** Why it could not be. */
  failed?: unknown;
}

/** A fund and all below it, as far as they are published. */
export interface FundTree {
  /** Undefined where the fund at the top is not published itself. */
  readonly top: PublicFund | undefined;
  readonly funds: readonly TreeFund[];
}

/** Finds the published funds: each followed by those below it. Fails with `not-found` where there is none. */
export async function findFundTree(client: Client, id: string, signal: AbortSignal): Promise<FundTree> {
  let missing: HtsdError | undefined;
  const top = await client.query('public.fund.get', { id }, { signal }).then(
    ({ items }) => items[0],
    (error: unknown) => {
      if (!isHtsdError(error) || error.code !== 'not-found') throw error;
      missing = error;
      return undefined;
    },
  );
  const funds: TreeFund[] = [];
  const seen = new Set<string>([id]);
  const below = async (parent: string, depth: number): Promise<void> => {
    const children = await client.queryAll('public.funds.list', { parent }, { signal, max: most });
    for (const fund of children.sort((a, b) => a.name.localeCompare(b.name, 'vi'))) {
      // A back end that lets funds hang in a ring must not keep the page busy for ever.
      if (seen.has(fund.id) || funds.length >= most) continue;
      seen.add(fund.id);
      funds.push({ fund, depth });
      await below(fund.id, depth + 1);
    }
  };
  if (top) funds.push({ fund: top, depth: 0 });
  await below(id, top ? 1 : 0);
  if (funds.length === 0 && missing) throw missing;
  return { top, funds };
}

/**
 * The same tree as it is now, without the ledgers of what has changed. Errors: as of `findFundTree`, not-found included: none
 * of it is published any more.
 */
export async function findAgain(
  client: Client,
  id: string,
  before: FundTree,
  signal: AbortSignal,
): Promise<FundTree> {
  const { top, funds } = await findFundTree(client, id, signal);
  const known = new Map(before.funds.map((one) => [one.fund.id, one]));
  return {
    top,
    funds: funds.map((one) => {
      const { fund, entries } = known.get(one.fund.id) ?? {};
      return entries && sameJson(fund, one.fund) ? { ...one, entries } : one;
    }),
  };
}

/**
 * Reads the public ledgers of funds that have none yet. One that cannot be read says why and keeps the others from
 * nothing; without network nothing is read, and that is thrown.
 */
export async function readFundBooks(
  client: Client,
  funds: readonly TreeFund[],
  signal: AbortSignal,
  read: () => void,
): Promise<void> {
  const waiting = funds.filter(({ entries }) => !entries);
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      next.failed = undefined;
      try {
        const read = ({ id }: PublicFund): Promise<Entry[]> => readEntries(client, id, signal);
        const { fund, done } = await ofOneMoment(client, next.fund, signal, read, isWhole);
        Object.assign(next, { fund, entries: done });
      } catch (error) {
        if (isAbort(error) || signal.aborted || (isHtsdError(error) && error.code === 'offline')) throw error;
        next.failed = error;
      }
      read();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** As many entries as the fund says it has. */
const isWhole = (entries: readonly Entry[], { count }: PublicFund): boolean => entries.length === count;

/** All entries of a public ledger. Apart from the reading of a ledger that is shown: no columns, no names. */
async function readEntries(client: Client, fund: string, signal: AbortSignal): Promise<Entry[]> {
  const entries: Entry[] = [];
  let cursor: string | undefined;
  do {
    const params = { fund, limit: pagesAtOnce, ...(cursor !== undefined && { cursor }) };
    const { items, next } = await client.query('public.fund.ledger', params, { signal });
    for (const { entries: page } of items) {
      if (!isWholePage(page) || page.first !== entries.length + 1)
        throw new HtsdError('server', { params: { reason: 'malformed', call: 'public.fund.ledger' } });
      entries.push(...unpackEntries(page));
    }
    cursor = next;
  } while (cursor !== undefined);
  return entries;
}
