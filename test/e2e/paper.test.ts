/**
 * The printed paper as Chromium makes a PDF of it: A4, page numbers in the middle of the top margin from the second page
 * on, an appendix on its side that counts its own pages, the head of its table on each of them.
 */
import { build, type Rolldown } from 'vite';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { recognitionCertificate } from '../../src/document/certificate.js';
import { cashBook } from '../../src/document/fund/cash-book.js';
import { voucher } from '../../src/document/fund/voucher.js';
import type { OfficialDocument } from '../../src/document/official-document.js';
import { recognitionDecision } from '../../src/document/recognition-decision.js';
import { proposalList } from '../../src/document/register/proposal-list.js';
import { selfAssessmentReport } from '../../src/document/self-assessment-report.js';
import { decisionInput, sampleTitles } from '../../src/document/test-helpers/sample-decision.js';
import { sampleFund, settings } from '../../src/document/test-helpers/sample-fund.js';
import { sampleInput } from '../../src/document/test-helpers/sample-input.js';
import checklist from '../../src/presets/sets/don-vi-hoc-tap-24-2023.js';
import { readPdf, type PdfPage } from './read-pdf.js';
import { workersBrowser } from './support.js';

const millimetre = 72 / 25.4;
let browser: Browser;
let code: string;
let pages: PdfPage[];

/** The printing code as one classic script, so that the page needs no server. */
async function printingCode(): Promise<string> {
  const entry = new URL('../../src/document/print.ts', import.meta.url).pathname;
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'printing' } },
  })) as Rolldown.RolldownOutput[];
  return built[0]?.output[0].code ?? '';
}

/** A paper as Chromium prints it. */
async function printed(paper: OfficialDocument): Promise<PdfPage[]> {
  const page = await browser.newPage();
  try {
    await page.addScriptTag({ content: code });
    await page.evaluate((given) => {
      const { printing } = globalThis as unknown as {
        printing: typeof import('../../src/document/print.js');
      };
      printing.fillWithPaper(window, given, 'bao-cao');
    }, paper);
    return readPdf(await page.pdf({ preferCSSPageSize: true, tagged: false }));
  } finally {
    await page.close();
  }
}

beforeAll(async () => {
  browser = await workersBrowser();
  code = await printingCode();
  pages = await printed(
    selfAssessmentReport(
      sampleInput(checklist, { 'unit-kind': 'high-school', 'public-body': true, digitalising: true }),
    ),
  );
});

/** What stands in the top margin of 20 mm. */
const inTopMargin = ({ runs }: PdfPage): PdfPage['runs'] =>
  runs.filter(({ text, top }) => /^\d+$/.test(text) && top > 0 && top < 20 * millimetre);

describe('the printed report', () => {
  it('has upright A4 sheets, then the appendix on its side', () => {
    const upright = pages.filter(({ width, height }) => width < height);
    expect(upright.length).toBeGreaterThan(2);
    expect(pages.length - upright.length).toBeGreaterThan(1);
    expect(pages.slice(0, upright.length)).toEqual(upright);
    for (const { width, height } of pages) {
      expect(Math.abs(Math.min(width, height) - 210 * millimetre)).toBeLessThan(1);
      expect(Math.abs(Math.max(width, height) - 297 * millimetre)).toBeLessThan(1);
    }
  });

  it('numbers pages from the second on, and those of the appendix again', () => {
    const main = pages.filter(({ width, height }) => width < height);
    const appendix = pages.slice(main.length);
    for (const part of [main, appendix])
      expect(part.map((page) => inTopMargin(page).map(({ text }) => text))).toEqual(
        part.map((_, index) => (index === 0 ? [] : [String(index + 1)])),
      );
  });

  it('centres the number between the margins', () => {
    const [number] = inTopMargin(pages[1]!);
    const middle = (210 * millimetre + 30 * millimetre - 15 * millimetre) / 2;
    // The run begins half a digit of 14 points to the left of it.
    expect(Math.abs((number?.x ?? 0) + 3.5 - middle)).toBeLessThan(2);
  });

  it('repeats the head of the table on every page of the appendix', () => {
    const appendix = pages.filter(({ width, height }) => width > height);
    for (const { runs } of appendix) {
      const text = runs.map((run) => run.text).join('');
      expect(text).toContain('STT');
    }
  });
});

const textOf = ({ runs }: PdfPage): string => runs.map(({ text }) => text).join('');

