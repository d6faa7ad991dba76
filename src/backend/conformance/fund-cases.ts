import { ensure, failsWith, receiptOf, same } from './assertions.js';
import type { CaseScript } from './conformance.js';
import {
  colleague,
  ensureSound,
  inspector,
  lastYear,
  ledgerOf,
  newSalt,
  openFund,
  paymentDraft,
  publicLedgerOf,
  receiptDraft,
  today,
  treasurer,
} from './fund-scene.js';
import { command, newId, officer, reviewer, signer } from './scene.js';

const keeps: CaseScript = {
  name: 'keeps a ledger whose chain and balances hold',
  async run(scene) {
    const { fund, backend, record, must, get } = await openFund(scene);
    await record(receiptDraft());
    await record(paymentDraft({ account: 'cash' }));
    const move = {
      kind: 'move' as const,
      account: 'bank' as const,
      to: 'cash' as const,
      amount: 7,
      date: today,
    };
    await record({ ...move, details: { salt: newSalt() } });
    await must('fund.reverse', `${fund}.1`, 1, {
      date: today,
      details: { salt: newSalt(), reason: 'Ghi nhầm' },
    });
    const stored = await get();
    same(stored.balances, { cash: 800_007, bank: 19_999_993, kind: 0 }, 'the balances');
    same(
      [stored.count, stored.vouchers[`${today.slice(0, 4)}-receipt`]],
      [4, [1, 1]],
      'entries and vouchers',
    );
    const { entries, secrets } = await ledgerOf(backend, fund);
    same(
      entries.map(({ no, reverses }) => [no, reverses ?? 0]),
      [
        [1, 0],
        [2, 0],
        [3, 0],
        [4, 1],
      ],
      'the entries',
    );
    ensureSound(stored, entries);
    same([secrets[0]?.reversedBy, secrets[3]?.details?.reason], [4, 'Ghi nhầm'], 'the private parts');
  },
};

const once: CaseScript = {
  name: 'enters one command in a ledger once, also after its private part was erased',
  async run(scene) {
    const { fund, backend, must, get } = await openFund(scene);
    const party = { salt: newSalt(), name: 'Bà Cao Thị Rạng', kind: 'person' as const, anonymous: false };
    const one = command('fund.record', newId(), 0, { fund, ...receiptDraft({ party }) });
    const first = receiptOf(await scene.send(backend, one), 'applied', 'the first time');
    same(
      first.records.map(({ type, id }) => [type, id]),
      [
        ['fund', fund],
        ['entry', `${fund}.1`],
      ],
      'records in the receipt',
    );
    const again = receiptOf(await scene.send(backend, structuredClone(one)), 'duplicate', 'the second time');
    same(again.records, first.records, 'records of the duplicate');
    await must('fund.erase', `${fund}.1`, 1, { what: ['party', 'details'] });
    receiptOf(await scene.send(backend, structuredClone(one)), 'duplicate', 'after it was erased');
    const other = { ...one, payload: { ...one.payload, amount: 1 } };
    same(
      receiptOf(await scene.send(backend, other), 'rejected', 'another body').code,
      'id-reused',
      'the code',
    );
    const someone = await scene.as(colleague);
    same(
      receiptOf(await scene.send(someone, one), 'rejected', 'another person').code,
      'id-reused',
      'the code',
    );
    same((await get()).count, 1, 'entries');
  },
};

const together: CaseScript = {
  name: 'lets two treasurers enter at the same time, one entry after the other',
  async run(scene) {
    const { fund, backend, get } = await openFund(scene);
    const there = await scene.as(colleague);
    const acts = [1, 2, 3].flatMap((amount) =>
      [backend, there].map((who) =>
        scene.send(who, command('fund.record', newId(), 0, { fund, ...receiptDraft({ amount }) })),
      ),
    );
    same(
      (await Promise.all(acts)).map(({ status }) => status),
      Array(6).fill('applied'),
      'the receipts',
    );
    const { entries } = await ledgerOf(backend, fund);
    same(
      entries.map(({ no }) => no),
      [1, 2, 3, 4, 5, 6],
      'the numbers',
    );
    same(entries.map(({ voucher }) => voucher).sort(), [1, 2, 3, 4, 5, 6], 'the vouchers');
    const stored = await get();
    same(stored.balances.bank, 20_000_012, 'the balance');
    ensureSound(stored, entries);
  },
};

