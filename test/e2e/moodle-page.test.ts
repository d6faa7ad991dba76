/** A page of a Moodle with the plugin's script tag, from the tag to what lies in the database over there. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import { newId } from '../../src/backend/conformance/scene.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { startMoodleDouble, type MoodleDouble } from '../moodle/moodle-double.js';
import { moodlePage } from './moodle-stage.js';
import { criterion, expect, register, useStage, visit } from './support.js';

const stage = useStage();
const student: Actor = { id: '4', name: 'Nguyễn Thị Sen', roles: ['member'] };
const tenant = newId();
let moodle: MoodleDouble;
beforeAll(async () => void (moodle = await startMoodleDouble()));
afterAll(() => moodle.close());

describe('a page of a Moodle whose script tag names it', () => {
  it('keeps what a student registers and answers in that Moodle', async () => {
    const person = await stage.person();
    const address = await moodlePage(person, stage, moodle, {
      content: '<htsd-assessment-form model="unit"></htsd-assessment-form>',
      sesskey: moodle.login({ tenant, actor: student }),
    });
    const { page, complaints } = await visit(person, address);
    await register(page, 'Trường Tiểu học Sông Lô');
    await criterion(page, /kinh phí khuyến khích/)
      .getByRole('textbox', { name: 'Điểm tự chấm' })
      .fill('4');
    const kept = moodle.store.tenant(tenant);
    const answered = async (): Promise<unknown[]> =>
      (await kept.scan('assessment', {})).records.flatMap(({ answers }) => Object.values(answers));
    await expect.poll(answered, { timeout: 60_000 }).toEqual([expect.objectContaining({ points: '4' })]);
    const { records } = await kept.scan('subject', {});
    expect(records.map(({ name, owner }) => [name, owner])).toEqual([
      ['Trường Tiểu học Sông Lô', student.id],
    ]);
    expect(complaints).toEqual([]);
  });
});
