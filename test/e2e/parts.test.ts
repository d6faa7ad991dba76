/**
 * A file that could not be fetched, once: every part of the library can be asked for again, also where it was a
 * neighbour of the part that failed, and the person is told meanwhile. Nothing runs twice by that.
 */
import { describe, it } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { criterion, expect, register, saved, useStage, visit } from './support.js';

const stage = useStage();
const form = { name: 'Đăng ký danh hiệu' };
const lost = 'Chưa tải được phần này';

/** The page with the form's own entry instead of the loader. */
async function byItsOwnEntry(person: BrowserContext): Promise<void> {
  await person.route('**/htsd/htsd.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: "import '/htsd/assessment-form.js';" }),
  );
}

async function backOnline(person: BrowserContext): Promise<void> {
  await person.setOffline(true);
  await person.setOffline(false);
}

/** The answer that was typed, after the page was opened anew. */
async function answerAfterReload(page: Page): Promise<string> {
  await page.reload();
  return criterion(page, /kế hoạch học tập hằng năm/)
    .getByRole('textbox', { name: 'Điểm tự chấm' })
    .inputValue();
}

describe('a file that could not be fetched at first', () => {
  for (const file of ['first-show', 'base']) {
    it(`comes later by the loader: ${file}`, async () => {
      const person = await stage.person();
      await person.route(`**/${file}-*.js`, (route) => route.abort());
      const { page } = await visit(person, `${stage.url}csp.html`);
      await page.getByText(lost).waitFor();
      await page.getByRole('button', { name: 'Tải lại trang' }).waitFor();
      await person.unroute(`**/${file}-*.js`);
      await backOnline(person);
      await page.getByRole('heading', form).waitFor();
      expect(await page.getByText(lost).count()).toBe(0);
      // One copy of everything: a second store would know nothing of what the first one wrote.
      await register(page);
      await criterion(page, /kế hoạch học tập hằng năm/)
        .getByRole('textbox', { name: 'Điểm tự chấm' })
        .pressSequentially('10');
      await saved(page);
      expect(await answerAfterReload(page)).toBe('10');
    });
  }

  it('comes when the page is loaded anew, by the button for it', async () => {
    const person = await stage.person();
    await person.route('**/first-show-*.js', (route) => route.abort());
    const { page } = await visit(person, `${stage.url}csp.html`);
    const reload = page.getByRole('button', { name: 'Tải lại trang' });
    await reload.waitFor();
    await person.unroute('**/first-show-*.js');
    await reload.click();
    await page.getByRole('heading', form).waitFor();
  });

  it('is no page for signing in, which a network gave instead', async () => {
    const person = await stage.person();
    await person.route('**/first-show-*.js', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<h1>Wifi</h1>' }),
    );
    const { page } = await visit(person, `${stage.url}csp.html`);
    await page.getByText(lost).waitFor();
    await person.unroute('**/first-show-*.js');
    await backOnline(person);
    await page.getByRole('heading', form).waitFor();
  });

  for (const file of ['more', 'later']) {
    it(`comes when asked again, by the form's own entry: ${file}, before registering`, async () => {
      const person = await stage.person();
      await byItsOwnEntry(person);
      await person.route(`**/${file}-*.js`, (route) => route.abort());
      const { page } = await visit(person, `${stage.url}csp.html`);
      await page.getByText('Chưa tải được bản tự đánh giá').waitFor();
      await page.getByRole('button', { name: 'Tải lại trang' }).waitFor();
      await person.unroute(`**/${file}-*.js`);
      await page.getByRole('button', { name: 'Thử lại' }).click();
      await page.getByRole('heading', form).waitFor();
    });
  }

  it("comes when asked again, by the form's own entry: more, in the middle of the work", async () => {
    const person = await stage.person();
    await byItsOwnEntry(person);
    const { page } = await visit(person, `${stage.url}csp.html`);
    await register(page);
    await person.route('**/more-*.js', (route) => route.abort());
    const points = criterion(page, /kế hoạch học tập hằng năm/).getByRole('textbox', {
      name: 'Điểm tự chấm',
    });
    await page.reload();
    await points.pressSequentially('10');
    await page.getByRole('button', { name: 'Nộp bản tự đánh giá' }).click();
    await page.getByText('Chưa tải được bản tự đánh giá').waitFor();
    await person.unroute('**/more-*.js');
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await expect.poll(() => page.getByText('Chưa tải được bản tự đánh giá').count()).toBe(0);
    await page.getByRole('button', { name: 'Nộp bản tự đánh giá' }).click();
    await page.getByText('Chưa thể nộp').waitFor();
    expect(await points.inputValue()).toBe('10');
    expect(await page.getByRole('group', { name: /kế hoạch học tập hằng năm/ }).count()).toBe(1);
  });

  it('comes when asked again: what carries an act on many out', async () => {
    const person = await stage.person();
    await person.route('**/open-acts-*.js', (route) => route.abort());
    const { page } = await visit(person, `${stage.url}register.html?n=20`);
    const act = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Đăng ký', exact: true }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Gửi \d+ đối tượng/ })
        .click();
    };
    await page.getByRole('button', { name: /^Chọn cả/ }).click();
    await act();
    await page.getByText('Chưa tải được một phần').first().waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await person.unroute('**/open-acts-*.js');
    await act();
    await page.getByRole('button', { name: 'Hoàn tác' }).waitFor();
  });

  it('comes when asked again: the writer of DOCX files', async () => {
    const person = await stage.person();
    const { page } = await visit(person, `${stage.url}csp.html`);
    await register(page);
    await person.route('**/docx-*.js', (route) => route.abort());
    const save = async (): Promise<void> => {
      await page.getByRole('button', { name: 'In hoặc lưu DOCX' }).click();
      await page.getByRole('button', { name: 'Lưu DOCX', exact: true }).click();
    };
    await save();
    await page.getByText('Chưa tải được một phần của trang').waitFor();
    await page.getByRole('button', { name: 'Tải lại trang' }).waitFor();
    await person.unroute('**/docx-*.js');
    const download = page.waitForEvent('download');
    await save();
    expect((await download).suggestedFilename()).toMatch(/\.docx$/);
    expect(await page.getByText('Chưa tải được một phần của trang').count()).toBe(0);
  });

  it('is left to the browser where a policy lets no script fetch', async () => {
    const person = await stage.person();
    await person.route('**/csp.html', async (route) => {
      const response = await route.fetch();
      const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'";
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'content-security-policy': policy },
      });
    });
    const { page } = await visit(person, `${stage.url}csp.html`);
    await page.getByRole('heading', form).waitFor();
  });
});

describe('the part that sends answers', () => {
  it('comes while there is a network, whether or not something is sent', async () => {
    const person = await stage.person();
    const page = await person.newPage();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (/\/sending-[^/]*\.js$/.test(request.url())) asked.push(request.url());
    });
    await page.goto(stage.url);
    await page.getByLabel('Tên đơn vị').waitFor();
    await expect.poll(() => asked.length, { timeout: 60_000 }).toBeGreaterThan(0);
  });
});
