import { dateInVietnam, isRealDate } from '../../civil-date.js';
import type { Decider, Deciders } from '../../decide/decider.types.js';
import { expectNew } from '../../decide/guards.js';
import { conflict, refuse } from '../../decide/refusal.js';
import type { DecisionContext } from '../../reader.types.js';
import { openingHash } from '../entry-hash.js';
import { FundId, type Fund, type FundSettings } from '../fund.schema.js';
import { settingChanges } from '../setting-changes.js';
import { permitFund, permittedFund, personOf } from './fund-guards.js';

/** More funds above each other than there are levels of administration. */
const mostLevels = 10;

const open: Decider<'fund.open'> = async (command, context, actor) => {
  expectNew(command);
  const { regime, opened, opening, ...settings } = command.payload;
  const id = command.record;
  if (!FundId.safeParse(id).success) refuse('invalid', ['record']);
  if (await context.read('fund', id)) refuse('already-exists', ['fund']);
  if (!isRealDate(opened)) refuse('invalid', ['opened']);
  if (opened > dateInVietnam(context.now)) refuse('invalid', ['opened', 'future']);
  await fits(id, settings, context);
  const hash = await context.hasher();
  const value: Fund = {
    ...settings,
    id,
    version: 1,
    settingsSince: 1,
    regime,
    owner: actor.id,
    opened,
    opening,
    balances: opening,
    count: 0,
    head: openingHash({ id, opened, opening, regime }, hash),
    vouchers: {},
    totals: {},
    years: [],
    waiting: [],
    createdAt: context.now,
    updatedAt: context.now,
  };
  return [{ type: 'fund', value }];
};

/** Entries that came in since do not stand in the way of a change of settings; another change of them does. */
const update: Decider<'fund.update'> = async (command, context, actor) => {
  const fund = await permittedFund(command.record, command.kind, context, actor);
  const { expected, payload } = command;
  if (expected < fund.settingsSince || expected > fund.version) conflict({ type: 'fund', value: fund });
  const value: Fund = { ...fund, version: fund.version + 1, updatedAt: context.now };
  for (const [key, change] of Object.entries(payload)) {
    if (change === null) delete value[key as 'goal'];
    else if (change !== undefined) Object.assign(value, { [key]: change });
  }
  // Who is in charge of places moves no fund out of them.
  permitFund(actor, command.kind, value, 'place');
  value.settingsSince = value.version;
  const kept = new Map(value.categories.map((category) => [category.id, category]));
  const lost = fund.categories.filter(({ id, kind }) => kept.get(id)?.kind !== kind);
  if (lost.length > 0) refuse('invalid', [...lost.map(({ id }) => id), 'categories']);
  const rewritten = fund.years.find(({ year }) => !samePlan(fund.plan[year], value.plan[year]));
  if (rewritten) refuse('closed', ['plan'], { year: rewritten.year });
  await fits(fund.id, value, context);
  const trace = { at: context.now, by: personOf(actor) };
  const changes = settingChanges(fund, value).map((change) => ({ ...trace, ...change }));
  if (changes.length > 0) value.changes = [...(fund.changes ?? []), ...changes];
  return [{ type: 'fund', value }];
};

type YearPlan = Fund['plan'][string] | undefined;

/** What was planned for a closed year stands beside what came of it. */
function samePlan(before: YearPlan = {}, after: YearPlan = {}): boolean {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].every((id) => (before[id] ?? 0) === (after[id] ?? 0));
}

/** What settings must keep among themselves. */
async function fits(id: string, settings: FundSettings, context: DecisionContext): Promise<void> {
  const { categories, plan, goal, parent } = settings;
  const ids = new Set(categories.map((category) => category.id));
  if (ids.size < categories.length) refuse('invalid', ['categories', 'twice']);
  const planned = Object.values(plan).flatMap((year) => Object.keys(year));
  if (planned.some((category) => !ids.has(category))) refuse('invalid', ['plan']);
  if (goal && !isRealDate(goal.by)) refuse('invalid', ['goal']);
  let above = parent;
  for (let level = 0; above !== undefined; level += 1) {
    // A ring would be rolled up for ever.
    if (above === id || level >= mostLevels) return refuse('invalid', ['parent']);
    above = (await context.read('fund', above))?.parent;
  }
}

export const settingsDeciders: Deciders<'fund.open' | 'fund.update'> = {
  'fund.open': open,
  'fund.update': update,
};
