import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../backend/memory/memory-adapter.js';
import type { Backend } from '../backend/port.js';
import { createClient } from './client.js';
import { followChanges } from './follow-changes.js';
import { onPageBack } from './page-back.js';

describe('a person who is back at the page', () => {
  let now = Date.parse('2026-11-20T02:00:00Z');
  let ends: (() => void)[] = [];
  afterEach(() => {
    for (const end of ends) end();
    ends = [];
    Reflect.deleteProperty(document, 'visibilityState');
  });

  /** Away for so many seconds. */
  function away(seconds: number): void {
    for (const state of ['hidden', 'visible']) {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      now += seconds * 1000;
    }
  }
  function clientOf(push: boolean) {
    const made: Backend = createMemoryAdapter({ actor: null });
    const backend: Backend = { ...made, capabilities: { ...made.capabilities, push } };
    if (!push) delete backend.subscribe;
    const client = createClient(backend, { storage: `tro-lai-${now}`, now: () => new Date(now) });
    ends.push(() => void client.dispose());
    return client;
  }

  it('after a while, sees what others did meanwhile, where the back end tells nothing', () => {
    let read = 0;
    ends.push(onPageBack(clientOf(false), () => (read += 1)));
    away(59);
    expect(read).to.equal(0);
    away(60);
    expect(read).to.equal(1);
    ends.pop()!();
    away(60);
    expect(read).to.equal(1);
  });

  it('is not read to twice where the back end tells by itself', () => {
    let read = 0;
    ends.push(followChanges(clientOf(true), new Set(['assessment']), () => (read += 1)));
    away(600);
    expect(read).to.equal(0);
  });
});
