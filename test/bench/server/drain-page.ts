import { createHttpAdapter } from '../../../src/backend/http/http-adapter.js';
import { createOutboxDb } from '../../../src/client/outbox/outbox-db.js';
import { createOutboxStore, type NewEntry } from '../../../src/client/outbox/outbox-store.js';
import { withOutbox } from '../../../src/client/outbox/with-outbox.js';
import type { Command } from '../../../src/domain/command.schema.js';

interface Asked {
  baseUrl: string;
  token: string;
  owner: string;
  /** Units, each registered, opened and answered twice without network. */
  units: number;
}

/** Puts into the queue what a month without network leaves, opens the page anew upon it, and sends. */
async function drain({ baseUrl, token, owner, units }: Asked): Promise<object> {
  const db = createOutboxDb('bench-outbox');
  const store = createOutboxStore(db);
  const at = new Date().toISOString();
  const add: NewEntry[] = [];
  const put = (
    kind: string,
    record: string,
    expected: number,
    payload: object,
    after: string[] = [],
  ): void => {
    const command = { id: crypto.randomUUID(), kind, record, expected, payload } as Command;
    add.push({
      ...{ format: 1, owner, command, makes: expected + 1, after, about: 'Trường', at },
      ...{ tried: false, shift: 0, covers: [] },
    });
  };
  for (let no = 0; no < units; no += 1) {
    const [subject, assessment] = [crypto.randomUUID(), crypto.randomUUID()];
    const criteria = { id: 'don-vi-hoc-tap-24-2023', version: '1.0.0' };
    const place = { name: 'Xã Sen Hồ', code: '07213' };
    const about = { model: 'unit', name: `Trường THCS số ${no}`, place, facts: {}, cycle: '2026', criteria };
    put('subject.register', subject, 0, about);
    put('assessment.open', assessment, 0, { subject, cycle: '2026' }, [subject]);
    const note = (text: string): object => ({ answers: { 'ke-hoach-hoc-tap': { yes: true, note: text } } });
    put('assessment.answer', assessment, 1, note('Đã có kế hoạch'));
    put('assessment.answer', assessment, 2, note('Đã có kế hoạch, đã ký'));
  }
  await store.change(owner, () => ({ add }));
  db.close();

  const adapter = createHttpAdapter({ baseUrl, token: () => token });
  let requests = 0;
  const backend = withOutbox(
    { ...adapter, execute: (...args) => ((requests += 1), adapter.execute(...args)) },
    { storage: 'bench' },
  );
  const began = performance.now();
  await backend.session();
  await backend.outbox.send();
  const seconds = (performance.now() - began) / 1_000;
  const { waiting, stuck, sent } = backend.outbox.getState();
  await backend.dispose();
  return { commands: add.length, seconds, requests, waiting, stuck, sent };
}

Object.assign(globalThis, { drain });
