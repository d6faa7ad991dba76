/**
 * A badge from its making to its check, on the page that checks: granted and signed in the browser, saved as a file, handed
 * in again, altered, without network, taken back; and a photo in which there is no code.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { bakePng, unbakePng } from '../../src/credential/index.js';
import { useResident, type Resident } from './resident.js';
import { expect, useStage, visit } from './support.js';

const stage = useStage();
const resident = useResident(stage);
/** One whose clock shows other days; it cannot be given back. */
const traveller = useResident(stage);
const png = 'image/png';

/** The page that checks, as on a first visit. */
async function opened(by: Resident, viewport?: { width: number; height: number }): Promise<Page> {
  const page = await by.fresh();
  if (viewport) await page.setViewportSize(viewport);
  await page.goto(`${stage.url}verify.html`);
  return page;
}

async function hand(page: Page, buffer: Buffer, name = 'huy-hieu.png', mimeType = png): Promise<void> {
  await page.locator('htsd-badge-check input#file').setInputFiles({ name, mimeType, buffer });
}
const answer = (page: Page, heading: string | RegExp) =>
  page.getByRole('heading', { name: heading }).waitFor();

/** Grants a trial title on the page and saves its badge. */
async function grant(page: Page): Promise<Buffer> {
  await page.getByRole('button', { name: 'Cấp huy hiệu thử' }).click();
  const save = page.getByRole('button', { name: 'Tải huy hiệu (PNG)' });
  await save.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toBe('huy-hieu-unit-2026.png');
  return readFile(await download.path());
}

/** The same picture with one letter of its badge changed: still a badge in every other way, in a picture that is whole. */
function alter(file: Buffer): Buffer {
  const baked = unbakePng(file);
  if (!('text' in baked)) throw new Error(`No badge in the picture: ${baked.fault}`);
  const [header = '', payload = '', signature = ''] = baked.text.split('.');
  const said = Buffer.from(payload, 'base64url').toString();
  const changed = said.replaceAll('Sen Hồ', 'Sen Hổ');
  expect(changed).not.toBe(said);
  const forged = Buffer.from(changed).toString('base64url');
  return Buffer.from(bakePng(file, [header, forged, signature].join('.')));
}

async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel('Nội dung hoặc địa chỉ của huy hiệu').fill(text);
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
}

/** The published badge with a proof inside, on a page whose clock shows a day on which it counts. */
async function proven(page: Page): Promise<string> {
  const { cases } = JSON.parse(
    await readFile(new URL('../vectors/credential/genuine.json', import.meta.url), 'utf8'),
  ) as { cases: { name: string; input: { json: object }; context: { now: string } }[] };
  const found = cases.find(({ name }) => name === 'Ed25519, proof inside');
  if (!found) throw new Error('The vectors have no badge with a proof inside.');
  await page.clock.setFixedTime(found.context.now);
  return JSON.stringify(found.input.json);
}

