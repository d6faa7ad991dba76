import { describe, expect, it } from 'vitest';
import { makeWorkbook, workbookParts, type RawWorkbook } from '../../test-helpers/make-workbook.js';
import { makeZip, type ZipPart } from '../../test-helpers/make-zip.js';
import { readSheet } from './read-sheet.js';
import { readXlsx } from './read-xlsx.js';
import { sheetLimits, SheetFault, sheetNotes, sheetProblems, type SheetLimits } from './sheet-file.types.js';
import { sheetImportVi } from '../../../i18n/vi/sheet-import.js';

type Bytes = Uint8Array<ArrayBuffer>;

const plain: RawWorkbook = {
  sheets: [
    {
      name: 'Sổ',
      rows: [
        ['Ngày', 'Thu'],
        ['31/12/2025', 500_000],
      ],
    },
  ],
};
const parts = (...more: ZipPart[]): ZipPart[] => workbookParts({ ...plain, parts: more });
const sheetPart = 'xl/worksheets/sheet1.xml';
const text = (value: string): Bytes => new TextEncoder().encode(value);

/** The problem's code, or the notes' codes. */
async function outcome(bytes: Bytes, name = 'so-quy.xlsx'): Promise<string> {
  const answer = await readSheet(new File([bytes], name));
  if (!answer.ok) return answer.problem.code;
  return ['ok', ...answer.file.notes.map(({ code }) => code)].join(' ');
}

/** A compound file with a directory entry of this name. */
function compoundFile(name: string): Bytes {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(new Uint8Array(Buffer.from(name, 'utf16le')), 1024 + 128);
  return bytes;
}

describe('what a file is', () => {
  it('its bytes tell, not its name', async () => {
    const workbook = makeWorkbook(plain);
    expect(await outcome(workbook)).toBe('ok');
    expect(await outcome(workbook, 'so-quy')).toBe('ok');
    for (const name of ['so-quy.csv', 'so-quy.xls', 'so-quy.pdf'])
      expect(await outcome(workbook, name)).toBe('ok other-type');
    expect(await outcome(text('a,b\n1,2\n'), 'so-quy.xlsx')).toBe('ok other-type');
    expect(await outcome(text('a,b\n1,2\n'), 'so-quy.CSV')).toBe('ok');
  });

  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['a PDF', text('%PDF-1.7\n'), 'not-a-sheet'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'not-a-sheet'],
    ['bytes of any kind', Uint8Array.of(1, 0, 7, 0, 0, 0, 9, 200, 0, 3), 'not-a-sheet'],
    ['a page that calls itself xls', text('<html><table><tr><td>1</td></tr></table></html>'), 'web-page'],
    ['the same with a mark and a comment', text('\ufeff<!-- a -->\n <TABLE>'), 'web-page'],
    ['a spreadsheet of XML', text('<?xml version="1.0"?><Workbook/>'), 'web-page'],
    ['an old workbook of which little is left', compoundFile('Workbook'), 'damaged'],
    ['a workbook with a password', compoundFile('EncryptedPackage'), 'password'],
    ['an archive without a workbook', makeZip([{ name: 'word/document.xml', data: '<w/>' }]), 'not-a-sheet'],
    ['an empty archive', makeZip([]), 'not-a-sheet'],
    ['a binary workbook', makeZip([{ name: 'xl/workbook.bin', data: 'x' }]), 'binary-excel'],
    [
      'a binary workbook with relationships',
      makeZip(
        parts(
          {
            name: '_rels/.rels',
            data: '<a><Relationship Type="/officeDocument" Target="xl/workbook.bin"/></a>',
          },
          {
            name: 'xl/workbook.bin',
            data: 'x',
          },
        ),
      ),
      'binary-excel',
    ],
    [
      'an OpenDocument sheet',
      makeZip([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
        { name: 'content.xml', data: '<a/>' },
      ]),
      'open-document',
    ],
    ['a text document', makeZip(parts({ name: 'xl/workbook.xml', data: '<document/>' })), 'not-a-sheet'],
  ])('%s', async (_, bytes, code) => {
    expect(await outcome(bytes)).toBe(code);
  });

  it('60 MB are refused before anything is read', async () => {
    const answer = await readSheet(new Blob([new Uint8Array(60 * 1024 * 1024)]));
    expect(answer).toEqual({ ok: false, problem: { code: 'too-large', params: { limit: 30 } } });
  });
});

