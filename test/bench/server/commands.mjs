import { randomFillSync } from 'node:crypto';

const criteria = { id: 'don-vi-hoc-tap-24-2023', version: '1.0.0' };
export const cycle = '2026';

const random = Buffer.alloc(4_000);
let used = random.length;
/** UUIDs of version 7, as everybody makes them who sends commands: what is new stands beside what is new. */
export function newId() {
  if (used === random.length) used = randomFillSync(random) && 0;
  const bits = random.toString('hex', used, (used += 10));
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${bits.slice(0, 3)}-8${bits.slice(3, 6)}-${bits.slice(6, 18)}`;
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

const familySet = { id: 'gia-dinh-hoc-tap-mau', version: '1.0.0' };
const chosen = ['tre-di-hoc', 'hoan-thanh-nam-hoc', 'thoi-quen-tu-hoc', 'hoc-chuyen-de', 'ky-nang-so'].concat(
  ['goc-hoc-tap', 'phuong-tien-so', 'quy-hoc-tap', 'gia-dinh-van-hoa', 'kinh-te-gia-dinh', 'phong-trao'],
);
const familyAnswers = [
  { 'nguoi-lon-cong-dan-hoc-tap': { numerator: '2', denominator: '3' } },
  ...chosen.map((criterion) => ({ [criterion]: { option: 'day-du' } })),
];

/** All that a family's year takes, in the order in which a volunteer enters it: registered, opened, one answer after the other, submitted. */
export function familyYear() {
  const [subject, assessment] = [newId(), newId()];
  const code = communes[Math.floor(Math.random() * communes.length)];
  return [
    command('subject.register', subject, 0, {
      ...{ model: 'family', name: `Nguyễn Văn Sơn ${subject.slice(-4)}`, facts: {}, cycle },
      ...{ place: { name: 'Xã Sen Hồ', code }, criteria: familySet },
    }),
    opening(subject, assessment),
    ...familyAnswers.map((answers, index) =>
      command('assessment.answer', assessment, index + 1, { answers }),
    ),
    command('assessment.submit', assessment, familyAnswers.length + 1, {}),
  ];
}
