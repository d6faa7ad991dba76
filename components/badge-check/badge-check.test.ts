import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import encodeQR from 'qr';
import { HtsdError } from '../../src/backend/errors.js';
import { createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import { createBadgeShelf } from '../../src/client/badge-shelf.js';
import { createClient } from '../../src/client/client.js';
import { bakePng, bakeSvg, reasonCodes, type WarningCode } from '../../src/credential/index.js';
import { forgeJwt, keptList } from '../../src/credential/test-helpers/forge.js';
import { badge, facts, jwtOf, listUrl, provenOf, signer } from '../../src/credential/test-helpers/sample.js';
import { tinySvg } from '../../src/credential/test-helpers/tiny-svg.js';
import type { PublicRecognition } from '../../src/domain/recognition.schema.js';
import type { Registry } from '../../src/domain/registry.schema.js';
import { verifyVi } from '../../src/i18n/vi/verify.js';
import { until } from '../../test/support/mount-form.js';
import { setClientMaker } from '../base/adapter-registry.js';
import type { HtsdCheckedEvent } from './badge-check.events.js';
import { recognitionOf } from './check.js';
import { ownReasons, type Given } from './outcome.types.js';
import './badge-check.define.js';

type Check = HTMLElementTagNameMap['htsd-badge-check'];
const now = '2026-08-10T08:00:00.000Z';
const registry: Registry = {
  format: 1,
  status: 'operator',
  updated: '2026-01-01',
  bodies: [
    {
      ids: [signer.issuer],
      name: { vi: 'Ủy ban nhân dân xã Vĩnh Phúc' },
      places: [{ name: 'Xã Vĩnh Phúc', code: '08869' }],
      models: ['family'],
      from: '2025-07-01',
    },
  ],
};
const status = { list: listUrl, index: 5 };

/** The network of the browser, as the page hears of it. */
function network(on: boolean): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => on });
}

function mount(properties: Partial<Check> = {}, parent: Element = document.body): Check {
  const element = document.createElement('htsd-badge-check');
  Object.assign(element, { now, registry, ...properties });
  parent.append(element);
  return element;
}

async function checked(given: Given, properties: Partial<Check> = {}): Promise<Check> {
  const element = mount(properties);
  await element.check(given);
  await element.updateComplete;
  return element;
}

const text = (words: string): Given => ({ kind: 'text', text: words });
const file = (...parts: BlobPart[]): Given => ({ kind: 'file', file: new Blob(parts) });
const part = (element: Check, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector<HTMLElement>(`[part=${name}]`);
const words = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const code = ({ outcome }: Check): string => `${outcome?.answer}: ${outcome?.reason.code}`;

async function pngOf(width: number, height: number, draw?: (brush: CanvasRenderingContext2D) => void) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const brush = canvas.getContext('2d')!;
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, width, height);
  draw?.(brush);
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!)));
  return new Uint8Array(await blob.arrayBuffer());
}

/** A photo of a QR code, small in a large picture. */
function photoOf(words: string): Promise<Uint8Array<ArrayBuffer>> {
  const rows = encodeQR(words, 'raw', { ecc: 'medium', border: 4 });
  return pngOf(900, 700, (brush) => {
    brush.fillStyle = '#000';
    rows.forEach((row, y) =>
      row.forEach((dark, x) => {
        if (dark) brush.fillRect(200 + x * 6, 100 + y * 6, 6, 6);
      }),
    );
  });
}

setClientMaker(async (backend) => createClient(backend, { storage: 'check-test' }));

beforeEach(async () => {
  document.documentElement.lang = 'vi';
  network(false);
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('htsd/badges').onsuccess = resolve;
  });
});
afterEach(async () => {
  document.body.replaceChildren();
  network(true);
  await setViewport({ width: 800, height: 600 });
});

const keep = async (statusLists: Awaited<ReturnType<typeof keptList>>): Promise<void> =>
  createBadgeShelf().keep({ documents: {}, statusLists });

