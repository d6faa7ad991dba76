import { describe, expect, it } from 'vitest';
import { evidenceNames } from './evidence-names.js';
import { wording } from './wording.js';

const addedAt = '2026-11-26T00:00:00.000Z';
const link = (name: string, url: string) => ({ id: name, kind: 'link' as const, name, url, addedAt });

describe('evidence on paper', () => {
  it('names links with their address, once', () => {
    const address = 'https://vd.vn/a';
    const evidence = [link('Bài báo', address), link(address, address)];
    expect(evidenceNames({ evidence }, wording('vi'))).toEqual([`Bài báo (${address})`, address]);
  });

  it('tells what a platform records of a course or a badge', () => {
    const url = 'https://moodle.vd.vn/course/view.php?id=2';
    const evidence = [
      {
        ...link('Kỹ năng số', url),
        achievement: { kind: 'course' as const, on: '2026-03-12', issuer: 'Sen Hồ' },
      },
      {
        ...link('Người đọc', 'https://moodle.vd.vn/b'),
        achievement: { kind: 'badge' as const, on: '2026-04-01', expires: '2027-04-01' },
      },
    ];
    expect(evidenceNames({ evidence }, wording('vi'))).toEqual([
      `Kỹ năng số (khóa học, hoàn thành ngày 12/03/2026, Sen Hồ; ${url})`,
      'Người đọc (huy hiệu, được cấp ngày 01/04/2026, có giá trị đến ngày 01/04/2027; https://moodle.vd.vn/b)',
    ]);
    expect(evidenceNames({ evidence }, wording('en'))[1]).toContain('badge, issued on 01/04/2026');
  });
});
