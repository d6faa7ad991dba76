/** What a page of a course adds where the data lie on a server: the same few files, before anybody touches the page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, it } from 'vitest';
import { startSite } from '../../scripts/site.mjs';
import type { Actor } from '../../src/domain/actor.schema.js';
import { startMoodleDouble, type MoodleDouble } from '../moodle/moodle-double.js';
import { audience, createSigner, issuer } from '../server/keys.js';
import { moodlePage, names, weigh } from './moodle-stage.js';
import { startProgram, type RunningProgram } from './start-program.js';
import { expect, register, useStage } from './support.js';

const stage = useStage();
const province = '25';
const student: Actor = { id: 'u4', name: 'Nguyễn Thị Sen', roles: ['member'] };
const data = mkdtempSync(join(tmpdir(), 'htsd-moodle-'));
let moodle: MoodleDouble;
let server: RunningProgram;
/** The site of that Moodle, which passes on what is asked of the server. */
let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => {
  const signer = await createSigner();
  moodle = await startMoodleDouble();
  moodle.sign = (actor) => signer.token(actor, province);
  server = await startProgram({
    ...{ PATH: process.env['PATH'], PORT: '0', HTSD_PROVINCE: province, HTSD_DATA: data },
    HTSD_ISSUERS: JSON.stringify([{ issuer, audience, jwks: signer.keys }]),
  });
  site = await startSite({ backend: `http://127.0.0.1:${server.port}` });
});
afterAll(async () => {
  await Promise.all([site.close(), moodle.close()]);
  server.child.kill('SIGTERM');
  await server.ended;
  rmSync(data, { recursive: true, force: true });
});

const gauge = '<htsd-target-gauge indicator="gia-dinh" locality="24" year="2025"></htsd-target-gauge>';
const badge = '<htsd-model-badge recognition="khong-co"></htsd-model-badge>';
const form = '<htsd-assessment-form model="unit"></htsd-assessment-form>';
const page = (
  person: Parameters<typeof moodlePage>[0],
  of: string,
  actor: Actor | null,
  content: string,
): Promise<string> =>
  moodlePage(person, site, moodle, {
    content,
    sesskey: moodle.login({ tenant: 'site', actor }),
    tag: `data-htsd-adapter="http" data-base-url="${site.url}" data-moodle-person="${of}"`,
  });

it('shows a gauge and a badge to a visitor with what they take from Moodle itself, and the way to the server', async () => {
  const person = await stage.person();
  const { files, bytes } = await weigh(person, await page(person, '', null, gauge + badge), async (shown) => {
    await shown
      .getByText(/Chỉ tiêu 2025|gia đình/)
      .first()
      .waitFor();
    await shown
      .getByText(/không tìm thấy|không có/i)
      .first()
      .waitFor();
  });
  expect(names(files)).toEqual(['base', 'htsd.js', 'server', 'target-gauge']);
  expect(bytes).toBeLessThanOrEqual(52_800);
});

it('lets a student register on the server in as few files, and knows him there', async () => {
  const person = await stage.person();
  const address = await page(person, student.id, student, gauge + badge + form);
  const {
    files,
    bytes,
    page: first,
  } = await weigh(person, address, (shown) => shown.getByLabel('Tên đơn vị').waitFor());
  expect(names(files)).toEqual([
    'assessment-form',
    'base',
    'form-entry',
    'htsd.js',
    'server',
    'target-gauge',
  ]);
  expect(bytes).toBeLessThanOrEqual(68_000);
  await register(first, 'Trường Tiểu học Sông Lô');
});
