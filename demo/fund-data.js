/**
 * Puts the made-up fund where the pages keep what is entered, by the same commands as anybody's: the treasurer records a
 * month at its end, the account holder approves what is above the limit, and each January a year is closed. In a browser's
 * store each is recorded at its time; a server takes them for old books that are entered today.
 */
import { fundPresets } from '/htsd/lib/presets.js';
import { backendFor, remote } from './backend.js';
import { linesOf, roundId, rounds, salt, years } from './fund-figures.js';

export const fund = 'quy-khuyen-hoc-sen-ho';

export const people = {
  treasurer: { id: 'thu-quy-sen-ho', name: 'Lê Thu Cúc', roles: ['treasurer'], scope: ['*'] },
  second: { id: 'chu-tai-khoan-sen-ho', name: 'Đỗ Quốc Hưng', roles: ['signer'], scope: ['*'] },
  inspector: { id: 'kiem-tra-sen-ho', name: 'Hà Minh Tâm', roles: ['inspector'], scope: ['*'] },
};

/** Payments above it wait for a second person. */
const limit = 20_000_000;

const settings = {
  name: 'Quỹ khuyến học xã Sen Hồ',
  place: { name: 'Xã Sen Hồ' },
  published: true,
  goal: { amount: 1_200_000_000, by: '2026-12-31' },
  plan: {
    2026: {
      'hoc-bong': 110_000_000,
      'khen-thuong': 100_000_000,
      'nguoi-lon': 6_000_000,
      'quan-ly': 4_000_000,
    },
  },
  categories: fundPresets.internal.categories,
  approvalLimit: limit,
  smallestGroup: 5,
  // All of it is late where it is entered today.
  lateAfterDays: remote ? 3_660 : 31,
  regime: 'internal',
  opened: '2022-01-01',
  opening: { cash: 4_200_000, bank: 86_300_000, kind: 0 },
};

/** Recipients with names: some families agreed to publish them, some of the awards are still to be paid. */
const listRound = roundId(fund, 'hoc-bong-hoa-sen', '2026');
const names = [
  'Nguyễn Văn An',
  'Trần Thị Bưởi',
  'Lê Đức Cường',
  'Phạm Thị Dịu',
  'Vũ Minh Đạt',
  'Đỗ Thu Giang',
].concat([
  'Hoàng Văn Hiếu',
  'Bùi Thị Khuê',
  'Ngô Quang Lâm',
  'Mai Thị Ngân',
  'Đinh Công Phú',
  'Tạ Thị Quyên',
]);
const bothAgreed = (name) => [
  { giver: 'child', name, form: 'paper', textVersion: 'vi-du' },
  { giver: 'representative', name: `Phụ huynh em ${name}`, form: 'paper', textVersion: 'vi-du' },
];
const awards = names.map((name, n) => ({
  id: `${fund}-em-${String(n + 1).padStart(2, '0')}`,
  level: 'suat-hoa-sen',
  who: { name, grade: n < 9 ? 'lớp 8' : 'lớp 9', school: 'THCS Sen Hồ', born: n < 9 ? 2013 : 2012 },
  consents: n < 2 ? bothAgreed(name) : [],
}));

/** Sends commands as somebody at a time of the example. Ids are the same in each tab: what was done already is done once. */
function sender() {
  let clock = new Date();
  const backends = {};
  let count = 0;
  const versions = new Map();
  return {
    versionOf: (id) => versions.get(id) ?? 0,
    async send(who, at, kind, record, expected, payload) {
      clock = new Date(at);
      backends[who] ??= backendFor(people[who], { now: () => clock });
      const id = `vi-du-so-quy-${(count += 1)}`;
      const [receipt] = await backends[who].execute([{ id, kind, record, expected, payload }]);
      if (receipt.status !== 'applied' && receipt.status !== 'duplicate')
        throw new Error(`${kind}: ${JSON.stringify(receipt)}`);
      for (const { id: changed, version } of receipt.records) versions.set(changed, version);
    },
    query: (name, params) => {
      backends.treasurer ??= backendFor(people.treasurer, { now: () => clock });
      return backends.treasurer.query(name, params);
    },
    dispose: () => Promise.all(Object.values(backends).map((backend) => backend.dispose())),
  };
}

/**
 * Puts the example into the store, once, by one tab at a time; what an earlier visit left half done is done to its end. On a
 * server others may do the same at the same time: a command is done once, whoever sends it.
 */
export function seedFund() {
  // Locks are there on https and on this machine alone.
  return globalThis.navigator.locks ? globalThis.navigator.locks.request('vi-du-so-quy', fill) : fill();
}

