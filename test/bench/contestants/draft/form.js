import { openDB } from 'idb';
import { createDraftStore } from '../../../../src/client/draft-store.js';
import { criteriaSet } from '../../content.mjs';

/** A draft as the client writes it: 50 criteria answered, a note each. */
function record(turn) {
  const answers = {};
  for (const { criteria } of criteriaSet(50).sections)
    for (const { id, input, options } of criteria)
      answers[id] = {
        ...(input === 'points' && { points: `${turn % 2},5` }),
        ...(input === 'options' && { option: options[turn % options.length].id }),
        ...(input === 'yesno' && { yes: turn % 2 === 0 }),
        ...(input === 'percent' && { numerator: `${turn}`, denominator: '400' }),
        note: `Ghi chú về ${id}, lần ${turn}: hồ sơ lưu tại văn phòng, có quyết định và báo cáo kèm theo.`,
      };
  return {
    format: 1,
    epoch: 1,
    answers,
    facts: {},
    base: {},
    baseFacts: {},
    baseVersion: 1,
    conflicts: [],
    position: { criterion: 'c1', field: 'points' },
    updatedAt: new Date().toISOString(),
  };
}

/** Milliseconds of each save, ours and the plain put taking turns in going first. */
globalThis.benchDraft = async (times) => {
  const key = { tenant: 'local', actor: 'officer', assessment: 'bench' };
  const store = createDraftStore('bench-store');
  const db = await openDB('bench-plain', 1, { upgrade: (fresh) => fresh.createObjectStore('drafts') });
  const ways = {
    save: (value) => store.save(key, 'writer', value),
    put: async (value) => {
      const tx = db.transaction('drafts', 'readwrite', { durability: 'strict' });
      await Promise.all([tx.store.put(value, ['local', 'officer', 'bench', 'writer']), tx.done]);
    },
  };
  const results = { save: [], put: [] };
  for (let turn = -10; turn < times; turn++) {
    const value = record(Math.abs(turn));
    for (const way of turn % 2 ? ['save', 'put'] : ['put', 'save']) {
      const start = performance.now();
      await ways[way](value);
      if (turn >= 0) results[way].push(performance.now() - start);
    }
  }
  return results;
};
