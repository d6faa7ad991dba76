import { randomFillSync } from 'node:crypto';
import { uuidv7 } from '../../../dist/lib/domain.js';

const criteria = { id: 'don-vi-hoc-tap-24-2023', version: '1.0.0' };
export const cycle = '2026';

const random = new Uint8Array(4_096);
let used = random.length;
/** As everybody who sends commands makes them: in the order of time, so that what is new stands beside what is new. */
export function newId() {
  if (used === random.length) used = randomFillSync(random) && 0;
  return uuidv7(Date.now(), random.subarray(used, (used += 16)));
}

export const communes = Array.from({ length: 71 }, (_, index) => String(7_200 + index));

export const command = (kind, record, expected, payload, id = newId()) => ({
  id,
  kind,
  record,
  expected,
  payload,
});

export const registration = (record = newId()) =>
  command('subject.register', record, 0, {
    model: 'unit',
    name: `Trường THCS Nguyễn Du ${record.slice(-4)}`,
    place: { name: 'Xã Sen Hồ', code: communes[Math.floor(Math.random() * communes.length)] },
    facts: {},
    cycle,
    criteria,
  });

export const opening = (subject, record = newId()) =>
  command('assessment.open', record, 0, { subject, cycle });

/** The same criterion again and again, as somebody who types. */
export const answer = (record, version, criterion) =>
  command('assessment.answer', record, version, {
    answers: { [criterion]: { yes: true, note: `Lần ${version}` } },
  });
