import { expect } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import { grantOf } from '../conformance/judging.js';
import { allYes, command, createScene, newId, officer, reviewer, signer } from '../conformance/scene.js';
import { criteriaKey } from '../../domain/criteria-key.js';
import { createMemoryAdapter } from '../memory/memory-adapter.js';
import { createMemoryStore } from '../memory/memory-store.js';
import { createLocalAdapter, databaseName } from './local-adapter.js';

/** A day's work, as an adapter leaves it behind. */
async function dayOfWork() {
  const store = createMemoryStore();
  const scene = await createScene({
    open: async ({ tenant, actor }) => createMemoryAdapter({ store, tenant, actor }),
  });
  const backend = await scene.as(officer);
  const { id, subjectId } = await scene.openAssessment(backend);
  const last = command('assessment.answer', id, 1, { answers: allYes(scene.set) });
  await scene.send(backend, last);
  const consent = command('consent.give', newId(), 0, {
    subjectId,
    purpose: 'assessment',
    textVersion: '1',
    giver: 'self',
    giverName: 'Nguyễn Thị Ánh',
    form: 'digital',
  });
  await scene.send(backend, consent);
  const assessment = await scene.getAssessment(backend, id);
  const [subject] = (await backend.query('subjects.list', {})).items;
  const [given] = (await backend.query('consents.list', { subject: subjectId })).items;
  return { set: scene.set, assessment, subject, consent: given, last, log: store.tenant(scene.tenant).log };
}

/** The database as version 1 made it: written down here by hand, because what is out there does not change with the code. */
async function makeFirstVersion(name: string, day: Awaited<ReturnType<typeof dayOfWork>>): Promise<void> {
  const db = await openDB(name, 1, {
    upgrade(fresh) {
      for (const store of ['subjects', 'assessments', 'consents', 'commands']) {
        fresh.createObjectStore(store, { keyPath: 'id' });
      }
      fresh.createObjectStore('criteria');
      fresh.createObjectStore('files', { keyPath: 'sha256' });
    },
  });
  await db.put('subjects', day.subject);
  await db.put('assessments', day.assessment);
  await db.put('consents', day.consent);
  await db.put('criteria', day.set, criteriaKey(day.set));
  const bytes = new TextEncoder().encode('%PDF-1.7\n').buffer;
  await db.put('files', { sha256: 'a'.repeat(64), type: 'application/pdf', size: 9, bytes });
  for (const entry of day.log) await db.put('commands', { ...entry, id: entry.command.id });
  db.close();
}

/** The database as version 2 made it, with records sealed in its way: a seal of then holds no more, and says nothing against them. */
async function makeSecondVersion(name: string, day: Awaited<ReturnType<typeof dayOfWork>>): Promise<void> {
  const db = await openDB(name, 2, {
    upgrade(fresh, _from, _to, tx) {
      for (const store of ['subjects', 'assessments', 'consents'])
        fresh.createObjectStore(store, { keyPath: 'id' });
      fresh.createObjectStore('criteria');
      fresh.createObjectStore('files', { keyPath: 'sha256' });
      const log = fresh.createObjectStore('log', { autoIncrement: true });
      log.createIndex('command', 'command.id', { unique: true });
      tx.objectStore('assessments').createIndex('place', ['subjectId', 'cycle']);
      tx.objectStore('consents').createIndex('subject', 'subjectId');
    },
  });
  const seal = 'of-version-2';
  await db.put('subjects', { ...day.subject, seal });
  await db.put('assessments', { ...day.assessment, seal });
  await db.put('consents', { ...day.consent, seal });
  await db.put('criteria', { ...day.set, seal }, criteriaKey(day.set));
  for (const entry of day.log) await db.add('log', entry);
  db.close();
}

describe('local adapter: upgrade', () => {
  const options = { name: 'upgrade', actor: officer };
  const name = databaseName(options);
  afterEach(() => deleteDB(name));

  it('finds everything that version 1 kept', async () => {
    const day = await dayOfWork();
    await makeFirstVersion(name, day);
    const backend = createLocalAdapter(options);

    const { subjectId, id } = day.assessment;
    expect((await backend.query('subjects.list', {})).items).to.deep.equal([day.subject]);
    expect((await backend.query('assessments.list', { subject: subjectId })).items).to.deep.equal([
      day.assessment,
    ]);
    expect((await backend.query('consents.list', { subject: subjectId })).items).to.deep.equal([day.consent]);
    expect((await backend.query('criteria.get', day.set)).items).to.deep.equal([day.set]);
    expect(await (await backend.files?.get('a'.repeat(64)))?.text()).to.equal('%PDF-1.7\n');

    const [again] = await backend.execute([day.last]);
    expect(again?.status, 'a command that version 1 applied').to.equal('duplicate');
    const [next] = await backend.execute([command('assessment.submit', id, day.assessment.version, {})]);
    expect(next?.status, 'a new command').to.equal('applied');
    await backend.dispose();
  });

  it('keeps the log in the order of application', async () => {
    const day = await dayOfWork();
    const times = day.log.map((entry, index) => ({ ...entry, at: `2026-01-0${9 - index}T00:00:00.000Z` }));
    await makeFirstVersion(name, { ...day, log: times });
    const backend = createLocalAdapter(options);
    await backend.query('subjects.list', {});
    await backend.dispose();

    const db = await openDB(name);
    const stored: unknown[] = await db.getAll('log');
    db.close();
    expect(stored).to.deep.equal([...times].reverse());
  });

  it('finds everything that version 2 kept, and leads it on to a title', async () => {
    const day = await dayOfWork();
    await makeSecondVersion(name, day);
    const backend = createLocalAdapter(options);
    const { subjectId, id, version } = day.assessment;
    expect((await backend.query('subjects.list', {})).items).to.deep.equal([day.subject]);
    expect((await backend.query('assessment.get', { id })).items).to.deep.equal([day.assessment]);
    expect((await backend.query('consents.list', { subject: subjectId })).items).to.deep.equal([day.consent]);
    expect((await backend.query('criteria.get', day.set)).items).to.deep.equal([day.set]);
    const [again] = await backend.execute([day.last]);
    expect(again?.status, 'a command that version 2 applied').to.equal('duplicate');
    await backend.execute([command('assessment.submit', id, version, {})]);
    await backend.dispose();

    const desk = createLocalAdapter({ ...options, actor: reviewer });
    await desk.execute([
      command('assessment.review', id, version + 1, {}),
      command('assessment.verify', id, version + 2, {}),
    ]);
    await desk.dispose();
    const signing = createLocalAdapter({ ...options, actor: signer });
    const grant = grantOf([id]);
    for (const one of grant.payload.grants) one.expected = version + 3;
    const [granted] = await signing.execute([grant]);
    expect(granted?.status, 'a decision').to.equal('applied');
    const titles = await signing.query('recognitions.list', { subject: subjectId });
    expect(titles.items.map((one) => one.id)).to.deep.equal([id]);
    await signing.dispose();
  });
});
