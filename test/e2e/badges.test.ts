/**
 * Badges on a public page: light, dark, narrow, in forced colours, and under the strict policy of a portal that allows
 * nothing but its own files.
 */
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { expect, useStage, visit } from './support.js';

const stage = useStage();
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** Full badges with their QR codes on the page. */
const full = 7;

async function open(theme = ''): Promise<{ page: Page; complaints: string[] }> {
  const person = await stage.person({ viewport: { width: 1280, height: 900 } });
  const opened = await visit(person, `${stage.url}badges.html${theme && `?theme=${theme}`}`);
  await opened.page
    .locator('htsd-model-badge [part=qr]')
    .nth(full - 1)
    .waitFor();
  await opened.page.getByText('Chưa đọc được danh hiệu', { exact: true }).waitFor();
  return opened;
}

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** All that the dark can change. */
const colours = ['color-contrast', 'link-in-text-block'];

async function objections(page: Page, runOnly = everything): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ path: axe });
  const results = await page.evaluate(
    (only) =>
      (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run('main', {
        runOnly: only,
        // Of what is well it would work out, element by element, how to name it.
        resultTypes: ['violations'],
      }),
    runOnly,
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`));
}

describe('a page of badges', () => {
  it('shows all models and states without a complaint, satisfies axe, and fits 320 px', async () => {
    const { page, complaints } = await open();
    for (const name of ['Gia đình', 'Dòng họ', 'Cộng đồng', 'Đơn vị', 'Công dân']) {
      await page
        .getByRole('heading', { name: `${name} học tập` })
        .first()
        .waitFor();
    }
    expect(await objections(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
  });

  it('satisfies axe in the dark', async () => {
    const { page } = await open('dark');
    expect(await objections(page, colours)).toEqual([]);
  });

  it('draws every picture in one ink in forced colours, and leaves the QR code dark on light', async () => {
    const { page } = await open();
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const found = await page.evaluate(() => {
      const inks = (selector: string) =>
        [...document.querySelectorAll('htsd-model-badge')].flatMap(({ shadowRoot }) =>
          [...(shadowRoot?.querySelectorAll(selector) ?? [])].flatMap((path) => {
            const { fill, stroke } = getComputedStyle(path);
            return [fill, stroke].filter((ink) => ink !== 'none');
          }),
        );
      return {
        picture: [...new Set(inks('[part=picture] path'))],
        paper: [...new Set(inks('.qr .paper'))],
      };
    });
    expect(found.picture).toHaveLength(2);
    expect(found.paper).toEqual(['rgb(255, 255, 255)']);
  });
});

describe('under a strict policy', () => {
  it('a placeholder becomes a badge, its QR code too, and nothing is reported', async () => {
    const person = await stage.person();
    const { page, complaints } = await visit(person, `${stage.url}csp.html`);
    await page.evaluate(async () => {
      const place = document.createElement('div');
      Object.assign(place.dataset, {
        htsd: 'model-badge',
        recognition: 'khong-co',
        verifyHref: 'badges.html',
      });
      document.querySelector('main')?.append(place);
      await customElements.whenDefined('htsd-model-badge');
    });
    await page.getByText('Không tìm thấy danh hiệu này').waitFor();
    await page.locator('htsd-model-badge').evaluate((badge: HTMLElementTagNameMap['htsd-model-badge']) => {
      const issuer = { id: 'xa', name: 'UBND xã' };
      badge.value = {
        id: 'a',
        version: 1,
        subjectName: 'Trường',
        model: 'unit',
        cycle: '2025',
        criteria: { id: 'a', version: '1' },
        outcome: 'tot',
        outcomeLabel: { vi: 'Loại Tốt' },
        place: { name: 'Xã' },
        decision: { id: 'q', number: '1', date: '2026-01-01', signer: 'A', issuer },
        validFrom: '2026-01-01',
        validUntil: '2026-12-31',
        state: 'granted',
        updatedAt: '2026-01-01T00:00:00.000Z',
        series: [],
      };
    });
    await page.getByRole('img', { name: 'Mã QR' }).waitFor();
    await page
      .locator('htsd-model-badge')
      .getByRole('link', { name: /^Kiểm tra/ })
      .waitFor();
    expect(complaints).toEqual([]);
  });
});
