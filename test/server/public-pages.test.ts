import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withPlaces } from '../../src/backend/conformance/area-cases.js';
import { fullFund, plain, secrets, shown } from '../../src/backend/conformance/fund-public-cases.js';
import { openFund, receiptDraft, today, type FundScene } from '../../src/backend/conformance/fund-scene.js';
import { command, type Scene } from '../../src/backend/conformance/scene.js';
import { figureId } from '../../src/domain/area/figure-id.js';
import { presets } from '../../src/presets/index.js';
import { gaugeImage } from '../../src/server/snapshots/gauge-image.js';
import { readGauge } from '../../src/server/snapshots/read-gauge.js';
import { wordingsOf } from '../../src/server/snapshots/wordings.js';
import { deskOf } from '../../src/server/backend-of.js';
import { createRateLimit } from '../../src/server/http/rate-limit.js';
import { memoryFiles } from '../../src/server/files/disk-files.js';
import { catalogOf } from '../support/catalog.js';
import { sceneOn } from './scene-on.js';
import { startServer, type TestServer } from './start-server.js';

/** What the library says of indicators, without its places: those of the tests are invented. */
const catalog = {
  ...catalogOf(),
  references: async () => ({ ...(await presets.references()), places: [], targets: [] }),
};
let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startServer({ catalog });
  scene = await sceneOn(server);
});
afterAll(async () => {
  await scene.end();
  await server.close();
});

const ask = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(`${server.url}/public/${scene.tenant}${path}`, init);

/** The style element that the policy lets work is the one that is there. */
function stylesFit(answer: Response, body: string): void {
  const styles = /<style>(.*?)<\/style>/s.exec(body)?.[1] ?? '';
  const hash = createHash('sha256').update(styles).digest('base64');
  expect(styles).toContain('prefers-color-scheme:dark');
  expect(answer.headers.get('content-security-policy')).toContain(
    `default-src 'none'; style-src 'sha256-${hash}'`,
  );
  expect(body).not.toMatch(/ style=|<script|\son\w+=/i);
}

async function again(path: string, answer: Response): Promise<Response> {
  expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  return ask(path, { headers: { 'If-None-Match': answer.headers.get('etag') ?? '' } });
}

describe('the picture of a gauge', () => {
  const path = '/gauges/24/gia-dinh/gauge.svg?year=2025';

  beforeAll(async () => {
    const backend = await withPlaces(scene);
    const must = async (...args: Parameters<typeof command>): Promise<void> => {
      expect(await backend.execute([command(...args)])).toMatchObject([{ status: 'applied' }]);
    };
    const source = { name: { vi: 'Kế hoạch mẫu' } };
    const target = { indicator: 'gia-dinh', kind: 'share' as const, value: 7_500, by: '2025-12-31' };
    await must('target.set', 'bac-ninh.gia-dinh', 0, {
      ...{ ...target, locality: '24', source, provenance: 'sample' as const },
    });
    const [place, asOf] = ['07210@2025-07-01', '2025-12-31'];
    await must('indicator.report', figureId('gia-dinh', place, asOf), 0, {
      ...{ indicator: 'gia-dinh', place },
      figure: { asOf, count: 150_000, of: 200_000, source: 'Báo cáo mẫu' },
    });
  });

  it('says what the element says: figure and target, status, coverage, day and text', async () => {
    const answer = await ask(path);
    const image = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'image/svg+xml; charset=utf-8',
    ]);
    const sentence = '150.000 / 200.000 gia đình = 75,0\u00a0% (chỉ tiêu 2025: 75\u00a0%)';
    expect(image).toMatch(
      new RegExp(`<title id="t">[^<]*Bắc Ninh: ${sentence.replace(/[()/]/g, '\\$&')}\\. [^<]+</title>`),
    );
    expect(image).toMatch(/<desc id="d">[^<]*1 \/ 2 xã, phường, đặc khu đã báo cáo; chưa có Xã Việt Tiến\./);
    for (const words of [
      'Năm 2025',
      'Số liệu đến 31/12/2025',
      'Căn cứ Kế hoạch mẫu',
      'Chỉ tiêu 2025: 75\u00a0%',
    ])
      expect(image).toContain(words);
    // The mark stands at 75 % of the scale, whose 328 pixels begin at 16; a half of its width is before it.
    expect(image).toContain('<rect class="mark" x="260.5"');
    stylesFit(answer, image);
    const english = await (await ask(`${path}&lang=en`)).text();
    expect(english).toContain('1 / 2 communes');
  });

  it('is answered in a word where the reader has it already, and by no other year', async () => {
    const same = await again(path, await ask(path));
    expect([same.status, await same.text()]).toEqual([304, '']);
    expect(same.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect((await again('/gauges/24/gia-dinh/gauge.svg?year=2026', await ask(path))).status).toBe(200);
  });

  it('says in a sentence what there is not', async () => {
    for (const wrong of [
      '/gauges/99/gia-dinh/gauge.svg',
      '/gauges/24/khong-co/gauge.svg',
      '/gauges/24/%00/gauge.svg',
      '/gauges/24/gia-dinh/gauge.svg?year=25',
      '/gauges/24/gia-dinh/gauge.png',
    ]) {
      const answer = await ask(wrong);
      expect([wrong, answer.status, answer.headers.get('cache-control')]).toEqual([wrong, 404, 'no-store']);
      expect(await answer.text()).toMatch(/^Không tìm thấy nội dung này: .+\.\n$/);
    }
    expect(await (await ask('/gauges/99/x/gauge.svg?lang=en')).text()).toMatch(/^This was not found/);
  });

  it('takes every name for text, and is whole where nothing was counted', async () => {
    const house = {
      database: server.database,
      files: memoryFiles(),
      catalog: presets,
      now: () => new Date(),
    };
    const desk = deskOf(house, { actor: null, province: scene.tenant });
    const { signal } = new AbortController();
    const aim = { locality: '01', indicator: 'gia-dinh', year: 2025 };
    const view = await readGauge(desk, aim, new Date('2026-11-26T00:00:00Z'), signal);
    const odd = { ...view, place: { ...view.place, name: { vi: '<script>&"\u0000' } } };
    const image = await gaugeImage(odd, wordingsOf('vi'));
    expect(image).toContain('Chưa có số liệu');
    expect(image).toContain('&lt;script&gt;&amp;&quot;');
    expect(image).not.toContain('<script');
    expect(image).not.toContain('\u0000');
  });
});