const rights: CaseScript = {
  name: 'shows a fund to those in charge, lets treasurers alone enter, and hides what is not published',
  async run(scene) {
    const { fund, record, send } = await openFund(scene, { published: false });
    await record(receiptDraft());
    for (const actor of [inspector, signer]) {
      const backend = await scene.as(actor);
      same((await ledgerOf(backend, fund)).entries.length, 1, `entries that ${actor.roles[0] ?? ''} reads`);
      const act = await send('fund.record', newId(), 0, { fund, ...receiptDraft() }, backend);
      same(receiptOf(act, 'rejected', 'somebody who looks on').code, 'forbidden', 'the code');
    }
    for (const actor of [officer, reviewer, { ...treasurer, id: 'treasurer-3', scope: ['quy-khac'] }]) {
      const backend = await scene.as(actor);
      for (const query of ['fund.ledger', 'fund.pending', 'rounds.list', 'awards.list'] as const)
        await failsWith(backend.query(query, { fund }), ['forbidden'], `${query} of another fund`);
      await failsWith(backend.query('fund.get', { id: fund }), ['forbidden'], 'fund.get of another fund');
      same((await backend.query('funds.list', {})).items, [], 'a list of funds');
      const act = await send('fund.record', newId(), 0, { fund, ...receiptDraft() }, backend);
      same(receiptOf(act, 'rejected', 'a stranger').code, 'forbidden', 'the code for a stranger');
    }
    const visitor = await scene.as(null);
    await failsWith(visitor.query('funds.list', {}), ['unauthenticated'], "a visitor's list of funds");
    await failsWith(visitor.query('fund.ledger', { fund }), ['unauthenticated'], "a visitor's ledger");
    for (const query of ['public.fund.ledger', 'public.awards.list'] as const)
      await failsWith(visitor.query(query, { fund }), ['not-found'], `${query} of a hidden fund`);
    await failsWith(visitor.query('public.fund.get', { id: fund }), ['not-found'], 'a hidden fund');
    same((await visitor.query('public.funds.list', {})).items, [], 'a list of published funds');
  },
};

const approval: CaseScript = {
  name: 'keeps a payment above the limit out of the ledger until a second person approves it',
  async run(scene) {
    const { fund, backend, send, must, get } = await openFund(scene);
    const [id, other] = [newId(), newId()];
    const big = paymentDraft({ amount: 5_000_001, details: { salt: newSalt(), purpose: 'Mua máy tính' } });
    await must('fund.record', id, 0, { fund, ...big });
    await must('fund.record', other, 0, { fund, ...big });
    const waiting = await get();
    same([waiting.count, waiting.balances.bank, waiting.waiting.length], [0, 20_000_000, 2], 'the fund');
    const list = await backend.query('fund.pending', { fund, state: 'waiting' });
    same(list.items.map((one) => one.id).sort(), [id, other].sort(), 'what waits');
    const own = receiptOf(await send('fund.approve', id, 1, {}), 'rejected', 'his own');
    same(own.code, 'own-entry', 'the code for his own');
    const second = await scene.as(signer);
    await must('fund.approve', id, 1, {}, second);
    await must('fund.refuse', other, 1, { salt: newSalt(), reason: 'Chưa có hóa đơn' }, second);
    const after = await get();
    same([after.count, after.balances.bank, after.waiting], [1, 14_999_999, []], 'the fund');
    const { entries, secrets } = await ledgerOf(second, fund);
    same(
      [entries[0]?.approved, secrets[0]?.by.id, secrets[0]?.approvedBy?.id],
      [true, treasurer.id, signer.id],
      'who',
    );
    ensureSound(after, entries);
    const decided = (await backend.query('fund.pending', { fund })).items;
    same(decided.filter(({ draft }) => draft).length, 0, 'private parts that lie with what was decided');
  },
};

