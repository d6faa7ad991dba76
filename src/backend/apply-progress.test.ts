import { describe, expect, it } from 'vitest';
import type { Command } from '../domain/command.schema.js';
import { details, receipt, settings, treasurer } from '../domain/test-helpers/fund-world.js';
import { createMemoryAdapter, createMemoryStore } from './memory/memory-adapter.js';

const now = (): Date => new Date('2026-11-02T03:00:00.000Z');

async function opened() {
  const backend = createMemoryAdapter({ store: createMemoryStore(), actor: treasurer, now });
  await backend.execute([{ id: 'mo', kind: 'fund.open', record: 'quy', expected: 0, payload: settings }]);
  // With much to seal in each: on a quick machine there would be nothing to tell of.
  const more = { ...details, purpose: 'Ủng hộ quỹ '.repeat(180) };
  const rows = Array.from({ length: 1000 }, (_none, index) => receipt({ amount: index + 1, details: more }));
  const payload = { fund: 'quy', rows };
  const command = { id: 'nhap', kind: 'fund.import', record: 'dot-nhap', expected: 0, payload } as Command;
  const count = async () => (await backend.query('fund.get', { id: 'quy' })).items[0]?.count;
  return { backend, command, count };
}

describe('a long command', () => {
  it('tells how far it is, and that it is being written', async () => {
    const { backend, command, count } = await opened();
    const shares: number[] = [];
    const [answer] = await backend.execute([command], { progress: (share) => shares.push(share) });
    expect(answer?.status).toBe('applied');
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(await count()).toBe(1000);
  });

  it('leaves nothing where it is given up before, and is done when it is sent again', async () => {
    const { backend, command, count } = await opened();
    const stop = new AbortController();
    let heard = 0;
    const progress = (share: number): void => {
      heard = share;
      if (share > 0.3) stop.abort();
    };
    await expect(backend.execute([command], { signal: stop.signal, progress })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(heard).toBeLessThan(1);
    // What goes on unseen would be done before a second command is.
    const [again] = await backend.execute([{ ...command, id: 'khac', record: 'khac' }]);
    expect(again?.status).toBe('applied');
    expect(await count()).toBe(1000);
    const [sent] = await backend.execute([command]);
    expect(sent?.status).toBe('applied');
  });
});
