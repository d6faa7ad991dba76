import { describe, expect, it } from 'vitest';
import { provinces } from '../../../presets/provinces.js';
import { largestPlacesFile } from './decode-file.js';
import { importPlaces, type ImportedPlaces } from './import-places.js';

const run = (bytes: Uint8Array): ImportedPlaces =>
  importPlaces([{ name: 'f.json', bytes }], { base: provinces });
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (...wards: object[]): Uint8Array =>
  utf8(JSON.stringify([{ Code: '24', FullName: 'Tỉnh Bắc Ninh', Wards: wards }]));
const named = (FullName: string): object => ({ Code: '90001', FullName, ProvinceCode: '24' });
const remark = (result: ImportedPlaces): unknown => {
  const [first] = result.remarks;
  return first && { line: first.line, code: first.code };
};
const names = (result: ImportedPlaces): string[] =>
  result.gazetteer.localities.slice(provinces.localities.length).map(({ fullName }) => fullName.vi);

describe('a file that is none', () => {
  const latin = new Uint8Array(
    [...utf8('[\n{"Code":"24",\n"FullName":"T')].concat([0xed, 0x6e, 0x68], [...utf8('"}]')]),
  );
  it.each<[string, Uint8Array, { line: number; code: string }]>([
    ['empty', utf8(' \n'), { line: 0, code: 'empty' }],
    ['in another encoding', latin, { line: 3, code: 'encoding' }],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), { line: 1, code: 'encoding' }],
    ['a web page', utf8('<!doctype html>\n<p>'), { line: 1, code: 'not-json' }],
    ['cut off', file(named('Xã Một')).slice(0, 60), { line: 1, code: 'not-json' }],
    ['about something else', utf8('{"a":[{"price":1}]}'), { line: 0, code: 'shape' }],
    ['larger than any list', new Uint8Array(largestPlacesFile + 1), { line: 0, code: 'too-large' }],
    ['without end in depth', utf8('{"a":'.repeat(100_000)), { line: 1, code: 'too-deep' }],
  ])('is refused with a reason: %s', (_name, bytes, expected) => {
    const result = run(bytes);
    expect(remark(result)).toEqual(expected);
    expect(result.failed).toBe(true);
    expect(result.gazetteer.localities).toHaveLength(provinces.localities.length);
  });

  it('is read in UTF-16 where its mark says so', () => {
    const text = new TextDecoder().decode(file(named('Xã Một')));
    const wide = new Uint8Array(2 + text.length * 2);
    wide.set([0xff, 0xfe]);
    for (let at = 0; at < text.length; at++) {
      wide[2 + at * 2] = text.charCodeAt(at) & 0xff;
      wide[3 + at * 2] = text.charCodeAt(at) >> 8;
    }
    expect(names(run(wide))).toEqual(['Xã Một']);
  });
});

describe('names', () => {
  it.each([
    ['emoji', 'Xã Sen 🪷 Hồ', 'Xã Sen Hồ'],
    ['direction marks', 'Xã \u202EồH neS\u202C\u200F', 'Xã ồH neS'],
    ['joiners, controls and hard spaces', 'Xã\u00A0\u200BSen\u0000  Hồ\n', 'Xã Sen Hồ'],
    ['marks of HTML', 'Xã <b>Sen</b>', 'Xã bSen/b'],
  ])('are cleaned of %s, which is told', (_what, given, kept) => {
    const result = run(file(named(given)));
    expect(names(result)).toEqual([kept]);
    expect(remark(result)).toEqual({ line: 1, code: 'cleaned-name' });
  });

  it('are composed, which changes nothing that anybody sees', () => {
    const result = run(file(named('Xã Hoà Sơn'.normalize('NFD'))));
    expect(names(result)).toEqual(['Xã Hoà Sơn']);
    expect(result.remarks).toEqual([]);
  });

  it.each([
    ['of 500 letters', `Xã ${'a'.repeat(497)}`, 'long-name'],
    ['of a million letters', `Xã ${'a'.repeat(1_000_000)}`, 'long-name'],
    ['of nothing but signs', '🪷🪷 --', 'missing-name'],
    ['read in a wrong encoding once', 'PhÆ°á»\u009Dng Sen', 'garbled'],
    ['with lost letters', 'Xã Sen H\uFFFD', 'garbled'],
  ])('%s are refused', (_what, given, code) => {
    const result = run(file(named(given), { Code: '90002', FullName: 'Xã Hai' }));
    expect(remark(result)).toEqual({ line: 1, code });
    expect(names(result)).toEqual(['Xã Hai']);
    expect(JSON.stringify(result.remarks).length).toBeLessThan(500);
  });

  it('are not what a prototype is called by', () => {
    const result = run(
      utf8(
        '[{"Code":"24","FullName":"Tỉnh Bắc Ninh","Wards":[{"__proto__":{"Code":"1"},"constructor":"x","Code":"90001","FullName":"Xã Một"}]}]',
      ),
    );
    expect(names(result)).toEqual(['Xã Một']);
  });
});

describe('ten megabytes', () => {
  it('of rows are refused as too many, without taking long or filling memory', () => {
    const row =
      '{"old_ward_code":"00011","old_ward_name":"Xã Sen","new_ward_code":"90001","new_ward_name":"Xã Hồ"},';
    const bytes = utf8(`[${row.repeat(100_000).slice(0, -1)}]`);
    expect(bytes.length).toBeGreaterThan(10_000_000);
    const result = run(bytes);
    expect(remark(result)).toEqual({ line: 0, code: 'too-many' });
    expect(result.remarks).toHaveLength(1);
  });

  it('of faults keep so many remarks and count the rest', () => {
    const bytes = file(...Array.from({ length: 30_000 }, () => ({ Code: '', FullName: 'Xã' })));
    const result = run(bytes);
    expect(result.remarks).toHaveLength(20_000);
    expect(result.unsaid).toBe(10_000);
  });
});
