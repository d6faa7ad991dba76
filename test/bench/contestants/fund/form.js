import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { openDB } from 'idb';
import { createLocalAdapter } from '../../../../src/backend/local/local-adapter.js';
import { createClient } from '../../../../src/client/client.js';
import { openFundSession } from '../../../../src/client/fund-session.js';
import { readPublicLedger } from '../../../../src/client/ledger/read-ledger.js';
import { runCheck } from '../../../../src/client/ledger/run-check.js';
import { entryText } from '../../../../src/domain/fund/entry-hash.js';
import { unpackEntries } from '../../../../src/domain/fund/pack-entries.js';
import { fundPresets } from '../../../../src/presets/index.js';
import { entryCount, fundId, ledgerRows, opening, people, rowsPerImport } from '../../ledger-content.mjs';

const { categories } = fundPresets.internal;
const rows = ledgerRows(categories, entryCount);
const imports = Array.from({ length: entryCount / rowsPerImport }, (_, index) =>
  rows.slice(index * rowsPerImport, (index + 1) * rowsPerImport),
);
const catalog = { list: async () => [], get: async () => undefined };
const { treasurer } = people;

/** What the ledger comes to, by plain addition. */
const sums = { receipts: 0, payments: 0, count: rows.length };
for (const { kind, amount } of rows) {
  if (kind === 'receipt') sums.receipts += amount;
  else if (kind === 'payment') sums.payments += amount;
}
function sure(found) {
  for (const [name, sum] of Object.entries(sums))
    if (found[name] !== sum) throw new Error(`${name} came to ${found[name]} instead of ${sum}`);
}

async function timed(work) {
  const start = performance.now();
  const answer = await work();
  return { took: performance.now() - start, answer };
}

// The floor: one record a row, as it was entered, two indexes.
const plainName = (round) => `bench-rows-${round}`;
const openPlain = (round) =>
  openDB(plainName(round), 1, {
    upgrade(db) {
      const store = db.createObjectStore('rows', { keyPath: 'no' });
      store.createIndex('date', 'date');
      store.createIndex('category', 'category');
    },
  });

async function insert(round) {
  const db = await openPlain(round);
  const at = new Date().toISOString();
  const times = [];
  let no = 0;
  for (const part of imports) {
    const { took } = await timed(async () => {
      const tx = db.transaction('rows', 'readwrite', { durability: 'strict' });
      for (const row of part)
        void tx.store.add({ ...row, no: (no += 1), fund: fundId, by: treasurer.id, recordedAt: at });
      await tx.done;
    });
    times.push(took);
  }
  db.close();
  return times;
}

function addUp(list) {
  const found = { receipts: 0, payments: 0, count: list.length };
  for (const { kind, amount } of list) {
    if (kind === 'receipt') found.receipts += amount;
    else if (kind === 'payment') found.payments += amount;
  }
  return found;
}

async function getAll(round) {
  const db = await openPlain(round);
  const list = await db.getAll('rows');
  db.close();
  return addUp(list);
}

async function cursor(round) {
  const db = await openPlain(round);
  const list = [];
  let at = await db.transaction('rows').store.openCursor();
  for (; at; at = await at.continue()) list.push(at.value);
  db.close();
  return addUp(list);
}

// Ours: the local back end, as pages of a chained ledger.
const backend = (round, actor) => createLocalAdapter({ name: `bench-fund-${round}`, actor, catalog });
const using = async (round, actor, work) => {
  const client = createClient(backend(round, actor), { storage: `bench-fund-${round}` });
  try {
    return await work(client);
  } finally {
    await client.dispose();
  }
};
async function send(to, kind, record, payload) {
  const [receipt] = await to.execute([{ id: `${record}-c`, kind, record, expected: 0, payload }]);
  if (receipt.status !== 'applied') throw new Error(`${kind} was refused: ${JSON.stringify(receipt)}`);
}

async function importAll(round) {
  const to = backend(round, treasurer);
  await send(to, 'fund.open', fundId, opening(categories));
  const times = [];
  for (const [index, part] of imports.entries()) {
    const { took } = await timed(() =>
      send(to, 'fund.import', `import-${index}`, { fund: fundId, rows: part }),
    );
    times.push(took);
  }
  await to.dispose();
  return times;
}

const { signal } = new AbortController();
const publicFund = async (client) => (await client.query('public.fund.get', { id: fundId })).items[0];

const openPublic = (round) =>
  using(round, null, async (client) => {
    const book = await readPublicLedger(client, await publicFund(client), { signal });
    return book.sums.all;
  });

const openTreasurer = (round) =>
  using(round, treasurer, async (client) => {
    const session = await openFundSession(client, { actor: treasurer, fund: fundId, signal });
    const { all } = session.ledger.book.sums;
    session.dispose();
    return all;
  });

const verify = (round) =>
  using(round, null, async (client) => {
    const worker = () => new Worker('/dist/htsd-ledger-check.js');
    const result = await runCheck(client, await publicFund(client), {
      signal,
      progress: () => undefined,
      worker,
    });
    if (result.faults.length > 0 || result.count !== entryCount)
      throw new Error(`The check found ${JSON.stringify(result)}`);
  });

/** One more entry at the end of 100,000, and one more record: `times` of each, in turns. */
async function append(round, times) {
  const to = backend(round, treasurer);
  const db = await openPlain(round);
  const found = { append: [], put: [] };
  for (let turn = 0; turn < times; turn++) {
    const row = rows[entryCount - 1 - turn];
    const ways = {
      append: () => send(to, 'fund.record', `one-${turn}`, { fund: fundId, ...row }),
      put: async () => {
        const tx = db.transaction('rows', 'readwrite', { durability: 'strict' });
        await Promise.all([tx.store.add({ ...row, no: entryCount + 1 + turn, fund: fundId }), tx.done]);
      },
    };
    for (const way of turn % 2 ? ['append', 'put'] : ['put', 'append'])
      found[way].push((await timed(ways[way])).took);
  }
  db.close();
  await to.dispose();
  return found;
}

let texts;
/** What the entries are hashed over, and nothing else: no reading, no sums. */
async function hashing(round) {
  texts ??= await using(round, null, async (client) => {
    const all = [];
    for (let from = 1; from <= entryCount; from += 512 * 50) {
      const { items } = await client.query('public.fund.ledger', { fund: fundId, from, limit: 50 });
      for (const { entries } of items)
        for (const { hash, ...open } of unpackEntries(entries)) all.push([entryText(open), hash]);
    }
    return all;
  });
  const encoder = new TextEncoder();
  return timed(() => {
    for (const [text, hash] of texts)
      if (bytesToHex(sha256(encoder.encode(text))) !== hash) throw new Error('another hash');
  });
}

/** Longest time between two frames while the work goes on. */
async function watched(work) {
  let longest = 0;
  let last = performance.now();
  let going = true;
  const each = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (going) requestAnimationFrame(each);
  };
  requestAnimationFrame(each);
  const done = await timed(work);
  going = false;
  return { ...done, longest };
}

const reads = { getAll, cursor, openPublic, openTreasurer };

globalThis.fundBench = {
  /** Milliseconds of each of ten times 10,000 rows. */
  write: (way, round) => ({ insert, importAll })[way](round),
  async read(way, round) {
    const { took, answer, longest } = await watched(() => reads[way](round));
    sure(answer);
    return { took, longest };
  },
  async check(way, round) {
    if (way === 'hashing') return { took: (await hashing(round)).took };
    const { took, longest } = await watched(() => verify(round));
    return { took, longest };
  },
  append,
};
