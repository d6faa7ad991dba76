import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
import { HtsdError } from '../../src/backend/errors.js';
import type { Backend } from '../../src/backend/port.js';
import { createClient } from '../../src/client/client.js';
import type { PublicRecognition, SeriesEntry } from '../../src/domain/recognition.schema.js';
import { Model } from '../../src/domain/text.schema.js';
import { until } from '../../test/support/mount-form.js';
import { setClientMaker } from '../base/adapter-registry.js';
import type { HtsdErrorEvent } from '../base/error-event.js';
import { artwork, rankOf } from '../../src/badge-art/artwork.js';
import type { HtsdVerifyEvent } from './model-badge.events.js';
import { unbakePng, unbakeSvg } from '../../src/credential/verify.js';
import { bakedFile } from './download.js';
import { verifyLink } from './verify-link.js';
import './model-badge.define.js';

type Badge = HTMLElementTagNameMap['htsd-model-badge'];
const today = '2026-11-20';
const label = { 'muc-1': { vi: 'Mức độ 1', en: 'Level 1' }, 'muc-2': { vi: 'Mức độ 2', en: 'Level 2' } };
const years: SeriesEntry[] = [
  { cycle: '2023', state: 'expired', outcome: 'dat', outcomeLabel: { vi: 'Đạt' }, validUntil: '2024-12-31' },
  { cycle: '2024', state: 'valid', outcome: 'muc-2', outcomeLabel: label['muc-2'], validUntil: '2026-12-31' },
  { cycle: '2025', state: 'pending' },
];
const title = (changes: Partial<PublicRecognition> = {}): PublicRecognition => ({
  id: 'cong-nhan-1',
  version: 1,
  subjectName: 'Trường THCS Sen Hồ',
  model: 'unit',
  cycle: '2024',
  criteria: { id: 'don-vi', version: '1.0.0' },
  outcome: 'muc-2',
  outcomeLabel: label['muc-2'],
  place: { name: 'Xã Sen Hồ, huyện Cũ', code: '09999' },
  decision: {
    id: 'qd',
    number: '05/QĐ-UBND',
    date: '2025-01-15',
    signer: 'Trần Quốc Việt',
    signerTitle: 'Chủ tịch',
    issuer: { id: 'ubnd', name: 'Uỷ ban nhân dân xã Sen Hồ' },
  },
  validFrom: '2025-01-15',
  validUntil: '2026-12-31',
  state: 'granted',
  updatedAt: '2025-01-15T02:00:00.000Z',
  series: years,
  ...changes,
});

function make(properties: Partial<Badge> = {}): Badge {
  const badge = document.createElement('htsd-model-badge');
  Object.assign(badge, { today, ...properties });
  return badge;
}

async function shown(properties: Partial<Badge> = {}): Promise<Badge> {
  const badge = make({ value: title(), ...properties });
  document.body.append(badge);
  await badge.updateComplete;
  return badge;
}

/** A badge on a back end of which `query` is replaced, and what was asked. */
function asking(query: Backend['query'], properties: Partial<Badge> = {}): Badge {
  const provider = document.createElement('htsd-provider');
  provider.backend = { ...createMemoryAdapter({ actor: null }), query };
  const badge = make({ recognition: 'cong-nhan-1', ...properties });
  provider.append(badge);
  document.body.append(provider);
  return badge;
}

