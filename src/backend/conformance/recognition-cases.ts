import { dateInVietnam } from '../../domain/civil-date.js';
import { standing } from '../../domain/standing.js';
import { MOST_IDS } from '../../domain/most-ids.js';
import type { PublicRecognition } from '../../domain/recognition.schema.js';
import type { Backend } from '../port.js';
import { ensure, failsWith, receiptOf, same } from './assertions.js';
import type { CaseScript } from './conformance.js';
import { grantOf, verified } from './judging.js';
import { command, createScene, newId, officer, signer, stranger } from './scene.js';

/** The title as a visitor gets it. */
async function shownTo(visitor: Backend, id: string): Promise<PublicRecognition> {
  return badge(visitor, id).catch((error: Error) => {
    throw new Error(`a title must be shown to a visitor, but: ${error.message}`, { cause: error });
  });
}

async function badge(backend: Backend, id: string): Promise<PublicRecognition> {
  const { items } = await backend.query('recognition.get', { id });
  const [item] = items;
  ensure(items.length === 1 && item, `recognition.get must answer one item, got ${items.length}`);
  return item;
}

const many: CaseScript = {
  name: 'grants many titles by one decision, with a record of each and of the decision',
  async run(scene) {
    const { ids, subjects, signing } = await verified(scene, 3);
    const grant = grantOf(ids);
    const receipt = receiptOf(await scene.send(signing, grant), 'applied', 'recognition.grant');
    for (const type of ['recognition', 'assessment'])
      same(
        receipt.records.flatMap((one) => (one.type === type ? [one.id] : [])).sort(),
        [...ids].sort(),
        `records of type ${type} in the receipt`,
      );
    receiptOf(await scene.send(signing, structuredClone(grant)), 'duplicate', 'the same decision again');
    const [decision] = (await signing.query('decision.get', { id: grant.record })).items;
    same(
      [decision?.recognitions, decision?.number, decision?.legalBases],
      [ids, '05/QĐ-HKH', ['Kế hoạch mẫu']],
      'the decision',
    );
    const of = await signing.query('recognitions.list', { decision: grant.record, limit: 2 });
    ensure(of.items.length === 2 && of.next !== undefined, 'a list of titles must come page by page');
    const rest = await signing.query('recognitions.list', {
      decision: grant.record,
      limit: 2,
      cursor: of.next,
    });
    const titles = [...of.items, ...rest.items];
    same(titles.map(({ id }) => id).sort(), [...ids].sort(), 'the titles of the decision');
    same(titles.map(({ status }) => status?.index).sort(), [0, 1, 2], 'their places in the status list');
    const [subject = ''] = subjects;
    const own = await (await scene.as(officer)).query('recognitions.list', { subject });
    same(
      own.items.map(({ id, validUntil }) => [id, validUntil]),
      [[ids[0], '2027-12-05']],
      "a subject's titles, to its owner",
    );
    const assessed = await scene.getAssessment(signing, ids[0] ?? '');
    same([assessed.state, assessed.decision?.id], ['recognised', grant.record], 'the assessment');
  },
};

const allOrNothing: CaseScript = {
  name: 'grants no title where one of a decision is wrong, and says which',
  async run(scene) {
    const { ids, signing } = await verified(scene, 2);
    const [first = '', second = ''] = ids;
    const refused = command('recognition.refuse', second, 5, { reason: 'Chưa đủ' });
    receiptOf(await scene.send(signing, refused), 'applied', 'recognition.refuse');
    const late = grantOf(ids);
    const stale = receiptOf(await scene.send(signing, late), 'conflict', 'one that changed since');
    same(stale.current.type === 'assessment' && stale.current.value.id, second, 'the one that changed');
    const grant = grantOf(ids);
    for (const one of grant.payload.grants) if (one.assessment === second) one.expected = 6;
    const wrong = receiptOf(await scene.send(signing, grant), 'rejected', 'one that was refused');
    same([wrong.code, wrong.path], ['wrong-state', ['grants', second]], 'code and path');
    same((await scene.getAssessment(signing, first)).version, 5, 'the version of the other one');
    same((await signing.query('recognitions.list', {})).items, [], 'titles');
    await failsWith(badge(signing, first), ['not-found'], 'the title of the other one');
    await failsWith(
      signing.query('decision.get', { id: grant.record }),
      ['not-found'],
      'a decision that was refused',
    );
    receiptOf(await scene.send(signing, grantOf([first])), 'applied', 'the other one alone');
  },
};

