import type { Entry } from '../entry.schema.js';
import type { LedgerPage } from '../fund-query.schema.js';
import { unpackEntries } from '../pack-entries.js';
import type { PendingDraft } from '../posting.schema.js';
import { plainWords } from './words.js';

/** What tells one entry from another. The account is left away: a file often does not say it. */
export interface Likeness extends Pick<Entry, 'kind' | 'date' | 'amount'> {
  /** Name of who is on the other side, where one is known. */
  party?: string | undefined;
}

/** An entry by its number, or a line that is sent or waits for a second person and has none yet. */
export type Known = { no: number } | 'waiting';

/** Entries of a ledger, to find the lines of a file that are in it already. Those that were taken back count no more. */
export class LedgerIndex {
  readonly #known = new Map<string, { what: Known; party: string }[]>();
  readonly #keys = new Map<number, string>();

  /** Pages in order. */
  addPage({ entries, secrets }: LedgerPage): void {
    for (const [place, entry] of [...unpackEntries(entries)].entries()) {
      if (entry.reverses === undefined) {
        const key = this.#add({ ...entry, party: secrets[place]?.party?.name }, { no: entry.no });
        this.#keys.set(entry.no, key);
      } else {
        const key = this.#keys.get(entry.reverses) ?? '';
        const left = this.#known
          .get(key)
          ?.filter(({ what }) => what === 'waiting' || what.no !== entry.reverses);
        if (left) this.#known.set(key, left);
      }
    }
  }

  /** What was sent and is in no ledger yet. */
  addDraft({ kind, payload }: PendingDraft): void {
    const rows = kind === 'fund.import' ? payload.rows : kind === 'fund.record' ? [payload] : ([] as const);
    for (const row of rows) this.#add({ ...row, party: row.party?.name }, 'waiting');
  }

  /** A finder for one file: every entry that it answers stands for one line of it. */
  finder(): (like: Likeness) => Known | undefined {
    const found = new Set<object>();
    return (like) => {
      const party = plainWords(like.party ?? '');
      const match = this.#known
        .get(likenessKey(like))
        ?.find((one) => !found.has(one) && (one.party === party || one.party === '' || party === ''));
      if (match) found.add(match);
      return match?.what;
    };
  }

  #add(like: Likeness, what: Known): string {
    const key = likenessKey(like);
    const one = { what, party: plainWords(like.party ?? '') };
    const before = this.#known.get(key);
    if (before) before.push(one);
    else this.#known.set(key, [one]);
    return key;
  }
}

function likenessKey({ kind, date, amount }: Likeness): string {
  return [kind, date, amount].join(' ');
}
