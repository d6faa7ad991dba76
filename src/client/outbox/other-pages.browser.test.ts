import { expect, waitUntil } from '@open-wc/testing';
import type { Backend, BackendEvent } from '../../backend/port.js';
import type { MemoryAdapter } from '../../backend/memory/memory-adapter.js';
import { forbidden, tamper } from '../test-helpers/stored.js';
import { answer, outboxScene, ready, seen, type OutboxScene } from './test-helpers/outbox-scene.js';

/** A server tells nobody anything. */
function silent(adapter: MemoryAdapter): Backend {
  const backend: Backend = { ...adapter };
  delete backend.subscribe;
  return backend;
}

describe('pages of one browser over a server that tells nothing', () => {
  let room: OutboxScene;
  beforeEach(() => {
    room = outboxScene();
  });
  afterEach(async () => {
    Reflect.deleteProperty(document, 'visibilityState');
    await room.end();
  });

  function pages() {
    const [one, other] = [room.join({ wrap: silent }), room.join({ wrap: silent })];
    const heard: BackendEvent[] = [];
    other.backend.subscribe!((event) => heard.push(event));
    const own: BackendEvent[] = [];
    one.backend.subscribe!((event) => own.push(event));
    return { one, heard, own };
  }
  const hears = (heard: BackendEvent[], id: string, version: number): Promise<unknown> =>
    waitUntil(() => heard.some((event) => event.id === id && event.version === version), `${id} ${version}`);

  it('hear from each other what was written, and what went out later', async () => {
    const { one, heard, own } = pages();
    const { subject, assessment } = await ready(one);
    await hears(heard, subject, 1);
    await hears(heard, assessment, 1);
    expect(own).to.deep.equal([]);
    one.offline();
    await one.backend.execute([answer(assessment, 1, 5)]);
    one.online();
    await one.backend.outbox.send();
    await seen(one.backend, ({ waiting }) => waiting === 0);
    await hears(heard, assessment, 2);
  });

  it('work alone where the browser lets none of them speak', async () => {
    const mend = tamper(globalThis, 'BroadcastChannel', forbidden);
    try {
      const { one } = pages();
      const { assessment } = await ready(one);
      await one.backend.execute([answer(assessment, 1, 5)]);
      await seen(one.backend, ({ waiting }) => waiting === 0);
    } finally {
      mend();
    }
  });

  it('read again once they are seen, and not while they are hidden', async () => {
    const { one, heard } = pages();
    const look = (state: string): void => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    const { assessment } = await ready(one);
    await hears(heard, assessment, 1);
    heard.length = 0;
    look('hidden');
    // What reaches a third page has reached the second.
    const third = new BroadcastChannel(`${room.storage}-outbox`);
    const reached = new Promise<void>((resolve) => {
      third.onmessage = ({ data }: MessageEvent<{ version?: number }[]>) => {
        if (data.some(({ version }) => version === 3)) resolve();
      };
    });
    await one.backend.execute([answer(assessment, 1, 5)]);
    await one.backend.execute([answer(assessment, 2, 6)]);
    await reached;
    third.close();
    expect(heard).to.deep.equal([]);
    look('visible');
    await hears(heard, assessment, 3);
    expect(heard.filter(({ type }) => type === 'assessment')).to.have.length(1);
  });
});
