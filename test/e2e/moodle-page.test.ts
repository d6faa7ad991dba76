/** A page of a Moodle with the plugin's script tag, from the tag to what lies in the database over there. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import { newId } from '../../src/backend/conformance/scene.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { startMoodleDouble, type MoodleDouble } from '../moodle/moodle-double.js';
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
    await person.route('**/lib/ajax/service.php**', async (route) => {
      const { pathname, search } = new URL(route.request().url());
      const answer = await fetch(`${moodle.url}${pathname}${search}`, {
        method: 'POST',
        body: route.request().postData(),
      });
      await route.fulfill({ contentType: 'application/json', body: await answer.text() });
    });
    const address = `${stage.url}mod/page/view.php`;
    const cfg = {
      wwwroot: new URL(stage.url).origin,
      sesskey: moodle.login({ tenant, actor: student }),
      contextid: 7,
    };
    await person.route(address, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="vi"><head><meta charset="utf-8" /><title>Moodle</title>
          <link rel="icon" href="/crest.svg" /><script>var M = { cfg: ${JSON.stringify(cfg)} };</script>
          <script type="module" src="/htsd/moodle/library/htsd.js" data-htsd-adapter="moodle"></script></head>
          <body><htsd-assessment-form model="unit"></htsd-assessment-form></body></html>`,
      }),
    );
    const { page, complaints } = await visit(person, address);
    await register(page, 'Trường Tiểu học Sông Lô');
    await criterion(page, /kinh phí khuyến khích/)
      .getByRole('textbox', { name: 'Điểm tự chấm' })
      .fill('4');
    const kept = moodle.store.tenant(tenant);
    const answered = async (): Promise<unknown[]> =>
      (await kept.scan('assessment', {})).records.flatMap(({ answers }) => Object.values(answers));
    await expect.poll(answered, { timeout: 20_000 }).toEqual([expect.objectContaining({ points: '4' })]);
    const { records } = await kept.scan('subject', {});
    expect(records.map(({ name, owner }) => [name, owner])).toEqual([
      ['Trường Tiểu học Sông Lô', student.id],
    ]);
    expect(complaints).toEqual([]);
  });
});
