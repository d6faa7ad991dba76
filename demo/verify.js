/**
 * The page that checks, with something to check: a trial badge is granted in this browser, in the commune "Xã Mẫu", by the
 * same commands as anywhere, and signed by the demonstration issuer of this browser.
 */
import { createLocalAdapter } from '/htsd/lib/adapters/local.js';
import { renewTrialLists, withDemoIssuer } from '/htsd/lib/demo-issuer.js';
import { uuidv7 } from '/htsd/lib/domain.js';
import { sampleRegistry } from '/htsd/lib/presets.js';

const store = { name: 'htsd-thu', tenant: 'xa-mau' };
const scope = ['*'];
const people = {
  admin: { id: 'quan-tri', name: 'Phạm Minh Đức', roles: ['admin'], scope },
  officer: { id: 'can-bo', name: 'Nguyễn Thị Ánh', roles: ['officer'] },
  reviewer: { id: 'tham-dinh', name: 'Lê Thu Cúc', roles: ['reviewer'], scope },
  signer: { id: 'nguoi-ky', name: 'Đỗ Quốc Hưng', roles: ['signer'], scope },
};
const cycle = '2026';
const set = {
  format: 1,
  id: 'mau-thu-huy-hieu',
  version: '1',
  model: 'unit',
  title: { vi: 'Bộ tiêu chí mẫu để thử huy hiệu', en: 'Sample set to try badges' },
  status: 'sample',
  source: { name: { vi: 'Mẫu, chưa đối chiếu văn bản' } },
  cycles: { from: '2020' },
  scoring: {
    mode: 'points',
    max: 2,
    passMark: 1,
    classes: [{ id: 'tot', label: { vi: 'Loại Tốt', en: 'Class Good' }, min: 1 }],
  },
  sections: [
    {
      id: 'phan-1',
      title: { vi: 'Phần 1' },
      max: 2,
      criteria: ['c1', 'c2'].map((id, index) => ({
        id,
        number: `1.${index + 1}`,
        title: { vi: `Tiêu chí ${index + 1}` },
        provenance: 'sample',
        input: 'yesno',
        max: 1,
      })),
    },
  ],
};

const newId = () => uuidv7(Date.now(), globalThis.crypto.getRandomValues(new Uint8Array(16)));

/** One person's command; a refusal is an error of this page. */
async function act(actor, kind, record, expected, payload) {
  const backend = createLocalAdapter({ ...store, actor });
  const acting = actor === people.signer ? withDemoIssuer(backend) : backend;
  const [receipt] = await acting.execute([{ id: newId(), kind, record, expected, payload }]);
  await backend.dispose();
  if (receipt.status !== 'applied') throw new Error(`${kind}: ${receipt.status} ${receipt.code ?? ''}`);
}

/** From registering to the title, as a year has it. Answers the recognition's id. */
async function grantTrial() {
  const [subject, assessment, decision] = [newId(), newId(), newId()];
  const reader = createLocalAdapter({ ...store, actor: people.admin });
  const { items } = await reader.query('criteria.list', {});
  await reader.dispose();
  if (!items.some(({ id }) => id === set.id)) {
    await act(people.admin, 'criteria.publish', `${set.id}@${set.version}`, 0, { set });
  }
  await act(people.officer, 'subject.register', subject, 0, {
    model: 'unit',
    name: 'Trường Tiểu học Sen Hồ (thử nghiệm)',
    place: { name: 'Xã Mẫu' },
    facts: {},
    cycle,
    criteria: { id: set.id, version: set.version },
  });
  await act(people.officer, 'assessment.open', assessment, 0, { subject, cycle });
  const answers = { c1: { yes: true }, c2: { yes: true } };
  await act(people.officer, 'assessment.answer', assessment, 1, { answers });
  await act(people.officer, 'assessment.submit', assessment, 2, {});
  await act(people.reviewer, 'assessment.review', assessment, 3, {});
  await act(people.reviewer, 'assessment.verify', assessment, 4, {});
  await act(people.signer, 'recognition.grant', decision, 0, {
    decision: {
      number: '05/QĐ-UBND',
      date: new Date().toISOString().slice(0, 10),
      signer: people.signer.name,
      signerTitle: 'Chủ tịch',
      issuer: { id: 'ubnd-xa-mau', name: 'Uỷ ban nhân dân xã Mẫu' },
    },
    grants: [{ assessment, expected: 5, outcome: 'tot' }],
  });
  return assessment;
}

const check = document.querySelector('htsd-badge-check');
check.registry = sampleRegistry;
const theme = new URL(location.href).searchParams.get('theme');
if (theme) check.setAttribute('theme', theme);

const place = document.querySelector('#issued');
const revoke = document.querySelector('#revoke');
let granted;

function show(id) {
  const badge = document.createElement('htsd-model-badge');
  badge.setAttribute('recognition', id);
  badge.setAttribute('verify-href', 'verify.html');
  if (theme) badge.setAttribute('theme', theme);
  place.replaceChildren(badge);
}

/** A real issuer signs his lists anew day by day; here there is nobody but this page. */
async function renewLists() {
  const reader = createLocalAdapter({ ...store, actor: people.signer });
  try {
    await renewTrialLists(reader);
  } finally {
    await reader.dispose();
  }
}

const grant = document.querySelector('#grant');
renewLists().finally(() => (grant.disabled = false));

grant.addEventListener('click', async ({ currentTarget }) => {
  currentTarget.disabled = true;
  try {
    granted = await grantTrial();
    show(granted);
    revoke.hidden = false;
  } finally {
    currentTarget.disabled = false;
  }
});

revoke.addEventListener('click', async () => {
  revoke.hidden = true;
  // Granting wrote version 1; the badge that was attached made it 2.
  await act(people.signer, 'recognition.revoke', granted, 2, { reason: 'Thử thu hồi' });
  show(granted);
});