describe('the page that checks', () => {
  it('knows the badge that was granted here, and one letter that was changed', async () => {
    const { page, complaints } = await visit(await stage.person(), `${stage.url}verify.html`);
    const file = await grant(page);
    await hand(page, file);
    await answer(page, 'Huy hiệu thật, còn hiệu lực');
    await page.locator('htsd-badge-check').getByText('Huy hiệu này chỉ để dùng thử').waitFor();
    await hand(page, alter(file));
    await answer(page, 'Không phải huy hiệu thật');
    await page.getByRole('link', { name: /^Kiểm tra huy hiệu Đơn vị/ }).click();
    await answer(page, 'Huy hiệu thật, còn hiệu lực');
    // From the screen of one phone to the camera of another.
    await hand(page, alter(file));
    await answer(page, 'Không phải huy hiệu thật');
    const buffer = await page.locator('htsd-model-badge [part=qr]').screenshot();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Chụp mã QR' }).click();
    await (await choosing).setFiles({ name: 'anh-chup.png', mimeType: png, buffer });
    await answer(page, 'Huy hiệu thật, còn hiệu lực');
    await page.getByRole('button', { name: 'Thu hồi huy hiệu này' }).click();
    await page.getByText('Đã thu hồi').first().waitFor();
    await hand(page, file);
    await answer(page, 'Danh hiệu đã bị thu hồi');
    expect(complaints).toEqual([]);
  });

  it('without network still knows it by what is kept here, and elsewhere says that it could not check', async () => {
    const page = await opened(resident);
    const file = await grant(page);
    await hand(page, file);
    await answer(page, 'Huy hiệu thật, còn hiệu lực');
    await resident.person.setOffline(true);
    await hand(page, file);
    await answer(page, 'Huy hiệu thật, còn hiệu lực');
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          indexedDB.deleteDatabase('htsd/badges').onsuccess = resolve;
        }),
    );
    await hand(page, file);
    await answer(page, 'Chưa kiểm tra được');
    await page.getByText('chưa có mạng để xem danh hiệu có bị thu hồi không').waitFor();
  });

  it('opens again without network, as the page that comes with the library does, and knows a badge by what is kept', async () => {
    const person = await stage.person({ worker: true });
    const { page } = await visit(person, `${stage.url}verify.html`);
    const file = await grant(page);
    await hand(page, file);
    await answer(page, 'Huy hiệu thật, còn hiệu lực');
    const { page: shipped } = await visit(person, `${stage.url}htsd/verify.html`);
    const kept = (one: Page) => one.evaluate(async () => (await caches.match(location.href))?.status);
    for (const one of [page, shipped]) await expect.poll(() => kept(one), { timeout: 60_000 }).toBe(200);
    await person.setOffline(true);
    for (const one of [page, shipped]) {
      await one.reload();
      await hand(one, file);
      await answer(one, 'Huy hiệu thật, còn hiệu lực');
    }
  });

  it('says of an old list until when it is right, renews the lists, and keeps in them what was taken back', async () => {
    const page = await opened(traveller);
    const wait = (weeks: number) => page.clock.setFixedTime(Date.now() + weeks * 8 * 86_400_000);
    const again = async () => {
      await page.reload();
      await page.locator('#grant:enabled').waitFor();
    };
    const file = await grant(page);
    await wait(1);
    await hand(page, file);
    await answer(page, /^Đúng đến ngày \d\d\/\d\d\/\d{4}, chưa kiểm tra lại$/);
    expect(await page.locator('htsd-badge-check [part=verdict]').getAttribute('class')).toContain(
      'could-not-check',
    );
    // The page that opens signs the lists of its trials anew; one opened that same day has nothing to complain of.
    await again();
    await hand(page, file);
    await answer(page, 'Huy hiệu thật, còn hiệu lực');

    const taken = await grant(page);
    await page.getByRole('button', { name: 'Thu hồi huy hiệu này' }).click();
    await page.getByText('Đã thu hồi').first().waitFor();
    await wait(2);
    await again();
    await hand(page, taken);
    await answer(page, 'Danh hiệu đã bị thu hồi');
  });

  it('checks what lies at the address that a link names, from the page’s own address', async () => {
    const page = await opened(resident);
    const file = await grant(page);
    await resident.person.route(`${stage.url}huy-hieu.png`, (route) =>
      route.fulfill({ contentType: png, body: file }),
    );
    await page.goto(`${stage.url}verify.html?url=${encodeURIComponent('/huy-hieu.png')}`);
    await answer(page, 'Huy hiệu thật, còn hiệu lực');
    await page.goto(`${stage.url}verify.html?url=${encodeURIComponent('https://khong-co.invalid/1')}`);
    await answer(page, 'Chưa kiểm tra được');
    await page.getByText('Chưa đọc được địa chỉ này').waitFor();
  });

  it('leads to the answer on a phone: from the link, from a file, and opened by an address above the entry', async () => {
    const page = await opened(resident, { width: 360, height: 640 });
    const seen = async (heading: string): Promise<void> => {
      const found = page.getByRole('heading', { name: heading });
      await expect
        .poll(() =>
          found.evaluate((element) => {
            const { top, bottom } = element.getBoundingClientRect();
            const focused = (element.getRootNode() as ShadowRoot).activeElement === element;
            return [top >= 0 && bottom <= innerHeight, focused];
          }),
        )
        .toEqual([true, true]);
    };
    const file = await grant(page);
    await page.getByRole('link', { name: /^Kiểm tra huy hiệu Đơn vị/ }).click();
    await answer(page, 'Huy hiệu thật, còn hiệu lực');
    await seen('Huy hiệu thật, còn hiệu lực');
    await page.evaluate(() => scrollTo(0, 0));
    await hand(page, alter(file));
    await answer(page, 'Không phải huy hiệu thật');
    await seen('Không phải huy hiệu thật');
    await page.reload();
    await answer(page, 'Huy hiệu thật, còn hiệu lực');
    await seen('Huy hiệu thật, còn hiệu lực');
    const [verdict = 0, entry = 0] = await page
      .locator('htsd-badge-check')
      .evaluate(({ shadowRoot }) =>
        ['verdict', 'entry'].map(
          (part) => shadowRoot?.querySelector(`[part=${part}]`)?.getBoundingClientRect().top ?? 0,
        ),
      );
    expect(verdict).toBeLessThan(entry);
  });

  it('says so of a photo in which it reads no code', async () => {
    const page = await opened(resident);
    const photo = await page.screenshot({ clip: { x: 0, y: 0, width: 400, height: 300 } });
    await hand(page, photo, 'anh.png');
    await answer(page, 'Chưa kiểm tra được');
    await page.getByText('trong ảnh cũng không đọc được mã QR').waitFor();
  });
});

