/** The door for portals that allow an iframe: with our script around it, without any, and where somebody is not to be let in. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Page } from 'playwright-core';
import { serveSite, strictPolicy } from '../../scripts/site.mjs';
import { expect, useStage, visit } from './support.js';

const stage = useStage();
const portals: Server[] = [];
/** Where the library and its server are, a portal that it knows, and one that it does not. */
let [library, known, stranger] = ['', '', ''];
/** What the server was asked, with what it was asked by. */
const asked: { path: string; authorization: string | undefined }[] = [];
let content = '';
let framePage = '';

const open = (answer: (request: IncomingMessage) => { type: string; body: string } | undefined) =>
  new Promise<string>((done) => {
    const server = createServer((request, response) => {
      const found = answer(request);
      if (!found) return serveSite(request, response, () => response.writeHead(404).end());
      const policy = `${strictPolicy}; frame-src ${library} ${stranger}; script-src ${library} 'self'; connect-src 'self' ${library}`;
      response
        .writeHead(200, { 'content-type': found.type, 'content-security-policy': policy })
        .end(found.body);
    });
    portals.push(server);
    server.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });

/** A page of a portal, under a strict policy of its own. */
const portalPage = (request: IncomingMessage) => {
  if (request.url === '/token')
    return { type: 'application/json', body: '{"token":"to.k.en","expiresIn":300}' };
  if (request.url !== '/') return undefined;
  const head = `<meta charset="utf-8"><title>Cổng</title><link rel="icon" href="/crest.svg">`;
  return {
    type: 'text/html',
    body: `<!doctype html><html lang="vi"><head>${head}</head><body>${content}</body></html>`,
  };
};

