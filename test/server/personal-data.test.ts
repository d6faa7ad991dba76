import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, newId, officer, reviewer, signer } from '../../src/backend/conformance/scene.js';
import type { LogEntry } from '../../src/backend/record-store.js';
import type { TestServer } from './start-server.js';
import { everything, must, registered, startUpkeep, type Upkeep } from './upkeep-stage.js';

let upkeep: Upkeep;
beforeAll(async () => {
  upkeep = await startUpkeep();
});
afterAll(() => upkeep.end());
const run: Upkeep['run'] = (...what) => upkeep.run(...what);

describe('what is kept of somebody', () => {
  it('is written out without what is kept of others on the same lists, and with the decision that names it', async () => {
    const [by, judge] = [
      await upkeep.scene.as(officer),
      await upkeep.scene.as({ ...reviewer, scope: ['*'] }),
    ];
    const signs = await upkeep.scene.as({ ...signer, scope: ['*'] });
    const [one, other] = [await registered(by, judge), await registered(by, judge)];
    const grants = [];
    for (const { assessment } of [one, other]) {
      await must(by, 'assessment.submit', assessment, 5, {});
      await must(judge, 'assessment.review', assessment, 6, {});
      await must(judge, 'assessment.verify', assessment, 7, {});
      grants.push({ assessment, expected: 8, outcome: 'pass' });
    }
    const decision = {
      ...{ number: '05/QĐ', date: upkeep.now.toISOString().slice(0, 10), signer: 'Phạm Minh Đức' },
      issuer: { id: 'hkh', name: 'Hội Khuyến học xã Mẫu' },
    };
    await must(signs, 'recognition.grant', newId(), 0, { decision, grants });
    const whole = {
      ...{ model: 'unit', name: 'Thôn Riêng Của Họ', place: { name: 'Xã Mẫu' }, facts: {} },
      ...{ cycle: '2026', criteria: { id: 'conformance', version: '1' } },
    };
    const village = newId();
    await must(by, 'subject.import', newId(), 0, {
      subjects: [{ ...whole, id: village, cycle: undefined, criteria: undefined }],
    });
    await must(by, 'subject.update', village, 1, { members: { ids: [other.id, one.id] } });

    const [told] = (await run('export', 'subject', one.id)).said as [{ log: LogEntry[] }];
    const text = JSON.stringify(told);
    expect(text).toContain('Bà Kín');
    for (const word of ['Trường Khác', 'Ông Khác', 'Thôn Riêng', one.other, other.id, other.assessment])
      expect(text, word).not.toContain(word);
    expect(told.log.map(({ command: { kind } }) => kind).slice(-2)).toEqual([
      'recognition.grant',
      'subject.update',
    ]);
    expect(
      told.log
        .at(-2)
        ?.records.map(({ type }) => type)
        .sort(),
    ).toEqual([...['assessment', 'decision', 'recognition']]);
    expect(told.log.at(-1)).toMatchObject({ command: { record: village, sealed: 'others' }, records: [{}] });
  });

  it('is written out of the log in one go, whatever somebody has entered', async () => {
    const by = await upkeep.scene.as(officer);
    const many = async (owner: string, count: number) => {
      const subjects = Array.from({ length: count }, (_, no) => ({
        ...{ id: newId(), model: 'unit', name: `Trường ${no}`, place: { name: 'Xã Mẫu' }, facts: {} },
      }));
      const mine = await upkeep.scene.as({ ...officer, id: owner });
      const [receipt] = await mine.execute([command('subject.import', newId(), 0, { subjects } as never)]);
      expect(receipt?.status).toBe('applied');
      let asked = 0;
      const watched: TestServer['database'] = {
        ...upkeep.server.database,
        behind(asking, work) {
          asked += 1;
          return upkeep.server.database.behind(asking, work);
        },
      };
      expect((await upkeep.runOn(watched, 'export', 'person', owner)).said).toHaveLength(count);
      return asked;
    };
    expect(await many(newId(), 60)).toBe(await many(newId(), 1));
    expect((await by.query('subjects.list', { limit: 1 })).items).toHaveLength(1);
  });

  it('is taken out with what an older book said of it, and with evidence that was taken out of an answer again', async () => {
    const by = await upkeep.scene.as(officer);
    const [id, assessment] = [newId(), newId()];
    const past = [{ cycle: '2020', title: 'Nhà ông Giấu', score: 9, source: 'Sổ ông Giấu.xlsx' }];
    const fields = { model: 'unit', name: 'Trường Giấu', place: { name: 'Xã Giấu' }, facts: {} };
    const set = { cycle: '2026', criteria: { id: 'conformance', version: '1' } };
    await must(by, 'subject.import', newId(), 0, { subjects: [{ ...fields, id, past, ...set }] });
    await must(by, 'assessment.open', assessment, 0, { subject: id, cycle: '2026' });
    const { sha256, size } = await by.files!.put(new Blob([`%PDF-1.7 ${id}`]));
    const piece = { id: 'e1', kind: 'file', name: 'a.pdf', type: 'application/pdf', size, sha256 };
    const evidence = [{ ...piece, addedAt: upkeep.now.toISOString() }];
    await must(by, 'assessment.answer', assessment, 1, { answers: { c1: { yes: true, evidence } } });
    await must(by, 'assessment.answer', assessment, 2, { answers: { c1: { yes: true, evidence: [] } } });
    expect(await upkeep.files.has(upkeep.scene.tenant, sha256)).toBe(true);
    expect((await run('erase', 'subject', id)).said).toMatchObject({ records: 3, entries: 4, files: 1 });
    expect(await upkeep.files.has(upkeep.scene.tenant, sha256)).toBe(false);
    expect(await everything(upkeep)).not.toMatch(/Giấu/);
  });

  it('is taken out with a consent that was given while somebody was at it', async () => {
    const [by, judge] = [
      await upkeep.scene.as(officer),
      await upkeep.scene.as({ ...reviewer, scope: ['*'] }),
    ];
    const { id } = await registered(by, judge);
    let given = false;
    const watched: TestServer['database'] = {
      ...upkeep.server.database,
      async transaction(asking, work) {
        if (asking.role === 'eraser' && !given) {
          given = true;
          await must(by, 'consent.give', newId(), 0, {
            ...{ subjectId: id, purpose: 'publication', textVersion: '1' },
            ...{ giver: 'self', giverName: 'Bà Đến Muộn', form: 'digital' },
          });
        }
        return upkeep.server.database.transaction(asking, work);
      },
    };
    expect((await upkeep.runOn(watched, 'erase', 'subject', id)).code).toBe(0);
    expect(given).toBe(true);
    expect(await everything(upkeep)).not.toContain('Bà Đến Muộn');
  });
});
