/** The way from how many were given down to the funds that gave them. */
import { expect, it } from 'vitest';
import { createMemoryAdapter } from '../../backend/memory/memory-adapter.js';
import type { FundYear } from '../../domain/report/fund-years.js';
import { createClient } from '../client.js';
import { followTrace, type Ground } from './follow-trace.js';

const none = { opening: 0, raised: 0, spent: 0, closing: 0 };
const fund = (id: string, scholarships: number): FundYear['funds'][number] => ({
  ...{ id, name: `Quỹ ${id}`, place: 'Xã A', money: none, goods: none, closed: true, agrees: true },
  gifts: { scholarships, awards: 1 },
});
const year = (of: number, funds: FundYear['funds']): FundYear => ({
  ...{ year: of, money: none, goods: none, funds, later: [], inTransit: 0 },
  ...{ between: { raised: 0, spent: 0 }, loose: { raised: 0, spent: 0 } },
  gifts: { scholarships: 0, awards: 0 },
});

it('leads from scholarships to the funds that gave any, over all years of a review', async () => {
  const client = createClient(createMemoryAdapter({ tenant: 'tinh', actor: null }));
  const years = [
    year(2024, [fund('a', 9)]),
    year(2025, [fund('a', 3), fund('b', 0)]),
    year(2026, [fund('a', 4)]),
  ];
  const ground = {
    funds: { years, noPlace: [], unread: [] },
  } as unknown as Ground;
  const params = {
    side: 'scholarships',
    goods: false,
    place: 'A@2020-01-01',
    from: 2025,
    to: 2026,
    within: 2026,
  } as const;
  const { rows } = await followTrace(client, ground, { kind: 'funds', params }, {});
  expect(rows).toEqual([{ kind: 'gifts', id: 'a', name: 'Quỹ a', place: 'Xã A', count: 7, closed: true }]);
  await client.dispose();
});
