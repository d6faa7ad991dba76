import type { QueryName, QueryParams } from '../../domain/query.schema.js';
import type { Backend } from '../port.js';
import { ensure, failsWith, receiptOf, same } from './assertions.js';
import type { CaseScript } from './conformance.js';
import { command, cycle, newId, officer, reviewer, stranger } from './scene.js';

/** All ids of a list, page by page. */
async function idsOf(backend: Backend, limit: number): Promise<{ ids: string[]; pages: number }> {
  const ids: string[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page = await backend.query('subjects.list', { limit, ...(cursor !== undefined && { cursor }) });
    ensure(
      page.items.length <= limit,
      `a page must not hold more than ${limit} items, got ${page.items.length}`,
    );
    ids.push(...page.items.map((subject) => subject.id));
    cursor = page.next;
    pages += 1;
    ensure(pages < 50, 'paging must come to an end');
  } while (cursor !== undefined);
  return { ids, pages };
}

const paging: CaseScript = {
  name: 'answers page by page, everything once',
  async run(scene) {
    const backend = await scene.as(officer);
    const made: string[] = [];
    for (let index = 0; index < 7; index += 1) made.push(await scene.register(backend, `Đơn vị ${index}`));
    for (const limit of [3, 7, 50]) {
      const { ids, pages } = await idsOf(backend, limit);
      same([...ids].sort(), [...made].sort(), `ids with a limit of ${limit}`);
      same(pages, Math.ceil(7 / limit), `pages with a limit of ${limit}`);
    }
  },
};

const filters: CaseScript = {
  name: 'filters lists by subject, model, year, state and owner',
  async run(scene) {
    const backend = await scene.as(officer);
    const { id, subjectId } = await scene.openAssessment(backend);
    await scene.openAssessment(backend);
    const other = await scene.as({ ...stranger, scope: ['*'] });
    const theirs = await scene.openAssessment(other);

    const count = async (of: Backend, params: QueryParams<'assessments.list'>): Promise<number> =>
      (await of.query('assessments.list', params)).items.length;
    const found = await backend.query('assessments.list', { subject: subjectId });
    same(
      found.items.map((one) => one.id),
      [id],
      'assessments of a subject',
    );
    same(await count(backend, { model: 'family' }), 0, 'assessments of another model');
    same(await count(backend, { model: 'unit', cycle, state: 'draft' }), 2, 'drafts of the year');
    same(await count(backend, { cycle: '2025' }), 0, 'assessments of another year');
    same(await count(backend, { state: 'submitted' }), 0, 'submitted assessments');
    same(await count(other, {}), 3, 'assessments within a scope of everything');
    const mine = await other.query('assessments.list', { mine: true });
    same(
      mine.items.map((one) => one.id),
      [theirs.id],
      'his own among them',
    );
    same(
      (await backend.query('subjects.list', { model: 'clan' })).items.length,
      0,
      'subjects of another model',
    );
    same((await other.query('subjects.list', { mine: true })).items.length, 1, 'his own subjects');
  },
};

const criteria: CaseScript = {
  name: 'offers the published criteria set, without its sections in a list',
  async run(scene) {
    const backend = await scene.as(officer);
    const of = async (params: QueryParams<'criteria.list'>) =>
      (await backend.query('criteria.list', params)).items.filter((set) => set.id === scene.set.id);
    const [summary] = await of({ model: 'unit', cycle });
    ensure(summary && !('sections' in summary), 'a list of criteria sets must hold summaries');
    same((await of({ model: 'family' })).length, 0, 'sets of another model');
    same((await of({ cycle: '2019' })).length, 0, 'sets of a year before its first');
    const { id, version } = scene.set;
    same((await backend.query('criteria.get', { id, version })).items, [scene.set], 'the set itself');
  },
};

const notFound: CaseScript = {
  name: 'fails with not-found for what is not there',
  async run(scene) {
    const backend = await scene.as(officer);
    await failsWith(backend.query('assessment.get', { id: newId() }), ['not-found'], 'assessment.get');
    await failsWith(backend.query('subject.get', { id: newId() }), ['not-found'], 'subject.get');
    await failsWith(
      backend.query('criteria.get', { id: 'none', version: '1' }),
      ['not-found'],
      'criteria.get',
    );
  },
};

const privacy: CaseScript = {
  name: 'shows records to their owner and to those in charge, and to nobody else',
  async run(scene) {
    const backend = await scene.as(officer);
    const { id, subjectId } = await scene.openAssessment(backend);
    const other = await scene.as(stranger);
    await failsWith(
      other.query('assessment.get', { id }),
      ['forbidden', 'not-found'],
      "a stranger's assessment.get",
    );
    await failsWith(
      other.query('subject.get', { id: subjectId }),
      ['forbidden', 'not-found'],
      "a stranger's subject.get",
    );
    same((await other.query('assessments.list', {})).items, [], "a stranger's list");
    same((await scene.getAssessment(await scene.as(reviewer), id)).id, id, "a reviewer's assessment.get");
    const visitor = await scene.as(null);
    await failsWith(visitor.query('assessments.list', {}), ['unauthenticated'], "a visitor's list");
    await failsWith(
      visitor.execute([command('assessment.submit', id, 1, {})]),
      ['unauthenticated'],
      "a visitor's command",
    );
    same((await visitor.session()).actor, null, "a visitor's session");
  },
};

const consents: CaseScript = {
  name: 'keeps consents, and when they were withdrawn',
  async run(scene) {
    const backend = await scene.as(officer);
    const subject = await scene.register(backend);
    const id = newId();
    const payload = {
      subjectId: subject,
      purpose: 'publication' as const,
      textVersion: '1',
      controller: 'Hội Khuyến học xã Mẫu',
      retentionYears: 5,
      giver: 'representative' as const,
      giverName: 'Nguyễn Thị Ánh',
      relation: 'mẹ',
      form: 'digital' as const,
    };
    receiptOf(await scene.send(backend, command('consent.give', id, 0, payload)), 'applied', 'consent.give');
    receiptOf(
      await scene.send(backend, command('consent.withdraw', id, 1, {})),
      'applied',
      'consent.withdraw',
    );
    const { items } = await backend.query('consents.list', { subject });
    same(
      items.map((one) => [one.id, one.version, one.withdrawnAt !== undefined]),
      [[id, 2, true]],
      'the consents',
    );
    for (const [field, value] of Object.entries(payload))
      same(items[0]![field as keyof typeof payload], value, `what the consent says of ${field}`);
  },
};

const refused: CaseScript = {
  name: 'refuses parameters that it does not understand',
  async run(scene) {
    const backend = await scene.as(officer);
    const ask = (name: string, params: object) => backend.query(name as QueryName, params);
    await failsWith(ask('subjects.list', { model: 'planet' }), ['invalid'], 'an unknown model');
    await failsWith(ask('subjects.list', { limit: 'many' }), ['invalid'], 'a limit that is no number');
    await failsWith(ask('subjects.list', { limit: 0 }), ['invalid'], 'a limit of 0');
    await failsWith(
      ask('subjects.list', { cursor: 'made up' }),
      ['invalid'],
      'a cursor that it did not give',
    );
    await failsWith(ask('assessment.get', {}), ['invalid'], 'a get without an id');
    await failsWith(ask('no.such', {}), ['unsupported', 'invalid'], 'an unknown query');
  },
};

export const queryCases: CaseScript[] = [paging, filters, criteria, notFound, privacy, consents, refused];