const verdicts: Record<string, { answer: string; heading: string; given: () => Promise<Given> }> = {
  genuine: {
    answer: 'valid: valid',
    heading: 'Huy hiệu thật, còn hiệu lực',
    given: async () => {
      await keep(await keptList([]));
      return file(bakeSvg(tinySvg, await jwtOf(badge({ status }))));
    },
  },
  expired: {
    answer: 'expired: expired',
    heading: 'Huy hiệu thật, đã hết hiệu lực',
    given: async () => text(await jwtOf(badge({ validFrom: '2025-02-10', validUntil: '2026-02-09' }))),
  },
  revoked: {
    answer: 'revoked: revoked',
    heading: 'Danh hiệu đã bị thu hồi',
    given: async () => {
      await keep(await keptList([5]));
      return text(JSON.stringify(await provenOf(badge({ status }))));
    },
  },
  altered: {
    answer: 'not-genuine: altered',
    heading: 'Không phải huy hiệu thật',
    given: async () => text(JSON.stringify({ ...(await provenOf()), name: 'Khác' })),
  },
  offline: {
    answer: 'could-not-check: offline',
    heading: 'Chưa kiểm tra được',
    given: async () => text(await jwtOf(badge({ status }))),
  },
  'old list': {
    answer: 'could-not-check: status-stale',
    heading: 'Đúng đến ngày 01/08/2026, chưa kiểm tra lại',
    given: async () => {
      await keep(await keptList([], { fetchedAt: '2026-08-01T08:00:00.000Z' }));
      return text(await jwtOf(badge({ status })));
    },
  },
};

describe('htsd-badge-check: the answer', () => {
  for (const [name, { answer, heading, given }] of Object.entries(verdicts)) {
    it(`${name}: in words, with a sign, as axe wants it in light and dark, at 320 px`, async () => {
      await setViewport({ width: 320, height: 900 });
      const element = await checked(await given());
      expect(code(element)).to.equal(answer);
      expect(words(part(element, 'verdict')!.querySelector('h2'))).to.equal(heading);
      expect(part(element, 'verdict')!.querySelector('.mark path')?.getAttribute('d')).to.be.a('string');
      expect(words(element.shadowRoot!.querySelector('.verdict p')).length).to.be.greaterThan(20);
      element.shadowRoot!.querySelector('details')!.open = true;
      for (const theme of ['light', 'dark'] as const) {
        element.theme = theme;
        await element.updateComplete;
        await expect(element).to.be.accessible();
      }
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    });
  }

  it('is never red where it could not check, and red where the badge is not genuine', async () => {
    const line = async (name: keyof typeof verdicts) =>
      getComputedStyle(part(await checked(await verdicts[name]!.given()), 'verdict')!).borderInlineStartColor;
    const red = await line('altered');
    for (const calm of ['offline', 'old list']) expect(await line(calm)).not.to.equal(red);
  });

  it('comes with the six things that a badge says, and the listed issuer', async () => {
    const element = await checked(await verdicts['genuine']!.given());
    const shown = part(element, 'facts')!;
    expect(shown.querySelector('svg[role=img]')?.getAttribute('aria-label')).to.contain('Gia đình học tập');
    expect(words(shown.querySelector('h3'))).to.equal('Gia đình học tập năm 2025: Đạt');
    const rows = [...shown.querySelectorAll('dl > div')].map(words);
    expect(words(shown)).to.contain(facts.subjectName);
    expect(rows.some((row) => /^Nơi phát hành Ủy ban nhân dân xã Vĩnh Phúc$/.test(row))).to.equal(true);
    expect(rows.some((row) => /^Ngày cấp 10\/02\/2026$/.test(row))).to.equal(true);
    expect(rows.some((row) => /^Tình trạng Huy hiệu thật, còn hiệu lực$/.test(row))).to.equal(true);
    expect(words(part(element, 'verdict'))).to.contain('có trong danh mục cơ quan, tổ chức có thẩm quyền');
    expect(part(element, 'verdict')!.querySelector('.warnings')).to.equal(null);
  });

  it('warns of an issuer that is not listed, of another place, of another title, and where there is no list', async () => {
    const given = text(await jwtOf());
    const warned = async (changed: Registry | undefined): Promise<string> => {
      const element = await checked(given, { registry: changed });
      expect(element.outcome?.answer).to.equal('valid');
      return words(part(element, 'verdict')!.querySelector('.warnings'));
    };
    const [body] = registry.bodies;
    const changing = (change: object): Registry => ({ ...registry, bodies: [{ ...body!, ...change }] });
    expect(await warned(changing({ ids: ['did:web:other.example'] }))).to.contain('chưa có trong danh mục');
    expect(await warned(changing({ places: [{ name: 'Xã Khác', code: '1' }] }))).to.contain(
      'địa bàn hoặc thời điểm',
    );
    expect(await warned(changing({ from: '2026-07-01' }))).to.contain('địa bàn hoặc thời điểm');
    expect(await warned(changing({ models: ['clan'] }))).to.contain('không phải cho danh hiệu này');
    expect(await warned(undefined)).to.contain('chưa có danh mục');
  });

  it('says of a demonstration issuer that it is one', async () => {
    const element = await checked(text(await jwtOf(badge({}, { demo: true }))));
    expect(words(part(element, 'verdict'))).to.contain('tổ chức phát hành thử nghiệm');
    expect(words(part(element, 'facts'))).to.contain('DÙNG THỬ');
  });

  it('tells the page what a person found', async () => {
    const heard: string[] = [];
    const listen = ({ answer, reason, demo }: HtsdCheckedEvent) => heard.push(`${answer} ${reason} ${demo}`);
    document.body.addEventListener('htsd-checked', listen);
    await checked(text(await jwtOf()));
    document.body.removeEventListener('htsd-checked', listen);
    expect(heard).to.deep.equal(['valid valid false']);
  });

  it('has a sentence for every reason and every warning', () => {
    const warnings: Record<WarningCode, true> = {
      'issuer-unlisted': true,
      'issuer-not-for-place-or-date': true,
      'demo-issuer': true,
      'no-status': true,
      'other-proof-not-checked': true,
    };
    const reasons = Object.values(reasonCodes)
      .flat()
      .flatMap((one) => (one === 'offline' ? ['offline.badge', 'offline.key', 'offline.status'] : [one]));
    const keys = [
      ...Object.keys(reasonCodes).map((answer) => `answer.${answer}`),
      ...[...reasons, ...ownReasons].map((one) => `reason.${one}`),
      ...Object.keys(warnings).map((one) => `warning.${one}`),
    ].map((key) => `verify.${key}`);
    expect(keys.filter((key) => !(key in verifyVi))).to.deep.equal([]);
  });
});

