import type { CommandOf } from '../../domain/command.schema.js';
import type { Backend } from '../port.js';
import { receiptOf } from './assertions.js';
import { allYes, command, newId, officer, reviewer, signer, type Scene } from './scene.js';

/** An assessment that was submitted and taken up by the reviewer, in version 4. */
export async function inReview(scene: Scene): Promise<{ id: string; subjectId: string; desk: Backend }> {
  const author = await scene.as(officer);
  const desk = await scene.as(reviewer);
  const { id, subjectId } = await scene.openAssessment(author);
  const steps = [
    command('assessment.answer', id, 1, { answers: allYes(scene.set) }),
    command('assessment.submit', id, 2, {}),
  ];
  for (const receipt of await author.execute(steps)) receiptOf(receipt, 'applied', 'the author');
  receiptOf(await scene.send(desk, command('assessment.review', id, 3, {})), 'applied', 'assessment.review');
  return { id, subjectId, desk };
}

/** Assessments that were verified, in version 5, and the signer's back end. */
export async function verified(
  scene: Scene,
  count: number,
): Promise<{ ids: string[]; subjects: string[]; signing: Backend }> {
  const ids: string[] = [];
  const subjects: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id, subjectId, desk } = await inReview(scene);
    receiptOf(
      await scene.send(desk, command('assessment.verify', id, 4, {})),
      'applied',
      'assessment.verify',
    );
    ids.push(id);
    subjects.push(subjectId);
  }
  return { ids, subjects, signing: await scene.as(signer) };
}

/** One decision for all of them, each in the version that it has when verified. */
export function grantOf(ids: readonly string[], decision = newId()): CommandOf<'recognition.grant'> {
  return command('recognition.grant', decision, 0, {
    decision: {
      number: '05/QĐ-HKH',
      date: '2026-12-05',
      signer: signer.name,
      signerTitle: 'Chủ tịch',
      issuer: { id: 'hkh-xa-mau', name: 'Hội Khuyến học xã Mẫu' },
      legalBases: ['Kế hoạch mẫu'],
    },
    grants: ids.map((assessment) => ({ assessment, expected: 5, outcome: 'pass' })),
  });
}
