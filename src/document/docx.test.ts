import { beforeAll, describe, expect, it } from 'vitest';
import checklist from '../presets/sets/don-vi-hoc-tap-24-2023.js';
import { toDocx } from './index.js';
import { selfAssessmentReport } from './self-assessment-report.js';
import { readZip } from './test-helpers/read-zip.js';
import { sampleInput } from './test-helpers/sample-input.js';

const school = { 'unit-kind': 'high-school', 'public-body': true, digitalising: true };
let files: Record<string, string>;
let body: string;

/** The paragraph that holds a text. */
const paragraphOf = (text: string): string =>
  [...body.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([one]) => one).find((one) => one.includes(`>${text}<`)) ?? '';

beforeAll(async () => {
  const paper = selfAssessmentReport(
    sampleInput(checklist, school, {
      answers: { 'ke-hoach-hoc-tap': { yes: true, note: '<w:p>&"\u0001 Hội nghị' } },
    }),
  );
  files = readZip(Buffer.from(await (await toDocx(paper)).arrayBuffer()));
  body = files['word/document.xml'] ?? '';
});

describe('the DOCX file', () => {
  it('is set in Times New Roman 14, black, Vietnamese', () => {
    const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(files['word/styles.xml'] ?? '')?.[0] ?? '';
    expect(defaults).toContain('w:ascii="Times New Roman"');
    expect(defaults).toContain('<w:sz w:val="28"/>');
    expect(defaults).toContain('<w:color w:val="000000"/>');
    expect(defaults).toContain('<w:lang w:val="vi-VN"/>');
  });

  it('has A4 sheets with the margins of the decree, the appendix on its side', () => {
    const sections = [...body.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([one]) => one);
    expect(sections).toHaveLength(2);
    expect(sections[0]).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
    expect(sections[1]).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    for (const one of sections) {
      expect(one).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" /);
      expect(one).toContain('<w:titlePg/>');
      expect(one).toMatch(/<w:pgNumType w:start="1"/);
    }
  });

  it('numbers pages in the middle of the header, but not on first pages', () => {
    const headers = Object.entries(files).filter(([name]) => /word\/header\d+\.xml/.test(name));
    const numbered = headers.filter(([, xml]) => /instrText[^>]*>PAGE</.test(xml));
    expect(headers).toHaveLength(4);
    expect(numbered).toHaveLength(2);
    for (const [, xml] of numbered) {
      expect(xml).toContain('<w:jc w:val="center"/>');
      expect(xml).toContain('<w:sz w:val="28"/>');
    }
    const [, first] = /<w:headerReference w:type="first" r:id="([^"]+)"/.exec(body) ?? [];
    const target = new RegExp(`Id="${first}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${first}"`).exec(
      files['word/_rels/document.xml.rels'] ?? '',
    );
    expect(files[`word/${target?.[1] ?? target?.[2]}`]).not.toContain('PAGE');
  });

  it.each([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 24, true, false],
    ['Độc lập - Tự do - Hạnh phúc', 26, true, false],
    ['SỞ GIÁO DỤC VÀ', 24, false, false],
    ['TRƯỜNG TRUNG HỌC', 24, true, false],
    ['Số: 05/BC-THPTND', 26, false, false],
    ['Hà Nội, ngày 05 tháng 01 năm 2027', 26, false, true],
    ['BÁO CÁO', 28, true, false],
    ['HIỆU TRƯỞNG', 28, true, false],
    ['Nơi nhận:', 24, true, true],
    ['- Lưu: VT.', 22, false, false],
  ])('sets "%s" in %d half-points', (text, size, bold, italic) => {
    const one = paragraphOf(text);
    expect(one).toContain(`<w:sz w:val="${size}"/>`);
    expect(one.includes('<w:b/>')).toBe(bold);
    expect(one.includes('<w:i/>')).toBe(italic);
  });

  it('draws real rules: as long as the motto, and a third to a half of the organisation', () => {
    const rules = [
      ...body.matchAll(/<w:pBdr><w:top [^>]*\/><\/w:pBdr>.*?<w:ind w:left="(\d+)" w:right="(\d+)"/gs),
    ];
    expect(rules).toHaveLength(3);
    const right = Math.round((101 * 1440) / 25.4);
    const left = Math.round((165 * 1440) / 25.4) - right;
    const [organisation = 0, motto = 0] = [left, right].map((column, index) => {
      const [, a, b] = rules[index] ?? [];
      return (column - Number(a) - Number(b)) / 20;
    });
    // Width of the motto in 13 pt bold, as browsers and LibreOffice measure it.
    expect(motto).toBeCloseTo(159.1, 0);
    const longest = 131;
    expect(organisation).toBeGreaterThan(longest / 3);
    expect(organisation).toBeLessThan(longest / 2);
  });

  it('repeats the head of the table and keeps rows whole', () => {
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(body.match(/<w:tr>/g)?.length).toBe(body.match(/<w:cantSplit\/>/g)?.length);
  });

  it('keeps the signatures with the last two paragraphs, and the last row of a table with the one before', () => {
    const before = body.slice(0, body.indexOf('>Nơi nhận:<'));
    const paragraphs = [...before.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([one]) =>
      one.includes('<w:keepNext/>'),
    );
    // The empty line above the signatures is the last of them.
    expect(paragraphs.slice(-3)).toEqual([true, true, true]);
    const rows = [...body.slice(body.lastIndexOf('<w:tbl>')).matchAll(/<w:tr>.*?<\/w:tr>/gs)];
    expect(rows.slice(-3).map(([one]) => one.includes('<w:keepNext/>'))).toEqual([false, true, false]);
  });

  it('justifies the body with an indented first line and 6 points between paragraphs', () => {
    const one = paragraphOf('- ');
    expect(one).toContain('<w:jc w:val="both"/>');
    expect(one).toContain('<w:ind w:firstLine="720"/>');
    expect(one).toMatch(/<w:spacing w:after="120" w:line="276" w:lineRule="auto"\/>/);
  });

  it('holds texts as texts, composed, and names itself', () => {
    expect(body.includes('&lt;w:p&gt;&amp;&quot; Hội nghị')).toBe(true);
    expect(body === body.normalize('NFC')).toBe(true);
    expect(files['docProps/core.xml']).toContain('Kết quả tự đánh giá Đơn vị học tập năm 2026');
  });
});