beforeAll(async () => {
  framePage = readFileSync(new URL('../../dist/frame.html', import.meta.url), 'utf8');
  known = await open(portalPage);
  stranger = await open(portalPage);
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    response.setHeader('access-control-allow-origin', '*');
    if (request.method === 'OPTIONS') {
      response.setHeader('access-control-allow-headers', 'authorization');
      return response.writeHead(204).end();
    }
    if (path.startsWith('/v1/')) {
      asked.push({ path, authorization: request.headers.authorization });
      return response.writeHead(503).end();
    }
    if (!path.startsWith('/htsd/frame.html'))
      return serveSite(request, response, () => response.writeHead(404).end());
    // As our server fills it in.
    const settings = { origins: [known], ...(path.includes('server') && { baseUrl: '/' }) };
    const filled = JSON.stringify(settings).replaceAll('"', '&quot;');
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(framePage.replace('content="{}"', `content="${filled}"`));
  });
  portals.push(server);
  library = await new Promise((done) =>
    server.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
  );
});
afterAll(async () => {
  for (const server of portals) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

const script = (): string => `<script type="module" src="${library}/htsd/htsd-frame.js"></script>`;
const frame = (query: string, more = 'data-htsd-frame'): string =>
  `<iframe ${more} src="${library}/htsd/frame.html?${query}" title="Khung" width="600" height="150"></iframe>`;
const heightOf = (page: Page): Promise<number> =>
  page.locator('iframe').evaluate(({ clientHeight }) => clientHeight);

describe('a frame in a portal that it knows', () => {
  it('is as high as what it shows, and follows it, under the policies of both', async () => {
    content =
      frame('component=assessment-form&model=family&subject-name=Gia%20%C4%91%C3%ACnh&onclick=alert(1)') +
      script();
    const { page, complaints } = await visit(await stage.person(), known);
    const inside = page.frameLocator('iframe');
    await inside.getByRole('heading', { name: 'Đăng ký danh hiệu' }).waitFor();
    const room = () =>
      inside.locator('main').evaluate((main) => Math.ceil(main.getBoundingClientRect().height));
    await expect.poll(async () => (await heightOf(page)) - (await room()), { timeout: 60_000 }).toBe(0);
    expect(await heightOf(page)).toBeGreaterThan(300);
    // Nothing but what the component knows gets in.
    expect(
      await inside.locator('htsd-assessment-form').evaluate((one) => one.getAttributeNames().sort()),
    ).toEqual(['model', 'subject-name']);
    // The person hears that another site's page would not show him this draft.
    await inside.getByText(/chỉ thấy lại khi mở từ chính trang đó/).waitFor();
    // Kept by the browser while somebody was on the next page, as Safari and Firefox do with frames, it goes on being followed.
    const kept = { persisted: true };
    await page
      .frames()[1]!
      .evaluate((told) => dispatchEvent(new PageTransitionEvent('pagehide', told)), kept);
    await page.locator('iframe').evaluate((element: HTMLIFrameElement) => (element.width = '330'));
    await expect.poll(async () => (await heightOf(page)) - (await room()), { timeout: 60_000 }).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('gets tokens by message, and no address ever holds one', async () => {
    asked.length = 0;
    content =
      frame('component=register&sign-in=portal&server=1', 'data-htsd-frame data-token-src="/token"') +
      script();
    const person = await stage.person();
    const urls: string[] = [];
    person.on('request', (request) => urls.push(request.url()));
    await visit(person, known);
    await expect.poll(() => asked.length, { timeout: 60_000 }).toBeGreaterThan(0);
    expect(new Set(asked.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer to.k.en']));
    expect(urls.filter((url) => url.includes('to.k.en'))).toEqual([]);
  });

  it('that goes elsewhere is noticed, and told nothing more', async () => {
    content = frame('component=target-gauge&indicator=gia-dinh', '');
    const { page } = await visit(await stage.person(), known);
    await page.evaluate(`(async () => {
      const { connectFrame } = await import('${library}/htsd/htsd-frame.js');
      globalThis.news = [];
      connectFrame(document.querySelector('iframe'), { patience: 2_000, told: (one) => news.push(one) });
    })()`);
    const news = () => page.evaluate(() => (globalThis as unknown as { news: string[] }).news);
    await expect.poll(news, { timeout: 60_000 }).toEqual(['open']);
    await page.frames()[1]!.goto(`${stranger}/crest.svg`);
    await expect.poll(news, { timeout: 60_000 }).toEqual(['open', 'left', 'silent']);
    // Back on our page it is talked to again.
    await page.frames()[1]!.goto(`${library}/htsd/frame.html?component=target-gauge`);
    await expect.poll(news, { timeout: 60_000 }).toEqual(['open', 'left', 'silent', 'open']);
  });
});

it('a script tag names the server for placeholders, and who says who is signed in', async () => {
  asked.length = 0;
  content = `<script type="module" src="${library}/htsd/htsd.js" data-base-url="${library}" data-token-src="/token"></script><div data-htsd="register" data-base-url="https://evil.example">Sổ theo dõi</div>`;
  const person = await stage.person();
  const urls: string[] = [];
  person.on('request', (request) => urls.push(request.url()));
  await visit(person, known);
  await expect.poll(() => asked.length, { timeout: 60_000 }).toBeGreaterThan(0);
  expect(new Set(asked.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer to.k.en']));
  expect(urls.filter((url) => /to\.k\.en|evil/.test(url))).toEqual([]);
});

it('a portal that is not on the list is told so, and reads nothing', async () => {
  content = frame('component=target-gauge&indicator=gia-dinh') + script();
  const { page, complaints } = await visit(await stage.person(), stranger);
  await page.frameLocator('iframe').getByText(`Trang ${stranger} chưa được phép`).waitFor();
  await expect
    .poll(() => complaints.join(), { timeout: 60_000 })
    .toMatch(/\[htsd\] Frame .* may not talk to this page/);
  expect(await heightOf(page)).toBe(150);
});

it('a frame that does not answer is said once, with what to do, and with a way to get there', async () => {
  content = `<iframe data-htsd-frame sandbox="allow-scripts" src="${library}/htsd/frame.html?component=report" title="Khung"></iframe>${script()}`;
  const page = await (await stage.person()).newPage();
  await page.clock.install();
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  await page.goto(known);
  await page.clock.fastForward(11_000);
  await page.getByRole('link', { name: 'Mở ở trang riêng' }).waitFor();
  expect(warnings.filter((text) => text.includes('[htsd]'))).toEqual([
    expect.stringContaining('sandbox without'),
  ]);
});

it('without any script a frame is a plain page that can be used and printed', async () => {
  content = frame('component=target-gauge&variant=scorecard&locality=25&lang=en', '');
  const { page, complaints } = await visit(await stage.person(), known);
  const inside = page.frameLocator('iframe');
  await inside.locator('[part=scorecard]').waitFor();
  expect(await inside.locator('html').getAttribute('lang')).toBe('en');
  expect((await page.pdf()).length).toBeGreaterThan(1_000);
  expect(complaints).toEqual([]);
});

it('an address that asks for nothing we have gets a sentence', async () => {
  const { page } = await visit(await stage.person(), `${stage.url}htsd/frame.html?component=%3Cscript%3E`);
  await page.getByText('Khung này không có thành phần nào tên là “<script>”').waitFor();
});

it('a component that could not be fetched is said to be missing, and comes once the network is back', async () => {
  const person = await stage.person();
  await person.route('**/target-gauge.js', (route) => route.abort());
  const { page } = await visit(person, `${library}/htsd/frame.html?component=target-gauge`);
  await page.getByText('Chưa tải được phần này').waitFor();
  await page.getByRole('button', { name: 'Tải lại trang' }).waitFor();
  await person.unroute('**/target-gauge.js');
  await person.setOffline(true);
  await person.setOffline(false);
  await page.locator('htsd-target-gauge').waitFor();
  expect(await page.getByText('Chưa tải được phần này').count()).toBe(0);
});