const words = (badge: Badge): string => (badge.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();
const find = <E extends Element = HTMLElement>(badge: Badge, selector: string): E | null =>
  badge.shadowRoot!.querySelector<E>(selector);
const phase = (badge: Badge, wanted: Badge['phase']) => until(() => badge.phase === wanted, wanted);
const answering = (value: PublicRecognition): Backend['query'] =>
  (async () => ({ items: [value] })) as Backend['query'];
const failing =
  (code: ConstructorParameters<typeof HtsdError>[0]): Backend['query'] =>
  () =>
    Promise.reject(new HtsdError(code));

setClientMaker(async (backend) => createClient(backend, { storage: 'badge-test' }));

beforeEach(() => {
  document.documentElement.lang = 'vi';
});
afterEach(async () => {
  document.body.replaceChildren();
  await emulateMedia({ media: 'screen' });
  await setViewport({ width: 800, height: 600 });
});

describe('htsd-model-badge', () => {
  it('shows image, name, description, issuer, day and status, and what else a title says', async () => {
    const badge = await shown();
    expect(find(badge, '[part=picture]')?.getAttribute('aria-label')).to.equal(
      'Huy hiệu Đơn vị học tập: Mức độ 2',
    );
    expect(find(badge, '[part=name]')?.textContent).to.equal('Đơn vị học tập');
    expect(words(badge)).to.contain('Trường THCS Sen Hồ được công nhận danh hiệu Đơn vị học tập năm 2024');
    const facts = [...badge.shadowRoot!.querySelectorAll('dl > div')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()).join(': '),
    );
    expect(facts).to.deep.equal([
      'Nơi công nhận: Uỷ ban nhân dân xã Sen Hồ',
      'Ngày công nhận: 15/01/2025',
      'Quyết định số: 05/QĐ-UBND',
      'Người ký: Trần Quốc Việt, Chủ tịch',
      'Thời hạn: 15/01/2025 – 31/12/2026',
      'Địa bàn khi công nhận: Xã Sen Hồ, huyện Cũ (mã 09999)',
      'Bộ tiêu chí: don-vi, phiên bản 1.0.0',
    ]);
    expect(find(badge, '[part=status]')?.textContent?.replace(/\s+/g, ' ').trim()).to.equal(
      'Còn hiệu lực đến hết ngày 31/12/2026',
    );
    expect(words(badge)).to.contain('chưa kiểm tra tính xác thực');
  });

  it('says what the place is called now, where that is another name', async () => {
    const badge = await shown({ value: title({ placeNow: { name: 'Xã Sen Trì', code: '10001' } }) });
    const [then, now] = [...badge.shadowRoot!.querySelectorAll('dl > div')]
      .slice(5, 7)
      .map((row) => row.textContent?.replace(/\s+/g, ' ').trim());
    expect(then).to.contain('Xã Sen Hồ, huyện Cũ (mã 09999)');
    expect(now).to.equal('Nay là Xã Sen Trì (mã 10001)');
  });

  it('tells the years as a sentence and as a list', async () => {
    const badge = await shown();
    expect(find(badge, '[part=series] p')?.textContent).to.equal('2023 đạt, 2024 mức độ 2, 2025 chưa xét');
    const items = [...badge.shadowRoot!.querySelectorAll('[part=series] li')];
    expect(items.map(({ className }) => className)).to.deep.equal(['expired', 'valid', 'pending']);
    expect(items.map((item) => item.getAttribute('aria-current'))).to.deep.equal([null, 'true', null]);
    expect(
      (await shown({ value: title({ series: [] }) })).shadowRoot!.querySelector('[part=series]'),
    ).to.equal(null);
  });

  it('judges validity by the day: expired after the last one, and without gold', async () => {
    const lastDay = await shown({ today: '2026-12-31' });
    expect(find(lastDay, '.art')?.classList.contains('valid')).to.equal(true);
    const after = await shown({ today: '2027-01-01' });
    expect(words(after)).to.contain('Hết hiệu lực từ sau ngày 31/12/2026');
    const gold = (badge: Badge) => getComputedStyle(find(badge, '.art .fill-gold')!).fill;
    expect(gold(lastDay)).to.equal('rgb(230, 189, 85)');
    expect(gold(after)).not.to.equal(gold(lastDay));
  });

  it('says of a revoked title that it was, in words, name of the picture and a bar across it', async () => {
    const badge = await shown({
      value: title({ state: 'revoked', revokedAt: '2026-06-02T03:00:00.000Z' }),
    });
    expect(words(badge)).to.contain('Đã thu hồi ngày 02/06/2026');
    expect(find(badge, '[part=picture]')?.getAttribute('aria-label')).to.contain('đã thu hồi');
    const paths = (one: Badge) => one.shadowRoot!.querySelectorAll('[part=picture] path').length;
    expect(paths(badge)).to.equal(paths(await shown()) + 2);
  });

  it('is a picture and one line in small size', async () => {
    const badge = await shown({ size: 'small', verifyHref: '/kiem-tra.html' });
    expect(words(badge)).to.equal(
      'Đơn vị học tập năm 2024: Mức độ 2 Còn hiệu lực đến hết ngày 31/12/2026 Kiểm tra',
    );
    expect(find(badge, '[part=picture]')?.getBoundingClientRect().width).to.equal(32);
    expect(find(badge, '[part=qr]')).to.equal(null);
    badge.style.setProperty('--htsd-badge-size', '320px');
    expect(find(badge, '[part=picture]')?.getBoundingClientRect().width).to.equal(320);
  });

  it('reads English where the page does', async () => {
    document.documentElement.lang = 'en';
    const badge = await shown();
    await until(() => words(badge).includes('Learning Unit'), 'English');
    expect(words(badge)).to.contain('2023 đạt, 2024 level 2, 2025 not decided yet');
  });

  it('shows names as text, whatever they hold', async () => {
    const badge = await shown({ value: title({ subjectName: '<img src=x onerror=alert(1)>' }) });
    expect(find(badge, 'img')).to.equal(null);
    expect(find(badge, '.holder')?.textContent).to.equal('<img src=x onerror=alert(1)>');
  });
});

