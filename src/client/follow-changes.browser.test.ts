import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../backend/memory/memory-adapter.js';
import { createClient } from './client.js';
import { followChanges } from './follow-changes.js';

describe('a person who is back at the page', () => {
  const { now: real } = Date;
  let now = Date.parse('2026-11-20T02:00:00Z');
  beforeEach(() => {
    Date.now = () => now;
  });
  afterEach(() => {
    Date.now = real;
    Reflect.deleteProperty(document, 'visibilityState');
  });

  /** Away for so many seconds. */
  function away(seconds: number): void {
    for (const state of ['hidden', 'visible']) {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      if (state === 'hidden') now += seconds * 1000;
    }
  }

  it('after a while, sees what others did meanwhile', async () => {
    const client = createClient(createMemoryAdapter({ actor: null }), { storage: 'tro-lai' });
    let read = 0;
    const end = followChanges(client, new Set(['assessment']), () => (read += 1));
    away(59);
    expect(read).to.equal(0);
    away(60);
    expect(read).to.equal(1);
    end();
    away(60);
    expect(read).to.equal(1);
    await client.dispose();
  });
});
