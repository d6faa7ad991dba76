/** Where a badge comes from, and where it leads: the back end, the page that checks, the file to keep. */
import { expect } from '@open-wc/testing';
import { HtsdError } from '../../src/backend/errors.js';
import { createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import { until } from '../../test/support/mount-form.js';
import type { HtsdErrorEvent } from '../base/error-event.js';
import type { HtsdVerifyEvent } from './model-badge.events.js';
import { unbakePng, unbakeSvg } from '../../src/credential/verify.js';
import { setVerifyPage } from '../base/verify-page.js';
import { bakedFile } from './download.js';
import { verifyLink } from '../base/verify-link.js';
import {
  asking,
  codeOn,
  failing,
  find,
  make,
  phase,
  shown,
  title,
  words,
  type Badge,
  useCleanPage,
} from '../../test/support/mount-badge.js';
import { readCode } from '../../test/support/read-drawn-code.js';

useCleanPage();

describe('checking', () => {
  it('offers a link with the id as hash, and the QR code of the same address, only where a page is named', async () => {
    const without = await shown();
    expect(find(without, 'a')).to.equal(null);
    const badge = await shown({ verifyHref: '/kiem-tra.html?x=1#old' });
    expect(find<HTMLAnchorElement>(badge, '[part=verify]')?.href).to.equal(
      `${location.origin}/kiem-tra.html?x=1#cong-nhan-1`,
    );
    const dots = await until(() => find(badge, '[part=qr] .dots'), 'the QR code');
    const first = dots.getAttribute('d') ?? '';
    expect(first).to.match(/^M4 4h7v1h-7z/);
    expect(await codeOn(badge)).to.deep.equal({ text: `${location.origin}/kiem-tra.html?x=1#cong-nhan-1` });
    badge.verifyHref = '/khac.html';
    await until(
      () => ![undefined, first].includes(find(badge, '.dots')?.getAttribute('d') ?? undefined),
      'another',
    );
    expect(find(without, '[part=qr]')).to.equal(null);
  });

  it('goes without a page of its own by that of its provider, through shadow hosts, or else by the default', async () => {
    const link = (badge: Badge) => find<HTMLAnchorElement>(badge, '[part=verify]')?.href;
    const provider = document.createElement('htsd-provider');
    provider.setAttribute('verify-href', '/tinh.html');
    const host = document.createElement('div');
    const inside = make({ value: title() });
    host.attachShadow({ mode: 'open' }).append(inside);
    provider.append(host);
    document.body.append(provider);
    await inside.updateComplete;
    expect(link(inside)).to.equal(`${location.origin}/tinh.html#cong-nhan-1`);
    setVerifyPage('https://xa.example/htsd/verify.html');
    const alone = await shown();
    expect(link(alone)).to.equal('https://xa.example/htsd/verify.html#cong-nhan-1');
    await until(() => find(alone, '[part=qr] .dots'), 'the QR code');
    const none = await shown({ verifyHref: '' });
    expect([link(none), find(none, '[part=qr]')]).to.deep.equal([undefined, null]);
    expect(link(await shown({ verifyHref: '/khac.html' }))).to.contain('/khac.html#');
  });

  it('leads nowhere from a back end of its own, which the default page does not ask, and says so once', async () => {
    setVerifyPage('https://xa.example/htsd/verify.html');
    const { warn } = console;
    const warnings: unknown[] = [];
    console.warn = (...words: unknown[]) => warnings.push(words[0]);
    const within = async (change: (provider: HTMLElementTagNameMap['htsd-provider']) => void) => {
      const provider = document.createElement('htsd-provider');
      change(provider);
      const badge = make({ value: title() });
      provider.append(badge);
      document.body.append(provider);
      await badge.updateComplete;
      return find<HTMLAnchorElement>(badge, '[part=verify]')?.href;
    };
    try {
      expect(await within(() => undefined)).to.contain('/htsd/verify.html#');
      expect(await within((one) => one.setAttribute('name', 'so-rieng'))).to.equal(undefined);
      expect(await within((one) => one.setAttribute('tenant', 'xa-mau'))).to.equal(undefined);
      expect(await within((one) => one.setAttribute('adapter', 'memory'))).to.equal(undefined);
      expect(await within((one) => (one.backend = createMemoryAdapter({ actor: null })))).to.equal(undefined);
      expect(
        await within((one) => {
          one.setAttribute('name', 'so-rieng');
          one.setAttribute('verify-href', '/tinh.html');
        }),
      ).to.equal(`${location.origin}/tinh.html#cong-nhan-1`);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain('verify-href');
    } finally {
      console.warn = warn;
    }
  });

  it('links to pages only', () => {
    const base = 'https://xa.vn/a/b.html';
    expect(verifyLink('kiem-tra.html', 'a:b', base)).to.equal('https://xa.vn/a/kiem-tra.html#a%3Ab');
    for (const page of ['javascript:alert(1)', 'data:text/html,x', 'http://[', ' ', '', null, undefined]) {
      expect(verifyLink(page, 'a', base), String(page)).to.equal(undefined);
    }
  });

  it('tells the page first, which may check in its own way', async () => {
    const badge = await shown({ verifyHref: '#check' });
    const heard: HtsdVerifyEvent[] = [];
    document.body.addEventListener(
      'htsd-verify',
      (event) => {
        heard.push(event);
        event.preventDefault();
      },
      { once: true },
    );
    const before = location.href;
    find(badge, '[part=verify]')?.click();
    expect(heard.map(({ recognition, url }) => [recognition, url])).to.deep.equal([
      ['cong-nhan-1', new URL('#cong-nhan-1', document.baseURI).href],
    ]);
    expect(location.href).to.equal(before);
    find(badge, '[part=verify]')?.click();
    expect(location.hash).to.equal('#cong-nhan-1');
    history.replaceState(null, '', before);
  });
});

describe('reading', () => {
  it('asks for the recognition, in whose place another may be asked for', async () => {
    const asked: unknown[] = [];
    const badge = asking((async (name: string, params: { id: string }) => {
      asked.push([name, params]);
      return { items: [title({ id: params.id, subjectName: `Chủ thể ${params.id}` })] };
    }) as Backend['query']);
    await phase(badge, 'shown');
    badge.recognition = 'hai';
    await until(() => words(badge).includes('Chủ thể hai'), 'the other one');
    expect(asked).to.deep.equal([
      ['recognition.get', { id: 'cong-nhan-1' }],
      ['recognition.get', { id: 'hai' }],
    ]);
  });

  it('asks nobody where the host gives the title', async () => {
    let asked = 0;
    const badge = asking(
      async () => {
        asked += 1;
        return { items: [] };
      },
      { value: title() },
    );
    await phase(badge, 'shown');
    await badge.updateComplete;
    expect(words(badge)).to.contain('Trường THCS Sen Hồ');
    expect(asked).to.equal(0);
  });

  it('reads again what a move within the page interrupted', async () => {
    let asked = 0;
    const badge = asking(((_name: string, _params: unknown, options?: { signal?: AbortSignal }) => {
      asked += 1;
      if (asked > 1) return Promise.resolve({ items: [title()] });
      return new Promise((_, reject) =>
        options?.signal?.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError'))),
      );
    }) as Backend['query']);
    await until(() => asked === 1, 'the question');
    const provider = badge.parentElement!;
    badge.remove();
    provider.append(badge);
    await phase(badge, 'shown');
  });

  it('tells offline calmly, owns that it has no copy, and reads by itself when the network is back', async () => {
    let online = false;
    const badge = asking((() =>
      online
        ? Promise.resolve({ items: [title()] })
        : Promise.reject(new HtsdError('offline'))) as Backend['query']);
    await phase(badge, 'offline');
    await badge.updateComplete;
    expect(find(badge, '.notice')?.className.trim()).to.equal('notice');
    expect(find(badge, '.notice')?.getAttribute('role')).to.equal('status');
    expect(words(badge)).to.contain('chưa có bản đã xem trước đó');
    online = true;
    dispatchEvent(new Event('online'));
    await phase(badge, 'shown');
  });

  it('offers to try again after a failure, and reports it to the page', async () => {
    let works = false;
    const heard: HtsdErrorEvent[] = [];
    const listen = (event: HtsdErrorEvent) => heard.push(event);
    document.body.addEventListener('htsd-error', listen);
    const badge = asking((() =>
      works
        ? Promise.resolve({ items: [title()] })
        : Promise.reject(new HtsdError('server'))) as Backend['query']);
    await phase(badge, 'error');
    await badge.updateComplete;
    document.body.removeEventListener('htsd-error', listen);
    expect(find(badge, '.notice')?.getAttribute('role')).to.equal('alert');
    expect(heard.length).to.equal(1);
    works = true;
    find(badge, 'button')?.click();
    await phase(badge, 'shown');
  });

  it('tells apart what is not there, what is not public, and what nobody chose', async () => {
    await phase(asking(failing('not-found')), 'not-found');
    await phase(asking(failing('invalid')), 'not-found');
    // A back end that answers nothing where it should say that there is nothing is at fault itself.
    await phase(
      asking(async () => ({ items: [] })),
      'error',
    );
    await phase(asking(failing('forbidden')), 'forbidden');
    await phase(asking(failing('unauthenticated')), 'forbidden');
    const badge = make();
    document.body.append(badge);
    await badge.updateComplete;
    expect(words(badge)).to.equal('Chưa chọn danh hiệu nào để hiển thị.');
  });
});

describe('a title with a signed badge', () => {
  const payload = (extra: object) =>
    `eyJ.${btoa(JSON.stringify({ issuer: { otherIdentifier: [extra] } }))}.abc`;
  const demo = payload({ identifierType: 'ext:htsd-issuer-kind', identifier: 'demo' });

  const real = payload({ identifierType: 'ext:htsd-model', identifier: 'unit' });
  const link = 'https://khuyen-hoc.xa-sen-ho.example/htsd/verify.html#0197a2c4-7c1e-7d3a-9f00-5a1b2c3d4e5f';

  /** A saved picture as somebody sees it, in its size or a smaller one. */
  async function drawn(file: Blob, scale = 1): Promise<HTMLCanvasElement> {
    const picture = new Image();
    picture.src = URL.createObjectURL(file);
    await picture.decode();
    URL.revokeObjectURL(picture.src);
    const canvas = Object.assign(document.createElement('canvas'), {
      width: Math.round(picture.naturalWidth * scale),
      height: Math.round(picture.naturalHeight * scale),
    });
    const brush = canvas.getContext('2d')!;
    brush.imageSmoothingQuality = 'high';
    brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return canvas;
  }

  it('can be downloaded as PNG and SVG with the badge inside; one without offers nothing', async () => {
    const value = title({ credential: demo });
    const buttons = (badge: Badge) =>
      [...badge.shadowRoot!.querySelectorAll('.actions button')].map(({ textContent }) => textContent);
    expect(buttons(await shown({ value }))).to.deep.equal(['Tải huy hiệu (PNG)', 'Tải huy hiệu (SVG)']);
    expect(buttons(await shown())).to.deep.equal([]);
    const { l } = await shown();
    for (const kind of ['png', 'svg'] as const) {
      const file = await bakedFile(value, kind, l, link);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const baked = kind === 'png' ? unbakePng(bytes) : unbakeSvg(new TextDecoder().decode(bytes));
      expect(baked).to.deep.include({ text: demo });
      expect((await drawn(file)).width).to.equal(640);
    }
  });

  it('carries the code of its link in the picture, small and squeezed by a messaging app too', async () => {
    const { l } = await shown();
    for (const kind of ['png', 'svg'] as const) {
      const file = await bakedFile(title({ credential: demo }), kind, l, link);
      const sent = await drawn(file, 0.75);
      const jpeg = await new Promise<Blob | null>((done) => sent.toBlob(done, 'image/jpeg', 0.6));
      expect(await readCode(jpeg!), kind).to.deep.equal({ text: link });
      const without = await bakedFile(title({ credential: demo }), kind, l, undefined);
      expect((await drawn(without)).height).to.be.lessThan((await drawn(file)).height - 200);
    }
  });

  it('bears title, holder and year in the picture, long ones in lines, whatever stands in them', async () => {
    const { l } = await shown();
    const subjectName = `Hội <b>&"khuyến học"</b> \u0000 ${'thôn Đông, xã Sen Hồ '.repeat(12)}`;
    const svg = await (await bakedFile(title({ credential: real, subjectName }), 'svg', l, undefined)).text();
    const file = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(file.querySelector('parsererror')).to.equal(null);
    const lines = [...file.querySelectorAll('text')].map(({ textContent }) => textContent ?? '');
    expect(lines[0]).to.equal('Đơn vị học tập');
    expect(lines[1]).to.match(/^Hội <b>&"khuyến học"<\/b> thôn Đông/);
    expect(lines.slice(1, -1)).to.have.length(4);
    expect(lines.at(-2)).to.match(/…$/);
    expect(lines.at(-1)).to.equal('Năm 2024 · Mức độ 2');
  });

  it('says on a picture of a demonstration issuer that it is a trial, also where it is small', async () => {
    const { l } = await shown();
    const svgOf = async (credential: string) =>
      new DOMParser().parseFromString(
        await (await bakedFile(title({ credential }), 'svg', l, link)).text(),
        'image/svg+xml',
      );
    const [trial, genuine] = [await svgOf(demo), await svgOf(real)];
    expect(trial.querySelector('title')?.textContent).to.match(/: Mức độ 2 \(thử nghiệm, không có giá trị/);
    expect(trial.querySelector('g text')?.textContent).to.equal('THỬ NGHIỆM');
    expect(genuine.querySelector('title')?.textContent).to.equal('Đơn vị học tập năm 2024: Mức độ 2');
    expect(genuine.querySelector('g text')).to.equal(null);
    // The ribbon lies light across the dark foot of the ring, at 32 px too.
    for (const kind of ['png', 'svg'] as const) {
      const light = async (credential: string, scale: number) => {
        const picture = await drawn(await bakedFile(title({ credential }), kind, l, undefined), scale);
        // Beside the word, where the ring would be dark or gold.
        const [red = 0, green = 0, blue = 0] = picture
          .getContext('2d')!
          .getImageData(Math.floor(158 * scale), Math.floor(380 * scale), 1, 1).data;
        return Math.min(red, green, blue);
      };
      for (const scale of [1, 32 / 440]) {
        expect(await light(demo, scale), `${kind} ${scale}`).to.be.greaterThan(150);
        expect(await light(real, scale), `${kind} ${scale}`).to.be.lessThan(120);
      }
    }
  });

  it('says that a demonstration issuer made it, in full and in one line', async () => {
    expect(words(await shown({ value: title({ credential: demo }) }))).to.contain(
      'tổ chức phát hành thử nghiệm',
    );
    expect(words(await shown({ value: title({ credential: demo }), size: 'small' }))).to.contain(
      'thử nghiệm',
    );
    expect(words(await shown({ value: title({ credential: real }) }))).not.to.contain('thử nghiệm');
    expect(words(await shown({ value: title({ credential: 'không phải' }) }))).not.to.contain('thử nghiệm');
  });
});
