import type { RegisterParams } from '../../domain/area/area-query.schema.js';
import type { ImportedSubject } from '../../domain/area/area-command.schema.js';
import type { Tally } from '../../domain/area/area-record.schema.js';
import { rowFaults } from '../../domain/fund/row-faults.js';
import type { Backend } from '../port.js';
import { ensure, failsWith, receiptOf, same } from './assertions.js';
import type { CaseScript } from './conformance.js';
import { grantOf, verified } from './judging.js';
import { command, cycle, newId, officer, reviewer, stranger, type Scene } from './scene.js';

const none = { subjects: 0, registered: 0, submitted: 0, verified: 0, recognised: 0, refused: 0 };

async function talliesOf(backend: Backend, of: string): Promise<[string, Tally['counts']][]> {
  const { items } = await backend.query('tallies.list', { cycle: of });
  return items.map(({ place, counts }) => [place, counts]);
}

async function rowsOf(backend: Backend, more: Partial<RegisterParams> = {}): Promise<[string, string][]> {
  const { items } = await backend.query('register.list', { cycle, ...more });
  return items.map(({ name, state }) => [name, state]);
}

const lifted: CaseScript = {
  name: 'keeps tallies and the register with every step to the title',
  async run(scene) {
    const backend = await scene.as(officer);
    const visitor = await scene.as(null);
    same(await talliesOf(visitor, cycle), [], 'tallies of nothing');
    const subject = await scene.register(backend);
    same(await rowsOf(backend), [['Trường THCS Nguyễn Du', 'registered']], 'the register');
    same(await talliesOf(visitor, cycle), [['', { ...none, subjects: 1, registered: 1 }]], 'registered');
    same(await talliesOf(visitor, ''), [['', { ...none, subjects: 1 }]], 'of no year');

    const update = command('subject.update', subject, 1, {
      name: 'Trường THCS Lê Lợi',
      place: { name: 'Xã Sen Hồ', code: '07210' },
    });
    receiptOf(await scene.send(backend, update), 'applied', 'a new name and place');
    same(await rowsOf(backend), [['Trường THCS Lê Lợi', 'registered']], 'the register');
    same(await talliesOf(visitor, cycle), [['07210', { ...none, subjects: 1, registered: 1 }]], 'elsewhere');

    const { ids, subjects, signing } = await verified(scene, 1);
    const counted = { subjects: 1, registered: 1, submitted: 1, verified: 1 };
    same((await talliesOf(visitor, cycle))[0], ['', { ...none, ...counted }], 'verified');
    receiptOf(await scene.send(signing, grantOf(ids)), 'applied', 'the grant');
    same((await talliesOf(visitor, cycle))[0], ['', { ...none, ...counted, recognised: 1 }], 'recognised');
    const { items } = await backend.query('register.list', { cycle, state: ['recognised'] });
    const [row] = items;
    same([items.length, row?.subject, row?.assessment], [1, subjects[0], ids[0]], 'who is recognised');
    ensure(row?.decision?.number !== undefined, 'the row must tell the decision');
    const [next] = (await backend.query('register.list', { cycle: '2027', places: ['07210'] })).items;
    same([next?.subject, next?.state], [subject, 'none'], 'next year');
  },
};

const listing: CaseScript = {
  name: 'lists the register by name, place and words, page by page, to those who may see it',
  async run(scene) {
    const backend = await scene.as(officer);
    const names = ['Đặng Văn Hòa', 'Dương Thị Én', 'An Hoà', 'Bùi Thị Hoa', 'Cao Hòa Bình'];
    for (const name of names) await scene.register(backend, name);
    const sorted = ['An Hoà', 'Bùi Thị Hoa', 'Cao Hòa Bình', 'Đặng Văn Hòa', 'Dương Thị Én'];
    same(
      (await rowsOf(backend)).map(([name]) => name),
      sorted,
      'by name',
    );
    for (const descending of [false, true])
      for (const limit of [1, 2, 5]) {
        const found: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await backend.query('register.list', {
            cycle,
            limit,
            descending,
            ...(cursor !== undefined && { cursor }),
          });
          found.push(...page.items.map(({ name }) => name));
          cursor = page.next;
          ensure(found.length <= names.length, 'paging must come to an end');
        } while (cursor !== undefined);
        same(found, descending ? [...sorted].reverse() : sorted, `pages of ${limit}`);
      }
    const text = async (words: string): Promise<string[]> =>
      (await rowsOf(backend, { text: words })).map(([name]) => name);
    same(await text('hoa binh'), ['Cao Hòa Bình'], 'words in any accents');
    same((await text('HOÀ')).length, 4, 'old and new place of the tone');
    same(await text('khong co'), [], 'words that are nowhere');
    for (const sort of ['place', 'score', 'state', 'updated'] as const)
      same((await rowsOf(backend, { sort })).length, 5, `by ${sort}`);
    same(await rowsOf(backend, { model: 'clan' }), [], 'of another model');
    same((await rowsOf(backend, { subjectGroup: '' })).length, 5, 'of no group');
    same(await rowsOf(backend, { subjectGroup: 'farmers' }), [], 'of a group');
    same((await rowsOf(backend, { state: ['none'] })).length, 0, 'who is not registered');
    same((await rowsOf(await scene.as(stranger))).length, 0, 'to somebody else');
    same((await rowsOf(await scene.as(reviewer))).length, 5, 'to who is in charge');
    await failsWith(rowsOf(await scene.as(null)), ['unauthenticated'], 'the register to a visitor');
    await failsWith(rowsOf(backend, { cycle: '26' }), ['invalid'], 'the register of no year');
    await failsWith(rowsOf(backend, { cursor: 'x' }), ['invalid'], 'a cursor that was not given');
  },
};

