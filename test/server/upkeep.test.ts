import { sql } from 'kysely';
import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, officer, reviewer } from '../../src/backend/conformance/scene.js';
import type { TestServer } from './start-server.js';
import { dayOf, everything, registered, secrets, startUpkeep, type Upkeep } from './upkeep-stage.js';

let upkeep: Upkeep;
beforeAll(async () => {
  upkeep = await startUpkeep();
});
afterAll(() => upkeep.end());
const run: Upkeep['run'] = (...what) => upkeep.run(...what);

describe('what is kept of somebody', () => {
  it('is written out whole, and taken out on request, while what was done stays told', async () => {
    const [by, judge] = [
      await upkeep.scene.as(officer),
      await upkeep.scene.as({ ...reviewer, scope: ['*'] }),
    ];
    const { id, other, assessment, file } = await registered(by, judge);
    const exported = await run('export', 'subject', id);
    expect(exported.code).toBe(0);
    for (const secret of secrets) expect(JSON.stringify(exported.said)).toContain(secret);
    expect(exported.said).toMatchObject([{ subject: { id }, files: [file.sha256], log: { length: 8 } }]);
    expect((await run('export', 'person', officer.id)).said).toHaveLength(2);

    const before = await run('erase', 'subject', id);
    expect(before).toEqual({ code: 0, said: { records: 4, entries: 8, files: 1, stuck: 0, awards: [] } });
    const left = await everything(upkeep);
    for (const secret of secrets) expect(left, secret).not.toContain(secret);
    // Others of the same list stay as they were said.
    expect(left).toContain('Trường Khác');
    expect((await by.query('subject.get', { id: other })).items[0]?.head?.name).toBe('Ông Khác');
    expect(await upkeep.files.get(upkeep.scene.tenant, file.sha256)).toBeUndefined();
    await expect(by.files!.get(file.sha256)).rejects.toMatchObject({ code: 'not-found' });

    // What is counted, and who of the administration did what when.
    const [kept] = (await by.query('assessment.get', { id: assessment })).items;
    expect(kept).toMatchObject({ state: 'returned', cycle: '2026', subjectName: '—', answers: {} });
    expect(kept?.submissions[0]?.score.total).toBe(4);
    expect(kept?.history.map(({ kind, by: who }) => [kind, who])).toContainEqual([
      'assessment.return',
      reviewer.id,
    ]);
    expect((await by.query('subject.get', { id })).items[0]).toMatchObject({
      name: '—',
      place: { code: '07210' },
    });
    const trail = (await run('export', 'subject', id)).said as [{ log: { command: { kind: string } }[] }];
    expect(trail[0].log.map(({ command: { kind } }) => kind)).toEqual([
      ...['subject.import', 'subject.register', 'consent.give', 'assessment.open', 'assessment.answer'],
      ...['assessment.submit', 'assessment.review', 'assessment.return', 'subject.update'],
    ]);
    expect((await run('erase', 'subject', id)).code).toBe(0);
    expect((await run('erase', 'subject', newId())).code).toBe(66);
    expect((await run('erase', 'everybody')).code).toBe(64);
  });

  it('is taken out when the years are over that the consent named, and not a day before', async () => {
    const [by, judge] = [
      await upkeep.scene.as(officer),
      await upkeep.scene.as({ ...reviewer, scope: ['*'] }),
    ];
    const { id, other } = await registered(by, judge, 5);
    const nameOf = async (subject: string) => (await by.query('subject.get', { id: subject })).items[0]?.name;
    const day = 86_400_000;
    const end = new Date(upkeep.now);
    end.setUTCFullYear(end.getUTCFullYear() + 5);
    const begun = upkeep.now;
    upkeep.now = new Date(end.getTime() - day);
    expect(await run('retention')).toEqual({
      code: 0,
      said: { erased: 0, left: 0, files: 0, found: 0, stuck: 0, uploads: 0, deliveries: 0 },
    });
    expect(await nameOf(id)).toBe('Trường Bí Mật');
    upkeep.now = new Date(end.getTime() + day);
    expect(await run('retention')).toEqual({
      code: 0,
      said: { erased: 1, left: 0, files: 0, found: 0, stuck: 0, uploads: 0, deliveries: 0 },
    });
    expect([await nameOf(id), await nameOf(other)]).toEqual(['—', 'Trường Khác']);
    expect(await run('retention'), 'once').toEqual({
      code: 0,
      said: { erased: 0, left: 0, files: 0, found: 0, stuck: 0, uploads: 0, deliveries: 0 },
    });
    upkeep.now = begun;
  });

  it('stays where the clock is years ahead, unless the operator says that it is that day', async () => {
    const [by, judge] = [
      await upkeep.scene.as(officer),
      await upkeep.scene.as({ ...reviewer, scope: ['*'] }),
    ];
    const { id } = await registered(by, judge, 1);
    const nameOf = async () => (await by.query('subject.get', { id })).items[0]?.name;
    const begun = upkeep.now;
    const lastCommand = dayOf(upkeep);
    const nightly = () => upkeep.runOn(upkeep.server.database, 'retention');
    expect(await nightly()).toMatchObject({ code: 0, said: { erased: 0 } });
    upkeep.now = new Date('2040-01-01T01:00:00Z');
    expect(await nightly()).toEqual({ code: 75, said: { today: '2040-01-01', lastCommand } });
    expect(await run('retention', lastCommand), 'another day than the clock says').toMatchObject({
      code: 75,
    });
    expect(await nameOf()).toBe('Trường Bí Mật');
    expect(await run('retention', '2040-01-01')).toMatchObject({ code: 0, said: { erased: 1 } });
    expect(await nameOf()).toBe('—');
    upkeep.now = begun;
  });

  it('is taken out of the log in one go, and of everything where that was cut off', async () => {
    const [by, judge] = [
      await upkeep.scene.as(officer),
      await upkeep.scene.as({ ...reviewer, scope: ['*'] }),
    ];
    await registered(by, judge, 2);
    await registered(by, judge, 2);
    let goes = 0;
    const watched: TestServer['database'] = {
      ...upkeep.server.database,
      transaction(asking, work) {
        if (asking.role === 'eraser') goes += 1;
        if (goes === 1) throw new Error('The line to the database was cut.');
        return upkeep.server.database.transaction(asking, work);
      },
    };
    const begun = upkeep.now;
    upkeep.now = new Date(upkeep.now.getTime() + 3 * 366 * 86_400_000);
    await expect(upkeep.runOn(watched, 'retention', dayOf(upkeep))).rejects.toThrow('was cut');
    goes = 1;
    expect((await upkeep.runOn(watched, 'retention', dayOf(upkeep))).said).toMatchObject({ erased: 2 });
    expect(goes).toBe(2);
    const left = await everything(upkeep);
    for (const secret of secrets) expect(left, secret).not.toContain(secret);
    expect(left).toContain('Trường Khác');
    upkeep.now = begun;
  });

  it('is taken out of all others where one is damaged, or somebody is at it, and by two programs at once', async () => {
    const [by, judge] = [
      await upkeep.scene.as(officer),
      await upkeep.scene.as({ ...reviewer, scope: ['*'] }),
    ];
    const [broken, gone, fine] = [
      await registered(by, judge, 2),
      await registered(by, judge, 2),
      await registered(by, judge, 2),
    ];
    const spoil = (type: string, id: string) =>
      upkeep.server.database.behind({ role: 'writer', province: upkeep.scene.tenant }, (db) =>
        sql`update record set value = '{' where type = ${type} and id = ${id}`.execute(db),
      );
    await spoil('assessment', broken.assessment);
    await spoil('subject', gone.id);
    const begun = upkeep.now;
    upkeep.now = new Date(upkeep.now.getTime() + 3 * 366 * 86_400_000);
    const both = await Promise.all([run('retention'), run('retention')]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    const counts = both.map(({ said }) => said as { erased: number; left: number });
    // Whichever comes second finds it done, or somebody at it.
    expect(counts.reduce((sum, { erased }) => sum + erased, 0)).toBeGreaterThanOrEqual(1);
    for (const { left } of counts) expect(left).toBeGreaterThanOrEqual(2);
    expect((await by.query('subject.get', { id: fine.id })).items[0]?.name).toBe('—');
    await expect(run('erase', 'subject', broken.id)).rejects.toMatchObject({ params: { reason: 'damaged' } });
    upkeep.now = begun;
  });

  it('is swept up where a program was cut off in the middle of a file, a day later', async () => {
    const { file } = await registered(
      await upkeep.scene.as(officer),
      await upkeep.scene.as({ ...reviewer, scope: ['*'] }),
      30,
    );
    const shelf = join(upkeep.folder, 'files', upkeep.scene.tenant, file.sha256.slice(0, 2));
    const [young, old] = [join(shelf, `.${newId()}`), join(shelf, `.${newId()}`)];
    for (const path of [young, old]) writeFileSync(path, '%PDF-1.7 half of');
    const yesterday = new Date(upkeep.now.getTime() - 90_000_000);
    utimesSync(old, yesterday, yesterday);
    expect((await run('retention')).said).toMatchObject({ uploads: 1, files: 0 });
    expect([existsSync(young), existsSync(old)]).toEqual([true, false]);
    expect(await upkeep.files.has(upkeep.scene.tenant, file.sha256)).toBe(true);
  });

  it('leaves the log to nobody else, and of the log nothing else to the eraser', async () => {
    const change = (statement: string) =>
      upkeep.server.database.behind({ role: 'eraser', province: upkeep.scene.tenant }, (db) =>
        sql.raw(statement).execute(db),
      );
    for (const statement of [
      `update command set actor = 'x'`,
      'delete from command',
      'select * from record',
      `update record set value = ''`,
    ])
      await expect(change(statement)).rejects.toThrow(/permission denied/);
  });
});
