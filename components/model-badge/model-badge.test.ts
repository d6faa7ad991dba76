/** What a badge shows. */
import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { Model } from '../../src/domain/text.schema.js';
import { until } from '../../test/support/mount-form.js';
import { artwork, rankOf } from '../../src/badge-art/artwork.js';
import {
  answering,
  asking,
  failing,
  find,
  phase,
  shown,
  title,
  today,
  words,
  type Badge,
  useCleanPage,
} from '../../test/support/mount-badge.js';

useCleanPage();

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

  it('judges by the back end’s clock where that is told: that of an old phone may be years behind', async () => {
    const value = title();
    const told = asking(
      answering(value),
      { today: undefined },
      { now: () => new Date('2026-11-20T03:00:00Z') },
    );
    await phase(told, 'shown');
    expect(words(told)).to.contain('Còn hiệu lực');
    const device = asking(
      answering(value),
      { today: undefined },
      { now: () => new Date('2016-01-01T00:00:00Z') },
    );
    await phase(device, 'shown');
    expect(words(device)).to.contain('Chưa có hiệu lực');
  });

  it('says what the place is called now, where that is another name', async () => {
    const badge = await shown({ value: title({ placeNow: { name: 'Xã Sen Trì', code: '10001' } }) });
    const [then, now] = [...badge.shadowRoot!.querySelectorAll('dl > div')]
      .slice(5, 7)
      .map((row) => row.textContent?.replace(/\s+/g, ' ').trim());
    expect(then).to.contain('Xã Sen Hồ, huyện Cũ (mã 09999)');
    expect(now).to.equal('Nay là Xã Sen Trì (mã 10001)');
  });

  it('calls the criteria as their set does, not by an id', async () => {
    const criteriaTitle = { vi: 'Đơn vị học tập (mẫu)', en: 'Learning unit (sample)' };
    const badge = await shown({ value: title({ criteriaTitle }) });
    expect(words(badge)).to.contain('Đơn vị học tập (mẫu), phiên bản 1.0.0');
    expect(words(badge)).not.to.contain('don-vi,');
  });

  it('says that the criteria were a sample, in either size; of an older title nothing is known', async () => {
    const value = title({ criteriaStatus: 'sample' });
    const mark = 'Bộ tiêu chí mẫu, chưa đối chiếu văn bản.';
    const whole = await shown({ value });
    expect(find(whole, '.notice.warn')?.textContent).to.equal(mark);
    await expect(whole).to.be.accessible();
    expect(words(await shown({ value, size: 'small' }))).to.contain(mark);
    expect(words(await shown({ value: title({ criteriaStatus: 'partial' }) }))).to.contain(
      'chưa đủ nguyên văn',
    );
    for (const of of [title(), title({ criteriaStatus: 'sourced' })])
      expect(words(await shown({ value: of }))).not.to.contain('Bộ tiêu chí mẫu');
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

  it('says of a title by a decision dated ahead that it does not hold yet, and from when it will', async () => {
    const series = [
      { cycle: '2024', state: 'coming' as const, outcome: 'muc-2', outcomeLabel: { vi: 'Mức độ 2' } },
    ];
    const before = await shown({ today: '2025-01-14', value: title({ series }) });
    expect(words(before)).to.contain('Chưa có hiệu lực bắt đầu từ ngày 15/01/2025').and.not.to.contain('Còn');
    expect(find(before, '[part=series] li')?.textContent)
      .to.contain('mức độ 2')
      .and.to.contain('Chưa có hiệu lực');
    const gold = (badge: Badge) => getComputedStyle(find(badge, '.art .fill-gold')!).fill;
    const first = await shown({ today: '2025-01-15' });
    expect(words(first)).to.contain('Còn hiệu lực');
    expect(gold(before)).not.to.equal(gold(first));
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
