/**
 * A volunteer's page over the server as an operator runs it, and what becomes of what he writes without network: sent once
 * and in order while he watches, refused with a reason, held against what another device wrote, out of sight of the next.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { createHttpAdapter } from '../../src/backend/http/http-adapter.js';
import { command, newId } from '../../src/backend/conformance/scene.js';
import type { Backend } from '../../src/backend/port.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { presets } from '../../src/presets/catalog.js';
import { startSite } from '../../scripts/site.mjs';
import { audience, createSigner, issuer, type Signer } from '../server/keys.js';
import { startProgram, type RunningProgram } from './start-program.js';
import { criterion, expect, fillSample, hostPage, register, useStage, visit } from './support.js';

const stage = useStage();
const province = '25';
const cycle = String(new Date().getFullYear());
const name = 'Trường Tiểu học Sông Lô';
const volunteer: Actor = { id: 'tinh-nguyen-1', name: 'Trần Thị Hòa', roles: ['officer'] };
const data = mkdtempSync(join(tmpdir(), 'htsd-outbox-'));
let signer: Signer;
let server: RunningProgram;
/** The host's site, which passes on what is asked of the server. */
let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => {
  signer = await createSigner();
  server = await startProgram({
    ...{ PATH: process.env['PATH'], PORT: '0', HTSD_PROVINCE: province, HTSD_DATA: data },
    HTSD_ISSUERS: JSON.stringify([{ issuer, audience, jwks: signer.keys }]),
  });
  site = await startSite({ backend: `http://127.0.0.1:${server.port}` });
});
afterAll(async () => {
  await site.close();
  server.child.kill('SIGTERM');
  await server.ended;
  rmSync(data, { recursive: true, force: true });
});

/** Another device of somebody, without a page. */
const device = (actor = volunteer): Backend =>
  createHttpAdapter({ baseUrl: site.url, token: () => signer.token(actor, province) });

interface Desk {
  context: BrowserContext;
  page: Page;
  complaints: string[];
  /** How often the page asked its host for a token. */
  asked: () => number;
  network: (on: boolean) => Promise<void>;
  /** Who the host says is signed in from now on. */
  signIn: (actor: Actor) => void;
}

/** The page of a host that gives tokens of who is signed in with it, with the form and how it stands. */
async function desk({ actor = volunteer } = {}): Promise<Desk> {
  const context = await stage.person();
  let [away, asked] = [false, 0];
  await context.route('**/token.json', async (route) => {
    if (away) return route.abort('internetdisconnected');
    asked += 1;
    const token = await signer.token(actor, province, (jwt) => jwt.setJti(newId()));
    return route.fulfill({ json: { token, expiresIn: 300 } });
  });
  const address = await hostPage(
    context,
    { ...stage, url: site.url },
    `<htsd-provider adapter="http" base-url="/" token-src="/token.json">
      <htsd-sync-status open></htsd-sync-status><htsd-assessment-form model="unit"></htsd-assessment-form>
    </htsd-provider>`,
  );
  const { page, complaints } = await visit(context, address);
  return {
    ...{ context, page, complaints, asked: () => asked },
    async network(on) {
      away = !on;
      await context.setOffline(!on);
    },
    signIn: (other) => void (actor = other),
  };
}

const line = (page: Page) => page.locator('htsd-sync-status #line');
const plan = (page: Page) =>
  criterion(page, /kế hoạch học tập hằng năm/).getByRole('textbox', { name: 'Điểm tự chấm' });

