/** Records for tests of what checks them. */
const at = '2026-03-01T07:00:00.000Z';
const by = { at, by: 'lan', byName: 'Lê Thị Lan' };
const criteria = { id: 'don-vi', version: '1.0.0' };
const answer = {
  points: '7,5',
  note: 'Đã họp',
  evidence: [
    {
      id: 'a',
      kind: 'file',
      name: 'a.pdf',
      type: 'application/pdf',
      size: 7,
      sha256: 'a'.repeat(64),
      addedAt: at,
    },
    { id: 'b', kind: 'link', name: 'b', url: 'https://example.vn/b', addedAt: at },
  ],
};
const scored = { mode: 'points', total: 92.5, max: 100, outcome: null, passed: true, conclusive: true };
/** One record of each kind with everything in it. */
export const recordSamples = {
  actor: { id: '4', name: 'Nguyễn Thị Sen', roles: ['member'], scope: ['*'], places: ['24'] },
  subject: {
    ...{ id: 'truong', version: 2, model: 'unit', subjectGroup: 'school', name: 'Trường', parent: 'Phòng' },
    place: { name: 'Sen Hồ', code: '09999' },
    head: { name: 'Lê Thị Lan', position: 'Hiệu trưởng' },
    members: { total: 30, recognised: 28, ids: ['lan'] },
    facts: { school: true, kind: 'primary' },
    registrations: [{ cycle: '2026', criteria, at, by: 'lan' }],
    past: [{ cycle: '2020', score: 88.5, title: 'Tốt', source: 'so.xlsx' }],
    ...{ owner: 'lan', closedAt: at, createdAt: at, updatedAt: at },
  },
  assessment: {
    ...{
      id: 'tu-danh-gia',
      version: 7,
      subjectId: 'truong',
      subjectName: 'Trường',
      model: 'unit',
      cycle: '2026',
    },
    ...{ criteria, state: 'returned', facts: { school: true }, answers: { '1.1': answer } },
    setAside: [{ criteria, answers: {}, facts: {} }],
    owner: 'lan',
    submissions: [{ receipt: 'A-1', ...by, score: scored, withdrawnAt: at }],
    review: {
      ...{ startedAt: at, by: 'cuc', byName: 'Lê Thu Cúc', dropped: ['1.2'], score: scored },
      marks: { '1.1': { answer: { points: '5' }, reason: 'Thiếu', ...by } },
    },
    returned: { ...by, reason: 'Bổ sung', answers: {}, facts: {}, marks: {} },
    comments: [{ id: 'c', criterion: '1.1', text: 'Thiếu', ...by }],
    decision: {
      id: 'qd',
      number: '05',
      date: '2026-12-05',
      signer: 'Hưng',
      outcome: 'tot',
      validUntil: '2027-12-05',
    },
    history: [{ ...by, kind: 'assessment.return', from: null, to: 'returned', reason: 'Bổ sung' }],
    ...{ createdAt: at, updatedAt: at },
  },
  target: {
    ...{ id: 'gia-dinh-2026', version: 1, dropped: false, owner: 'cuc', updatedAt: at },
    target: {
      ...{ id: 'gia-dinh-2026', indicator: 'gia-dinh', kind: 'share', value: 7500, by: '2026-12-31' },
      ...{
        base: { asOf: '2020-12-31', count: 10, of: 20 },
        falling: false,
        area: 'kho-khan',
        locality: '24',
      },
      ...{ source: { name: { vi: 'Kế hoạch' } }, provenance: 'sourced' },
      disputed: [{ value: 8000, source: { vi: 'Báo', en: 'News' } }],
    },
  },
  figure: {
    ...{ id: 'f', version: 1, indicator: 'gia-dinh', place: '24@2025-07-01', ...by },
    figure: {
      asOf: '2026-01-01',
      count: 5,
      of: 10,
      coverage: { reported: 1, expected: 2 },
      source: 'Báo cáo',
    },
    earlier: [{ ...by, figure: { asOf: '2026-01-01', count: 4, source: 'Báo cáo' } }],
  },
  tally: {
    ...{ id: 't', version: 3, cycle: '', model: 'unit', subjectGroup: '', place: '' },
    counts: { subjects: 1, registered: 1, submitted: 0, verified: 0, recognised: 0, refused: 0 },
  },
};
