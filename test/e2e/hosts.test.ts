/** Pages as portals have them: what their scripts and style sheets do to everything else, they do not do to us. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Page } from 'playwright-core';
import { serveSite } from '../../scripts/site.mjs';
import { expect, register, useStage, visit } from './support.js';

const stage = useStage();
const place = `<div data-htsd="assessment-form" data-model="unit"><p>Đang tải biểu mẫu</p></div>`;
const script = `<script type="module" src="/htsd/htsd.js"></script>`;
const page = (head: string, body: string): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Cổng</title><link rel="icon" href="/crest.svg">${head}</head>${body}</html>`;

/** RequireJS as it stands in front of every script of a Moodle page: whoever finds `define.amd` gives his module to it. */
const moodle = `
window.M = { cfg: { wwwroot: '', sesskey: 'x' }, util: { pending_js: [] } };
window.require = () => undefined;
window.define = () => { throw new Error('Mismatched anonymous define() module'); };
window.define.amd = { jQuery: true };`;

/** What libraries of 2008 add to the prototypes of the language, where every loop finds it. */
const prototypes = `
for (const name of ['each', 'include', 'remove', 'flatten', 'invoke', 'clone', 'last', 'first', 'without'])
  Array.prototype[name] = function () { throw new Error('Array.prototype.' + name); };
for (const name of ['capitalize', 'escapeHTML', 'strip', 'toArray'])
  String.prototype[name] = function () { throw new Error('String.prototype.' + name); };
Function.prototype.bindAsEventListener = function () { throw new Error('bindAsEventListener'); };
const NativeElement = window.Element;
window.Element = function (name) { return document.createElement(name); };
window.Element.prototype = NativeElement.prototype;
window.$ = (id) => document.getElementById(id);`;

const hostile = `* { all: unset; } html, body, div { display: block; } head, script, style, link, meta, title { display: none; }
*, *::before, *::after { box-sizing: content-box !important; letter-spacing: 4px !important; float: none !important; }
input, button, fieldset, legend, p { border: 9px solid red !important; text-transform: uppercase !important; }`;

/** By path: type, text, policy. */
const files: Record<string, [type: string, text: string, policy?: string]> = {
  '/moodle': [
    'text/html',
    page(
      `<script>${moodle}</script>${script}`,
      `<body id="page-course-view" class="path-course format-topics"><div id="page-wrapper" class="d-print-block"><div id="page" class="container-fluid drawers"><div id="region-main-box"><section id="region-main"><div class="no-overflow">${place}</div></section></div></div></div></body>`,
    ),
  ],
  '/bootstrap': [
    'text/html',
    page(
      `<meta http-equiv="X-UA-Compatible" content="IE=edge"><style>*,:after,:before{box-sizing:border-box}html{font-size:10px}body{font:14px/1.42857143 Arial;color:#333}fieldset{min-width:0;padding:0;margin:0;border:0}legend{display:block;width:100%;font-size:21px;border-bottom:1px solid #e5e5e5}label{display:inline-block;max-width:100%;font-weight:700}input[type=radio]{margin:4px 0 0;line-height:normal}.hidden{display:none!important}</style>`,
      `<body><div class="container"><div class="row"><div class="col-md-8"><div class="panel panel-default"><div class="panel-body" id="article">Đang tải bài viết</div></div></div></div></div>${script}</body>`,
    ),
  ],
  '/strict': [
    'text/html',
    page(
      script,
      `<body class="ms-backgroundImage"><form id="aspnetForm" action="#"><div class="portlet-body">${place}</div></form></body>`,
    ),
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; font-src 'self'; base-uri 'self'; form-action 'self'; trusted-types lit-html htsd htsd-ledger-check; require-trusted-types-for 'script'",
  ],
  '/office': [
    'text/html',
    '<html><head><title>Văn phòng điện tử</title><meta name="viewport" content="width=1024"></head><frameset cols="220,*"><frame name="menu" src="/menu"><frame name="main" src="/desk"></frameset></html>',
  ],
  '/menu': [
    'text/html',
    '<html><head><title>Menu</title></head><body><a href="/desk" target="main">Tự đánh giá</a></body></html>',
  ],
  // In quirks mode, as such pages are.
  '/desk': [
    'text/html',
    `<html><head><meta charset="utf-8"><title>Bàn làm việc</title></head><body bgcolor="#ffffff"><font face="Tahoma"><table width="100%"><tr><td>${place}</td></tr></table></font>${script}</body></html>`,
  ],
  '/unset': ['text/html', page(`<style>${hostile}</style>${script}`, `<body>${place}</body>`)],
  '/plain': ['text/html', page(script, `<body>${place}</body>`)],
  '/prototype': ['text/html', page(`<script>${prototypes}</script>${script}`, `<body>${place}</body>`)],
};

