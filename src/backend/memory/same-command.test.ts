import { expect, it } from 'vitest';
import { settings, treasurer } from '../../../test/support/fund-desk-world.js';
import type { Command } from '../../domain/command.schema.js';
import { createMemoryAdapter } from './memory-adapter.js';
import { createMemoryStore } from './memory-store.js';

const command: Command = { id: 'lenh-1', kind: 'fund.open', record: 'quy', expected: 0, payload: settings };

/** Two tabs send what one person did, the second of them ever so many steps of the first later. */
async function inTwoTabs(stepsLater: number): Promise<string[]> {
  const store = createMemoryStore();
  const tab = () => createMemoryAdapter({ store, actor: treasurer });
  const [one, other] = [tab(), tab()];
  const first = one.execute([command]);
  for (let step = 0; step < stepsLater; step += 1) await Promise.resolve();
  const receipts = (await Promise.all([first, other.execute([command])])).flat();
  return receipts.map(({ status }) => status).sort();
}

it('answers a command that two tabs send at once as done once, whoever is how much later', async () => {
  // The first alone takes some thirty steps: every way for the two to cross is among these.
  for (let steps = 0; steps < 60; steps += 1)
    expect(await inTwoTabs(steps), `${steps} steps later`).toEqual(['applied', 'duplicate']);
});
