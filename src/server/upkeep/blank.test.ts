import { expect, it } from 'vitest';
import { submitted, unit } from '../../domain/test-helpers/stages.js';
import { owner, signer } from '../../domain/test-helpers/world.js';
import { blankAssessment, blankRecognition, blankSubject } from './blank.js';

it('leaves a title its decision and its class, and nothing of whom it was granted to', async () => {
  const world = await submitted('verified');
  const decision = {
    ...{ number: '05/QĐ-HKH', date: '2026-12-05', signer: 'Phạm Minh Đức' },
    issuer: { id: 'hkh', name: 'Hội Khuyến học xã Mẫu' },
  };
  const grants = [{ assessment: 'a', expected: 5, outcome: 'kha' }];
  await world.run(signer, 'recognition.grant', 'd1', 0, { decision, grants });
  await world.run(signer, 'recognition.attach', 'a', 1, { credential: unit.name });
  const at = '2030-01-01T00:00:00.000Z';
  const [subject, assessment, recognition] = [
    (await world.read('subject', 's'))!,
    (await world.read('assessment', 'a'))!,
    (await world.read('recognition', 'a'))!,
  ];
  const left = [
    blankSubject(subject, at),
    blankAssessment(assessment, at),
    blankRecognition(recognition, at),
  ];
  for (const word of [unit.name, unit.place.name, owner.name, 'Kế hoạch'])
    expect(JSON.stringify(left).replaceAll(decision.issuer.name, ''), word).not.toContain(word);
  expect(left[2]).toMatchObject({
    version: 3,
    outcome: 'kha',
    decision: { number: '05/QĐ-HKH' },
    state: 'granted',
  });
  expect(left[1]).toMatchObject({ version: 7, state: 'recognised', decision: { id: 'd1' } });
});
