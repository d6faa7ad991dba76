import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { entryCount, fundId, ledgerRows, opening, people, rowsPerImport } from '../ledger-content.mjs';
import { benchRoot, dist } from './build.mjs';

const lib = (name) => join(dist, 'lib', name);

/**
 * The bench's ledger as its back end answers it: the fund, and its public pages. Made once by the commands that anybody
 * sends, then kept for builds that make the same of it.
 * @returns {Promise<Buffer>} JSON of `{ fund, pages }`
 */
export async function ledgerPages() {
  const key = createHash('sha256');
  for (const file of [join(benchRoot, 'ledger-content.mjs'), lib('adapters/memory.js')])
    key.update(readFileSync(file));
  const file = join(benchRoot, '.cache', `ledger-${key.digest('hex').slice(0, 16)}.json`);
  if (!existsSync(file)) {
    mkdirSync(join(benchRoot, '.cache'), { recursive: true });
    writeFileSync(file, JSON.stringify(await made()));
  }
  return readFileSync(file);
}

async function made() {
  const { createMemoryAdapter } = await import(pathToFileURL(lib('adapters/memory.js')).href);
  const { fundPresets } = await import(pathToFileURL(lib('presets.js')).href);
  const { categories } = fundPresets.internal;
  const backend = createMemoryAdapter({ actor: people.treasurer });
  const send = async (kind, record, payload) => {
    const [receipt] = await backend.execute([{ id: `${record}-c`, kind, record, expected: 0, payload }]);
    if (receipt.status !== 'applied') throw new Error(`${kind} was refused: ${JSON.stringify(receipt)}`);
  };
  await send('fund.open', fundId, opening(categories));
  const rows = ledgerRows(categories, entryCount);
  for (let from = 0; from < rows.length; from += rowsPerImport)
    await send('fund.import', `import-${from}`, {
      fund: fundId,
      rows: rows.slice(from, from + rowsPerImport),
    });
  const [fund] = (await backend.query('public.fund.get', { id: fundId })).items;
  const pages = [];
  let cursor;
  do {
    const page = await backend.query('public.fund.ledger', {
      fund: fundId,
      limit: 50,
      ...(cursor && { cursor }),
    });
    pages.push(...page.items);
    cursor = page.next;
  } while (cursor);
  await backend.dispose();
  return { fund, pages };
}
