import { describe, expect, it } from 'vitest';
import { fold } from '../../i18n/fold.js';
import { fundPapers, toDocx, toXlsx } from '../index.js';
import { csvText } from '../sheet/csv.js';
import { readZip } from '../test-helpers/read-zip.js';
import { publicAwards, rounds, sampleAwards, sampleFund, settings } from '../test-helpers/sample-fund.js';
import { openLinesOf } from './fund-input.js';

const { fund, pages, publicPages } = sampleFund(5);
const readable = new Set(openLinesOf(pages, fund.categories).flatMap(({ party }) => party?.name ?? []));
const secrets = [
  ...pages.flatMap(({ secrets: own }) =>
    own.flatMap(({ party, details }) => [
      party && !readable.has(party.name) ? party.name : '',
      details?.purpose ?? '',
      details?.phone ?? '',
      details?.address ?? '',
      details?.reason ?? '',
    ]),
  ),
  ...sampleAwards(12).flatMap(({ who }) => [who?.name ?? '', who?.reason ?? '', who?.school ?? '']),
  'Trần Văn Thủ',
  'hộ nghèo',
].filter(Boolean);

/** The same whatever accents it was composed of, and without any. */
const spellings = (text: string): string[] => [text.normalize('NFC'), text.normalize('NFD'), fold(text)];

/** What of the secrets stands in a text, however it is spelled. */
function found(text: string): string[] {
  const texts = spellings(text);
  return [...new Set(secrets)].filter((secret) =>
    spellings(secret).some((one) => texts.some((all) => all.includes(one))),
  );
}

describe('what a fund publishes', () => {
  it('holds no secret of its ledger, made by the treasurer or by anybody', async () => {
    const papers = await fundPapers();
    expect(secrets.length).toBeGreaterThan(100);
    expect(found(csvText(papers.ledgerSheet({ fund, pages }, 'vi')))).not.toEqual([]);
    for (const from of [pages, publicPages]) {
      const input = { fund, pages: from, settings, lang: 'vi' as const };
      const report = papers.yearlyReport({ ...input, year: '2026', rounds });
      const roll = papers.donorsRoll({ ...input, year: '2026' });
      for (const paper of [report, roll]) {
        const { 'word/document.xml': body = '' } = readZip(
          Buffer.from(await (await toDocx(paper)).arrayBuffer()),
        );
        expect(found(JSON.stringify(paper))).toEqual([]);
        expect(found(body)).toEqual([]);
      }
      const donors = readZip(
        Buffer.from(await (await toXlsx([papers.donorsSheet(input, 'vi')])).arrayBuffer()),
      );
      expect(found(Object.values(donors).join('\n'))).toEqual([]);
      const grants = papers.toGrants360({ ...input, rounds: [], awards: publicAwards });
      expect(found(await grants.text())).toEqual([]);
    }
    const open = { fund, pages: publicPages };
    expect(found(csvText(papers.ledgerSheet(open, 'vi')))).toEqual([]);
    expect(found(papers.beancount(open, 'vi'))).toEqual([]);
  });
});

describe('names of files', () => {
  it('are plain and say what is in them', async () => {
    const { fundFileName } = await fundPapers();
    expect(fundFileName('report', fund, '2026', 'vi')).toBe('bao-cao-thu-chi-2026-quy-khuyen-hoc-xa-mau');
    expect(fundFileName('receipt', fund, 'PT 002/2026', 'en')).toBe(
      'receipt-voucher-pt-002-2026-quy-khuyen-hoc-xa-mau',
    );
  });
});
