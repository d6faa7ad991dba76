import { describe, expect, it } from 'vitest';
import { settings } from '../test-helpers/fund-world.js';
import { loosensLimit, settingChanges } from './setting-changes.js';

const { regime: _regime, opened: _opened, opening: _opening, ...before } = settings;

describe('changes of settings', () => {
  it('are told one by one, with what was and what is', () => {
    const [first, ...others] = before.categories;
    const after = {
      ...before,
      name: 'Quỹ mới',
      published: !before.published,
      approvalLimit: 9_000_000,
      goal: { amount: 1_000_000, by: '2027-12-31' },
      plan: { '2027': { [first!.id]: 700_000 } },
      categories: [
        { ...first!, private: true, retired: false },
        ...others,
        { id: 'thu-khac', kind: 'receipt' as const, label: { vi: 'Thu khác' } },
      ],
    };
    expect(settingChanges(before, after)).toEqual([
      { what: 'name', from: before.name, to: 'Quỹ mới' },
      { what: 'published', from: before.published, to: !before.published },
      { what: 'approvalLimit', from: before.approvalLimit, to: 9_000_000 },
      { what: 'goal', to: 1_000_000 },
      { what: 'goalBy', to: '2027-12-31' },
      { what: 'plan', of: '2027-receipt', from: 0, to: 700_000 },
      { what: 'category', of: `${first!.id}#private`, from: false, to: true },
      { what: 'category', of: 'thu-khac', to: 'Thu khác' },
    ]);
    expect(settingChanges(before, before)).toEqual([]);
  });

  it('tell a plan that was shared out otherwise, though its sum is the same', () => {
    const [a, b] = before.categories.filter(({ kind }) => kind === 'payment').map(({ id }) => id);
    const plan = (x: number, y: number) => ({ ...before, plan: { '2027': { [a!]: x, [b!]: y } } });
    expect(settingChanges(plan(3, 1), plan(1, 3))).toEqual([
      { what: 'plan', of: '2027-payment', from: 4, to: 4 },
    ]);
  });

  it('take a receipt for a gift until it is said not to be', () => {
    const [first, ...others] = before.categories.filter(({ kind }) => kind === 'receipt');
    const as = (gift?: boolean) => ({
      ...before,
      categories: [{ ...first!, ...(gift !== undefined && { gift }) }, ...others],
    });
    expect(settingChanges(as(), as(false))).toEqual([
      { what: 'category', of: `${first!.id}#gift`, from: true, to: false },
    ]);
    expect(settingChanges(as(), as(true))).toEqual([]);
  });

  it('know a limit that was loosened', () => {
    const limit = (from?: number, to?: number) =>
      loosensLimit({ what: 'approvalLimit', ...(from && { from }), ...(to && { to }) });
    expect([limit(5, 6), limit(5), limit(5, 4), limit(undefined, 5)]).toEqual([true, true, false, false]);
  });
});
