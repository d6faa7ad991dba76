import type { Entry, EntrySecret, OpenedParty } from './entry.schema.js';
import type { Category, Fund } from './fund.schema.js';
import type { PublicFund, PublicRound } from './fund-query.schema.js';
import type { Round } from './round.schema.js';

/** A round as anybody may read it: without levels whose names say something about the recipients. */
export function publicRound({ id, title, kind, year, criteria, state, levels }: Round): PublicRound {
  return {
    id,
    title,
    kind,
    year,
    criteria,
    state,
    levels: levels.flatMap(({ private: hidden, ...level }) => (hidden ? [] : [level])),
  };
}

/** A fund as anybody may read it, field by field: what is added to funds later stays inside until it is named here. */
export function publicFund(fund: Fund, rounds: readonly Round[]): PublicFund {
  const { id, name, regime, place, parent, goal, plan, categories, adminCap } = fund;
  const { opened, opening, balances, count, head, totals, updatedAt } = fund;
  return {
    id,
    name,
    regime,
    place,
    ...(parent !== undefined && { parent }),
    ...(goal && { goal }),
    plan,
    categories,
    ...(adminCap && { adminCap }),
    opened,
    opening,
    balances,
    count,
    head,
    totals,
    updatedAt,
    years: fund.years.map(({ closedBy: _who, ...year }) => year),
    rounds: rounds.filter((round) => round.fund === id).map(publicRound),
  };
}

/**
 * The name with an entry where strangers may read it: not of somebody who asked not to be named, not of a private
 * person without his consent, never in a round or a category that says something about persons.
 */
export function openedParty(
  entry: Pick<Entry, 'round' | 'category' | 'party'>,
  { party }: Pick<EntrySecret, 'party'>,
  categories: ReadonlyMap<string, Pick<Category, 'private'>>,
): OpenedParty | undefined {
  if (!party || party.anonymous || entry.party === undefined || entry.round !== undefined) return undefined;
  if (entry.category !== undefined) {
    // One that is not there says nothing of itself, so it is taken for the stricter kind.
    const category = categories.get(entry.category);
    if (!category || category.private) return undefined;
  }
  const { salt, name, kind, consent } = party;
  const isPrivate = kind === 'person' || kind === 'household';
  return isPrivate && !consent ? undefined : { salt, name, kind };
}
