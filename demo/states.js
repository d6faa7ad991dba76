/**
 * Every state of the form and of a fund, made the way a portal's own developer would: a back end given to `htsd-provider` as a
 * property, from the library's public modules. Choose one with `?state=`.
 */
import { createMemoryAdapter, createMemoryStore } from '/htsd/lib/adapters/memory.js';
import { HtsdError } from '/htsd/lib/backend.js';
import { presets } from '/htsd/lib/presets.js';
import { fundIn } from './fund-states.js';

const cycle = '2026';
const official = { id: 'don-vi-hoc-tap-24-2023', version: '1.0.0' };
const sample = { id: 'don-vi-hoc-tap-xa-mau', version: '1.0.0' };

const officer = { id: 'minh-ha', name: 'Nguyễn Thị Minh Hà', roles: ['officer'], scope: ['*'] };
const reviewer = { id: 'van-duc', name: 'Trần Văn Đức', roles: ['reviewer'], scope: ['*'] };

/** A complete set of answers to the sample set: 82.5 of the 90 points that apply, which makes 91.67 of 100. */
const answers = {
  'ke-hoach': { points: '10', note: 'Kế hoạch số 12/KH-VP ngày 08/01/2026.' },
  'khuyen-khich': { points: '7,5' },
  'phuong-tien': { points: '10' },
  'cong-dan-hoc-tap': { numerator: '28', denominator: '30' },
  'hoan-thanh-boi-duong': { notApplicable: true, reason: 'Trong năm không có chương trình bắt buộc.' },
  'ky-luat-doan-ket': { option: 'day-du' },
  'hoan-thanh-nhiem-vu': { option: 'day-du' },
  'phuc-vu-cong-dong': { option: 'mot-phan' },
};

/** Two people on one store, with commands in their names. */
function office(criteria) {
  const store = createMemoryStore();
  const own = createMemoryAdapter({ store, actor: officer, catalog: presets });
  const other = createMemoryAdapter({ store, actor: reviewer, catalog: presets });
  let count = 0;
  const send = async (who, kind, record, expected, payload) => {
    const [receipt] = await who.execute([{ id: `demo-${++count}`, kind, record, expected, payload }]);
    if (receipt.status !== 'applied') throw new Error(`${kind}: ${JSON.stringify(receipt)}`);
  };
  return {
    own,
    async open() {
      await send(own, 'subject.register', 'van-phong', 0, {
        model: 'unit',
        name: 'Văn phòng HĐND và UBND xã Sen Hồ',
        parent: 'Uỷ ban nhân dân xã Sen Hồ',
        place: { name: 'Sen Hồ' },
        head: { name: 'Lê Hoàng Nam', position: 'Chánh Văn phòng' },
        facts: criteria === official ? { 'unit-kind': 'state-agency', 'public-body': true } : {},
        cycle,
        criteria,
      });
      await send(own, 'assessment.open', 'van-phong-2026', 0, { subject: 'van-phong', cycle });
    },
    answer: () => send(own, 'assessment.answer', 'van-phong-2026', 1, { answers }),
    submit: () => send(own, 'assessment.submit', 'van-phong-2026', 2, {}),
    review: () => send(other, 'assessment.review', 'van-phong-2026', 3, {}),
    giveBack: () =>
      send(other, 'assessment.return', 'van-phong-2026', 4, {
        reason: 'Đề nghị bổ sung danh sách thành viên được công nhận.',
        comments: [
          { id: 'y-kien-1', criterion: 'cong-dan-hoc-tap', text: 'Thiếu danh sách kèm theo quyết định.' },
        ],
      }),
  };
}

/** The same back end with some of its answers replaced. */
const withChanges = (backend, changes) => ({ ...backend, ...changes });
const fails = (code) => () => Promise.reject(new HtsdError(code));

async function prepared(criteria, ...steps) {
  const place = office(criteria);
  for (const step of steps) await place[step]();
  return place.own;
}

const states = {
  loading: async () => withChanges(office(sample).own, { query: () => new Promise(() => {}) }),
  register: () => prepared(sample),
  empty: async () => withChanges(office(sample).own, { query: async () => ({ items: [] }) }),
  error: async () => withChanges(office(sample).own, { query: fails('server') }),
  forbidden: async () => withChanges(office(sample).own, { query: fails('forbidden') }),
  visitor: async () =>
    withChanges(office(sample).own, {
      session: async () => ({ actor: null, tenant: 'mau' }),
      query: async () => ({ items: [] }),
    }),
  editing: () => prepared(official, 'open'),
  readonly: () => prepared(sample, 'open', 'answer', 'submit'),
  review: () => prepared(sample, 'open', 'answer', 'submit', 'review'),
  returned: () => prepared(sample, 'open', 'answer', 'submit', 'review', 'giveBack'),
  unverified: () => prepared(sample, 'open', 'answer'),
};

const wanted = new URL(location.href).searchParams;
const named = wanted.get('state') ?? '';
const ofFund = fundIn(named);
const state = ofFund || Object.hasOwn(states, named) ? named : 'unverified';
document.querySelector(`.states a[href="?state=${state}"]`).setAttribute('aria-current', 'true');

async function formIn(name) {
  const provider = document.createElement('htsd-provider');
  provider.backend = await states[name]();
  const form = document.createElement('htsd-assessment-form');
  form.setAttribute('model', 'unit');
  form.setAttribute('cycle', cycle);
  provider.append(form);
  return provider;
}

const provider = ofFund ?? (await formIn(state));
if (wanted.has('theme')) provider.firstElementChild.setAttribute('theme', wanted.get('theme'));
document.querySelector('#stage').replaceChildren(provider);