const closing: CaseScript = {
  name: 'takes closed subjects off the register, and leaves the titles of past years counted',
  async run(scene) {
    const backend = await scene.as(officer);
    const { ids, subjects, signing } = await verified(scene, 1);
    receiptOf(await scene.send(signing, grantOf(ids)), 'applied', 'the grant');
    const other = await scene.register(backend, 'Trường khác');
    for (const id of [subjects[0]!, other])
      receiptOf(
        await scene.send(backend, command('subject.close', id, 1, { reason: 'Giải thể' })),
        'applied',
        'closing',
      );
    const visitor = await scene.as(null);
    same(await talliesOf(visitor, ''), [], 'subjects that are there');
    same(
      (await talliesOf(visitor, cycle)).map(([, { registered, recognised }]) => [registered, recognised]),
      [[1, 1]],
      'of the year of the title',
    );
    same(
      (await rowsOf(backend)).map(([, state]) => state),
      ['recognised'],
      'the register of that year',
    );
    same(await rowsOf(backend, { cycle: '2027' }), [], 'that of the next');
  },
};

/** Rows of an import; all fit. */
function importRows(scene: Scene, count: number): ImportedSubject[] {
  return Array.from({ length: count }, (_none, index) => ({
    id: newId(),
    model: scene.set.model,
    name: `Gia đình số ${String(index).padStart(3, '0')}`,
    place: { name: 'Xã Sen Hồ', code: '07210' },
    facts: {},
    cycle,
    criteria: { id: scene.set.id, version: scene.set.version },
  }));
}

const importing: CaseScript = {
  name: 'imports a list of subjects whole or not at all, and names the rows that are wrong',
  async run(scene) {
    const backend = await scene.as(officer);
    const subjects = importRows(scene, 250);
    const act = command('subject.import', newId(), 0, { subjects });
    same(receiptOf(await scene.send(backend, act), 'applied', 'the import').records.length, 250, 'records');
    receiptOf(await scene.send(backend, structuredClone(act)), 'duplicate', 'the same once more');
    same(
      await talliesOf(backend, cycle),
      [['07210', { ...none, subjects: 250, registered: 250 }]],
      'tallies',
    );
    const first = await backend.query('register.list', { cycle, limit: 200 });
    same([first.items.length, first.items[0]?.name], [200, 'Gia đình số 000'], 'the first page');

    const known = subjects[0]!;
    const wrong: ImportedSubject[] = [
      { ...importRows(scene, 1)[0]! },
      known,
      { ...known, expected: 7 },
      { ...importRows(scene, 1)[0]!, criteria: { id: 'no-such-set', version: '1' } },
      { ...importRows(scene, 1)[0]!, model: scene.set.model === 'unit' ? 'clan' : 'unit' },
    ];
    const refused = receiptOf(
      await scene.send(backend, command('subject.import', newId(), 0, { subjects: wrong })),
      'rejected',
      'a list with wrong rows',
    );
    same(
      rowFaults(refused).map(({ row, rejection }) => [row, rejection.code, rejection.path?.[0]]),
      [
        [2, 'already-exists', 'id'],
        [3, 'already-exists', 'id'],
        [4, 'criteria-unknown', 'criteria'],
        [5, 'criteria-not-applicable', 'model'],
      ],
      'the rows that are wrong',
    );
    same((await talliesOf(backend, ''))[0]?.[1].subjects, 250, 'subjects afterwards');

    const moved = { ...known, expected: 1, place: { name: 'Xã Việt Tiến', code: '07213' } };
    const update = command('subject.import', newId(), 0, { subjects: [moved] });
    const other = await scene.as(stranger);
    const theirs = receiptOf(await scene.send(other, update), 'rejected', 'over the subject of another');
    same(rowFaults(theirs)[0]?.rejection.code, 'forbidden', 'the code');
    const past = [{ cycle: '2025', score: 82.5, title: 'Đạt', source: 'so-2025.xlsx' }];
    const again = { ...update, id: newId(), payload: { subjects: [{ ...moved, past }] } };
    receiptOf(await scene.send(backend, again), 'applied', 'an update that says so');
    same(
      (await talliesOf(backend, cycle)).map(([place, { subjects: count }]) => [place, count]),
      [
        ['07210', 249],
        ['07213', 1],
      ],
      'tallies after one has moved',
    );
    // History that nobody decided on here is kept with the subject, and is no title of that year.
    const rename = command('subject.update', known.id, 2, { name: 'Gia đình đã đổi tên' });
    receiptOf(await scene.send(backend, rename), 'applied', 'a new name');
    const [whole] = (await backend.query('subject.get', { id: known.id })).items;
    same(whole?.past, past, 'what was told of a past year');
    const before = await backend.query('register.list', { cycle: '2025', places: ['07213'] });
    same(
      before.items.map(({ state }) => state),
      ['none'],
      'the register of that year',
    );
  },
};

const together: CaseScript = {
  name: 'counts everybody who registers at the same time, and nobody of another tenant',
  async run(scene, harness) {
    const [here, there] = await Promise.all([scene.as(officer), scene.as(stranger)]);
    await Promise.all(
      [1, 2, 3, 4].flatMap((index) => [here, there].map((who) => scene.register(who, `Đơn vị ${index}`))),
    );
    same((await talliesOf(here, cycle))[0]?.[1].registered, 8, 'registered');
    const elsewhere = await harness.open({ tenant: `${scene.tenant}-other`, actor: reviewer });
    try {
      same(await talliesOf(elsewhere, cycle), [], 'tallies of another tenant');
      same(await rowsOf(elsewhere), [], 'the register of another tenant');
    } finally {
      await elsewhere.dispose();
    }
  },
};

export const registerCases: readonly CaseScript[] = [lifted, listing, closing, importing, together];
