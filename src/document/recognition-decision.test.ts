import { unzipSync, unzlibSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { recognitionCertificate } from './certificate.js';
import { certificateFileName, decisionFileName } from './file-name.js';
import { toDocx } from './index.js';
import { recognitionDecision } from './recognition-decision.js';
import { linesOf } from './test-helpers/paper-text.js';
import { readZip } from './test-helpers/read-zip.js';
import { decisionInput, sampleTitles } from './test-helpers/sample-decision.js';

const body = (...args: Parameters<typeof decisionInput>) =>
  linesOf(recognitionDecision(decisionInput(...args)).body);
const list = (...args: Parameters<typeof decisionInput>) =>
  linesOf(recognitionDecision(decisionInput(...args)).appendices[0]?.body ?? []);

describe('the decision on recognition', () => {
  it('has the head, the bases and the signature of an official paper', () => {
    const paper = recognitionDecision(decisionInput(sampleTitles(2)));
    expect(paper.header).toMatchObject({
      parentOrganisation: 'HỘI KHUYẾN HỌC TỈNH MẪU',
      organisation: 'HỘI KHUYẾN HỌC XÃ MẪU',
      number: 'Số: 05/QĐ-HKH',
      placeDate: 'Xã Mẫu, ngày 05 tháng 12 năm 2026',
    });
    expect([paper.typeName, paper.abstract, paper.issuedBy]).toEqual([
      'QUYẾT ĐỊNH',
      'Về việc công nhận danh hiệu “Gia đình học tập” năm 2026',
      'CHỦ TỊCH HỘI KHUYẾN HỌC XÃ MẪU',
    ]);
    expect(paper.bases).toEqual([
      'Căn cứ Quyết định số 387/QĐ-TTg ngày 25 tháng 3 năm 2022 của Thủ tướng Chính phủ;',
      'Căn cứ Kế hoạch khuyến học năm 2026 của xã Mẫu;',
      'Theo đề nghị của Ban Thường trực Hội Khuyến học xã.',
    ]);
    expect(paper.closing).toEqual({
      recipients: {
        label: 'Nơi nhận:',
        lines: ['Như Điều 4;', 'Ủy ban nhân dân xã (để báo cáo);', 'Lưu: VT.'],
      },
      signatures: [{ authority: 'TM. BAN CHẤP HÀNH', title: 'CHỦ TỊCH', name: 'Phạm Minh Đức' }],
    });
  });

  it('says "căn cứ" once, and is marked as a sample until somebody compared it', () => {
    const input = decisionInput(sampleTitles(1));
    input.decision.legalBases = ['Căn cứ Luật Giáo dục.', ' ', 'Xét hồ sơ'];
    expect(recognitionDecision(input).bases.slice(0, 2)).toEqual(['Căn cứ Luật Giáo dục;', 'Xét hồ sơ;']);
    expect(recognitionDecision(input).notice?.title).toBe('MẪU, CHƯA ĐỐI CHIẾU VĂN BẢN');
    input.settings.checked = true;
    expect(recognitionDecision(input).notice).toBeUndefined();
  });

  it('marks sample criteria whether or not its own wording was compared, and counts those of a list', () => {
    const notice = (titles: ReturnType<typeof sampleTitles>, checked: boolean) =>
      recognitionDecision(decisionInput(titles, { checked })).notice;
    const sample = sampleTitles(1).map((one) => ({ ...one, criteriaStatus: 'sample' as const }));
    const own = 'Bộ tiêu chí dùng để xét là mẫu, chưa đối chiếu văn bản.';
    expect(notice(sample, true)).toEqual({ title: 'MẪU, CHƯA ĐỐI CHIẾU VĂN BẢN', text: own });
    expect(notice(sample, false)?.text).toContain(`trước khi ký. ${own}`);
    const some = [
      ...sample,
      ...sampleTitles(2).map((one) => ({ ...one, criteriaStatus: 'sourced' as const })),
      ...sampleTitles(2).map((one) => ({ ...one, criteriaStatus: 'partial' as const })),
    ];
    expect(notice(some, true)?.text).toBe(
      'Số danh hiệu xét theo bộ tiêu chí mẫu, chưa đối chiếu văn bản: 1. Số danh hiệu xét theo bộ tiêu chí chưa đủ nguyên văn: 2.',
    );
  });

  it('names the one title in its first article, and needs no list', () => {
    expect(body(sampleTitles(1))).toEqual([
      'QUYẾT ĐỊNH:',
      'Điều 1. Công nhận Gia đình ông/bà Nguyễn Thị Hường 1 (Thôn 1, xã Mẫu) đạt danh hiệu “Gia đình học tập” năm 2026, kết quả: Tốt.',
      'Điều 2. Danh hiệu có giá trị từ ngày 05 tháng 12 năm 2026 đến hết ngày 05 tháng 12 năm 2027.',
      'Điều 3. Quyết định này có hiệu lực kể từ ngày ký.',
      'Điều 4. Hội Khuyến học xã Mẫu và Gia đình ông/bà Nguyễn Thị Hường 1 chịu trách nhiệm thi hành Quyết định này./.',
    ]);
    expect(recognitionDecision(decisionInput(sampleTitles(1))).appendices).toEqual([]);
    const nowhere = sampleTitles(1).map((one) => ({ ...one, place: { name: '' } }));
    expect(body(nowhere)[1]).toContain('Nguyễn Thị Hường 1 đạt danh hiệu');
  });

  it('counts many, and lists each once, numbered through, with totals', () => {
    expect(body(sampleTitles(300))[1]).toBe(
      'Điều 1. Công nhận 300 gia đình đạt danh hiệu “Gia đình học tập” năm 2026 (có danh sách kèm theo).',
    );
    const lines = list(sampleTitles(300));
    expect(lines).toHaveLength(302);
    expect(lines[0]).toBe('STT|Tên|Địa bàn|Kết quả');
    expect(lines.slice(1, -1).map((line) => Number(line.split('|')[0]))).toEqual(
      Array.from({ length: 300 }, (_unused, index) => index + 1),
    );
    expect(lines[300]).toBe('300|Gia đình ông/bà Phạm Hữu Nghĩa 300|Thôn 3, xã Mẫu|Đạt');
    expect(lines.at(-1)).toBe('TỔNG CỘNG: 300 gia đình / Trong đó: Tốt: 100; Đạt: 200.');
    const [appendix] = recognitionDecision(decisionInput(sampleTitles(300))).appendices;
    expect([appendix?.title, appendix?.attached]).toEqual([
      'DANH SÁCH 300 GIA ĐÌNH ĐƯỢC CÔNG NHẬN DANH HIỆU “GIA ĐÌNH HỌC TẬP” NĂM 2026',
      '(Kèm theo Quyết định số 05/QĐ-HKH ngày 05 tháng 12 năm 2026 của Hội Khuyến học xã Mẫu)',
    ]);
  });

  it('parts several models, with their own last days, and points where they are asked for', () => {
    const clans = sampleTitles(1).map((one) => ({
      ...one,
      model: 'clan' as const,
      subjectName: 'Dòng họ Đặng',
      cycle: '2025',
      validUntil: '2029-12-05',
    }));
    const titles = [...sampleTitles(2), ...clans];
    expect(body(titles).slice(1, 5)).toEqual([
      'Điều 1. Công nhận các danh hiệu học tập năm 2025, 2026 (có danh sách kèm theo) cho:',
      '- 2 gia đình, danh hiệu “Gia đình học tập”;',
      '- 1 dòng họ, danh hiệu “Dòng họ học tập”.',
      'Điều 2. Danh hiệu có giá trị từ ngày 05 tháng 12 năm 2026 đến hết ngày ghi trong danh sách.',
    ]);
    expect(list(titles, { points: true })).toEqual([
      'STT|Tên|Địa bàn|Kết quả|Điểm|Giá trị đến hết',
      'Gia đình học tập (2 gia đình)',
      '1|Gia đình ông/bà Nguyễn Thị Hường 1|Thôn 1, xã Mẫu|Tốt|80|05/12/2027',
      '2|Gia đình ông/bà Trần Văn Bình 2|Thôn 2, xã Mẫu|Đạt|80,5|05/12/2027',
      'TỔNG CỘNG: 2 gia đình / Trong đó: Tốt: 1; Đạt: 1.',
      'Dòng họ học tập (1 dòng họ)',
      '3|Dòng họ Đặng|Thôn 1, xã Mẫu|Tốt|80|05/12/2029',
      'TỔNG CỘNG: 1 dòng họ / Trong đó: Tốt: 1.',
    ]);
  });

  it('prints no points unasked, says what was revoked, and drops what paper cannot hold', () => {
    const titles = sampleTitles(2).map((one, index) => ({
      ...one,
      subjectName: `A\u0001\n  B${index}`,
      state: index ? ('revoked' as const) : one.state,
    }));
    expect(list(titles).slice(1, 3)).toEqual([
      '1|A B0|Thôn 1, xã Mẫu|Tốt',
      '2|A B1 (đã thu hồi)|Thôn 2, xã Mẫu|Đạt',
    ]);
  });

  it('speaks English', () => {
    const lines = linesOf(recognitionDecision({ ...decisionInput(sampleTitles(3)), lang: 'en' }).body);
    expect(lines[1]).toBe(
      'Article 1. 3 families are recognised as “Learning Family” for 2026 (list attached).',
    );
  });

  it('is a file with a plain name', () => {
    expect(decisionFileName(decisionInput([]))).toBe('quyet-dinh-cong-nhan-05-qd-hkh-2026-12-05');
    const [title] = sampleTitles(1);
    expect(certificateFileName({ title: title!, lang: 'vi' })).toBe(
      'giay-cong-nhan-gia-dinh-hoc-tap-2026-gia-dinh-ong-ba-nguyen-thi-huong-1',
    );
  });
});

describe('the certificate', () => {
  const [title] = sampleTitles(1);
  const paper = recognitionCertificate({
    title: title!,
    settings: { ...decisionInput([]).settings, checkAt: 'https://example.vn/kiem-tra/1' },
    lang: 'vi',
  });

  it('says what was recognised, by which decision, from when and until when', () => {
    expect(linesOf(paper.body)).toEqual([
      'Hội Khuyến học xã Mẫu công nhận',
      'Gia đình ông/bà Nguyễn Thị Hường 1',
      'Địa bàn: Thôn 1, xã Mẫu',
      'đạt danh hiệu “Gia đình học tập” năm 2026',
      'Kết quả: Tốt',
      'Theo Quyết định số 05/QĐ-HKH ngày 05 tháng 12 năm 2026; có giá trị từ ngày 05 tháng 12 năm 2026 đến hết ngày 05 tháng 12 năm 2027.',
    ]);
    expect(paper.header.number).toBeUndefined();
    expect(paper.closing.recipients?.lines).toEqual([
      'Kiểm tra tại: https://example.vn/kiem-tra/1',
      'Mẫu giấy công nhận chưa đối chiếu văn bản.',
    ]);
  });

  it('marks sample criteria also where its own wording was compared', () => {
    const lines = (checked: boolean) =>
      recognitionCertificate({
        title: { ...title!, criteriaStatus: 'sample' },
        settings: { ...decisionInput([]).settings, checked },
        lang: 'vi',
      }).closing.recipients?.lines;
    const mark = 'Bộ tiêu chí dùng để xét là mẫu, chưa đối chiếu văn bản.';
    expect(lines(true)).toEqual([mark]);
    expect(lines(false)).toEqual(['Mẫu giấy công nhận chưa đối chiếu văn bản.', mark]);
  });

  describe('as DOCX', () => {
    let certificate = '';
    let decision = '';
    beforeAll(async () => {
      const xml = async (one: typeof paper) =>
        readZip(Buffer.from(await (await toDocx(one)).arrayBuffer()))['word/document.xml'] ?? '';
      certificate = await xml(paper);
      decision = await xml(recognitionDecision(decisionInput(sampleTitles(300))));
    });

    it('lies on its side in a frame, without a page number', () => {
      const [section = ''] = /<w:sectPr.*<\/w:sectPr>/s.exec(certificate) ?? [];
      expect(section).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
      expect(section.match(/w:val="double"/g)).toHaveLength(4);
      expect(section).toContain('w:offsetFrom="page"');
      expect(section).not.toContain('headerReference');
    });

    it('draws the code of where it is checked dot by dot, and none for what is no web address', async () => {
      const files = unzipSync(new Uint8Array(await (await toDocx(paper)).arrayBuffer()));
      const [image] = Object.entries(files).flatMap(([name, bytes]) =>
        /media\/.*png$/.test(name) ? [bytes] : [],
      );
      const { dots } = paper.closing.code!;
      expect([...image!.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
      const side = new DataView(image!.buffer, image!.byteOffset).getUint32(16);
      expect(side % dots.length).toBe(0);
      const pixels = unzlibSync(image!.subarray(41));
      const dark = (x: number, y: number): boolean => {
        const at = y * (1 + Math.ceil(side / 8)) + 1 + (x >> 3);
        return ((pixels[at]! >> (7 - (x & 7))) & 1) === 0;
      };
      const dot = side / dots.length;
      const drawn = dots.map((row, y) => row.map((_, x) => dark(x * dot + dot / 2, y * dot + dot / 2)));
      expect(drawn).toEqual(dots);
      const checkAt = 'javascript:alert(1)';
      const other = {
        title: title!,
        settings: { ...decisionInput([]).settings, checkAt },
        lang: 'vi' as const,
      };
      expect(recognitionCertificate(other).closing.code).toBeUndefined();
    });

    it('repeats the head of the list of a decision, and keeps its 300 rows whole', () => {
      expect(decision.match(/<w:tblHeader\/>/g)).toHaveLength(1);
      expect(decision.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThan(301);
      expect(decision).toContain('CHỦ TỊCH HỘI KHUYẾN HỌC XÃ MẪU');
      expect(decision).not.toContain('pgBorders');
    });
  });
});
