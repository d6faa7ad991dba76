/**
 * Every state of the form, light and dark: axe finds nothing, nothing has to be scrolled sideways at 320 px, and paper
 * and forced colours show what matters.
 */
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { readPdf } from './read-pdf.js';
import { useResident } from './resident.js';
import { expect, useStage } from './support.js';

const stage = useStage();
const resident = useResident(stage);
let page: Page;
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const states = {
  loading: /Đang tải/,
  register: /Đăng ký danh hiệu/,
  empty: /Chưa có bộ tiêu chí/,
  error: /Chưa tải được bản tự đánh giá/,
  forbidden: /Không có quyền truy cập/,
  editing: /Tự đánh giá Đơn vị học tập năm/,
  readonly: /Số biên nhận/,
  review: /đang được xem xét/,
  returned: /đã trả lại ngày/,
  unverified: /Mẫu, chưa đối chiếu văn bản/,
};
type State = keyof typeof states;

/** Until the portal, whose style sheet moves everything slowly, has come to rest: half-way nothing has its colour or place. */
const rest = (): Promise<void> =>
  page.evaluate(async () => {
    const form = document.querySelector('htsd-assessment-form')?.shadowRoot;
    const moving = [...document.getAnimations(), ...(form?.getAnimations() ?? [])];
    const ending = moving.filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });

/** The page as a dark portal would be: the form follows its color scheme. */
async function darken(): Promise<void> {
  const ground = 'background: #121a17 !important; color: #e8eeeb';
  await page.addStyleTag({ content: `html { color-scheme: dark } body, .content { ${ground} }` });
  await rest();
}

/**
 * What is off the screen is not laid out, and axe would see it overlap: here all of it is. A screen as tall as the form would
 * do the same, but be painted anew with every change.
 */
const laidOut = (): Promise<void> =>
  page.locator('htsd-assessment-form').evaluate(({ shadowRoot }) => {
    for (const section of shadowRoot!.querySelectorAll<HTMLElement>('.section'))
      section.style.contentVisibility = 'visible';
  });

/** The state as on a first visit: nothing is kept of the one before. */
async function open(state: State): Promise<void> {
  page = await resident.fresh();
  await page.goto(`${stage.url}states.html?state=${state}`);
  await page.locator('htsd-assessment-form').getByText(states[state]).first().waitFor();
}

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** All that the dark can change. */
const colours = ['color-contrast', 'link-in-text-block'];

