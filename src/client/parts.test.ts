import { describe, expect, it } from 'vitest';
import type { CriteriaSetSummary } from '../domain/criteria-set.schema.js';
import { defaultCycle } from './cycles.js';
import { offeredCycles } from './offered-cycles.js';
import { readLink } from './evidence.js';
import { cleanFileName } from './file-name.js';
import { sameJson } from './same-json.js';
import { setChoices } from './set-choices.js';
import { testSet } from './test-helpers/scene.js';
import { readDraft } from './draft-read.js';

describe('year', () => {
  it('is the one before until the end of March', () => {
    expect(defaultCycle(new Date('2026-03-31T16:59:59.000Z'))).toBe('2025');
    expect(defaultCycle(new Date('2026-03-31T17:00:00.000Z'))).toBe('2026');
  });
  it('offers this one, three before it, and those in use', () => {
    expect(offeredCycles(new Date('2025-12-31T16:59:59.000Z'))[0]).toBe('2025');
    expect(offeredCycles(new Date('2025-12-31T17:00:00.000Z'), '2019', undefined, 'nonsense')).toEqual([
      '2026',
      '2025',
      '2024',
      '2023',
      '2019',
    ]);
  });
});

describe('sets on offer', () => {
  const { sections: _sections, ...summary } = testSet;
  const set = (id: string, more: Partial<CriteriaSetSummary>): CriteriaSetSummary => ({
    ...summary,
    id,
    ...more,
  });
  const old = set('cu', { cycles: { from: '2021', to: '2023' }, superseded: { on: '2024-02-12' } });
  const open = set('cu-mo', { superseded: { on: '2024-02-12' } });
  const current = set('moi', { cycles: { from: '2023' } });
  const ids = (cycle: string, preferred?: string) =>
    setChoices([old, open, current, set('khac', { model: 'clan' })], 'unit', cycle, preferred).map(
      ({ id }) => id,
    );

  it('are those in force first, superseded ones only for their years', () => {
    expect(ids('2023')).toEqual(['moi', 'cu', 'cu-mo']);
    expect(ids('2026')).toEqual(['moi']);
    expect(ids('2022')).toEqual(['cu', 'cu-mo']);
  });
  it('begin with what the host asks for', () => {
    expect(ids('2023', 'cu')).toEqual(['cu', 'moi', 'cu-mo']);
  });
});

describe('sameJson', () => {
  it.each([
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined }, true],
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, true],
    [[1, 2], [2, 1], false],
    [{}, [], false],
    [null, {}, false],
    [{ a: 1 }, { a: 1, b: 2 }, false],
  ])('%j and %j: %s', (a, b, same) => expect(sameJson(a, b)).toBe(same));
});

describe('file names', () => {
  it('lose paths, control signs and tricks, and keep their ending', () => {
    expect(cleanFileName('C:\\fake\\ảnh\u0000 1.JPG')).toBe('ảnh 1.JPG');
    expect(cleanFileName('a\u0309nh.png'.normalize('NFD'))).toBe('ảnh.png');
    expect(cleanFileName('bao-cao\u202Egpj.exe')).toBe('bao-caogpj.exe');
    expect(cleanFileName(`${'x'.repeat(300)}.pdf`)).toHaveLength(255);
    expect(cleanFileName(`${'x'.repeat(300)}.pdf`)).toMatch(/x\.pdf$/);
    expect(cleanFileName('\u0007')).toBe('tep');
  });
});

describe('links', () => {
  it.each([
    ['https://hoctap.gov.vn/tin?id=1', 'https://hoctap.gov.vn/tin?id=1'],
    ['hoctap.gov.vn/tin', 'https://hoctap.gov.vn/tin'],
    ['HTTP://hoctap.gov.vn', 'http://hoctap.gov.vn/'],
    ['javascript:alert(1)', undefined],
    ['JaVaScRiPt:alert(1)//.vn', undefined],
    ['java\tscript:alert(1)', undefined],
    ['data:text/html,<script>', undefined],
    ['ftp://hoctap.gov.vn', undefined],
    ['https://co quan.vn', undefined],
    ['https://ai:mat-khau@hoctap.gov.vn', undefined],
    ['không phải địa chỉ', undefined],
    [`https://hoctap.gov.vn/${'x'.repeat(2_000)}`, undefined],
    ['', undefined],
  ])('%s', (typed, address) => expect(readLink(typed)).toBe(address));
});

describe('a damaged draft', () => {
  it('gives back every answer, and every field, that still parses', () => {
    const reading = readDraft({
      format: 1,
      epoch: 3,
      answers: {
        c1: { points: '7,5', note: 5 },
        c2: 'rác',
        c3: { yes: true },
        'KHÔNG HỢP LỆ': { yes: true },
      },
      facts: { 'truong-hoc': true, la: { x: 1 } },
      position: { criterion: 'c3', field: 'note' },
    });
    expect(reading).toEqual({
      kind: 'damaged',
      salvaged: {
        answers: { c1: { points: '7,5' }, c3: { yes: true } },
        facts: { 'truong-hoc': true },
        epoch: 3,
        position: { criterion: 'c3', field: 'note' },
      },
    });
  });
  it.each([null, undefined, 'rác', 7, [], { format: 2, answers: [] }])(
    'is taken for what it is: %j',
    (raw) => {
      expect(readDraft(raw)).toMatchObject({ kind: 'damaged', salvaged: { answers: {}, facts: {} } });
    },
  );
});