const bulk: CaseScript = {
  name: 'imports all rows or none, and answers a ledger of several pages',
  async run(scene) {
    const { fund, backend, send, must, get } = await openFund(scene);
    const rows = Array.from({ length: 600 }, (_none, i) => receiptDraft({ amount: i + 1 }));
    const bad = [...rows.slice(0, 2), receiptDraft({ category: 'khong-co' }), receiptDraft({ voucher: 1 })];
    const refused = receiptOf(
      await send('fund.import', newId(), 0, { fund, rows: bad }),
      'rejected',
      'bad rows',
    );
    same(
      [refused.code, refused.path],
      ['rows', ['rows', '3.invalid.category', '4.already-exists.voucher']],
      'code and path',
    );
    same((await get()).count, 0, 'entries after an import that was refused');
    await must('fund.import', newId(), 0, { fund, rows });
    await must('fund.record', newId(), 0, { fund, ...paymentDraft() });
    const { entries, pages } = await ledgerOf(backend, fund);
    same([entries.length, pages], [601, 2], 'entries and pages');
    ensureSound(await get(), entries);
    const later = await backend.query('fund.ledger', { fund, from: 600 });
    same([later.items.length, later.items[0]?.entries.first], [1, 513], 'pages from number 600 on');
    same((await backend.query('fund.ledger', { fund, from: 700 })).items, [], 'pages after the end');
    const visitor = await scene.as(null);
    const seen = await publicLedgerOf(visitor, fund);
    ensureSound(seen.fund, seen.entries);
  },
};

const closing: CaseScript = {
  name: 'moves nothing in a year that is closed',
  async run(scene) {
    const { fund, send, must, get, record } = await openFund(scene);
    await record(receiptDraft({ date: `${lastYear}-06-01` }));
    const { version } = await get();
    const current = receiptOf(
      await send('fund.close', fund, version, { year: today.slice(0, 4) }),
      'rejected',
      'a year that is not over',
    );
    same(current.code, 'wrong-state', 'the code');
    await must('fund.close', fund, version, { year: lastYear });
    const late = receiptOf(
      await send('fund.record', newId(), 0, { fund, ...receiptDraft({ date: `${lastYear}-12-31` }) }),
      'rejected',
      'an entry dated in it',
    );
    same([late.code, late.path], ['closed', ['date']], 'code and path');
    const [closed] = (await get()).years;
    same(
      [closed?.receipts, closed?.closing.bank, closed?.count],
      [500_000, 20_500_000, 1],
      'the closed year',
    );
  },
};

const between: CaseScript = {
  name: 'moves money between two funds in one act, or not at all',
  async run(scene) {
    const here = await openFund(scene);
    const there = await openFund(scene);
    const side = { account: 'bank' as const, details: { salt: newSalt() } };
    const send = (amount: number) => ({
      fund: here.fund,
      to: there.fund,
      amount,
      date: today,
      from: { ...side, category: 'chuyen-quy' },
      into: { ...side, category: 'nhan-chuyen' },
    });
    const wrong = { ...send(1_000_000), into: { ...side, category: 'khong-co' } };
    receiptOf(await here.send('fund.transfer', newId(), 0, wrong), 'rejected', 'a wrong other side');
    await here.must('fund.transfer', newId(), 0, send(1_000_000));
    const [one, other] = await Promise.all([here.get(), there.get()]);
    same([one.balances.bank, other.balances.bank], [19_000_000, 21_000_000], 'the balances');
    for (const each of [here, there]) {
      const { entries } = await ledgerOf(each.backend, each.fund);
      ensure(entries.length === 1 && entries[0]?.transfer, 'each side must have one entry with the transfer');
      ensureSound(await each.get(), entries);
    }
  },
};

const settingsTold: CaseScript = {
  name: 'tells those in charge who loosened the limit and set it back, and strangers nothing of it',
  async run(scene) {
    const { fund, backend, must, get } = await openFund(scene);
    await must('fund.update', fund, (await get()).version, { approvalLimit: null });
    await must('fund.record', newId(), 0, { fund, ...paymentDraft({ amount: 5_000_001 }) });
    await must('fund.update', fund, (await get()).version, { approvalLimit: 5_000_000 });
    const told = (await get()).changes?.map(({ what, from, to, by }) => [what, from, to, by.id]);
    const limit = 'approvalLimit';
    same(
      told,
      [
        [limit, 5_000_000, undefined, treasurer.id],
        [limit, undefined, 5_000_000, treasurer.id],
      ],
      'the changes',
    );
    const { items } = await backend.query('public.fund.get', { id: fund });
    ensure(!JSON.stringify(items).includes(treasurer.id), 'a stranger must not read who changed what');
  },
};

export const fundCases: CaseScript[] = [
  keeps,
  once,
  together,
  rights,
  approval,
  bulk,
  closing,
  between,
  settingsTold,
];
