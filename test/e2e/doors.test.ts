/** Every way a component gets onto a page: tag, placeholder, later script, own entry, twice, other version, other site. */
import { readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import type { Route } from 'playwright-core';
import { expect, useStage, visit } from './support.js';

const stage = useStage();
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const form = { name: 'Đăng ký danh hiệu' };

describe('the form gets onto a page', () => {
  it('by a placeholder, with its attributes', async () => {
    const person = await stage.person();
    const { page, complaints } = await visit(person, `${stage.url}placeholder.html`);
    await page.getByRole('heading', form).waitFor();
    expect(await page.getByLabel('Tên đơn vị').inputValue()).toBe('Trường Tiểu học Sen Hồ');
    expect(await page.getByText('Biểu mẫu đang được tải').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('by a script of the page, long after the library started', async () => {
    const person = await stage.person();
    const { page, complaints } = await visit(person, `${stage.url}late.html`);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    expect(await page.evaluate(() => customElements.get('htsd-assessment-form'))).toBe(undefined);
    await page.getByRole('button', { name: 'Mở biểu mẫu' }).click();
    await page.getByRole('heading', form).waitFor();
    expect(requests.some((url) => url.includes('/first-show-'))).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('with nothing fetched that the page does not use', async () => {
    const person = await stage.person();
    const page = await person.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.goto(`${stage.url}late.html`);
    await page.waitForLoadState('networkidle');
    // One file, and none behind it: a second one would cost every page a round trip.
    expect(requests.filter((path) => path.startsWith('/htsd/'))).toEqual(['/htsd/htsd.js']);
  });

  it('when the same version is included twice', async () => {
    const person = await stage.person();
    const { page, complaints } = await visit(person, `${stage.url}two-versions.html`);
    await page.getByRole('heading', form).waitFor();
    expect(await page.getByRole('heading', form).count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('when another version is included as well: one warning, never an exception', async () => {
    const person = await stage.person();
    // A second build under another address, of another version.
    const other = async (route: Route): Promise<void> => {
      const response = await route.fetch({ url: route.request().url().replace('/htsd-old/', '/htsd/') });
      const text = await response.text();
      await route.fulfill({ response, body: text.replaceAll(version, '0.0.9') });
    };
    const { page, complaints } = await visit(person, `${stage.url}index.html`);
    await person.route('**/htsd-old/**', other);
    await page.getByRole('heading', form).waitFor();
    for (const file of ['htsd.js', 'assessment-form.js']) {
      await page.evaluate(`import('/htsd-old/${file}').then(() => undefined)`);
    }
    await expect.poll(() => complaints.length).toBe(2);
    expect(complaints[0]).toMatch(/^\[htsd\] Version \d.* is on this page; version 0\.0\.9 stays aside/);
    expect(complaints[1]).toMatch(/^\[htsd\] <htsd-assessment-form> is already registered/);
    await page.getByRole('heading', form).waitFor();
  });

  it('by its own entry alone', async () => {
    const person = await stage.person();
    await person.route('**/htsd/htsd.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: "import '/htsd/assessment-form.js';" }),
    );
    const { page, complaints } = await visit(person, `${stage.url}csp.html`);
    await page.getByRole('heading', form).waitFor();
    expect(complaints).toEqual([]);
  });

  it('from another site, under a policy that names it', async () => {
    const person = await stage.person();
    const library = stage.url.replace('localhost', '127.0.0.1');
    await person.route(`${library}**`, async (route) => {
      const response = await route.fetch({ url: route.request().url().replace(library, stage.url) });
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'access-control-allow-origin': '*' },
      });
    });
    await person.route('**/csp.html', async (route) => {
      const response = await route.fetch();
      const policy = `default-src 'self'; script-src 'self' ${new URL(library).origin}; require-trusted-types-for 'script'`;
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'content-security-policy': policy },
        body: (await response.text()).replace('/htsd/htsd.js', `${library}htsd/htsd.js`),
      });
    });
    const { page, complaints } = await visit(person, `${stage.url}csp.html`);
    await page.getByRole('heading', form).waitFor();
    expect(complaints).toEqual([]);
  });
});