describe('the page of a fund', () => {
  let fund: FundScene;
  beforeAll(async () => {
    fund = await fullFund(scene);
  });
  const pathOf = ({ fund: id }: Pick<FundScene, 'fund'>, more = ''): string =>
    `/funds/${id}/fund.html${more}`;

  it('tells everything that anybody may read, and nothing else of what was written down', async () => {
    for (const more of ['', `?year=${today.slice(0, 4)}`, '?lang=en']) {
      const answer = await ask(pathOf(fund, more));
      const body = await answer.text();
      expect(answer.status).toBe(200);
      for (const name of Object.values(shown)) expect(body).toContain(name);
      for (const [what, secret] of Object.entries(secrets))
        expect([what, body.includes(secret) || plain(body).includes(plain(secret))]).toEqual([what, false]);
      expect(body).not.toContain('Hộ nghèo');
      expect(body).toContain((await fund.get()).head);
      stylesFit(answer, body);
    }
  });

  it('adds it up: opening and receipts less payments is what the fund says', async () => {
    const body = await (await ask(pathOf(fund))).text();
    const terms = [...body.matchAll(/<strong>([^<]+)<\/strong>/g)].map(([, amount]) => amount);
    expect(terms).toEqual(['21.000.000', '2.000.000', '600.000', '22.400.000'].map((one) => `${one}\u00a0đ`));
    expect(body).toContain('ra đúng số dư mà quỹ công bố');
    expect(body).toMatch(/Người ủng hộ không nêu tên \(2 lượt\).*?1\.000\.000/s);
    // Years of the books, each a link; the one looked at is marked.
    const year = today.slice(0, 4);
    const ofYear = await (await ask(pathOf(fund, `?year=${year}`))).text();
    expect(ofYear).toContain(`<a aria-current="page" href="?year=${year}">Năm ${year}</a>`);
    expect(ofYear).toContain('Thu, chi theo tháng');
    expect((await ask(pathOf(fund, '?year=1999'))).status).toBe(404);
  });

  it('is made of one reading of the books, whatever years and languages somebody asks for', async () => {
    let asked = 0;
    const watched: TestServer['database'] = {
      ...server.database,
      behind(asking, work) {
        asked += 1;
        return server.database.behind(asking, work);
      },
    };
    const other = await startServer({ database: watched, signer: server.signer, catalog });
    const looks = async (more: string, status: number): Promise<number> => {
      const before = asked;
      const answer = await fetch(`${other.url}/public/${scene.tenant}${pathOf(fund, more)}`);
      expect([more, answer.status]).toEqual([more, status]);
      return asked - before;
    };
    const first = await looks('', 200);
    const held = await looks('', 200);
    expect(held).toBeLessThan(first);
    // The fund has no books of these years, which is found out by its books.
    for (const year of ['?year=1999', '?year=1998', '?year=1999'])
      expect([year, await looks(year, 404)]).toEqual([year, held]);
    expect(await looks('?lang=en', 200)).toBe(held);
    await other.close();
  });

  it('may be framed by anybody, and is answered in a word where the reader has it already', async () => {
    const answer = await ask(pathOf(fund));
    expect(answer.headers.get('x-frame-options')).toBeNull();
    expect(answer.headers.get('content-security-policy')).toMatch(/frame-ancestors \*; sandbox$/);
    const same = await again(pathOf(fund), answer);
    expect([same.status, same.headers.get('x-frame-options')]).toEqual([304, null]);
    expect(same.headers.get('content-security-policy')).toContain('frame-ancestors *');
  });

  it('has what was recorded since, and is gone at once where it is published no more', async () => {
    const own = await openFund(scene, { name: 'Quỹ <b>mới</b>' });
    expect(await (await ask(pathOf(own))).text()).toContain('Sổ chưa có khoản thu, chi nào');
    await own.record(receiptDraft({ amount: 777_000 }));
    const body = await (await ask(pathOf(own))).text();
    expect(body).toContain('777.000');
    expect(body).toContain('<h1>Quỹ &lt;b&gt;mới&lt;/b&gt;</h1>');
    const { version } = await own.get();
    await own.must('fund.update', own.fund, version, { published: false });
    const gone = await ask(pathOf(own));
    expect([gone.status, gone.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8']);
    expect(await gone.text()).toContain('<p>Không tìm thấy nội dung này');
    expect(gone.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect((await fetch(`${server.url}/public/mot-tinh-khac${pathOf(fund)}`)).status).toBe(404);
  });
});

it('says in a sentence that somebody asks too often', async () => {
  const { database, signer } = server;
  const limits = { address: createRateLimit({ perMinute: 1, clock: () => 0 }) };
  const busy = await startServer({ database, signer, limits });
  const one = `${busy.url}/public/24/gauges/24/gia-dinh/gauge.svg`;
  await fetch(one);
  const answer = await fetch(one);
  expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([429, true]);
  expect(await answer.text()).toMatch(/^Có quá nhiều lượt xem từ cùng một nơi/);
  await busy.close();
});
