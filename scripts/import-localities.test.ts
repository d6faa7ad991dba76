import { spawnSync } from 'node:child_process';
import { mkdtempSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { Gazetteer } from '../src/domain/locality/locality.schema.js';

/** Each run bundles the domain first, on a machine that may be busy. */
vi.setConfig({ testTimeout: 60_000 });

const script = fileURLToPath(new URL('import-localities.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'localities-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, value: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(value, null, 1));
  return path;
};
const run = (...parameters: string[]): { code: number | null; lines: string[]; error: string } => {
  // As from anywhere: what it needs it finds beside itself.
  const done = spawnSync(process.execPath, [script, ...parameters], { cwd: folder, encoding: 'utf8' });
  return { code: done.status, lines: done.stdout.trim().split('\n'), error: done.stderr };
};

/** Communes that do not exist, in a province that does. */
const list = write('danh-muc.json', [
  {
    Code: '24',
    FullName: 'Tỉnh Bắc Ninh',
    Wards: [
      { Code: '90001', FullName: 'Phường Sen Trắng', ProvinceCode: '24' },
      { Code: '90002', FullName: 'Xã Hoà Sơn', ProvinceCode: '24' },
    ],
  },
]);
const row = (old: string, name: string, code: string, now: string): object => ({
  old_ward_code: old,
  old_ward_name: name,
  old_district_name: 'Huyện Sen Hồ',
  old_province_name: 'Tỉnh Bắc Giang',
  new_ward_code: code,
  new_ward_name: now,
  new_province_name: 'Bắc Ninh',
});
const mapping = write('cu-moi.json', [
  row('00011', 'Thị trấn Sen', '90001', 'Phường Sen Trắng'),
  row('00012', 'Xã Hồ', '90001', 'Phường Sen Trắng'),
  row('00013', 'Xã Hòa Sơn', '90002', 'Xã Hoà Sơn'),
]);
const broken = write('loi.json', [
  row('00014', 'Xã Cũ', '', 'Xã Lạ'),
  row('00013', 'Xã Hòa Sơn', '90002', 'Xã Hoà Sơn'),
]);

describe('npm run import-localities', () => {
  it('reads files of both shapes, says what does not fit and writes one gazetteer', () => {
    const out = join(folder, 'out.json');
    const { code, lines, error } = run(list, mapping, '--out', out, '--source', 'Danh mục thử');
    expect(error).toBe('');
    expect(lines).toEqual([
      'cu-moi.json:2 [0]: warning: Of Tỉnh Bắc Ninh (24) rows tell of 2 of 99 communes only, so nothing is recorded of the merging of provinces.',
      'warning: Tỉnh Bắc Ninh (24) has 2 communes; the list says 99.',
      "Read 34 provinces, 2 of today's communes, 6 former places, 3 changes.",
      '0 errors, 2 to be looked at, 0 notes.',
      `Written to ${out}.`,
    ]);
    expect(code).toBe(0);
    const { events } = Gazetteer.parse(JSON.parse(readFileSync(out, 'utf8')));
    expect(events.slice(1).map(({ kind, source }) => [kind, source?.name.vi])).toEqual([
      ['merge', 'Danh mục thử (đã nhập, chưa đối chiếu văn bản)'],
      ['move', 'Danh mục thử (đã nhập, chưa đối chiếu văn bản)'],
    ]);
    // What was written can be read again, and a part be written of what is broken.
    expect(run(out, broken, '--out', out, '--partial')).toMatchObject({ code: 1, error: '' });
    expect(Gazetteer.safeParse(JSON.parse(readFileSync(out, 'utf8'))).success).toBe(true);
  });

  it('writes nothing where something was refused, unless a part is enough, and says so in Vietnamese', () => {
    const out = join(folder, 'part.json');
    const { code, lines } = run(list, broken, '--lang', 'vi', '--out', out);
    expect(code).toBe(1);
    expect(lines[0]).toBe('loi.json:2 [0]: lỗi: Thiếu mã đơn vị hành chính: “Xã Lạ”.');
    expect(lines.at(-1)).toMatch(/^Chưa ghi tệp: còn lỗi/);
    expect(existsSync(out)).toBe(false);
  });

  it('says how it is called', () => {
    expect(run()).toMatchObject({ code: 2, error: expect.stringContaining('Usage:') as string });
    expect(run(list, '--languages', 'vi')).toMatchObject({ code: 2 });
  });

  it('is an npm script', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts['import-localities']).toBe('node scripts/import-localities.mjs');
  });
});