describe('the page that comes with the library', () => {
  it('looks the issuer up in the registry that an operator puts beside it, and goes without one calmly', async () => {
    const person = await stage.person();
    const { page, complaints } = await visit(person, `${stage.url}htsd/verify.html`);
    const badge = await proven(page);
    await paste(page, badge);
    await page.getByText('Trang này chưa có danh mục').waitFor();
    const body = await readFile(new URL('../fixtures/registry.json', import.meta.url));
    await person.route(`${stage.url}htsd/registry.json`, (route) =>
      route.fulfill({ contentType: 'application/json', body }),
    );
    await paste(page, badge);
    await page.getByText('có trong danh mục mẫu').waitFor();
    // The browser's own line about a file that is not there is all.
    expect(complaints.filter((one) => !/status of 404/.test(one))).toEqual([]);
  });
});

describe('under a strict policy', () => {
  it('a placeholder checks a badge and reads a photo, and nothing is reported', async () => {
    const { page, complaints } = await visit(await stage.person(), `${stage.url}csp.html`);
    await page.evaluate(() => {
      const place = document.createElement('div');
      place.dataset['htsd'] = 'badge-check';
      document.querySelector('main')?.append(place);
    });
    await page.getByRole('button', { name: 'Chọn tệp hoặc ảnh' }).waitFor();
    await hand(page, await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } }), 'anh.png');
    await answer(page, 'Chưa kiểm tra được');
    await page.getByLabel('Nội dung hoặc địa chỉ của huy hiệu').fill('{"credentialSubject":{}}');
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    await answer(page, 'Không phải huy hiệu thật');
    // A proof inside, canonised and checked by what was built, with one letter changed too.
    const whole = await proven(page);
    expect(whole).toContain('"cryptosuite":"eddsa-rdfc-2022"');
    await paste(page, whole);
    await answer(page, /^Huy hiệu thật/);
    await paste(page, whole.replace('Ước', 'Uớc'));
    await answer(page, 'Không phải huy hiệu thật');
    expect(complaints).toEqual([]);
  });
});