const own: CaseScript = {
  name: 'lets nobody grant or revoke a title of his own, or without the right to it',
  async run(scene) {
    const { ids, signing } = await verified(scene, 1);
    const [id = ''] = ids;
    const himself = await scene.as({ ...signer, id: officer.id });
    const receipt = receiptOf(await scene.send(himself, grantOf(ids)), 'rejected', 'his own');
    same([receipt.code, receipt.path], ['own-assessment', ['grants', id]], 'code and path for his own');
    const author = receiptOf(
      await scene.send(await scene.as(officer), grantOf(ids)),
      'rejected',
      'the author',
    );
    same(author.code, 'forbidden', 'the code without the role');
    receiptOf(await scene.send(signing, grantOf(ids)), 'applied', 'the signer');
    const revoke = command('recognition.revoke', id, 1, { reason: 'Sai phạm' });
    same(
      receiptOf(await scene.send(himself, revoke), 'rejected', 'revoking his own').code,
      'own-assessment',
      'the code for revoking his own',
    );
  },
};

const publicRead: CaseScript = {
  name: 'shows a title to anybody, without anything private',
  async run(scene) {
    const { ids, signing } = await verified(scene, 1);
    const [id = ''] = ids;
    const grant = grantOf(ids);
    receiptOf(await scene.send(signing, grant), 'applied', 'recognition.grant');
    const visitor = await scene.as(null);
    ensure(visitor.capabilities.publicRead, 'a back end that shows titles must say publicRead');
    const shown = await shownTo(visitor, id);
    same(
      [shown.subjectName, shown.outcome, shown.outcomeLabel, shown.place, shown.decision.issuer.name],
      ['Trường THCS Nguyễn Du', 'pass', { vi: 'Đạt' }, { name: 'Xã Mẫu' }, 'Hội Khuyến học xã Mẫu'],
      'what is shown',
    );
    same(shown.criteriaStatus, scene.set.status, 'whether the criteria were a sample');
    same(shown.criteriaTitle, scene.set.title, 'what the criteria are called');
    same(
      shown.series.map(({ cycle, state }) => [cycle, state]),
      [['2026', standing(shown, dateInVietnam(new Date().toISOString()))]],
      'the series',
    );
    const secret = ['owner', 'assessmentId', 'subjectId', 'score', 'revokedReason', 'createdAt', 'answers'];
    const leaked = secret.filter((key) => key in shown);
    same(leaked, [], 'private fields that a visitor can read');
    same(await badge(signing, id), shown, 'the same title to the signer');
    await failsWith(
      visitor.query('recognitions.list', {}),
      ['unauthenticated'],
      "a visitor's list of titles",
    );
    await failsWith(
      visitor.query('decisions.list', {}),
      ['unauthenticated'],
      "a visitor's list of decisions",
    );
    await failsWith(badge(visitor, newId()), ['not-found'], 'a title that is not there');
    const other = await scene.as(stranger);
    same((await other.query('recognitions.list', {})).items, [], "a stranger's list of titles");
    same((await other.query('decisions.list', {})).items, [], "a stranger's list of decisions");
    await failsWith(
      other.query('decision.get', { id: grant.record }),
      ['forbidden', 'not-found'],
      "a stranger's decision.get",
    );
    const mine = await (await scene.as(officer)).query('decision.get', { id: grant.record });
    same(
      mine.items.map((one) => one.id),
      [grant.record],
      'the decision, to whom it names',
    );
  },
};