async function fill() {
  const desk = sender();
  try {
    // The list of recipients comes last of all.
    const { items } = await desk.query('funds.list', {});
    const known = items.some(({ id }) => id === fund);
    if (known && (await desk.query('awards.list', { fund })).items.some(({ paid }) => paid)) return;
    await desk.send('treasurer', '2022-01-01T01:00:00.000Z', 'fund.open', fund, 0, settings);
    for (const year of years) await oneYear(desk, year);
    await lastThings(desk);
  } finally {
    await desk.dispose();
  }
}

async function oneYear({ send, versionOf }, year) {
  for (const { id, title, kind, criteria, levels } of rounds)
    await send('treasurer', `${year}-01-16T02:00:00.000Z`, 'round.open', roundId(fund, id, year), 0, {
      fund,
      title: title(year),
      kind,
      year,
      criteria,
      levels: levels.map(({ id: level, label, amount }) => ({ id: level, label, amount })),
      discreet: true,
    });
  const lines = linesOf(fund, year);
  for (const month of new Set(lines.map(({ date }) => date.slice(0, 7)))) {
    const rows = lines.filter(({ date }) => date.startsWith(month));
    const act = `${fund}-${month}`;
    await send('treasurer', `${month}-28T02:00:00.000Z`, 'fund.import', act, 0, { fund, rows });
    if (rows.some(({ kind, amount }) => kind === 'payment' && amount > limit))
      await send('second', `${month}-28T08:00:00.000Z`, 'fund.approve', act, 1, {});
  }
  for (const { id } of rounds) {
    const round = roundId(fund, id, year);
    await send('treasurer', `${year}-10-30T02:00:00.000Z`, 'round.close', round, versionOf(round), {});
  }
  if (year === '2024') await oneMistake(send);
  if (year === years.at(-1)) return;
  const january = `${Number(year) + 1}-01-15T02:00:00.000Z`;
  await send('treasurer', january, 'fund.close', fund, versionOf(fund), { year });
}

/** A payment that was entered twice, and taken back. */
async function oneMistake(send) {
  const details = { salt: salt(9_101), purpose: 'In giấy mời lễ tổng kết' };
  const draft = {
    kind: 'payment',
    account: 'cash',
    category: 'quan-ly',
    amount: 450_000,
    date: '2024-12-20',
  };
  const payload = { fund, ...draft, voucher: 'next', details };
  await send('treasurer', '2024-12-20T02:00:00.000Z', 'fund.record', `${fund}-giay-moi`, 0, payload);
  await send('treasurer', '2024-12-20T02:01:00.000Z', 'fund.record', `${fund}-giay-moi-2`, 0, {
    ...payload,
    details: { ...details, salt: salt(9_102) },
  });
  const count = years.slice(0, 3).reduce((sum, year) => sum + linesOf(fund, year).length, 0) + 2;
  await send('treasurer', '2024-12-21T02:00:00.000Z', 'fund.reverse', `${fund}.${count}`, 1, {
    date: '2024-12-21',
    details: { salt: salt(9_103), reason: 'Ghi hai lần một phiếu chi' },
  });
}

/** What the desk has to do: a payment that waits, and awards of which some are paid. */
async function lastThings({ send }) {
  await send('treasurer', '2026-11-10T02:00:00.000Z', 'fund.record', `${fund}-cho-duyet`, 0, {
    fund,
    kind: 'payment',
    account: 'bank',
    category: 'xay-dung-mo-hinh',
    amount: 24_000_000,
    date: '2026-11-10',
    voucher: 'next',
    party: {
      salt: salt(9_001),
      name: 'Trung tâm học tập cộng đồng xã Sen Hồ',
      kind: 'organisation',
      anonymous: false,
    },
    details: { salt: salt(9_002), purpose: 'Tủ sách cho tám thôn' },
  });
  await send('treasurer', '2026-11-12T02:00:00.000Z', 'round.open', listRound, 0, {
    fund,
    title: 'Học bổng Hoa Sen năm 2026',
    kind: 'scholarship',
    year: '2026',
    criteria: 'Học sinh trung học cơ sở tiến bộ nhiều trong năm học, do nhà trường giới thiệu.',
    levels: [{ id: 'suat-hoa-sen', label: { vi: 'Suất Hoa Sen' }, amount: 500_000 }],
    discreet: false,
  });
  const adding = { round: listRound, salt: salt(9_003), awards };
  await send('treasurer', '2026-11-12T02:10:00.000Z', 'award.add', `${fund}-danh-sach`, 0, adding);
  await send('treasurer', '2026-11-14T02:00:00.000Z', 'round.pay', `${fund}-hoa-sen`, 0, {
    fund,
    round: listRound,
    awards: awards.slice(0, 9).map(({ id }) => id),
    account: 'bank',
    category: 'hoc-bong',
    date: '2026-11-14',
    voucher: 'next',
    details: { salt: salt(9_004), purpose: 'Học bổng Hoa Sen, đợt 1' },
  });
}
