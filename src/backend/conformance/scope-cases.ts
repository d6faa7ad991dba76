import type { Backend } from '../port.js';
import { began, place, withPlaces } from './area-cases.js';
import { failsWith, receiptOf, same } from './assertions.js';
import type { CaseScript } from './conformance.js';
import { command, cycle, newId, officer } from './scene.js';

const charge: CaseScript = {
  also: 'places',
  name: 'puts who is named a place in charge of those in it, and of those whose place was merged into it',
  async run(scene) {
    const chief = await withPlaces(scene);
    const criteria = { id: scene.set.id, version: scene.set.version };
    const owner = await scene.as(officer);
    /** Registers a unit there, and opens its assessment. */
    const unitAt = async (code: string | undefined): Promise<[subject: string, assessment: string]> => {
      const [subject, assessment] = [newId(), newId()];
      const payload = {
        ...{ model: 'unit' as const, name: 'Trường THCS Nguyễn Du', facts: {}, cycle, criteria },
        place: { name: 'Xã Sen Hồ', ...(code !== undefined && { code }) },
      };
      const open = { subject, cycle };
      receiptOf(
        await scene.send(owner, command('subject.register', subject, 0, payload)),
        'applied',
        'a unit',
      );
      receiptOf(
        await scene.send(owner, command('assessment.open', assessment, 0, open)),
        'applied',
        'an assessment',
      );
      return [subject, assessment];
    };
    const [here, beside, nowhere] = [await unitAt('07210'), await unitAt('07213'), await unitAt(undefined)];
    const inCharge = (...scope: string[]): Promise<Backend> =>
      scene.as({ id: 'officer-7', name: 'Lò Văn Chín', roles: ['officer'], scope });
    const found = async (backend: Backend, query: 'subjects.list' | 'assessments.list'): Promise<string[]> =>
      (await backend.query(query, {})).items.map(({ id }) => id);

    const mine = await inCharge('07210');
    same(await found(mine, 'subjects.list'), [here[0]], 'the subjects of his place');
    same(await found(mine, 'assessments.list'), [here[1]], 'the assessments of his place');
    // Whether the parameter is known or not: nothing else may come.
    const named = await mine.query('subjects.list', { ids: [here[0], beside[0], nowhere[0], newId()] });
    same(
      named.items.map(({ id }) => id),
      [here[0]],
      'the subjects of his place among some that are named',
    );
    same((await mine.query('assessment.get', { id: here[1] })).items.length, 1, 'an assessment of his place');
    for (const [subject, assessment] of [beside, nowhere]) {
      const hidden = ['forbidden', 'not-found'] as const;
      await failsWith(mine.query('subject.get', { id: subject }), [...hidden], 'a subject beside it');
      await failsWith(
        mine.query('assessment.get', { id: assessment }),
        [...hidden],
        'an assessment beside it',
      );
      const answer = command('assessment.answer', assessment, 1, { answers: {} });
      same(receiptOf(await scene.send(mine, answer), 'rejected', 'beside it').code, 'forbidden', 'the code');
    }
    const answer = command('assessment.answer', here[1], 1, { answers: {} });
    receiptOf(await scene.send(mine, answer), 'applied', 'an answer in his place');
    const move = (version: number, code: string) =>
      command('subject.update', here[0], version, { place: { name: 'Xã Việt Tiến', code } });
    same(
      receiptOf(await scene.send(mine, move(1, '07213')), 'rejected', 'a move out of his place').code,
      'forbidden',
      'the code',
    );
    same((await found(await inCharge('24'), 'subjects.list')).length, 2, 'the subjects of the province');
    receiptOf(
      await scene.send(await inCharge('24'), move(1, '07213')),
      'applied',
      'a move within his province',
    );
    same(await found(mine, 'subjects.list'), [], 'the subjects of a place that they have left');
    same(await found(mine, 'assessments.list'), [], 'the assessments of a place that they have left');

    const on = '2026-01-01';
    const merged = {
      event: {
        ...{ on, kind: 'merge' as const, before: [`07210@${began}`, `07213@${began}`] },
        after: [`07300@${on}`],
      },
      begins: [place('07300', 'commune', 'Xã Mới', { parent: '24', from: on })],
    };
    receiptOf(await scene.send(chief, command('locality.change', '24', 1, merged)), 'applied', 'a merger');
    same(
      (await found(await inCharge('07300'), 'subjects.list')).sort(),
      [here[0], beside[0]].sort(),
      'the subjects of the places that were merged into his',
    );
    same(await found(await inCharge('07300', here[0]), 'assessments.list'), [here[1], beside[1]], 'theirs');
  },
};

/** Those of people in charge of some places. */
export const scopeCases: readonly CaseScript[] = [charge];
