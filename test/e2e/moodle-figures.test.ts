/**
 * What a page of a course adds to what Moodle itself fetches: files of ours until everything is shown and nothing more is asked
 * for, before anybody touches the page. What the first act of a person fetches is none of it.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { newId } from '../../src/backend/conformance/scene.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import type { RecordOf } from '../../src/domain/receipt.schema.js';
import { startMoodleDouble, type MoodleDouble } from '../moodle/moodle-double.js';
import { moodlePage, names, weigh } from './moodle-stage.js';
import { expect, register, useStage } from './support.js';

const stage = useStage();
const student: Actor = { id: '4', name: 'Nguyễn Thị Sen', roles: ['member'] };
const tenant = newId();
const title = 'cong-nhan-1';
let moodle: MoodleDouble;
beforeAll(async () => {
  moodle = await startMoodleDouble();
  await grantTitle();
});
afterAll(() => moodle.close());

/** A unit's title, which anybody may see. */
async function grantTitle(): Promise<void> {
  const at = '2026-01-15T02:00:00.000Z';
  const command = { id: newId(), kind: 'recognition.grant', record: 'qd', expected: 0 } as const;
  const decision = { number: '05/QĐ-UBND', date: '2026-01-15', signer: 'Trần Quốc Việt' };
  const value = {
    ...{ id: title, version: 1, assessmentId: title, subjectId: 'truong', subjectName: 'Trường THCS Sen Hồ' },
    ...{ model: 'unit' as const, cycle: '2025', criteria: { id: 'don-vi-hoc-tap-xa-mau', version: '1.0.0' } },
    ...{ outcome: 'dat', outcomeLabel: { vi: 'Đạt danh hiệu Đơn vị học tập' }, place: { name: 'Xã Sen Hồ' } },
    decision: { ...decision, id: 'qd', issuer: { id: 'ubnd', name: 'Uỷ ban nhân dân xã Sen Hồ' } },
    ...{ validFrom: '2026-01-15', validUntil: '2099-01-14', state: 'granted' as const, owner: 'lan' },
    ...{ createdAt: at, updatedAt: at },
  } satisfies RecordOf<'recognition'>;
  const kept = await moodle.store.tenant(tenant).commit({
    entry: {
      command: {
        ...command,
        payload: { decision: { ...decision, issuer: value.decision.issuer }, grants: [] },
      },
      ...{ actor: student, at, records: [] },
    },
    writes: [{ type: 'recognition', value }],
    guards: [],
  });
  expect(kept).toBe(true);
}

const gauge = '<htsd-target-gauge indicator="gia-dinh" locality="24" year="2025"></htsd-target-gauge>';
const badge = `<htsd-model-badge recognition="${title}"></htsd-model-badge>`;
const fund = '<htsd-fund-tracker fund="quy-xa"></htsd-fund-tracker>';
const standing = async (page: Page): Promise<void> => {
  await page
    .getByText(/Chỉ tiêu 2025|gia đình/)
    .first()
    .waitFor();
  await page.getByText('Trường THCS Sen Hồ').first().waitFor();
};
/** Most files and bytes after brotli, as they were measured, and a little more: before and after registering. */
const most = { files: 6, first: 64_200, again: 73_700 };

it('a page of a course with a gauge, a badge and a form asks for six files, before and after somebody has registered', async () => {
  const person = await stage.person();
  const content = `${gauge}${badge}<htsd-assessment-form model="unit"></htsd-assessment-form>`;
  const sesskey = moodle.login({ tenant, actor: student });
  const address = await moodlePage(person, stage, moodle, { content, sesskey });
  const first = await weigh(person, address, async (page) => {
    await standing(page);
    await page.getByLabel('Tên đơn vị').waitFor();
  });
  const common = ['assessment-form', 'base', 'htsd.js', 'target-gauge'];
  expect(names(first.files)).toEqual([...common, 'form-entry', 'unit'].sort());
  expect(first.files.length).toBeLessThanOrEqual(most.files);
  expect(first.bytes).toBeLessThanOrEqual(most.first);
  await register(first.page, 'Trường Tiểu học Sông Lô');
  await first.page.close();

  person.removeAllListeners('request');
  const again = await weigh(person, address, async (page) => {
    await standing(page);
    await page.getByRole('heading', { name: /Tự đánh giá Đơn vị học tập năm/ }).waitFor();
  });
  expect(names(again.files)).toEqual([...common, 'don-vi-hoc-tap-xa-mau', 'form-fill'].sort());
  expect(again.files.length).toBeLessThanOrEqual(most.files);
  expect(again.bytes).toBeLessThanOrEqual(most.again);
});

it('a page of a course with a gauge and a badge brings nothing of a form, nor of a fund where none is kept', async () => {
  const person = await stage.person();
  const sesskey = moodle.login({ tenant, actor: null });
  const address = await moodlePage(person, stage, moodle, { content: `${gauge}${badge}${fund}`, sesskey });
  const { files, bytes } = await weigh(person, address, async (page) => {
    await standing(page);
    await page.getByText('Ở đây không lưu sổ quỹ').waitFor();
  });
  expect(names(files)).toEqual(['base', 'fund-tracker', 'htsd.js', 'target-gauge']);
  expect(bytes).toBeLessThanOrEqual(50_000);
});
