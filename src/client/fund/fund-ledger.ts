import { HtsdError } from '../../backend/errors.js';
import type { Entry, EntrySecret } from '../../domain/fund/entry.schema.js';
import type { Fund } from '../../domain/fund/fund.schema.js';
import type { LedgerPage } from '../../domain/fund/fund-query.schema.js';
import { entryAt, isWholePage } from '../../domain/fund/pack-entries.js';
import type { Round } from '../../domain/fund/round.schema.js';
import type { Client } from '../client.types.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { pagesAhead } from '../ledger/pages-ahead.js';
import { headingsOf } from '../ledger/read-ledger.js';
import { breathe } from '../ledger/slices.js';
import { pageFrom } from './page-from.js';

/** Pages that are asked for at a time: 4,096 entries. */
const pagesAtOnce = 8;
/** Milliseconds of work before the browser may draw. */
const budget = 6;

/** The entries of a fund with their private parts, as those in charge read them. */
export class FundLedger {
  readonly book: LedgerBook;
  readonly fund: string;
  /** One after the other, without gaps. */
  readonly #pages: LedgerPage[] = [];
  readonly #client: Client;
  /** Entries whose private part was changed and could not be read again. */
  readonly #stale = new Set<number>();

  constructor(client: Client, { id, opening, count, categories }: Fund, rounds: readonly Round[]) {
    this.#client = client;
    this.fund = id;
    const money = opening.cash + opening.bank;
    this.book = new LedgerBook(
      { money, goods: opening.kind },
      headingsOf({ categories, rounds: [...rounds] }),
      count,
    );
  }

  get count(): number {
    return this.book.columns.count;
  }

  /**
   * Reads entries that it does not have yet, and again what is out of date of the others, without holding up a frame; `progress` hears how many it has. Errors: those
   * of the query; `server`, reason `malformed`, where pages do not follow each other.
   */
  async catchUp(signal: AbortSignal, progress?: (count: number) => void): Promise<void> {
    const params = { fund: this.fund, from: this.count + 1, limit: pagesAtOnce };
    let end = performance.now() + budget;
    const pages = pagesAhead((cursor) =>
      this.#client.query('fund.ledger', cursor === undefined ? params : { ...params, cursor }, { signal }),
    );
    for (const no of [...this.#stale]) await this.refreshSecret(no, signal);
    for await (const items of pages) {
      for (const item of items) {
        this.#add(item);
        if (performance.now() < end) continue;
        progress?.(this.count);
        await breathe();
        if (signal.aborted) throw new DOMException('Left', 'AbortError');
        end = performance.now() + budget;
      }
    }
  }

  #add(item: LedgerPage): void {
    if (!isWholePage(item.entries)) throw malformed(this.count + 1);
    const fresh = pageFrom(item, this.count + 1);
    if (!fresh) return;
    if (fresh.entries.first !== this.count + 1) throw malformed(this.count + 1);
    this.#pages.push(fresh);
    this.book.add(fresh.entries, (place) => {
      const { party, details } = fresh.secrets[place] ?? {};
      return { party: party?.name, purpose: details?.purpose ?? details?.reason };
    });
  }

  #find(no: number): { page: LedgerPage; place: number } | undefined {
    const page = this.#pages.find(({ entries: { first, count } }) => no >= first && no < first + count);
    return page && { page, place: no - page.entries.first };
  }

  entry(no: number): Entry | undefined {
    const found = this.#find(no);
    return found && entryAt(found.page.entries, found.place);
  }

  secret(no: number): EntrySecret | undefined {
    const found = this.#find(no);
    return found?.page.secrets[found.place];
  }

  /** Number of the entry that takes this one back. */
  reversedBy(no: number): number | undefined {
    const stored = this.secret(no)?.reversedBy;
    if (stored !== undefined) return stored;
    for (const [row, { reverses }] of this.book.columns.rare) if (reverses === no) return row + 1;
    return undefined;
  }

  /** Every page, for what looks at all of them. */
  pages(): readonly LedgerPage[] {
    return this.#pages;
  }

  /** What is known here of its private part is not what the back end has. */
  isStale(no: number): boolean {
    return this.#stale.has(no);
  }

  /** Somebody changed its private part: it is read again with the next reading. */
  outdate(no: number): void {
    this.#stale.add(no);
  }

  /**
   * Reads the private part of one entry again: it was changed, or taken away. Where that fails the entry is out of date
   * until it is read the next time. Errors: those of the query.
   */
  async refreshSecret(no: number, signal: AbortSignal): Promise<void> {
    const found = this.#find(no);
    if (!found) return;
    this.#stale.add(no);
    const params = { fund: this.fund, from: no, limit: 1 };
    const { items } = await this.#client.query('fund.ledger', params, { signal });
    const [page] = items;
    const secret = page?.secrets[no - page.entries.first];
    if (!secret) throw malformed(no);
    found.page.secrets[found.place] = secret;
    this.#stale.delete(no);
  }
}

const malformed = (no: number): HtsdError =>
  new HtsdError('server', { params: { reason: 'malformed', call: 'fund.ledger', no } });