const consented: CaseScript = {
  name: "shows a family's title to strangers only while its publication is consented to",
  async run(_scene, harness) {
    const families = await createScene(harness, 4, 'family');
    try {
      const { ids, subjects, signing } = await verified(families, 1);
      const [id = ''] = ids;
      const [subjectId = ''] = subjects;
      receiptOf(await families.send(signing, grantOf(ids)), 'applied', 'recognition.grant');
      const author = await families.as(officer);
      const strangers = [await families.as(null), await families.as(stranger)];
      const hidden = async (when: string): Promise<void> => {
        for (const one of strangers)
          await failsWith(badge(one, id), ['not-found'], `a family's title ${when}`);
        for (const one of [author, signing])
          same((await badge(one, id)).id, id, `to those concerned ${when}`);
      };
      const consent = newId();
      const give = command('consent.give', consent, 0, {
        subjectId,
        purpose: 'publication',
        textVersion: '1',
        giver: 'self',
        giverName: officer.name,
        form: 'digital',
      });
      await hidden('without consent');
      receiptOf(await families.send(author, give), 'applied', 'consent.give');
      for (const one of strangers) same((await shownTo(one, id)).id, id, 'the title with consent');
      const withdraw = command('consent.withdraw', consent, 1, {});
      receiptOf(await families.send(author, withdraw), 'applied', 'consent.withdraw');
      await hidden('after consent was withdrawn');
    } finally {
      await families.end();
    }
  },
};

const renamed: CaseScript = {
  name: 'says what the place of a title is called now',
  async run(scene) {
    const { ids, subjects, signing } = await verified(scene, 1);
    const [id = ''] = ids;
    const [subject = ''] = subjects;
    receiptOf(await scene.send(signing, grantOf(ids)), 'applied', 'recognition.grant');
    const visitor = await scene.as(null);
    ensure(
      (await shownTo(visitor, id)).placeNow === undefined,
      'a place of the same name must not be named twice',
    );
    const author = await scene.as(officer);
    const [known] = (await author.query('subject.get', { id: subject })).items;
    const place = { name: 'Xã Mới', code: '00002' };
    const update = command('subject.update', subject, known?.version ?? 1, { place });
    receiptOf(await scene.send(author, update), 'applied', 'subject.update');
    const shown = await shownTo(visitor, id);
    same([shown.place, shown.placeNow], [{ name: 'Xã Mẫu' }, place], 'the place then and now');
  },
};

const revoked: CaseScript = {
  name: 'keeps the signed badge, and revokes a title with a reason',
  async run(scene) {
    const { ids, signing } = await verified(scene, 2);
    const [id = '', other = ''] = ids;
    receiptOf(await scene.send(signing, grantOf(ids)), 'applied', 'recognition.grant');
    const credential = 'eyJhbGciOiJFUzI1NiJ9.'.padEnd(60_000, 'x');
    const attach = command('recognition.attach', id, 1, { credential });
    receiptOf(await scene.send(signing, attach), 'applied', 'recognition.attach');
    ensure(
      (await shownTo(await scene.as(null), id)).credential === credential,
      'the badge must come back whole',
    );
    const tooLong = command('recognition.attach', other, 1, { credential: 'x'.repeat(65_537) });
    same(
      receiptOf(await scene.send(signing, tooLong), 'rejected', 'a badge of more than 64 kB').code,
      'invalid',
      'the code of a badge that is too long',
    );
    const late = command('recognition.revoke', id, 1, { reason: 'Sai phạm' });
    receiptOf(await scene.send(signing, late), 'conflict', 'revoking an earlier version');
    const revoke = command('recognition.revoke', id, 2, { reason: 'Sai phạm' });
    receiptOf(await scene.send(signing, revoke), 'applied', 'recognition.revoke');
    const [left] = (await signing.query('recognitions.list', { state: 'revoked' })).items;
    same([left?.id, left?.revokedReason], [id, 'Sai phạm'], 'the list of revoked titles');
    const shown = await shownTo(await scene.as(null), id);
    same([shown.state, shown.series[0]?.state], ['revoked', 'revoked'], 'what a visitor reads');
    same((await scene.getAssessment(signing, id)).state, 'revoked', 'the assessment');
    same((await badge(signing, other)).state, 'granted', 'the other title');
  },
};

