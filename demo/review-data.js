/**
 * A few made-up households and an office, so that there is something to review. They come in by the same commands as
 * anybody's: somebody registers them, answers, and submits; a colleague has reviewed two of them already.
 */
import { backendFor } from './backend.js';

const cycle = '2026';
const author = { id: 'tinh-nguyen-vien', name: 'Lê Thị Hoa', roles: ['officer'], scope: ['*'] };
const colleague = { id: 'tham-dinh-2', name: 'Ngô Thị Lan', roles: ['reviewer'], scope: ['*'] };

const link = (name) => ({
  id: 'vi-du-minh-chung',
  kind: 'link',
  name,
  url: 'https://example.vn/minh-chung',
  addedAt: '2026-11-01T02:00:00.000Z',
});

const household = {
  'tre-di-hoc': { option: 'day-du' },
  'hoan-thanh-nam-hoc': { option: 'day-du' },
  'thoi-quen-tu-hoc': { option: 'day-du' },
  'nguoi-lon-cong-dan-hoc-tap': { numerator: '2', denominator: '2', note: 'Hai vợ chồng.' },
  'hoc-chuyen-de': { option: 'day-du', evidence: [link('Giấy chứng nhận lớp trồng trọt')] },
  'ky-nang-so': { option: 'day-du' },
  'goc-hoc-tap': { option: 'day-du', evidence: [link('Ảnh góc học tập')] },
  'phuong-tien-so': { option: 'mot-phan' },
  'quy-hoc-tap': { option: 'day-du' },
  'gia-dinh-van-hoa': { option: 'day-du' },
  'kinh-te-gia-dinh': { option: 'day-du' },
  'phong-trao': { option: 'day-du' },
};

const criteria = { id: 'gia-dinh-hoc-tap-mau', version: '1.0.0' };
const households = [
  { id: 'vi-du-gia-dinh-loc', name: 'Nguyễn Văn Lộc', until: 'submitted' },
  { id: 'vi-du-gia-dinh-mo', name: 'Hoàng Thị Mơ', until: 'submitted' },
  { id: 'vi-du-gia-dinh-tam', name: 'Trần Đức Tâm', until: 'verified' },
  { id: 'vi-du-gia-dinh-hue', name: 'Phạm Thị Huệ', until: 'verified', members: { total: 3, recognised: 1 } },
];

/** Puts the examples into this browser's store, once. */
export async function seed() {
  const [writer, judge] = [backendFor(author), backendFor(colleague)];
  let count = 0;
  const send = async (who, kind, record, expected, payload) => {
    const id = `vi-du-lenh-${(count += 1)}`;
    const [receipt] = await who.execute([{ id, kind, record, expected, payload }]);
    if (receipt.status !== 'applied' && receipt.status !== 'duplicate')
      throw new Error(`${kind}: ${JSON.stringify(receipt)}`);
  };
  try {
    const { items } = await writer.query('assessments.list', { subject: households[0].id });
    if (items.length > 0) return;
    for (const { id, name, until, members } of households) {
      const place = { name: 'Thôn Đông, xã Sen Hồ' };
      const fields = {
        model: 'family',
        name,
        place,
        facts: {},
        ...(members && { members }),
        cycle,
        criteria,
      };
      const own = `${id}-${cycle}`;
      await send(writer, 'subject.register', id, 0, fields);
      await send(writer, 'consent.give', `${id}-dong-y`, 0, consent(id, name));
      await send(writer, 'assessment.open', own, 0, { subject: id, cycle });
      await send(writer, 'assessment.answer', own, 1, { answers: household });
      await send(writer, 'assessment.submit', own, 2, {});
      if (until === 'submitted') continue;
      await send(judge, 'assessment.review', own, 3, {});
      await send(judge, 'assessment.verify', own, 4, {});
    }
  } finally {
    await Promise.all([writer.dispose(), judge.dispose()]);
  }
}

/** Made up like the household: nobody lives there. */
const consent = (subjectId, giverName) => ({
  subjectId,
  purpose: 'assessment',
  textVersion: 'vi-du',
  giver: 'self',
  giverName,
  form: 'digital',
});
