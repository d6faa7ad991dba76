import { addDong } from '../fund/dong.js';
import type { PublicFund } from '../fund/fund-query.schema.js';
import { rollUpYear, type FundBook } from '../fund/roll-up-year.js';
import { yearStatement } from '../fund/statement.js';
import { createSums } from '../fund/sums.js';
import type { Balances } from '../fund/money.schema.js';
import { yearOf } from '../fund/effect.js';
import type { FundGift, FundSide } from './report.types.js';

/** Đồng of money, and goods by their estimated value. */
export interface Amounts {
  readonly money: Readonly<Record<FundSide, number>>;
  readonly goods: Readonly<Record<FundSide, number>>;
  /** Recipients of what was paid, as the payments tell them. */
  readonly gifts: Readonly<Record<FundGift, number>>;
}

/** One fund in one year, transfers to others included. */
export interface FundOfYear extends Amounts {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  /** The year is closed in its books. */
  readonly closed: boolean;
  /** Its entries come to what it publishes. */
  readonly agrees: boolean;
}

/** Several funds in one year as if they were one: what one gave another is neither raised nor spent. */
export interface FundYear extends Amounts {
  readonly year: number;
  readonly funds: readonly FundOfYear[];
  /** Funds whose books begin after the year, by name. */
  readonly later: readonly string[];
  /** Taken out of the plain sums: between two of the funds, and transfers that do not name the other fund. */
  readonly between: Readonly<Record<'raised' | 'spent', number>>;
  readonly loose: Readonly<Record<'raised' | 'spent', number>>;
  /** Đồng that have left one of them and not reached the other. */
  readonly inTransit: number;
}

export interface NamedBook extends FundBook {
  readonly fund: FundBook['fund'] & Pick<PublicFund, 'name' | 'place' | 'rounds'>;
}

const cashOf = ({ cash, bank }: Balances): number => addDong(cash, bank);

/**
 * Adds the books of funds up for one year, from their entries.
 *
 * @throws RangeError beyond exact sums.
 */
export function fundYear(books: readonly NamedBook[], year: number): FundYear {
  const cycle = String(year);
  const { sum, later, lines, between, loose } = rollUpYear(books, cycle);
  const known = new Map(books.map((book) => [book.fund.id, book]));
  const sides = ({ in: raised, out: spent }: { in: number; out: number }) => ({ raised, spent });
  return {
    year,
    money: {
      opening: cashOf(sum.opening),
      raised: sum.receipts,
      spent: sum.payments,
      closing: cashOf(sum.closing),
    },
    gifts: lines
      .map(({ id }) => giftsOf(known.get(id)!, cycle))
      .reduce(
        (all, one) => ({
          scholarships: all.scholarships + one.scholarships,
          awards: all.awards + one.awards,
        }),
        noGifts,
      ),
    goods: { opening: sum.opening.kind, raised: sum.kindIn, spent: sum.kindOut, closing: sum.closing.kind },
    funds: lines.map(({ id, opening, in: raised, out: spent, closing, closed, agrees }) => {
      const book = known.get(id)!;
      return {
        id,
        name: book.fund.name,
        place: book.fund.place.name,
        money: { opening, raised, spent, closing },
        goods: goodsOf(book, cycle),
        gifts: giftsOf(book, cycle),
        closed,
        agrees,
      };
    }),
    later: later.map((id) => known.get(id)!.fund.name),
    between: sides(between),
    loose: sides(loose),
    inTransit: addDong(0, ...sum.inTransit.map(({ money }) => money)),
  };
}

const noGifts: Amounts['gifts'] = { scholarships: 0, awards: 0 };

/** By the round that a payment names; one that was taken back gives nothing. */
function giftsOf({ fund, entries }: NamedBook, year: string): Amounts['gifts'] {
  const kinds = new Map(fund.rounds.map(({ id, kind }) => [id, kind]));
  const gifts = { ...noGifts };
  for (const entry of entries) {
    const kind = entry.kind === 'payment' && entry.round !== undefined ? kinds.get(entry.round) : undefined;
    if (!kind || yearOf(entry) !== year) continue;
    // A payment of a round that tells no number is one gift.
    const n = (entry.count ?? 1) * (entry.reverses === undefined ? 1 : -1);
    gifts[kind === 'scholarship' ? 'scholarships' : 'awards'] += n;
  }
  return gifts;
}

function goodsOf({ fund, entries }: NamedBook, year: string): Amounts['goods'] {
  const sums = createSums(fund);
  for (const entry of entries) sums.add(entry);
  const { opening, closing, kindIn, kindOut } = yearStatement(
    { opening: fund.opening, totals: sums.totals },
    year,
  );
  return { opening: opening.kind, raised: kindIn, spent: kindOut, closing: closing.kind };
}