describe('macros', () => {
  it('are told and never unpacked: this one is a bomb and damaged', async () => {
    const bomb = { name: 'xl/vbaProject.bin', data: new Uint8Array(9 * 1024 * 1024), says: { crc: 1 } };
    expect(await outcome(makeZip(parts(bomb)), 'so-quy.xlsm')).toBe('ok macros');
  });
});

describe('a zip bomb', () => {
  // The least that counts as one, and still a thousandth of it in the file.
  const size = sheetLimits.ratioFrom + 1024;

  it('is put away while it unpacks, whatever its headers say of its size', async () => {
    for (const filler of [' ', `<a>${'b'.repeat(1000)}</a>`]) {
      const data = `<worksheet>${filler.repeat(size / filler.length)}</worksheet>`;
      const bomb = makeZip(parts({ name: sheetPart, data, says: { size: 100 } }));
      expect(bomb.length).toBeLessThan(size / 200);
      expect(await outcome(bomb)).toBe('bomb');
    }
  });

  const fault = (bytes: Bytes, limits: Partial<SheetLimits>): unknown => {
    const work = readXlsx(bytes, { ...sheetLimits, ...limits });
    try {
      for (;;) if (work.next().done) return 'ok';
    } catch (error) {
      if (error instanceof SheetFault) return error.code;
      throw error;
    }
  };

  it('is counted over all parts, in what really came out', () => {
    const workbook = makeWorkbook({ ...plain, strings: [`<t>${'a'.repeat(50_000)}</t>`] });
    expect(fault(workbook, {})).toBe('ok');
    expect(fault(workbook, { unpacked: 50_000 })).toBe('bomb');
    expect(fault(workbook, { kept: 49_999 })).toBe('bomb');
    expect(fault(workbook, { ratio: 10, ratioFrom: 40_000 })).toBe('bomb');
  });

  it('of many entries is refused by its directory', () => {
    const many = Array.from({ length: 20 }, (_, at) => ({ name: `a${at}`, data: '' }));
    expect(fault(makeZip(parts(...many)), { entries: 20 })).toBe('bomb');
    expect(fault(makeZip(parts(...many)), {})).toBe('ok');
  });

  it('of rows or cells is refused', async () => {
    const rows = Array.from({ length: 30 }, () => ['a', 'b']);
    const workbook = makeWorkbook({ sheets: [{ name: 'a', rows }] });
    expect(fault(workbook, { rows: 29 })).toBe('too-many-rows');
    expect(fault(workbook, { cells: 59 })).toBe('too-many-rows');
    expect(fault(workbook, { rows: 30, cells: 60 })).toBe('ok');
  });

  it('of entities is no workbook: document types are refused', async () => {
    const data = '<!DOCTYPE a [<!ENTITY b "cccc">]><worksheet><sheetData/></worksheet>';
    expect(await outcome(makeZip(parts({ name: sheetPart, data })))).toBe('damaged');
  });

  it('of merged areas that lie over each other is refused', async () => {
    const rows = Array.from({ length: 100 }, () => ['a']);
    const areas = rows.map((_, at) => `<mergeCell ref="A${100 - at}:IV100"/>`);
    const merged = async (count: number): Promise<string> => {
      const behind = `<mergeCells>${areas.slice(0, count).join('')}</mergeCells>`;
      return outcome(makeWorkbook({ sheets: [{ name: 'a', rows, behind }] }));
    };
    expect(await merged(10)).toBe('ok merged');
    expect(await merged(100)).toBe('damaged');
  });
});

