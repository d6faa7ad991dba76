import { beforeAll, describe, expect, it } from 'vitest';
import { voucher } from './fund/voucher.js';
import { toDocx } from './index.js';
import { readZip } from './test-helpers/read-zip.js';
import { sampleFund, settings } from './test-helpers/sample-fund.js';

let body: string;
let styles: string;
let files: string[];
beforeAll(async () => {
  const { fund, entries, pages } = sampleFund(1);
  const entry = entries.find(({ kind }) => kind === 'payment')!;
  const secret = pages[0]!.secrets[entry.no - 1]!;
  const items = [{ name: 'Thư mời', unit: 'tờ', quantity: 60, price: 2_000 }];
  const file = await toDocx(voucher({ fund, entry, secret, items, settings, lang: 'vi' }));
  const parts = readZip(Buffer.from(await file.arrayBuffer()));
  files = Object.keys(parts);
  body = parts['word/document.xml'] ?? '';
  styles = parts['word/styles.xml'] ?? '';
});

const count = (text: string | RegExp): number => body.split(text).length - 1;

describe('a voucher as DOCX', () => {
  it('is drawn once for each copy, with one line to cut along', () => {
    expect(count('>PHIẾU CHI<')).toBe(2);
    expect(count('>Liên 1: Lưu<')).toBe(1);
    expect(count('>Liên 2: Giao người nhận<')).toBe(1);
    expect(count('w:val="dashed"')).toBe(1);
  });

  it('has a head of its own, in small type, without the name of the nation', () => {
    expect(body).not.toContain('CỘNG HÒA');
    expect(count('>Số: PC 001/2024<')).toBe(2);
    expect(styles).toContain('<w:sz w:val="24"/>');
  });

  it('is never torn: each paragraph of a copy stays with the next, up to the last line', () => {
    const torn = [...body.matchAll(/<w:p>.*?<\/w:p>/gs)]
      .map(([one]) => one)
      .filter((one) => !one.includes('<w:keepNext/>'));
    expect(torn.map((one) => /Khoản số \d+ của sổ quỹ/.test(one))).toEqual([true, true]);
    expect(files.filter((name) => name.startsWith('word/header'))).toEqual([]);
  });

  it('has four signatures, each with room to sign by hand', () => {
    expect(count('>Người nhận<')).toBe(2);
    expect(count('>(Ký, ghi rõ họ tên)<')).toBe(8);
  });
});
