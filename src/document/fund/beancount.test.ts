import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import init, { ParsedLedger } from '@rustledger/wasm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Fund } from '../../domain/fund/fund.schema.js';
import { packEntries } from '../../domain/fund/pack-entries.js';
import { soundLedger } from '../../domain/test-helpers/ledger.js';
import { sampleFund } from '../test-helpers/sample-fund.js';
import { beancount, toBeancount } from './beancount.js';
import { yearFigures } from './year-figures.js';

// An engine written by others reads the file and does its own sums.
beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('@rustledger/wasm/rustledger_wasm_bg.wasm');
  await init({ module_or_path: readFileSync(wasm) });
});

/** What the engine has to say against a ledger. */
function complaints(source: string): string[] {
  const ledger = new ParsedLedger(source);
  const errors = ledger.getErrors() as { message: string }[];
  ledger.free();
  return errors.map(({ message }) => message);
}

interface Position {
  units: { number: string; currency: string };
}

/** What the engine finds in every account: by account and unit. */
function balancesOf(ledger: ParsedLedger): Record<string, Record<string, number>> {
  const { rows, errors } = ledger.balances();
  expect(errors).toEqual([]);
  return Object.fromEntries(
    (rows as unknown as [string, { positions: Position[] }][]).map(([account, { positions }]) => [
      account,
      Object.fromEntries(positions.map(({ units }) => [units.currency, Number(units.number)])),
    ]),
  );
}

describe('a ledger as double-entry text', () => {
  it('of thousands of entries is accepted by an independent engine, with the same balances', () => {
    const book = sampleFund(60);
    expect(book.entries.length).toBeGreaterThan(2000);
    const ledger = new ParsedLedger(beancount(book, 'vi'));
    expect(ledger.getErrors()).toEqual([]);
    const found = balancesOf(ledger);
    ledger.free();
    const { balances } = book.fund;
    expect(found['Assets:Cash']).toEqual({ VND: balances.cash });
    expect(found['Assets:Bank']).toEqual({ VND: balances.bank });
    expect(found['Assets:In-Kind']).toEqual({ 'VND.KIND': balances.kind });
    const years = ['2024', '2025', '2026'].map((year) => yearFigures(book, year).categories);
    for (const [index, { id, kind }] of book.fund.categories.entries()) {
      const sum = (side: 'money' | 'goods'): number =>
        years.reduce((all, categories) => all + (categories[index]?.[side] ?? 0), 0);
      const expected = (side: 'money' | 'goods'): number => (kind === 'receipt' ? 0 - sum(side) : sum(side));
      const name = `${kind === 'receipt' ? 'Income' : 'Expenses'}:${id[0]?.toUpperCase()}${id.slice(1)}`;
      expect({ VND: 0, 'VND.KIND': 0, ...found[name] }).toEqual({
        VND: expected('money'),
        'VND.KIND': expected('goods'),
      });
    }
  }, 30_000);

  it('is not accepted when an amount was changed, in an entry or in what the fund says', () => {
    const { fund, pages } = sampleFund(1);
    const source = beancount({ fund, pages }, 'vi');
    expect(
      complaints(source.replaceAll(' 400000 VND', ' 400001 VND').replaceAll('-400000 ', '-400001 ')),
    ).not.toEqual([]);
    const wrong: Fund = { ...fund, balances: { ...fund.balances, kind: fund.balances.kind + 1 } };
    expect(complaints(beancount({ fund: wrong, pages }, 'vi')).join()).toContain('Assets:In-Kind');
    const [first, ...others] = fund.years;
    const closed = { ...first!, closing: { ...first!.closing, cash: 1 } };
    expect(
      complaints(beancount({ fund: { ...fund, years: [closed, ...others] }, pages }, 'vi')).join(),
    ).toContain('Assets:Cash');
  });

  it('is accepted whatever a sound ledger holds', () => {
    fc.assert(
      fc.property(soundLedger, ({ fund, entries }) => {
        const pages = entries.length > 0 ? [{ entries: packEntries(entries), parties: [] }] : [];
        expect(complaints(beancount({ fund, pages }, 'en'))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('says who and what for to a treasurer, and to others what they may read', () => {
    const { fund, pages, publicPages } = sampleFund(5);
    const own = beancount({ fund, pages }, 'vi');
    expect(own).toContain(
      '2024-01-01 * "Trần Văn Bình" "Hội phí chi hội thôn 1"\n  no: 1\n  voucher: "PT 001"',
    );
    expect(own).toContain('"Người Giấu Tên"');
    const open = beancount({ fund, pages: publicPages }, 'vi');
    expect(complaints(open)).toEqual([]);
    expect(open).not.toContain('Người Giấu Tên');
    expect(open).not.toContain('Hội phí chi hội');
  });

  it('takes back with opposite signs, moves without income, and keeps goods in a unit of their own', () => {
    const { fund, pages, entries } = sampleFund(1);
    const source = beancount({ fund, pages }, 'vi');
    const back = entries.find(({ reverses }) => reverses !== undefined)!;
    const block = (no: number): string =>
      source.split('\n\n').find((one) => one.includes(`\n  no: ${no}\n`)) ?? '';
    expect(block(back.no)).toMatch(
      /reverses: \d+\n.*\n {2}Assets:Cash +-5000000 VND\n {2}Income:Tai-tro +5000000 VND/,
    );
    const move = entries.find(({ kind }) => kind === 'move')!;
    expect(block(move.no)).toMatch(/Assets:Bank +-3000000 VND\n {2}Assets:Cash +3000000 VND/);
    const goods = entries.find(({ account }) => account === 'kind')!;
    expect(block(goods.no)).toMatch(
      /Assets:In-Kind +4500000 VND\.KIND\n {2}Income:Hien-vat +-4500000 VND\.KIND/,
    );
  });

  it('holds what people typed as text', async () => {
    const { fund, pages } = sampleFund(1);
    const hostile = '"\n2024-01-01 open Assets:Mine\\';
    const page = pages[0]!;
    const secrets = page.secrets.map((secret) => ({
      ...secret,
      ...(secret.party && { party: { ...secret.party, name: hostile } }),
      ...(secret.details && { details: { ...secret.details, purpose: hostile } }),
    }));
    const source = beancount({ fund: { ...fund, name: hostile }, pages: [{ ...page, secrets }] }, 'vi');
    expect(complaints(source)).toEqual([]);
    expect(source).not.toMatch(/^2024-01-01 open Assets:Mine/m);
    expect(await toBeancount({ fund, pages }, 'vi').text()).toBe(beancount({ fund, pages }, 'vi'));
  });
});