describe('a damaged workbook', () => {
  const whole = makeWorkbook(plain);

  it('is refused wherever it was cut', async () => {
    for (let length = 5; length < whole.length; length += 101)
      expect(await outcome(whole.slice(0, length))).toBe('damaged');
  });

  it('never gives other cells than it had, whichever byte of them was changed', async () => {
    const part = Buffer.from(sheetPart);
    const start = Buffer.from(whole).indexOf(part) + part.length;
    const expected = await readSheet(new Blob([whole]));
    for (let at = start; at < start + 200; at += 9) {
      const bytes = whole.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 4;
      const answer = await readSheet(new Blob([bytes]));
      if (answer.ok) expect(answer).toEqual(expected);
      else expect(answer.problem.code).toMatch(/damaged|bomb/);
    }
  });

  it.each([
    ['a part is missing', parts().filter(({ name }) => name !== sheetPart)],
    ['a name comes twice', [...parts(), { name: sheetPart.toUpperCase(), data: '<worksheet/>' }]],
    ['a checksum is wrong', parts({ name: sheetPart, data: '<worksheet/>', says: { crc: 5 } })],
    [
      'it is packed in an unknown way',
      parts({ name: sheetPart, data: '<worksheet/>', says: { method: 12 } }),
    ],
    ['a tag does not end', parts({ name: sheetPart, data: '<worksheet><sheetData>' })],
    ['tags cross', parts({ name: sheetPart, data: '<worksheet><a></worksheet></a>' })],
    ['letters are none', parts({ name: sheetPart, data: Uint8Array.of(60, 97, 62, 0xff, 0xfe, 0xff) })],
    ['rows go back', parts({ name: sheetPart, data: '<w><row r="2"></row><row r="2"></row></w>' })],
    ['a row lies beyond the end', parts({ name: sheetPart, data: '<w><row r="1048577"></row></w>' })],
    ['a place is none', parts({ name: sheetPart, data: '<w><row><c r="1A"/></row></w>' })],
    ['cells go back', parts({ name: sheetPart, data: '<w><row><c r="B1"/><c r="A1"/></row></w>' })],
    ['a text is missing', parts({ name: sheetPart, data: '<w><row><c t="s"><v>3</v></c></row></w>' })],
    [
      'attributes are none',
      parts({ name: 'xl/workbook.xml', data: '<workbook><sheet name=a id="rId1"/></workbook>' }),
    ],
  ])('is refused where %s', async (_, given) => {
    expect(await outcome(makeZip(given))).toBe('damaged');
  });

  it('may be locked by the archive itself', async () => {
    const locked = parts({ name: sheetPart, data: '<worksheet/>', says: { flags: 1 } });
    expect(await outcome(makeZip(locked))).toBe('password');
  });
});

describe('an unusual workbook', () => {
  it('may be stored unpacked, have sizes in 64 bits, bytes before and a comment behind, backslashes', async () => {
    expect(await outcome(makeZip(parts().map((part) => ({ ...part, stored: true }))))).toBe('ok');
    expect(await outcome(makeZip(parts().map((part) => ({ ...part, wide: true }))))).toBe('ok');
    const bytes = makeZip(parts().map((part) => ({ ...part, name: part.name.replaceAll('/', '\\') })));
    expect(await outcome(bytes)).toBe('ok');
    const commented = new Uint8Array(bytes.length + 5);
    commented.set(bytes);
    commented[bytes.length - 2] = 5;
    expect(await outcome(commented)).toBe('ok');
  });

  it('may be written in UTF-16, and have a ">" within an attribute that a piece of the stream cuts', async () => {
    const xml = `\ufeff<worksheet><a b="${'c>d '.repeat(20_000)}"/><sheetData><row><c t="str"><v>ộ</v></c></row></sheetData></worksheet>`;
    for (const encoding of ['utf16le', 'utf8'] as const) {
      const data = Buffer.from(xml, encoding);
      const answer = await readSheet(new Blob([makeZip(parts({ name: sheetPart, data }))]));
      expect(answer.ok && answer.file.tables[0]!.rows[0]!.cells).toEqual([{ text: 'ộ' }]);
    }
  });
});

describe('reading a file', () => {
  const rows = Array.from({ length: 3000 }, (_, at) => [`dòng ${at}`, at]);
  const large = makeWorkbook({ sheets: [{ name: 'a', rows }] });

  it('tells how far it is, up to the end', async () => {
    const shares: number[] = [];
    await readSheet(new Blob([large]), { progress: (share) => shares.push(share) });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('ends when the person cancels', async () => {
    const stop = new AbortController();
    const reading = readSheet(new Blob([large]), { signal: stop.signal });
    stop.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('has a sentence for everything that it tells', () => {
    for (const code of sheetProblems) expect(sheetImportVi).toHaveProperty([`sheet.problem.${code}`]);
    for (const code of sheetNotes) expect(sheetImportVi).toHaveProperty([`sheet.note.${code}`]);
  });
});
