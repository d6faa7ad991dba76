import { effectOf, addBalances, overdrawn } from './effect.js';
import { partyCommitment } from './commitment.js';
import { entryHash, entryId, openingHash, type HashText, type Opening } from './entry-hash.js';
import type { Entry, OpenedParty } from './entry.schema.js';
import type { Fund } from './fund.schema.js';
import type { Balances } from './money.schema.js';

/** What can be wrong with an entry. */
export type EntryFault =
  /** Its number is not the next one: entries are missing, doubled or in another order. */
  | 'number'
  /** It belongs to another fund, or its id is not that of its number. */
  | 'id'
  /** It does not follow the entry before it: that one was changed, taken out or put in. */
  | 'previous'
  /** Its own content was changed. */
  | 'hash'
  /** It says that it was recorded before the entry before it. */
  | 'time'
  /** After it an account is below zero. */
  | 'balance'
  /** It takes back what is not there, what was taken back already, or another amount. */
  | 'reversal'
  /** The name shown with it is not the one that was recorded. */
  | 'party';

/** What can be wrong with the ledger as a whole: more or fewer entries than the fund says, another last hash, other sums. */
export type LedgerFault = 'count' | 'head' | 'balances';

export type ChainFault = { no: number; fault: EntryFault } | { no?: undefined; fault: LedgerFault };

export interface ChainCheck {
  /** How many entries were checked so far. */
  readonly count: number;
  readonly balances: Balances;
  readonly head: string;
  /** Faults so far, at most `mostFaults`, in the order of entries. */
  readonly faults: readonly ChainFault[];
  /**
   * Checks further entries, in order. Answers the faults among them. `broken`: numbers of those whose own hash does not
   * fit, where somebody else has computed them; left out, they are computed here.
   */
  add(entries: Iterable<Entry>, broken?: ReadonlySet<number>): readonly ChainFault[];
  /** Checks a name that is shown with an entry that was added. */
  addParty(no: number, party: OpenedParty): readonly ChainFault[];
  /** The same by its commitment, where somebody else has computed it. */
  addCommitment(no: number, commitment: string): readonly ChainFault[];
  /** After the last entry: compares with what the fund says. Answers all faults; none means that the ledger is sound. */
  end(): readonly ChainFault[];
}

/** More say nothing new. */
export const mostFaults = 100;

/** A fund as far as its chain rests on it. */
export type ChainHead = Opening & Pick<Fund, 'count' | 'head' | 'balances'>;

/** The least that is kept of an entry, for its reversal and its name. */
interface Kept {
  amounts: number[];
  /** Kind, accounts, category, in one text: the same few texts over and over. */
  shapes: string[];
  parties: (string | undefined)[];
  taken: Set<number>;
}

function shapeOf({ kind, account, to, category }: Entry): string {
  return `${kind} ${account} ${to ?? ''} ${category ?? ''}`;
}

/**
 * Goes through a ledger from its opening: re-computes every hash, re-adds every amount. Entries can be given in slices,
 * so that the caller can show how far it has come and stop in between.
 */
export function checkChain(fund: ChainHead, hash: HashText): ChainCheck {
  const faults: ChainFault[] = [];
  const kept: Kept = { amounts: [], shapes: [], parties: [], taken: new Set() };
  let head = openingHash(fund, hash);
  let balances: Balances = fund.opening;
  let lastAt = '';
  let expected = 1;
  let count = 0;

  function report(since: number, ...found: ChainFault[]): readonly ChainFault[] {
    faults.push(...found.slice(0, mostFaults - faults.length));
    return faults.slice(since);
  }

  function faultsOf(entry: Entry, broken: ReadonlySet<number> | undefined): EntryFault[] {
    const found: EntryFault[] = [];
    const after = exactly(balances, entry);
    if (entry.no !== expected) found.push('number');
    if (entry.fund !== fund.id || entry.id !== entryId(entry.fund, entry.no)) found.push('id');
    if (entry.previous !== head) found.push('previous');
    if (broken ? broken.has(entry.no) : entryHash(entry, hash) !== entry.hash) found.push('hash');
    if (entry.recordedAt < lastAt) found.push('time');
    // Told where it begins, not at every entry until it is made good.
    if (!after || (overdrawn(after) && !overdrawn(balances))) found.push('balance');
    if (entry.reverses !== undefined && !takesBack(entry, kept)) found.push('reversal');
    balances = after ?? balances;
    return found;
  }

  function addCommitment(no: number, commitment: string): readonly ChainFault[] {
    const sound = kept.parties[no] === commitment;
    return report(faults.length, ...(sound ? [] : [{ no, fault: 'party' as const }]));
  }

  return {
    get count() {
      return count;
    },
    get balances() {
      return balances;
    },
    get head() {
      return head;
    },
    faults,
    add(entries, broken) {
      const since = faults.length;
      for (const entry of entries) {
        const found = faultsOf(entry, broken);
        if (found.length > 0) report(since, ...found.map((fault) => ({ no: entry.no, fault })));
        kept.amounts[entry.no] = entry.amount;
        kept.shapes[entry.no] = shapeOf(entry);
        kept.parties[entry.no] = entry.party;
        // What follows is judged by what stands there, so that one wrong entry is one fault and not all after it.
        head = entry.hash;
        lastAt = entry.recordedAt;
        expected = entry.no + 1;
        count += 1;
      }
      return faults.slice(since);
    },
    addParty: (no, party) => addCommitment(no, partyCommitment(party, hash)),
    addCommitment,
    end() {
      const found: ChainFault[] = [];
      if (count !== fund.count) found.push({ fault: 'count' });
      if (head !== fund.head) found.push({ fault: 'head' });
      const { cash, bank, kind } = fund.balances;
      if (balances.cash !== cash || balances.bank !== bank || balances.kind !== kind)
        found.push({ fault: 'balances' });
      report(faults.length, ...found);
      return faults;
    },
  };
}

/** The balances after an entry; undefined where there is no exact sum. */
function exactly(balances: Balances, entry: Entry): Balances | undefined {
  try {
    return addBalances(balances, effectOf(entry));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The entry takes back an earlier one, whole and for the first time. */
function takesBack(entry: Entry, { amounts, shapes, taken }: Kept): boolean {
  const no = entry.reverses ?? 0;
  const fits =
    no < entry.no && !taken.has(no) && amounts[no] === entry.amount && shapes[no] === shapeOf(entry);
  taken.add(no);
  // A reversal itself is never taken back: what it took back is recorded anew.
  taken.add(entry.no);
  return fits;
}