describe('htsd-badge-check: bad input ends in a sentence', () => {
  const ends = async (given: Given, wanted: string): Promise<Check> => {
    const element = await checked(given);
    expect(code(element)).to.equal(wanted);
    expect(words(part(element, 'verdict')!.querySelector('p'))).not.to.match(/^verify\.|^$/);
    return element;
  };

  it('a picture that is cut off, encoded anew, or baked twice', async () => {
    const baked = bakePng(await pngOf(64, 64), await jwtOf());
    await ends(file(baked.slice(0, 300)), 'could-not-check: image-damaged');
    // Its badge lies before the pixels, so that a cut behind it harms nothing.
    await ends(file(baked.slice(0, baked.length - 8)), 'valid: valid');
    await ends(file(await pngOf(64, 64)), 'could-not-check: no-code');
    const [one, two] = [await jwtOf(), await jwtOf(badge({ cycle: '2024' }))];
    const twice = bakeSvg(tinySvg, one).replace(
      '</svg>',
      bakeSvg(tinySvg, two).match(/<openbadges:credential[^>]*>/)![0] + '</svg>',
    );
    await ends(file(twice), 'could-not-check: several-badges');
  });

  it('a file of more than 20 MB, and a small one that unpacks to gigabytes', async () => {
    await ends(file(new Uint8Array(20 * 1024 * 1024 + 1)), 'could-not-check: too-large');
    // One that would not fit into memory is not even read.
    const huge = new Blob(['a']);
    Object.defineProperty(huge, 'size', { value: 8e9 });
    Object.defineProperty(huge, 'arrayBuffer', { value: () => Promise.reject(new RangeError('read')) });
    await ends({ kind: 'file', file: huge }, 'could-not-check: too-large');
    const bomb = await pngOf(8, 8);
    new DataView(bomb.buffer).setUint32(16, 60_000);
    new DataView(bomb.buffer).setUint32(20, 60_000);
    await ends(file(bomb), 'could-not-check: no-badge');
  });

  it('a photo without a code; one with a code is read', async () => {
    await ends(file(await pngOf(900, 700)), 'could-not-check: no-code');
    await ends(file('no picture at all'), 'could-not-check: no-badge');
    const element = await checked(file(await photoOf('https://khuyenhoc.example/huy-hieu/1')));
    expect(element.outcome?.reason).to.deep.include({ code: 'offline' });
    expect(element.outcome?.reason.params).to.deep.include({ url: 'https://khuyenhoc.example/huy-hieu/1' });
    await ends(file(await photoOf('không phải huy hiệu')), 'could-not-check: no-badge');
  });

  it('a token without a signature, and one with an algorithm of the forger', async () => {
    const none = await forgeJwt(await jwtOf(), { header: { alg: 'none', kid: signer.id } });
    await ends(text(none), 'not-genuine: untrusted-algorithm');
    await ends(text(JSON.stringify(badge())), 'not-genuine: unsigned');
  });

  it('markup in every text, which stays text', async () => {
    const evil = '<img src=x onerror="document.title=`caught`"><script>document.title=`caught`</script>';
    const { decision } = facts;
    const credential = badge({
      subjectName: evil,
      outcomeLabel: { vi: evil },
      place: { name: evil },
      decision: { ...decision, number: evil, signer: evil, issuer: { id: 'x', name: evil } },
    });
    const element = await checked(text(await jwtOf(credential)), { registry: undefined });
    expect(element.outcome?.answer).to.equal('valid');
    expect(words(part(element, 'facts'))).to.contain('<img src=x onerror=');
    expect(element.shadowRoot!.querySelectorAll('img, script').length).to.equal(0);
    expect(document.title).not.to.equal('caught');
  });

  it('an empty text is asked for, at its field', async () => {
    const element = mount();
    await element.updateComplete;
    element.shadowRoot!.querySelector<HTMLButtonElement>('[type=submit]')!.click();
    await element.updateComplete;
    expect(words(element.shadowRoot!.querySelector('#text-error'))).to.contain('Chưa có nội dung');
    expect(element.shadowRoot!.querySelector('textarea')?.getAttribute('aria-invalid')).to.equal('true');
    await expect(element).to.be.accessible();
  });
});

