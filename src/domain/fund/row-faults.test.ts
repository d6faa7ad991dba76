import { describe, expect, it } from 'vitest';
import { FundWorld, receipt, treasurer } from '../test-helpers/fund-world.js';
import { rowFaults } from './row-faults.js';

describe('rowFaults', () => {
  it('reads what an import was refused for, row by row', async () => {
    const world = await FundWorld.opened();
    const rows = [receipt({ category: 'la' }), receipt(), receipt({ date: '2026-12-24' })];
    const decision = await world.run(treasurer, 'fund.import', 'nhap', 0, { fund: 'quy', rows });
    expect(decision.status === 'rejected' && rowFaults(decision.rejection)).toEqual([
      { row: 1, rejection: { code: 'invalid', path: ['category'] } },
      { row: 3, rejection: { code: 'invalid', path: ['future'] } },
    ]);
  });

  it('reads nothing out of what is no such refusal', () => {
    expect(rowFaults({ code: 'invalid', path: ['rows', '3.invalid.date'] })).toEqual([]);
    expect(rowFaults({ code: 'rows', path: ['rows', 'x', '3.no-such-code.date', '4.forbidden.'] })).toEqual([
      { row: 4, rejection: { code: 'forbidden' } },
    ]);
    expect(rowFaults({ code: 'rows' })).toEqual([]);
  });
});
