import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { isHtsdError } from '../../src/backend/errors.js';
import { createBadgeShelf } from '../../src/client/badge-shelf.js';
import { bakeSvg, reasonCodes, type WarningCode } from '../../src/credential/index.js';
import { keptList } from '../../src/credential/test-helpers/forge.js';
import { badge, facts, jwtOf, listUrl, provenOf } from '../../src/credential/test-helpers/sample.js';
import { tinySvg } from '../../src/credential/test-helpers/tiny-svg.js';
import type { Registry } from '../../src/domain/registry.schema.js';
import { verifyVi } from '../../src/i18n/vi/verify.js';
import {
  checked,
  code,
  file,
  freshChecks,
  mount,
  network,
  now,
  part,
  photoOf,
  registry,
  text,
  words,
} from '../../test/support/mount-check.js';
import { until } from '../../test/support/mount-form.js';
import type { HtsdCheckedEvent } from './badge-check.events.js';
import { ownReasons, type Given } from './outcome.types.js';

const status = { list: listUrl, index: 5 };
freshChecks();

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

  it('reads the registry at the address of its attribute', async () => {
    network(true);
    const given = text(await jwtOf());
    const asked = async (src: string): Promise<{ said: string; reported: string[] }> => {
      const element = document.createElement('htsd-badge-check');
      element.setAttribute('registry-src', src);
      element.now = now;
      const reported: string[] = [];
      element.addEventListener('htsd-error', ({ error }) =>
        reported.push(isHtsdError(error) ? error.code : String(error)),
      );
      document.body.append(element);
      await element.check(given);
      await element.updateComplete;
      expect(code(element)).to.equal('valid: valid');
      return { said: words(part(element, 'verdict')), reported };
    };
    const listed = await asked('/test/fixtures/registry.json');
    expect(listed.said).to.contain('Ủy ban nhân dân xã Vĩnh Phúc: có trong danh mục mẫu');
    expect(listed.reported).to.deep.equal([]);
    // The registry of the demonstration is a sound one, in which this issuer does not stand.
    const other = await asked('/demo/registry.json');
    expect(other.said).to.contain('chưa có trong danh mục cơ quan');
    expect(other.reported).to.deep.equal([]);
    const gone = await asked('/demo/khong-co.json');
    expect(gone.said).to.contain('Trang này chưa có danh mục');
    expect(gone.reported).to.deep.equal(['not-found']);
  });

  it('believes a kept list for as many days as its attribute says', async () => {
    await keep(await keptList([], { fetchedAt: '2026-08-01T08:00:00.000Z' }));
    const given = text(await jwtOf(badge({ status })));
    const after = async (days: string): Promise<string> => {
      const element = document.createElement('htsd-badge-check');
      element.setAttribute('max-status-age', days);
      Object.assign(element, { now: '2026-08-10T08:00:00.000Z', registry });
      document.body.append(element);
      await element.check(given);
      return code(element);
    };
    expect(await after('10')).to.equal('valid: valid');
    expect(await after('7')).to.equal('could-not-check: status-stale');
  });

  it('says of a demonstration issuer that it is one', async () => {
    const element = await checked(text(await jwtOf(badge({}, { demo: true }))));
    expect(words(part(element, 'verdict'))).to.contain('tổ chức phát hành thử nghiệm');
    expect(words(part(element, 'facts'))).to.contain('DÙNG THỬ');
  });

  it('takes what is photographed or dropped, the same one twice too', async () => {
    const element = mount();
    await element.updateComplete;
    const shadow = element.shadowRoot!;
    const heard: string[] = [];
    element.addEventListener('htsd-checked', ({ answer, reason }) => heard.push(`${answer}: ${reason}`));
    const taking = (...things: (File | string)[]): DataTransfer => {
      const data = new DataTransfer();
      for (const one of things) {
        if (typeof one === 'string') data.setData('text/plain', one);
        else data.items.add(one);
      }
      return data;
    };
    const photo = shadow.querySelector<HTMLInputElement>('#photo')!;
    const shot = new File([await photoOf('https://xa.example/b')], 'anh.png', { type: 'image/png' });
    for (const times of [1, 2]) {
      photo.files = taking(shot).files;
      photo.dispatchEvent(new Event('change', { bubbles: true }));
      await until(() => heard.length === times, 'the answer');
      expect(photo.files.length).to.equal(0);
    }
    const place = shadow.querySelector('.drop')!;
    const drag = (kind: string, dataTransfer = new DataTransfer()): boolean =>
      place.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
    // What is not taken here, the browser would open in the place of the page.
    expect(drag('dragover')).to.equal(false);
    await element.updateComplete;
    expect(place.className).to.contain('hovered');
    const token = new File([await jwtOf(badge({ validUntil: '2026-02-12' }))], 'huy-hieu.jwt');
    expect(drag('drop', taking(token))).to.equal(false);
    await until(() => heard.length === 3, 'the answer');
    expect(place.className).not.to.contain('hovered');
    drag('drop', taking('05/QĐ-UBND'));
    await until(() => heard.length === 4, 'the answer');
    expect(heard).to.deep.equal([
      'could-not-check: offline',
      'could-not-check: offline',
      'expired: expired',
      'could-not-check: text-no-badge',
    ]);
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