describe('htsd-badge-check: links and the register', () => {
  it('reads an address of its own site, and says so where it cannot', async () => {
    network(true);
    const found = await checked({ kind: 'link', url: new URL('/demo/crest.svg', location.href).href });
    expect(code(found)).to.equal('could-not-check: no-badge');
    const gone = await checked({ kind: 'link', url: '/demo/khong-co.png' });
    expect(code(gone)).to.equal('could-not-check: link-unreachable');
    const script = await checked({ kind: 'link', url: 'javascript:alert(1)' });
    expect(code(script)).to.equal('could-not-check: no-badge');
  });

  it('knows the address of the page itself, with a title as its hash', () => {
    const page = 'https://xa.example/kiem-tra.html?url=x#old';
    expect(recognitionOf('https://xa.example/kiem-tra.html#a%20b', page)).to.equal('a b');
    expect(recognitionOf('https://xa.example/kiem-tra.html', page)).to.equal(undefined);
    expect(recognitionOf('https://xa.example/khac.html#a', page)).to.equal(undefined);
    expect(recognitionOf('https://xa.example/kiem-tra.html#%E0', page)).to.equal('%E0');
  });

  const title = (changes: Partial<PublicRecognition>): PublicRecognition => ({
    ...facts,
    outcomeLabel: { vi: 'Đạt' },
    version: 1,
    decision: { ...facts.decision, id: 'qd' },
    state: 'granted',
    updatedAt: now,
    series: [],
    ...changes,
  });

  function asking(answer: () => Promise<PublicRecognition>): Check {
    const provider = document.createElement('htsd-provider');
    const query = (async () => ({ items: [await answer()] })) as Backend['query'];
    provider.backend = { ...createMemoryAdapter({ actor: null }), query };
    document.body.append(provider);
    return mount({ recognition: facts.id }, provider);
  }

  async function answered(answer: () => Promise<PublicRecognition>): Promise<string> {
    const element = asking(answer);
    await until(() => element.outcome, 'an answer');
    return code(element);
  }

  it('checks the badge of a title that the register has, and hears of a revocation from it', async () => {
    const credential = await jwtOf();
    expect(await answered(async () => title({ credential }))).to.equal('valid: valid');
    expect(await answered(async () => title({ credential, state: 'revoked' }))).to.equal('revoked: revoked');
    expect(await answered(async () => title({}))).to.equal('could-not-check: not-issued');
    const forged = await forgeJwt(credential, { claims: { name: 'Khác' }, by: 'as it was' });
    expect(await answered(async () => title({ credential: forged, state: 'revoked' }))).to.equal(
      'not-genuine: altered',
    );
  });

  it('tells apart a title that is not there, and a register that is not there', async () => {
    const failing = (error: ConstructorParameters<typeof HtsdError>[0]) => () =>
      Promise.reject<PublicRecognition>(new HtsdError(error));
    expect(await answered(failing('not-found'))).to.equal('could-not-check: recognition-unknown');
    expect(await answered(failing('offline'))).to.equal('could-not-check: offline');
    expect(await answered(failing('server'))).to.equal('could-not-check: register-unreachable');
  });

  it('tries again by itself when the network is back', async () => {
    let on = false;
    const credential = await jwtOf();
    const element = asking(() =>
      on ? Promise.resolve(title({ credential })) : Promise.reject(new HtsdError('offline')),
    );
    await until(() => element.outcome, 'an answer');
    expect(element.outcome?.answer).to.equal('could-not-check');
    on = true;
    dispatchEvent(new Event('online'));
    await until(() => element.outcome?.answer === 'valid', 'the second answer');
  });
});
