/**
 * Badges as a public page shows them: titles that the page has already go in as `value`; the last ones ask a back end of
 * their own, one for each way in which there is nothing to show.
 */
import { createMemoryAdapter } from '/htsd/lib/adapters/memory.js';
import { HtsdError } from '/htsd/lib/backend.js';
import { publicRecognition } from '/htsd/lib/domain.js';

/** The day on which the page stands still, so that what is valid today is valid next year too. */
const today = '2026-11-20';
const commune = { id: 'ubnd-xa-sen-ho', name: 'Uỷ ban nhân dân xã Sen Hồ' };
const society = { id: 'hkh-xa-sen-ho', name: 'Hội Khuyến học xã Sen Hồ' };

const label = {
  dat: { vi: 'Đạt danh hiệu', en: 'Title reached' },
  'muc-1': { vi: 'Mức độ 1', en: 'Level 1' },
  'muc-2': { vi: 'Mức độ 2', en: 'Level 2' },
  'trung-binh': { vi: 'Loại Trung bình', en: 'Class Average' },
  kha: { vi: 'Loại Khá', en: 'Class Fair' },
  tot: { vi: 'Loại Tốt', en: 'Class Good' },
};
let count = 0;

/** A year in the series of a title. */
const year = (cycle, state, outcome) => ({ cycle, state, outcome, outcomeLabel: label[outcome] });

function title(model, subjectName, outcome, changes = {}, years = []) {
  count += 1;
  const { cycle = '2025', issuer = commune, ...rest } = changes;
  const next = Number(cycle) + 1;
  const date = `${next}-01-15`;
  return publicRecognition(
    {
      id: `vi-du-${count}`,
      version: 1,
      assessmentId: `vi-du-${count}`,
      subjectId: `chu-the-${count}`,
      subjectName,
      model,
      cycle,
      criteria: { id: 'vi-du', version: '1.0.0' },
      outcome,
      outcomeLabel: label[outcome],
      place: { name: 'Xã Sen Hồ, tỉnh Bắc Ninh' },
      decision: {
        id: `quyet-dinh-${next}`,
        number: issuer === commune ? '05/QĐ-UBND' : '02/QĐ-HKH',
        date,
        signer: 'Trần Quốc Việt',
        signerTitle: 'Chủ tịch',
        issuer,
      },
      validFrom: date,
      validUntil: `${next}-12-31`,
      state: 'granted',
      owner: 'vi-du',
      createdAt: `${date}T02:00:00.000Z`,
      updatedAt: `${date}T02:00:00.000Z`,
      ...rest,
    },
    years,
  );
}

function show(place, value, attributes = {}) {
  const badge = document.createElement('htsd-model-badge');
  const dark = new URL(location.href).searchParams.get('theme');
  if (dark) attributes = { theme: dark, ...attributes };
  for (const [name, text] of Object.entries(attributes)) badge.setAttribute(name, text);
  badge.value = value;
  badge.today = today;
  document.querySelector(place).append(badge);
}

/** A title that was granted on this device, by the id in the address; read from the page's own back end. */
const asked = decodeURIComponent(location.hash.slice(1));
if (asked) {
  const badge = document.createElement('htsd-model-badge');
  badge.setAttribute('recognition', asked);
  document.querySelector('#own').append(badge);
}

const page = { 'verify-href': 'verify.html' };
const three = { validUntil: '2028-01-15' };

show(
  '#full',
  title('unit', 'Trường THCS Sen Hồ', 'muc-2', {}, [
    year('2023', 'expired', 'muc-1'),
    year('2024', 'expired', 'muc-1'),
    year('2025', 'valid', 'muc-2'),
    year('2026', 'pending'),
  ]),
  page,
);
show(
  '#full',
  title('family', 'Gia đình ông Nguyễn Văn Lộc', 'dat', { issuer: society }, [
    year('2024', 'expired', 'dat'),
    year('2025', 'valid', 'dat'),
  ]),
  page,
);
show(
  '#full',
  title('clan', 'Dòng họ Ngô Đăng, thôn Đông', 'tot', { issuer: society }, [
    year('2023', 'expired', 'trung-binh'),
    year('2024', 'expired', 'kha'),
    year('2025', 'valid', 'tot'),
  ]),
  page,
);
show(
  '#full',
  title(
    'community',
    'Xã Sen Hồ',
    'muc-1',
    {
      ...three,
      issuer: { id: 'tinh', name: 'Uỷ ban nhân dân tỉnh Bắc Ninh' },
      place: { name: 'Xã Sen Hồ, tỉnh Bắc Ninh' },
    },
    [year('2025', 'valid', 'muc-1')],
  ),
  page,
);
show('#full', title('citizen', 'Lê Thị Hạnh', 'dat', {}, [year('2025', 'valid', 'dat')]), page);

const small = { size: 'small', ...page };
for (const [model, name, outcomes] of [
  ['family', 'Gia đình ông Nguyễn Văn Lộc', ['dat', 'kha', 'tot']],
  ['clan', 'Dòng họ Ngô Đăng', ['dat', 'kha', 'tot']],
  ['community', 'Xã Sen Hồ', ['muc-1', 'muc-2']],
  ['unit', 'Trường THCS Sen Hồ', ['muc-1', 'muc-2', 'tot']],
  ['citizen', 'Lê Thị Hạnh', ['dat', 'kha', 'tot']],
]) {
  for (const outcome of outcomes) show('#small', title(model, name, outcome), small);
}

show(
  '#ended',
  title('clan', 'Dòng họ Phạm Văn, thôn Đoài', 'kha', { cycle: '2023', issuer: society }, [
    year('2023', 'expired', 'kha'),
    year('2025', 'pending'),
  ]),
  page,
);
show(
  '#ended',
  title(
    'unit',
    'Hợp tác xã Sen Vàng',
    'muc-1',
    {
      state: 'revoked',
      revokedAt: '2026-06-02T03:00:00.000Z',
    },
    [year('2024', 'expired', 'muc-1'), year('2025', 'revoked', 'muc-1')],
  ),
  page,
);
show('#ended', title('family', 'Gia đình bà Hoàng Thị Mơ', 'dat', { cycle: '2023' }), small);
show(
  '#ended',
  title('community', 'Thôn Thượng', 'dat', { state: 'revoked', revokedAt: '2026-06-02T03:00:00.000Z' }),
  small,
);

/** A back end that answers every question in one way. */
function stateOf(query, attributes = { recognition: 'vi-du' }) {
  const provider = document.createElement('htsd-provider');
  provider.backend = { ...createMemoryAdapter({ actor: null }), query };
  provider.setAttribute('verify-href', 'verify.html');
  const badge = document.createElement('htsd-model-badge');
  for (const [name, text] of Object.entries(attributes)) badge.setAttribute(name, text);
  const dark = new URL(location.href).searchParams.get('theme');
  if (dark) badge.setAttribute('theme', dark);
  provider.append(badge);
  document.querySelector('#states').append(provider);
}
const fails = (code) => () => Promise.reject(new HtsdError(code));

stateOf(() => new Promise(() => {}));
stateOf(fails('not-found'));
stateOf(fails('offline'));
stateOf(fails('forbidden'));
stateOf(fails('server'));
stateOf(fails('server'), {});
