import type { Recipient } from '../../domain/fund/round.schema.js';
import type { QueryName } from '../../domain/query.schema.js';
import type { Backend } from '../port.js';
import { ensure, same } from './assertions.js';
import type { CaseScript } from './conformance.js';
import {
  ensureSound,
  inspector,
  ledgerOf,
  newSalt,
  openFund,
  publicLedgerOf,
  receiptDraft,
  today,
  type FundScene,
} from './fund-scene.js';
import { newId } from './scene.js';

/** Names and numbers that must not reach a stranger, wherever they were entered. */
export const secrets = {
  child: 'Nguyễn Thị Ngọc Ánh',
  guardian: 'Phạm Hữu Khước',
  school: 'Trường THCS Hồng Quế',
  hamlet: 'Xóm Đồi Chuối',
  poor: 'ho-ngheo',
  anonymous: 'Lương Đức Vĩnh',
  silent: 'Tô Quý Uyên',
  phone: '0912 345 678',
  address: 'Số 5 ngõ Giếng Đá',
  purpose: 'Cảm tạ thầy Khiêm',
  payee: 'Mạc Thị Trâm',
  treasurer: 'Vũ Kim Oanh',
};
/** What strangers do read: who agreed, and an enterprise. */
export const shown = { donor: 'Ông Đoàn Bá Nghĩa', enterprise: 'Công ty TNHH Thạch Lam' };

const person = (name: string, more: object = {}) => ({
  salt: newSalt(),
  name,
  kind: 'person' as const,
  anonymous: false,
  ...more,
});
const consent = { form: 'paper' as const, textVersion: '1' };

/** A fund in whose records all of the above is written down. */
export async function fullFund(
  scene: Parameters<CaseScript['run']>[0],
): Promise<FundScene & { round: string; awards: string[] }> {
  const self = await openFund(scene);
  const { fund, record, must } = self;
  const details = {
    salt: newSalt(),
    purpose: secrets.purpose,
    phone: secrets.phone,
    address: secrets.address,
    note: secrets.child,
    issuer: secrets.payee,
  };
  await record(receiptDraft({ party: person(shown.donor, { consent }), details }));
  await record(receiptDraft({ party: person(shown.enterprise, { kind: 'organisation' }) }));
  await record(receiptDraft({ party: person(secrets.anonymous, { consent, anonymous: true }) }));
  await record(receiptDraft({ party: person(secrets.silent) }));
  const round = newId();
  await must('round.open', round, 0, {
    fund,
    title: 'Khen thưởng năm học',
    kind: 'award',
    year: today.slice(0, 4),
    criteria: 'Đạt giải',
    levels: [
      { id: 'giai-nhat', label: { vi: 'Giải Nhất' }, amount: 100_000 },
      { id: secrets.poor, label: { vi: 'Hộ nghèo' }, amount: 100_000, private: true },
    ],
    discreet: false,
  });
  const awards = Array.from({ length: 6 }, () => newId());
  const who: Recipient = {
    name: secrets.child,
    born: Number(today.slice(0, 4)) - 12,
    grade: 'lớp 6',
    school: secrets.school,
    hamlet: secrets.hamlet,
    guardian: secrets.guardian,
    reason: secrets.poor,
  };
  await must('award.add', newId(), 0, {
    round,
    salt: newSalt(),
    awards: awards.map((id, i) => ({
      id,
      level: i < 5 ? 'giai-nhat' : secrets.poor,
      person: `hs-${secrets.poor}`,
      who: i < 5 ? who : { ...who, grade: 'lớp 9' },
      consents: [{ ...consent, giver: 'representative' as const, name: secrets.guardian }],
    })),
  });
  await must('round.pay', newId(), 0, {
    fund,
    round,
    awards,
    account: 'cash',
    category: 'khen-thuong',
    date: today,
    party: person(secrets.payee, { consent }),
    details: { ...details, salt: newSalt() },
  });
  // What waits is nobody's business either.
  await must('fund.record', newId(), 0, {
    fund,
    ...receiptDraft({
      kind: 'payment',
      category: 'quan-ly',
      amount: 9_000_000,
      party: person(secrets.silent),
      details,
    }),
  });
  return { ...self, round, awards };
}

type PublicQuery = Extract<QueryName, `public.${string}`>;

/** Everything that a stranger can ask about a fund, as text. */
async function publicText(visitor: Backend, fund: string): Promise<string> {
  const { fundQueries } = await import('../../domain/fund/fund-query.schema.js');
  const names = Object.keys(fundQueries).filter((name): name is PublicQuery => name.startsWith('public.'));
  const params = { id: fund, fund };
  return JSON.stringify(await Promise.all(names.map((name) => visitor.query(name, params))));
}

