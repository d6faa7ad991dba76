import { dateInVietnam } from '../../civil-date.js';
import type { Decider, Deciders } from '../../decide/decider.types.js';
import { sameVersion } from '../../decide/guards.js';
import { refuse } from '../../decide/refusal.js';
import type { StoredRecord } from '../../receipt.schema.js';
import type { EntrySecret } from '../entry.schema.js';
import type { ClosedYear } from '../fund.schema.js';
import { yearStatement } from '../statement.js';
import { append, finish, type Book, type Posting } from './append.js';
import { permittedEntry, permittedFund, personOf, soundHead } from './fund-guards.js';

/** Takes an entry back by another one like it, once; what was wrong is recorded anew. */
const reverse: Decider<'fund.reverse'> = async (command, context, actor) => {
  const { entry, secret, fund } = await permittedEntry(command.record, command.kind, context, actor);
  if (entry.reverses !== undefined) refuse('wrong-state', ['reversal']);
  if (secret.reversedBy !== undefined) refuse('already-exists', ['reversal'], { no: secret.reversedBy });
  const { date, details } = command.payload;
  if (date < entry.date) refuse('invalid', ['date', 'original'], { date: entry.date });
  const hash = await context.hasher();
  await soundHead(fund, context, hash);

  const { kind, account, to, category, amount, round, level, count, transfer } = entry;
  const posting: Posting = {
    kind,
    account,
    to,
    category,
    amount,
    round,
    level,
    count,
    transfer,
    date,
    details,
  };
  const book: Book = { fund, writes: [] };
  const entering = { now: context.now, hash, by: personOf(actor) };
  const reversal = append(book, { ...posting, reverses: entry.no }, entering);
  const awards: StoredRecord[] = [];
  for (const id of secret.awards ?? []) {
    const award = await context.read('award', id);
    if (award?.paid?.entry !== entry.id) continue;
    const { paid: _taken, ...rest } = award;
    awards.push({ type: 'award', value: { ...rest, version: award.version + 1, updatedAt: context.now } });
  }
  return [
    ...finish(book, context.now),
    ...awards,
    { type: 'entry-secret', value: { ...secret, version: secret.version + 1, reversedBy: reversal.no } },
  ];
};

/** Ends a year: from here on nothing can be dated in it. In order, when it is over, and with nothing that waits. */
const close: Decider<'fund.close'> = async (command, context, actor) => {
  const fund = await permittedFund(command.record, command.kind, context, actor);
  sameVersion(command, { type: 'fund', value: fund });
  const { year } = command.payload;
  const last = fund.years.at(-1)?.year;
  const due = last === undefined ? fund.opened.slice(0, 4) : String(Number(last) + 1);
  if (last !== undefined && year <= last) refuse('already-exists', ['year'], { year });
  if (year !== due) refuse('wrong-state', ['year'], { year: due });
  if (year >= dateInVietnam(context.now).slice(0, 4)) refuse('invalid', ['year', 'running']);
  const waiting = fund.waiting.filter(({ from }) => from.slice(0, 4) <= year);
  if (waiting.length > 0) refuse('wrong-state', ['waiting'], { count: waiting.length });
  await soundHead(fund, context, await context.hasher());

  const closed: ClosedYear = {
    ...yearStatement(fund, year),
    count: fund.count,
    head: fund.head,
    closedAt: context.now,
    closedBy: personOf(actor),
  };
  const value = {
    ...fund,
    version: fund.version + 1,
    years: [...fund.years, closed],
    updatedAt: context.now,
  };
  return [{ type: 'fund', value }];
};

/** Takes what is private out of an entry, with the salt: what is left in the ledger says nothing any more. */
const erase: Decider<'fund.erase'> = async (command, context, actor) => {
  const { secret } = await permittedEntry(command.record, command.kind, context, actor);
  sameVersion(command, { type: 'entry-secret', value: secret });
  const what = [...new Set(command.payload.what)].filter((part) => secret[part] !== undefined);
  if (what.length === 0) refuse('wrong-state', ['erased']);
  const { party, details, ...rest } = secret;
  const value: EntrySecret = {
    ...rest,
    version: secret.version + 1,
    ...(party && !what.includes('party') && { party }),
    ...(details && !what.includes('details') && { details }),
    erased: [
      ...(secret.erased ?? []),
      ...what.map((part) => ({ what: part, at: context.now, by: personOf(actor) })),
    ],
  };
  return [{ type: 'entry-secret', value }];
};

/** Records or takes back that somebody may be named in public. */
const disclose: Decider<'fund.disclose'> = async (command, context, actor) => {
  const { secret } = await permittedEntry(command.record, command.kind, context, actor);
  sameVersion(command, { type: 'entry-secret', value: secret });
  if (!secret.party) return refuse('wrong-state', ['party']);
  const { consent: before, ...party } = secret.party;
  const { consent, anonymous = party.anonymous } = command.payload;
  const now = consent === undefined ? before : consent && { ...consent, at: context.now };
  const value: EntrySecret = {
    ...secret,
    version: secret.version + 1,
    party: { ...party, anonymous, ...(now && { consent: now }) },
  };
  return [{ type: 'entry-secret', value }];
};

export const upkeepDeciders: Deciders<`fund.${'reverse' | 'close' | 'erase' | 'disclose'}`> = {
  'fund.reverse': reverse,
  'fund.close': close,
  'fund.erase': erase,
  'fund.disclose': disclose,
};