describe('a printed decision for 300 families', () => {
  it('repeats the head of its list on every page, numbers these, and breaks no row', async () => {
    const [first, ...list] = await printed(recognitionDecision(decisionInput(sampleTitles(300))));
    expect(textOf(first!)).toContain('có hiệu lực kể từ ngày ký');
    expect(list.length).toBeGreaterThan(5);
    for (const page of list) expect(textOf(page)).toContain('STT');
    expect(list.map((page) => inTopMargin(page).map(({ text }) => text))).toEqual(
      list.map((_page, index) => (index === 0 ? [] : [String(index + 1)])),
    );
    expect(textOf(list.at(-1)!)).toContain('Phạm Hữu Nghĩa 300');
    for (const { width, height } of list) expect(width).toBeLessThan(height);
  });
});

describe('a printed list of 120 who are proposed', () => {
  it('repeats its head on every page, says that it is a sample, and has everybody once', async () => {
    const rows = Array.from({ length: 120 }, (_none, at) => ({
      ...{ model: 'family' as const, name: `Gia đình số ${at + 1}.`, place: 'Thôn Đoài', head: '' },
      ...{ score: 85, max: 100, title: 'Tốt' },
    }));
    const around = {
      organisation: 'Hội Khuyến học xã Sen Hồ',
      parentOrganisation: '',
      place: '',
      signer: '',
    };
    const sheets = await printed(proposalList({ cycle: '2026', rows, settings: around, lang: 'vi' }));
    const texts = sheets.map(textOf);
    expect(texts[0]).toContain('MẪU, CHƯA ĐỐI CHIẾU VĂN BẢN');
    expect(texts.length).toBeGreaterThan(2);
    const listed = texts.filter((text) => text.includes('Gia đình số'));
    for (const text of listed) expect(text).toContain('STT');
    const numbers = [...texts.join('').matchAll(/Gia đình số (\d+)\./g)].map(([, no]) => Number(no));
    expect(numbers).toEqual(rows.map((_row, at) => at + 1));
  });
});

describe('a printed certificate', () => {
  const name = 'Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên khu vực Đông Nam Bộ';
  it.each([undefined, name])('is one sheet on its side, without a number (%s)', async (longName) => {
    const [title] = sampleTitles(1);
    const { settings } = decisionInput([]);
    const subjectName = longName ?? title!.subjectName;
    const sheets = await printed(
      recognitionCertificate({ title: { ...title!, subjectName }, settings, lang: 'vi' }),
    );
    expect(sheets).toHaveLength(1);
    const [sheet] = sheets;
    expect(sheet!.width).toBeGreaterThan(sheet!.height);
    expect(inTopMargin(sheet!)).toEqual([]);
    expect(textOf(sheet!)).toContain('Kết quả: Tốt');
  });
});

describe('papers of a fund as they are printed', () => {
  const { fund, entries, pages: ledger } = sampleFund(30);

  it('two copies of a voucher stand on one sheet, each in its half', async () => {
    const entry = entries.find(({ round }) => round !== undefined)!;
    const secret = ledger.flatMap(({ secrets }) => secrets)[entry.no - 1]!;
    const [sheet, ...more] = await printed(voucher({ fund, entry, secret, settings, lang: 'vi' }));
    expect(more).toEqual([]);
    const text = textOf(sheet!);
    expect(text.split('Sáu triệu đồng')).toHaveLength(3);
    expect(text.indexOf('Liên 1')).toBeLessThan(text.indexOf('Liên 2'));
    expect(text).not.toContain('CỘNG HÒA');
  });

  it('a cash book repeats its head on every sheet and numbers them, and signatures stand with the end of it', async () => {
    const sheets = await printed(
      cashBook({ fund, pages: ledger, settings, lang: 'vi', account: 'cash', year: '2026' }),
    );
    expect(sheets.length).toBeGreaterThan(8);
    for (const { width, height } of sheets) expect(width).toBeGreaterThan(height);
    for (const sheet of sheets.slice(0, -1)) expect(textOf(sheet)).toContain('Số phiếu');
    expect(textOf(sheets.at(-1)!)).toContain('THỦ QUỸ');
    expect(textOf(sheets.at(-1)!)).toContain('dòng phát sinh');
    expect(sheets.map((sheet) => inTopMargin(sheet).map(({ text }) => text))).toEqual(
      sheets.map((_sheet, index) => (index === 0 ? [] : [String(index + 1)])),
    );
  });
});