/** A text however it may be written: composed, decomposed, without marks, in capitals or not. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, '');
}

const silence: CaseScript = {
  name: 'answers strangers without a name, a number or a circumstance that they must not read',
  async run(scene) {
    const { fund, round } = await fullFund(scene);
    const visitor = await scene.as(null);
    const text = await publicText(visitor, fund);
    for (const [what, secret] of Object.entries(secrets)) {
      ensure(
        !text.includes(secret) && !plain(text).includes(plain(secret)),
        `a stranger must not read: ${what}`,
      );
    }
    const salts = (await ledgerOf(await scene.as(inspector), fund)).secrets.flatMap(({ details, party }) =>
      [
        details?.salt,
        party?.name === shown.donor || party?.name === shown.enterprise ? '' : party?.salt,
      ].filter(Boolean),
    );
    same(
      salts.filter((salt) => salt && text.includes(salt)),
      [],
      'salts that a stranger can read',
    );
    const seen = await publicLedgerOf(visitor, fund);
    same(
      seen.parties.map(({ no, name }) => [no, name]),
      [
        [1, shown.donor],
        [2, shown.enterprise],
      ],
      'names that are shown',
    );
    ensureSound(seen.fund, seen.entries, seen.parties);
    const lines = (await visitor.query('public.awards.list', { fund, round })).items;
    same(
      lines.map(({ initials, grade, level, count }) => [initials, grade, level, count]),
      [
        ...Array<unknown>(5).fill(['N.T.N.Á.', 'lớp 6', 'giai-nhat', 1]),
        [undefined, undefined, undefined, 1],
      ],
      'recipients that are shown',
    );
    same(
      seen.fund.rounds[0]?.levels.map(({ id }) => id),
      ['giai-nhat'],
      'levels that are shown',
    );
  },
};

const consents: CaseScript = {
  name: 'names a recipient only while everybody who must has agreed, and a donor while he agrees',
  async run(scene) {
    const { fund, round, awards, must } = await fullFund(scene);
    const visitor = await scene.as(null);
    const [id = ''] = awards;
    const named = async (): Promise<string[]> =>
      (await visitor.query('public.awards.list', { fund, round })).items.flatMap(({ name }) => name ?? []);
    const child = { ...consent, giver: 'child' as const, name: secrets.child };
    await must('award.consent', id, 2, { salt: newSalt(), give: child });
    same(await named(), [secrets.child], 'the name, with both consents');
    await must('award.consent', id, 3, { salt: newSalt(), withdraw: 'child' });
    same(await named(), [], 'the name, after one was taken back');
    const donors = async (): Promise<number[]> =>
      (await publicLedgerOf(visitor, fund)).parties.map(({ no }) => no);
    same(await donors(), [1, 2], 'donors that are shown');
    await must('fund.disclose', `${fund}.1`, 1, { consent: null });
    same(await donors(), [2], 'donors that are shown after one took his consent back');
  },
};

const history: CaseScript = {
  name: 'answers what one recipient got over all rounds, and nothing of others',
  async run(scene) {
    const { fund, backend, must } = await openFund(scene);
    const [person, other] = [newId(), newId()];
    const wanted: string[] = [];
    for (const title of ['Đợt 1', 'Đợt 2']) {
      const [round, his, theirs] = [newId(), newId(), newId()];
      await must('round.open', round, 0, {
        fund,
        title,
        kind: 'scholarship',
        year: today.slice(0, 4),
        criteria: '',
        levels: [{ id: 'muc', label: { vi: 'Mức' }, amount: 100_000 }],
        discreet: false,
      });
      const award = (id: string, of: string) => ({
        id,
        person: of,
        level: 'muc',
        who: { name: secrets.child },
        consents: [],
      });
      const both = [award(his, person), award(theirs, other)];
      await must('award.add', newId(), 0, { round, salt: newSalt(), awards: both });
      wanted.push(his);
    }
    const { items } = await backend.query('awards.list', { fund, person });
    same(items.map(({ id }) => id).sort(), wanted.sort(), 'awards of one person');
  },
};

const erasing: CaseScript = {
  name: 'erases a person from everything that can be asked, and keeps the chain whole',
  async run(scene) {
    const { fund, backend, awards, must, get } = await fullFund(scene);
    const before = (await ledgerOf(backend, fund)).entries;
    for (let no = 1; no <= before.length; no += 1) {
      const what: ('party' | 'details')[] = ['party', 'details'];
      await must('fund.erase', `${fund}.${no}`, 1, { what });
    }
    for (const id of awards) await must('award.remove', id, 2, {});
    const [waits] = (await backend.query('fund.pending', { fund })).items;
    await must('fund.refuse', waits?.id ?? '', 1, { salt: newSalt(), reason: 'Hủy' });

    const answers = await Promise.all([
      backend.query('fund.ledger', { fund }),
      backend.query('awards.list', { fund }),
      backend.query('fund.pending', { fund }),
      backend.query('public.fund.ledger', { fund }),
      backend.query('public.awards.list', { fund }),
    ]);
    const text = plain(JSON.stringify(answers));
    const { treasurer: _answerable, poor: _level, ...erased } = { ...secrets, ...shown };
    for (const [what, secret] of Object.entries(erased))
      ensure(!text.includes(plain(secret)), `what was erased must not be answered: ${what}`);
    const after = await ledgerOf(backend, fund);
    same(after.entries, before, 'the entries');
    ensureSound(await get(), after.entries);
  },
};

export const fundPublicCases: CaseScript[] = [silence, consents, history, erasing];
