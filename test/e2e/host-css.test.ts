/**
 * A portal's style sheet stays outside: whatever it says about bare elements, with `!important` or by inheritance, the
 * form computes the same styles as on a page that says nothing.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { criterion, expect, register, useStage, visit } from './support.js';

const stage = useStage();

/** What a host must not change. Font family and size are the host's to choose. */
const properties = [
  'display',
  'float',
  'position',
  'box-sizing',
  'margin-top',
  'margin-left',
  'padding-top',
  'padding-left',
  'border-top-width',
  'border-top-style',
  'border-top-color',
  'border-top-left-radius',
  'background-color',
  'color',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant',
  'letter-spacing',
  'word-spacing',
  'word-break',
  'line-height',
  'list-style-type',
  'text-align',
  'text-indent',
  'text-transform',
  'text-shadow',
  'white-space',
  'cursor',
  'visibility',
  'transition-duration',
];

/** Inherited properties at their worst, on the element around the form. */
const worse = `.article-body {
  cursor: wait; font-style: italic; font-variant: small-caps; font-weight: 700; letter-spacing: 3px;
  line-height: 3; list-style: square; text-align: right; text-indent: 5em; text-shadow: 2px 2px red;
  text-transform: uppercase; white-space: pre; word-break: break-all; word-spacing: 9px;
}`;

/** Styles of one element of each kind inside the form, by tag and class. */
function styles(page: Page): Promise<Record<string, Record<string, string>>> {
  return page.locator('htsd-assessment-form').evaluate((form, names) => {
    const found: Record<string, Record<string, string>> = {};
    for (const element of form.shadowRoot?.querySelectorAll('*') ?? []) {
      const key = `${element.localName}.${element.getAttribute('class') ?? ''}`;
      if (key in found) continue;
      const computed = getComputedStyle(element);
      found[key] = Object.fromEntries(names.map((name) => [name, computed.getPropertyValue(name)]));
    }
    return found;
  }, properties);
}

async function looks(css: string | undefined): Promise<Record<string, Record<string, string>>> {
  const person = await stage.person();
  if (css === undefined)
    await person.route('**/portal.css', (route) => route.fulfill({ contentType: 'text/css', body: '' }));
  const { page } = await visit(person, stage.url);
  await register(page);
  // The last criterion: the form draws a screenful first, and the rest when it is idle.
  await criterion(page, /hoạt động khuyến học/).waitFor();
  await page.getByText('Ghi chú và minh chứng').first().click();
  await page.getByRole('textbox', { name: 'Ghi chú' }).waitFor();
  if (css) await page.addStyleTag({ content: css });
  return styles(page);
}

/** What a sheet that is hard on bare elements changes, by the element that the portal puts beside the form. */
const changed: Record<string, string[]> = {
  h2: ['color', 'margin-bottom', 'padding-left', 'border-left-width', 'line-height'],
  p: ['margin-bottom', 'text-indent', 'line-height', 'letter-spacing', 'word-spacing', 'transition-duration'],
  input: ['display', 'background-color', 'border-top-color', 'height', 'font-size'],
  button: [
    'box-sizing',
    'float',
    'background-color',
    'color',
    'text-transform',
    'padding-left',
    'font-weight',
  ],
};

/** The same on bare elements beside the form: what the host's sheet does to its own page. */
function bareLooks(page: Page): Promise<Record<string, Record<string, string>>> {
  return page.evaluate((asked) => {
    const form = document.querySelector('htsd-assessment-form')!;
    const found: Record<string, Record<string, string>> = {};
    for (const [tag, names] of Object.entries(asked)) {
      const element = document.createElement(tag);
      form.after(element);
      const computed = getComputedStyle(element);
      found[tag] = Object.fromEntries(names.map((name) => [name, computed.getPropertyValue(name)]));
      element.remove();
    }
    return { ...found, html: { 'font-size': getComputedStyle(document.documentElement).fontSize } };
  }, changed);
}

describe('the host’s style sheet', () => {
  it('is as hard as one that grew for ten years: bare elements beside the form are not themselves', async () => {
    const sheet = await readFile(new URL('../../demo/portal.css', import.meta.url), 'utf8');
    expect(sheet).toMatch(/\* \{\s*box-sizing: content-box !important/);
    expect(sheet).toMatch(/html \{[^}]*font-size: 62\.5%/);
    expect(sheet.match(/!important/g)?.length).toBeGreaterThan(40);

    const person = await stage.person();
    const { page } = await visit(person, stage.url);
    const hard = await bareLooks(page);
    await page.evaluate(() => {
      for (const style of document.styleSheets)
        if (style.href?.endsWith('/portal.css')) style.disabled = true;
    });
    const mild = await bareLooks(page);
    const untouched = Object.entries(hard).flatMap(([tag, values]) =>
      Object.entries(values)
        .filter(([name, value]) => mild[tag]?.[name] === value)
        .map(([name, value]) => `${tag} ${name}: ${value}`),
    );
    expect(untouched).toEqual([]);
  });

  it('changes nothing inside the form, and neither does inheritance at its worst', async () => {
    const quiet = await looks(undefined);
    expect(Object.keys(quiet).length).toBeGreaterThan(25);
    expect(await looks('')).toEqual(quiet);
    expect(await looks(worse)).toEqual(quiet);
  });

  it('cannot take the focus ring away', async () => {
    const person = await stage.person();
    const { page } = await visit(person, stage.url);
    await page.getByLabel('Tên đơn vị').focus();
    await page.keyboard.press('Tab');
    const outline = await page.getByLabel(/^Cơ quan chủ quản/).evaluate((field) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(field);
      return { outlineStyle, width: parseFloat(outlineWidth) };
    });
    expect(outline.outlineStyle).not.toBe('none');
    expect(outline.width).toBeGreaterThanOrEqual(2);
  });

  it('is not touched by the form either', async () => {
    const person = await stage.person();
    const { page } = await visit(person, `${stage.url}late.html`);
    const outside = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('body, h1, h2, p, a, button, li')].map((element) =>
          JSON.stringify(
            Object.fromEntries(
              [...getComputedStyle(element)]
                .map((name) => [name, getComputedStyle(element).getPropertyValue(name)])
                .filter(([name]) => !/height|size|origin|inset|^top|bottom|perspective/.test(name ?? '')),
            ),
          ),
        ),
      );
    const before = await outside();
    await page.evaluate(() => {
      document.querySelector('#later')?.append(document.createElement('htsd-assessment-form'));
    });
    await page.getByRole('heading', { name: 'Đăng ký danh hiệu' }).waitFor();
    expect(await outside()).toEqual(before);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
    expect(await page.evaluate(() => document.querySelectorAll('style').length)).toBe(0);
  });

  it('sets the language: the form speaks that of the page', async () => {
    const person = await stage.person();
    const { page } = await visit(person, stage.url);
    await page.getByRole('heading', { name: 'Đăng ký danh hiệu' }).waitFor();
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'en'));
    await page.getByRole('heading', { name: 'Register for the title' }).waitFor();
  });
});
