import type { Answers, Evidence } from '../../domain/answer.schema.js';
import type { CaseScript } from './conformance.js';
import { receiptOf, same } from './assertions.js';
import { command, cycle, newId, officer } from './scene.js';

const page: Evidence = {
  ...{ id: 'm1', kind: 'link', name: 'Kế hoạch năm 2026', url: 'https://example.vn/ke-hoach?so=12&nam=2026' },
  addedAt: '2026-11-02T08:15:30.000Z',
};

const answers: CaseScript = {
  name: 'keeps whatever can be answered as it was typed, with its evidence',
  criteria: 6,
  async run(scene) {
    const backend = await scene.as(officer);
    const { id } = await scene.openAssessment(backend);
    const given: Answers = {
      // Half typed, and to come back so.
      c1: { points: '7,', note: 'Dòng một;\n"dòng hai" & <hết>' },
      c2: { option: 'kha' },
      c3: { numerator: '1.250', denominator: '2.000' },
      c4: { yes: false },
      c5: { notApplicable: true, reason: 'Không có người lao động' },
      c6: { yes: true, evidence: [page] },
    };
    receiptOf(
      await scene.send(backend, command('assessment.answer', id, 1, { answers: given })),
      'applied',
      'assessment.answer',
    );
    const stored = (await scene.getAssessment(backend, id)).answers;
    for (const [criterion, answer] of Object.entries(given))
      same(stored[criterion], answer, `the answer to ${criterion}`);
    // An answer takes the place of the one before, its evidence included.
    await scene.send(backend, command('assessment.answer', id, 2, { answers: { c6: { yes: true } } }));
    same((await scene.getAssessment(backend, id)).answers['c6'], { yes: true }, 'the answer in its place');
  },
};

const registration: CaseScript = {
  name: 'keeps what a subject was registered with',
  async run(scene) {
    const backend = await scene.as(officer);
    const id = newId();
    const payload = {
      ...{ model: scene.set.model, name: 'Trường Tiểu học "Đặng Thùy Trâm" & Kim Đồng', cycle },
      ...{ place: { name: 'Xã Ea H’leo', code: '24001' }, facts: { 'unit-kind': 'school', digital: false } },
      criteria: { id: scene.set.id, version: scene.set.version },
    };
    receiptOf(
      await scene.send(backend, command('subject.register', id, 0, payload)),
      'applied',
      'subject.register',
    );
    const [found] = (await backend.query('subject.get', { id })).items;
    same(
      [found?.model, found?.name, found?.place, found?.facts],
      [payload.model, payload.name, payload.place, payload.facts],
      'the subject',
    );
    same(
      found?.registrations.map((one) => [one.cycle, one.criteria, one.by]),
      [[cycle, payload.criteria, officer.id]],
      'its registrations',
    );
  },
};

export const keepingCases: CaseScript[] = [answers, registration];