describe('the picture', () => {
  const all = Model.options.flatMap((model) =>
    ([1, 2, 3] as const).flatMap((rank) =>
      (['fine', 'plain'] as const).map((detail) => ({ model, rank, detail })),
    ),
  );

  it('is another one for every model, class and detail', () => {
    const drawings = all.map(({ model, rank, detail }) => JSON.stringify(artwork(model, rank, detail)));
    expect(new Set(drawings).size).to.equal(all.length);
  });

  it('has as many bands as the class is high', () => {
    expect(
      ['dat', 'muc-1', 'trung-binh', 'muc-2', 'kha', 'tot', 'toString', undefined].map(rankOf),
    ).to.deep.equal([1, 1, 1, 2, 2, 3, 1, 1]);
    for (const rank of [1, 2, 3] as const) {
      const circles = artwork('unit', rank, 'plain').ring.filter(({ stroke }) => stroke === 'gold');
      expect(circles.length).to.equal(rank);
    }
  });

  it('holds numbers that can be drawn, within its square', () => {
    for (const { model, rank, detail } of all) {
      const { ring, motif, scale } = artwork(model, rank, detail);
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      document.body.append(svg);
      for (const [shapes, factor, most] of [
        [ring, 1, 158],
        [motif, scale, detail === 'fine' ? 84 : 104],
      ] as const) {
        for (const { d } of shapes) {
          expect(d).not.to.match(/NaN|undefined|Infinity/);
          const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
          path.setAttribute('d', d);
          svg.append(path);
          const { x, y, width, height } = path.getBBox();
          expect(width + height, d).to.be.greaterThan(0);
          const reach = Math.max(-x, -y, x + width, y + height) * factor;
          expect(reach, `${model} ${detail} ${d}`).to.be.at.most(most);
        }
      }
    }
  });

  it('is drawn in one ink on paper, also of a title that does not stand', async () => {
    await emulateMedia({ media: 'print' });
    for (const day of [today, '2027-01-01']) {
      const badge = await shown({ today: day });
      const inks = [...badge.shadowRoot!.querySelectorAll('[part=picture] path')].flatMap((path) => {
        const { fill, stroke } = getComputedStyle(path);
        return [fill, stroke].filter((ink) => ink !== 'none');
      });
      expect([...new Set(inks)].sort()).to.deep.equal(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    }
  });
});

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
    badge.verifyHref = '/khac.html';
    await until(
      () => ![undefined, first].includes(find(badge, '.dots')?.getAttribute('d') ?? undefined),
      'another',
    );
    expect(find(without, '[part=qr]')).to.equal(null);
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

  it('can be downloaded as PNG and SVG with the badge inside; one without offers nothing', async () => {
    const value = title({ credential: demo });
    const buttons = (badge: Badge) =>
      [...badge.shadowRoot!.querySelectorAll('.actions button')].map(({ textContent }) => textContent);
    expect(buttons(await shown({ value }))).to.deep.equal(['Tải huy hiệu (PNG)', 'Tải huy hiệu (SVG)']);
    expect(buttons(await shown())).to.deep.equal([]);
    for (const kind of ['png', 'svg'] as const) {
      const file = await bakedFile(value, kind, 'Đơn vị <học tập>');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const baked = kind === 'png' ? unbakePng(bytes) : unbakeSvg(new TextDecoder().decode(bytes));
      expect(baked).to.deep.include({ text: demo });
      const picture = new Image();
      picture.src = URL.createObjectURL(file);
      await picture.decode();
      expect(picture.naturalWidth).to.equal(640);
    }
  });

  it('says that a demonstration issuer made it, in full and in one line', async () => {
    expect(words(await shown({ value: title({ credential: demo }) }))).to.contain(
      'tổ chức phát hành thử nghiệm',
    );
    expect(words(await shown({ value: title({ credential: demo }), size: 'small' }))).to.contain(
      'thử nghiệm',
    );
    const real = payload({ identifierType: 'ext:htsd-model', identifier: 'unit' });
    expect(words(await shown({ value: title({ credential: real }) }))).not.to.contain('thử nghiệm');
    expect(words(await shown({ value: title({ credential: 'không phải' }) }))).not.to.contain('thử nghiệm');
  });
});

describe('every state', () => {
  const revoked = title({ state: 'revoked', revokedAt: '2026-06-02T03:00:00.000Z' });
  const page = { verifyHref: '/kiem-tra.html' };
  const states: Record<string, () => Badge> = {
    valid: () => asking(answering(title()), page),
    expired: () => asking(answering(title({ validUntil: '2025-12-31' })), page),
    revoked: () => asking(answering(revoked), page),
    small: () => asking(answering(title()), { ...page, size: 'small' }),
    demo: () => asking(answering(title({ credential: 'eyJ.eyJ9.a' })), page),
    'small revoked': () => asking(answering(revoked), { ...page, size: 'small' }),
    loading: () => asking(() => new Promise(() => undefined)),
    'not-found': () => asking(failing('not-found')),
    forbidden: () => asking(failing('forbidden')),
    offline: () => asking(failing('offline')),
    error: () => asking(failing('server')),
    'small error': () => asking(failing('server'), { size: 'small' }),
  };

  for (const [name, mount] of Object.entries(states)) {
    it(`${name}: satisfies axe in light and dark, and fits 320 px`, async () => {
      await setViewport({ width: 320, height: 900 });
      const badge = mount();
      if (name !== 'loading') await until(() => badge.phase !== 'loading' && badge.phase !== 'empty', name);
      await badge.updateComplete;
      if (find(badge, 'article')) await until(() => find(badge, '[part=qr]'), 'the QR code');
      for (const theme of ['light', 'dark'] as const) {
        badge.theme = theme;
        await badge.updateComplete;
        await expect(badge).to.be.accessible();
      }
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    });
  }
});