describe('what is written without network', () => {
  it('is sent once and in order when it is back, also where the token runs out on the way', async () => {
    const { context, page, complaints, asked, network } = await desk();
    await register(page, name);
    await line(page).getByText('Đã gửi hết').waitFor();
    /** What the line said, one after the other. */
    await line(page).evaluate((element) => {
      const said: string[] = ((globalThis as { said?: string[] }).said = []);
      new MutationObserver(() => {
        const words = (element as HTMLElement).innerText.trim();
        if (words !== said.at(-1)) said.push(words);
      }).observe(element, { childList: true, characterData: true, subtree: true });
    });
    await network(false);
    await fillSample(page);
    await page.getByRole('button', { name: 'Nộp bản tự đánh giá' }).click();
    const question = page.getByRole('dialog', { name: 'Nộp bản tự đánh giá?' });
    await question.getByRole('button', { name: 'Nộp', exact: true }).click();
    await page.getByRole('region', { name: 'Đã lưu trên thiết bị này, chờ gửi' }).waitFor();
    await line(page)
      .getByText(/Không có mạng, chờ gửi [2-9]/)
      .waitFor();

    // From its second request on, the sync bears a token whose time is over, until the host gives another.
    const sent: { status: number; kinds: string[]; statuses: string[] }[] = [];
    const old = await signer.token(volunteer, province, (jwt) =>
      jwt.setIssuedAt(1_600_000_000).setExpirationTime(1_600_000_300),
    );
    let first: string | undefined;
    await context.route('**/v1/commands', async (route) => {
      const headers = await route.request().allHeaders();
      const bearer = headers['authorization'];
      first ??= bearer;
      const late = sent.length > 0 && bearer === first;
      const response = await route.fetch(
        late ? { headers: { ...headers, authorization: `Bearer ${old}` } } : {},
      );
      const { commands } = route.request().postDataJSON() as { commands: { kind: string }[] };
      const body = (await response.json()) as { receipts?: { status: string }[] };
      sent.push({
        status: response.status(),
        kinds: commands.map(({ kind }) => kind),
        statuses: (body.receipts ?? []).map((one) => one.status),
      });
      await route.fulfill({ response });
    });
    const before = asked();
    await network(true);
    await line(page).getByText('Đã gửi hết').waitFor();
    await page.getByRole('region', { name: 'Đã nộp bản tự đánh giá' }).waitFor();
    expect(asked()).toBe(before + 1);
    expect(sent[1]?.status).toBe(401);
    const done = sent.filter(({ status }) => status === 200);
    expect(done.flatMap(({ statuses }) => statuses).every((status) => status === 'applied')).toBe(true);
    expect(done.flatMap(({ kinds }) => kinds).at(-1)).toBe('assessment.submit');
    const said = await page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
    expect(said.some((words) => words.startsWith('Đang gửi'))).toBe(true);
    expect(said.at(-1)).toBe('Đã gửi hết');

    const { items } = await device().query('assessments.list', { model: 'unit', cycle, mine: true });
    expect(items).toMatchObject([
      { subjectName: name, state: 'submitted', submissions: [{ score: { total: 92.5 } }] },
    ]);
    await page.locator('htsd-sync-status').getByText(items[0]!.submissions[0]!.receipt).waitFor();
    expect(complaints.filter((one) => !/ERR_INTERNET_DISCONNECTED|401/.test(one))).toEqual([]);
  });

  it('is asked about where another device wrote, too, says why it was refused, and is nothing to the next', async () => {
    const person = { ...volunteer, id: 'tinh-nguyen-2' };
    const other = device(person);
    const there = async () => (await other.query('assessment.get', { id: assessment })).items[0]!;
    const [subject, assessment] = [newId(), newId()];
    const criteria = { id: 'don-vi-hoc-tap-xa-mau', version: '1.0.0' };
    const sample = (await presets.get(criteria.id, criteria.version))!;
    const answer = async (points: string) => {
      const answers = { 'ke-hoach': { points } };
      const one = command('assessment.answer', assessment, (await there()).version, { answers });
      expect((await other.execute([one]))[0]?.status).toBe('applied');
    };
    await other.execute([
      command('subject.register', subject, 0, {
        ...{ model: 'unit', name, place: { name: 'Sen Hồ' }, facts: {}, cycle, criteria },
      }),
      command('assessment.open', assessment, 0, { subject, cycle }),
    ]);
    await answer('10');
    const { page, network, signIn } = await desk({ actor: person });
    const status = page.locator('htsd-sync-status');
    /** Writes while there is no network, and brings it back when the other device has done something. */
    const meanwhile = async (points: string, elsewhere: () => Promise<void>): Promise<void> => {
      await network(false);
      await plan(page).fill(points);
      await line(page).getByText('Không có mạng, chờ gửi 1').waitFor();
      await elsewhere();
      await network(true);
      await line(page).getByText('1 việc cần anh/chị xem').waitFor();
    };
    await expect.poll(() => plan(page).inputValue()).toBe('10');
    // What may be needed without network is fetched when the form stands.
    await page.waitForLoadState('networkidle');
    await meanwhile('8', () => answer('9'));
    await status.getByRole('button', { name: /^So sánh và chọn/ }).click();
    const sides = status.getByRole('dialog').getByRole('group');
    for (const words of ['Trước đó: 10', 'Giữ của tôi: 8', 'Lấy của họ: 9'])
      await sides.getByText(words).waitFor();
    await sides.getByRole('radio', { name: /Giữ của tôi/ }).check();
    await status.getByRole('button', { name: 'Gửi lựa chọn' }).click();
    await line(page).getByText('Đã gửi hết').waitFor();
    expect((await there()).answers['ke-hoach']).toEqual({ points: '8' });

    await meanwhile('7', async () => {
      // Everything answered, and submitted, on the other device.
      const { version } = await there();
      const answers = Object.fromEntries(
        sample.sections.flatMap(({ criteria: all }) =>
          all.map(({ id, input, ...one }) => [
            id,
            input === 'points'
              ? { points: '5' }
              : input === 'percent'
                ? { numerator: '9', denominator: '9' }
                : { option: 'options' in one ? one.options![0]!.id : '' },
          ]),
        ),
      );
      const receipts = await other.execute([
        command('assessment.answer', assessment, version, {
          answers: { ...answers, 'ke-hoach': { points: '8' } },
        }),
        command('assessment.submit', assessment, version + 1, {}),
      ]);
      expect(receipts.map((one) => one.status)).toEqual(['applied', 'applied']);
    });
    await status.getByText('Bản tự đánh giá đã chuyển sang bước khác').waitFor();

    // He leaves the device, and what he did not send is to be lost.
    await page.evaluate(`(async () => {
      const { createHttpAdapter } = await import('/htsd/lib/adapters/http.js');
      const { withOutbox } = await import('/htsd/lib/client.js');
      const { token } = await (await fetch('/token.json')).json();
      const backend = withOutbox(createHttpAdapter({ baseUrl: location.origin, token: () => token }));
      await backend.session();
      await backend.outbox.signOut({ pending: 'wipe' });
    })()`);
    signIn({ ...volunteer, id: 'nguoi-sau' });
    await page.reload();
    await line(page).getByText('Đã gửi hết').waitFor();
    await page.getByLabel('Tên đơn vị').waitFor();
    expect(await page.locator('body').innerText()).not.toContain(name);
    const left = await page.evaluate(async () => {
      const found: string[] = [];
      for (const { name } of await indexedDB.databases()) {
        const db = await new Promise<IDBDatabase>((done) => {
          const asked = indexedDB.open(name!);
          asked.onsuccess = () => done(asked.result);
        });
        for (const store of db.objectStoreNames) {
          const all = await new Promise((done) => {
            const asked = db.transaction(store).objectStore(store).getAll();
            asked.onsuccess = () => done(asked.result);
          });
          found.push(`${name}/${store}: ${JSON.stringify(all)}`);
        }
        db.close();
      }
      return found.filter((text) => /Sông Lô|tinh-nguyen-2/.test(text));
    });
    expect(left).toEqual([]);
  });
});