const atOnce: CaseScript = {
  name: 'gives each title a place of its own, even where two decisions are made at the same time',
  async run(scene) {
    const { ids, signing } = await verified(scene, 6);
    const second = await scene.as({ ...signer, id: 'signer-2' });
    await second.query('recognitions.list', {});
    const receipts = await Promise.all([
      scene.send(signing, grantOf(ids.slice(0, 3))),
      scene.send(second, grantOf(ids.slice(3))),
    ]);
    same(
      receipts.map(({ status }) => status),
      ['applied', 'applied'],
      'the two receipts',
    );
    const { items } = await signing.query('recognitions.list', { statusList: 'revocation-1' });
    same(items.map(({ status }) => status?.index).sort(), [0, 1, 2, 3, 4, 5], 'places in the status list');
    for (const half of [ids.slice(0, 3), ids.slice(3)]) {
      const places = half.map((id) => items.find((one) => one.id === id)?.status?.index ?? -1);
      const [start = 0] = places;
      same(places, [start, start + 1, start + 2], 'places of one decision, in the order of its list');
    }
  },
};

const apart: CaseScript = {
  name: 'keeps the titles of two tenants apart',
  async run(scene, harness) {
    const { ids, signing } = await verified(scene, 1);
    const [id = ''] = ids;
    const grant = grantOf(ids);
    receiptOf(await scene.send(signing, grant), 'applied', 'recognition.grant');
    const elsewhere = await createScene(harness);
    try {
      const there = await elsewhere.as(signer);
      await failsWith(badge(there, id), ['not-found'], "the other tenant's title");
      same((await there.query('recognitions.list', {})).items, [], "the other tenant's titles");
      same((await there.query('decisions.list', {})).items, [], "the other tenant's decisions");
      await failsWith(
        there.query('decision.get', { id: grant.record }),
        ['not-found', 'forbidden'],
        "the other tenant's decision",
      );
      const revoke = command('recognition.revoke', id, 1, { reason: 'Sai phạm' });
      receiptOf(await elsewhere.send(there, revoke), 'rejected', "revoking the other tenant's title");
      const more = await verified(elsewhere, 1);
      receiptOf(await elsewhere.send(more.signing, grantOf(more.ids)), 'applied', 'a title there');
      const [theirs] = (await more.signing.query('recognitions.list', {})).items;
      same(theirs?.status?.index, 0, "the first place of the other tenant's own list");
    } finally {
      await elsewhere.end();
    }
  },
};

const named: CaseScript = {
  name: 'lists the titles of the subjects that are named alone, where it says that it knows them',
  async run(scene) {
    const { ids, subjects, signing } = await verified(scene, 3);
    if (!signing.capabilities.named) return;
    receiptOf(await scene.send(signing, grantOf(ids)), 'applied', 'recognition.grant');
    const [first = '', second = ''] = subjects;
    const asked = { subjects: [second, first, first, newId()], limit: 1 };
    const page = await signing.query('recognitions.list', asked);
    ensure(page.items.length === 1 && page.next !== undefined, 'they must come page by page');
    const rest = await signing.query('recognitions.list', { ...asked, cursor: page.next });
    same(
      [...page.items, ...rest.items].map(({ subjectId }) => subjectId).sort(),
      [first, second].sort(),
      'whose titles come',
    );
    same(rest.next, undefined, 'a page after the last title');
    const revoked = await signing.query('recognitions.list', { subjects, state: 'revoked' });
    same(revoked.items, [], 'their titles that were revoked');
    same((await signing.query('recognitions.list', { subjects: [] })).items, [], 'the titles of none');
    const other = await scene.as(stranger);
    same((await other.query('recognitions.list', { subjects })).items, [], 'their titles, to a stranger');
    const many = Array.from({ length: MOST_IDS + 1 }, newId);
    await failsWith(signing.query('recognitions.list', { subjects: many }), ['invalid'], 'more than 200');
  },
};

export const recognitionCases: CaseScript[] = [
  many,
  named,
  allOrNothing,
  own,
  publicRead,
  consented,
  renamed,
  revoked,
  atOnce,
  apart,
];
