/**
 * The printed paper as Chromium makes a PDF of it: A4, page numbers in the middle of the top margin from the second page
 * on, an appendix on its side that counts its own pages, the head of its table on each of them.
 */
import { build, type Rolldown } from 'vite';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumFlags } from '../../scripts/chromium-flags.mjs';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { selfAssessmentReport } from '../../src/document/self-assessment-report.js';
import { sampleInput } from '../../src/document/test-helpers/sample-input.js';
import checklist from '../../src/presets/sets/don-vi-hoc-tap-24-2023.js';
import { readPdf, type PdfPage } from './read-pdf.js';

const millimetre = 72 / 25.4;
let browser: Browser;
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

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags() });
  const page = await browser.newPage();
  await page.addScriptTag({ content: await printingCode() });
  const paper = selfAssessmentReport(
    sampleInput(checklist, { 'unit-kind': 'high-school', 'public-body': true, digitalising: true }),
  );
  await page.evaluate((given) => {
    const { printing } = globalThis as unknown as { printing: typeof import('../../src/document/print.js') };
    printing.fillWithPaper(window, given, 'bao-cao');
  }, paper);
  pages = readPdf(await page.pdf({ preferCSSPageSize: true, tagged: false }));
});
afterAll(() => browser?.close());

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