let url = '';
const server = createServer((request, response) => {
  const found = files[request.url ?? ''];
  if (!found) return serveSite(request, response, () => response.writeHead(404).end());
  const [type, text, policy] = found;
  response.setHeader('content-type', `${type}; charset=utf-8`);
  if (policy) response.setHeader('content-security-policy', policy);
  return response.end(text);
});
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const heading = { name: 'Đăng ký danh hiệu' };
describe('the form is filled in on', () => {
  it.each(['/moodle', '/strict', '/prototype'])(
    'a page like %s, and nothing is complained of',
    async (path) => {
      const visited = await visit(await stage.person(), url + path);
      await register(visited.page);
      expect(visited.complaints).toEqual([]);
    },
  );

  it('an agency’s CMS that puts articles into its page by a script, and moves them about', async () => {
    const { page: cms, complaints } = await visit(await stage.person(), `${url}/bootstrap`);
    // As jQuery's `.load` does.
    await cms.evaluate((html) => (document.querySelector('#article')!.innerHTML = html), place);
    const name = cms.getByLabel('Tên đơn vị');
    await name.fill('Trường Sen Hồ');
    const element = await cms.locator('htsd-assessment-form').elementHandle();
    await cms.evaluate(() => {
      const tab = document.createElement('div');
      document.body.prepend(tab);
      tab.append(document.querySelector('[data-htsd]')!);
    });
    expect(await name.inputValue()).toBe('Trường Sen Hồ');
    expect(await cms.locator('htsd-assessment-form').evaluate((now, before) => now === before, element)).toBe(
      true,
    );
    // As Turbo does: another page is another body, and going back brings a copy of the one before.
    const kept = await cms.evaluateHandle((html) => {
      const before = document.body.cloneNode(true);
      const next = document.createElement('body');
      next.innerHTML = html.replace('unit', 'family');
      document.body.replaceWith(next);
      return before;
    }, place);
    await cms.locator('htsd-assessment-form[model=family]').getByRole('heading', heading).waitFor();
    await cms.evaluate((body) => document.body.replaceWith(body), kept);
    await name.waitFor();
    expect(await cms.locator('htsd-assessment-form').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('an e-office of frames, as on its screen of 1024', async () => {
    const person = await stage.person({ viewport: { width: 1024, height: 700 } });
    const { page: office, complaints } = await visit(person, `${url}/office`);
    const desk = office.frame({ name: 'main' })!;
    await register(desk as unknown as Page);
    expect(await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(complaints).toEqual([]);
  });
});

it('a page that takes everything away from every element does not reach inside', async () => {
  const person = await stage.person();
  const looks = async (path: string): Promise<Record<string, string[]>> => {
    const { page: portal } = await visit(person, url + path);
    await portal.getByRole('heading', heading).waitFor();
    return portal.locator('htsd-assessment-form').evaluate((form) => {
      const names = [
        'display',
        'box-sizing',
        'letter-spacing',
        'text-transform',
        'border-top-width',
        'float',
        'cursor',
      ];
      const found = [form, ...form.shadowRoot!.querySelectorAll('*')].map((element, index) => {
        const style = getComputedStyle(element);
        // What the host says of its own child is the host's, but for what would break it.
        const asked = index === 0 ? ['display'] : names;
        return [`${index} ${element.localName}`, asked.map((name) => style.getPropertyValue(name))] as const;
      });
      return Object.fromEntries(found);
    });
  };
  expect(await looks('/unset')).toEqual(await looks('/plain'));
});