/** What axe objects to by these tags or rules, as one line each; in the form, or in what it has opened over itself. */
async function objections(runOnly = everything, inside: 'dialog' | undefined = undefined): Promise<string[]> {
  await laidOut();
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ path: axe });
  const results = await page.evaluate(
    ([only, dialog]) =>
      (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(
        dialog ? { fromShadowDom: ['htsd-assessment-form', dialog] } : 'htsd-assessment-form',
        // Of what is well it would work out, element by element, how to name it.
        { runOnly: only, resultTypes: ['violations'] },
      ),
    [runOnly, inside] as const,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary ?? ''}`),
  );
}

/** What is drawn beside the form instead of in it: nothing there makes the page scroll, it just cannot be reached. */
const strays = async (): Promise<string[]> => {
  await laidOut();
  return page.evaluate(() => {
    const form = document.querySelector('htsd-assessment-form');
    const { left, right } = form!.getBoundingClientRect();
    const drawn = [
      ...form!.shadowRoot!.querySelectorAll('input, select, textarea, button, label, legend, p'),
    ];
    return drawn.flatMap((element) => {
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || (box.left > left - 9 && box.right < right + 9)) return [];
      return [`${element.localName}.${element.className}: ${box.left} to ${box.right}`];
    });
  });
};

describe.each(Object.keys(states) as State[])('state %s', (state) => {
  it('satisfies axe, light and dark, and fits 320 px without scrolling sideways', async () => {
    await open(state);
    expect(await strays()).toEqual([]);
    expect(await objections()).toEqual([]);
    await darken();
    expect(await objections(colours)).toEqual([]);

    await page.setViewportSize({ width: 320, height: 800 });
    if (state === 'editing' || state === 'unverified') {
      await page.getByText('Ghi chú và minh chứng').first().click();
      await page.getByRole('textbox', { name: 'Ghi chú' }).first().waitFor();
    }
    await rest();
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.querySelector('htsd-assessment-form')?.scrollWidth ?? 0,
    ]);
    expect(Math.max(...widths)).toBeLessThanOrEqual(320);
    expect(await strays()).toEqual([]);
  });
});

it('fits again when a wide screen becomes a narrow one, as when a phone is turned', async () => {
  await open('editing');
  await page.setViewportSize({ width: 1280, height: 500 });
  // Whoever has looked at all of it and come back: the browser remembers how wide everything was that it leaves out now.
  const left = await page.evaluate(async () => {
    const drawn = (): Promise<unknown> =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    for (let y = 0; y < document.body.scrollHeight; y += 300) {
      scrollTo(0, y);
      await drawn();
    }
    scrollTo(0, 0);
    await drawn();
    const sections = document
      .querySelector('htsd-assessment-form')!
      .shadowRoot!.querySelectorAll('.section > :first-child');
    return [...sections].filter((each) => !each.checkVisibility({ contentVisibilityAuto: true })).length;
  });
  expect(left).toBeGreaterThan(0);
  await page.setViewportSize({ width: 360, height: 500 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

describe('what opens', () => {
  it('satisfies axe: folds, errors with their summary, dialogs', async () => {
    await open('editing');
    await page
      .getByText(/Ghi chú và minh chứng/)
      .first()
      .click();
    await page.getByRole('textbox', { name: 'Ghi chú' }).first().waitFor();
    await page.getByRole('button', { name: 'Nộp bản tự đánh giá' }).click();
    await page.getByRole('alert').filter({ hasText: 'chưa trả lời hoặc cần sửa' }).waitFor();
    expect(await objections()).toEqual([]);
    await page.getByRole('button', { name: 'In hoặc lưu DOCX' }).click();
    await page.getByRole('dialog', { name: 'In hoặc lưu DOCX' }).waitFor();
    expect(await objections(everything, 'dialog')).toEqual([]);

    await open('unverified');
    await darken();
    await page.getByRole('button', { name: 'Nộp bản tự đánh giá' }).click();
    await page.getByRole('dialog', { name: 'Nộp bản tự đánh giá?' }).waitFor();
    expect(await objections(everything, 'dialog')).toEqual([]);

    await open('readonly');
    await page.getByRole('button', { name: 'Rút lại' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await objections(everything, 'dialog')).toEqual([]);
  });
});

describe('other ways to look', () => {
  it('on paper the answers remain and the buttons go', async () => {
    await open('readonly');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ media: 'print' });
    const form = page.locator('htsd-assessment-form');
    expect(await form.locator('button:visible').count()).toBe(0);
    expect(await page.getByText('Số biên nhận').isVisible()).toBe(true);
    const answers = form.locator('input[type=text]:visible');
    expect(await answers.evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value))).toEqual(
      ['10', '7,5', '10', '28', '30', '', ''],
    );
    expect(await form.locator('.choice:visible :checked').count()).toBe(3);

    // The reasons, too: under each criterion and for the whole, and nothing is left out for being off the screen.
    for (const shown of ['7,5 / 10 điểm', /Tỷ lệ 93,33% thuộc mức từ 90%/, /quy về thang 100 thành 91,67/]) {
      expect(await form.getByText(shown).first().isVisible(), String(shown)).toBe(true);
    }
    const skipped = await form
      .locator('.section')
      .evaluateAll((all) => all.map((section) => getComputedStyle(section).contentVisibility));
    expect(new Set(skipped)).toEqual(new Set(['visible']));
    // Rows of a grid stay where one endless sheet would have them, and lie over what was pushed to the next.
    const grids = await form
      .locator('.criterion')
      .first()
      .evaluate((criterion) => {
        const around: string[] = [];
        for (let each = criterion.parentElement; each; each = each.parentElement)
          if (getComputedStyle(each).display === 'grid') around.push(each.className);
        return around;
      });
    expect(grids).toEqual([]);
    // What is seen is on the sheets, too, from the first line to the last reason.
    const bare = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');
    const sheets = bare(
      readPdf(await page.pdf())
        .flatMap(({ runs }) => runs.map(({ text }) => text))
        .join(''),
    );
    for (const printed of ['Số biên nhận', 'Tỷ lệ 93,33% thuộc mức từ 90%', 'quy về thang 100 thành 91,67'])
      expect(sheets).toContain(bare(printed));
  });

  it('in forced colours borders, states and the focus ring stay visible', async () => {
    await open('unverified');
    await page.emulateMedia({ forcedColors: 'active' });
    const look = (locator: Locator) =>
      locator.evaluate((element) => {
        const style = getComputedStyle(element);
        // What a system colour comes to, in the same place.
        const probe = document.createElement('span');
        element.getRootNode().appendChild(probe);
        const system = (name: string): string => {
          probe.style.color = name;
          return getComputedStyle(probe).color;
        };
        const seen = {
          border: `${style.borderTopStyle} ${style.borderTopColor !== style.backgroundColor}`,
          width: parseFloat(style.borderTopWidth),
          outline:
            style.outlineStyle === 'none'
              ? 'none'
              : `${style.outlineStyle} ${parseFloat(style.outlineWidth) >= 2}`,
          highlighted: style.outlineColor === system('Highlight'),
          onCanvas: style.outlineColor !== system('Canvas'),
          before: getComputedStyle(element, '::before').content,
        };
        probe.remove();
        return seen;
      });
    const field = page.getByRole('textbox', { name: 'Điểm tự chấm' }).first();
    await field.focus();
    expect(await look(field)).toMatchObject({ border: 'solid true', outline: 'solid true', onCanvas: true });
    expect((await look(field)).width).toBeGreaterThanOrEqual(1);

    const form = page.locator('htsd-assessment-form');
    const chosen = await look(form.locator('.choice', { has: page.locator(':checked') }).first());
    expect(chosen).toMatchObject({ border: 'solid true', outline: 'solid true', highlighted: true });
    const other = form.locator('.choice', { hasNot: page.locator(':checked') }).first();
    expect(await look(other)).toMatchObject({ border: 'solid true', outline: 'none' });

    // A state is never told by colour alone: words and a sign.
    const met = form.locator('.badge.met').first();
    expect(await look(met)).toMatchObject({ border: 'solid true', before: '"✓ " / ""' });
    const notice = await form
      .locator('.notice')
      .first()
      .evaluate((element) => getComputedStyle(element).borderInlineStartWidth);
    expect(notice).toBe('6px');
    const submit = page.getByRole('button', { name: 'Nộp bản tự đánh giá' });
    expect(await look(submit)).toMatchObject({ border: 'solid true', width: 2 });
    expect(await objections(colours)).toEqual([]);
  });

  it('with reduced motion nothing moves', async () => {
    await open('unverified');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const moving = await page.locator('htsd-assessment-form').evaluate((form) =>
      [...(form.shadowRoot?.querySelectorAll('*') ?? [])]
        .filter((element) => {
          const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
          return (
            parseFloat(transitionDuration) > 0.01 ||
            (animationName !== 'none' && parseFloat(animationDuration) > 0.01)
          );
        })
        .map((element) => element.className || element.localName),
    );
    expect(moving).toEqual([]);
  });
});
