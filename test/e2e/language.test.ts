/**
 * One language at a time: on the whole way from registering to the printed paper nothing of the form's own text is in the
 * other language. Names and the content of criteria sets are not the form's own.
 */
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import type { Dictionary, Lang } from '../../src/i18n/translate.js';
import { fill } from '../../src/i18n/translate.js';
import { expect, hostPage, useStage, visit } from './support.js';

const stage = useStage();

async function dictionary(lang: Lang): Promise<Dictionary> {
  const folder = new URL(`../../src/i18n/${lang}/`, import.meta.url);
  const modules = readdirSync(folder).map(
    (name) => import(/* @vite-ignore */ new URL(name, folder).href) as Promise<Record<string, Dictionary>>,
  );
  const found = (await Promise.all(modules)).flatMap((module) => Object.values(module));
  return Object.assign({}, ...found) as Dictionary;
}
const dictionaries = { vi: await dictionary('vi'), en: await dictionary('en') };

/** Every sentence of a language, its holes open for whatever is filled in. */
function sentences(lang: Lang): RegExp[] {
  const forms = Object.values(dictionaries[lang]).flatMap((message) =>
    typeof message === 'string' ? message : Object.values(message),
  );
  // Nothing but holes and signs, "{a} – {b}", is a sentence of no language.
  const spoken = forms.filter((form) => /\p{L}{2}/u.test(form.replace(/\{\w+\}/g, '')));
  return spoken.map((form) => {
    const words = form.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+');
    return new RegExp(`^${words.replace(/\s+/g, '\\s+')}$`, 'u');
  });
}
const said = { vi: sentences('vi'), en: sentences('en') };

/** What the form shows and what it tells to those who listen, piece by piece. */
function pieces(page: Page): Promise<string[]> {
  return page.locator('htsd-assessment-form').evaluate((form) => {
    const root = form.shadowRoot!;
    const found: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (walker.currentNode.parentElement?.localName !== 'style')
        found.push(walker.currentNode.nodeValue ?? '');
    }
    for (const element of root.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) found.push(element.getAttribute(name) ?? '');
    }
    return found.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  });
}

/** What is printed: the pieces of the paper, once it has been handed to the printer. */
async function printed(page: Page): Promise<string[]> {
  await expect.poll(() => page.evaluate(() => 'printed' in globalThis)).toBe(true);
  const text = await page.evaluate(() => (globalThis as unknown as { printed: string }).printed);
  return text
    .split(/[\n\t]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Sentences of the language that was not asked for; those that read the same in both belong to either. */
function foreign(all: readonly string[], lang: Lang): string[] {
  const other = lang === 'en' ? 'vi' : 'en';
  return all.filter(
    (piece) => said[other].some((one) => one.test(piece)) && !said[lang].some((one) => one.test(piece)),
  );
}

describe.each(['en', 'vi'] as const)('a host page in %s', (lang) => {
  it('reads so from registering to the paper', async () => {
    const t = (key: string): string => fill(dictionaries[lang][key] ?? key, {}, lang);
    const person = await stage.person();
    const tag =
      '<htsd-assessment-form model="unit" criteria="don-vi-hoc-tap-xa-mau" subject-name="Kim Đồng" place="Hà Nội"></htsd-assessment-form>';
    await person.addInitScript(() => {
      window.print = () => Object.assign(window.top ?? {}, { printed: document.body.innerText });
    });
    const { page } = await visit(person, await hostPage(person, stage, tag, lang));
    const clean = async (where: string): Promise<void> => {
      // English comes in files of its own, after the first drawing.
      await expect.poll(async () => foreign(await pieces(page), lang), { message: where }).toEqual([]);
    };

    await page.getByRole('button', { name: t('register.submit') }).waitFor();
    await clean('registering');
    await page.getByLabel(t('register.name.unit')).fill('');
    await page.getByRole('button', { name: t('register.submit') }).click();
    await page.getByRole('alert').waitFor();
    await clean('what is missing for registering');
    await page.getByLabel(t('register.name.unit')).fill('Kim Đồng');
    await page.getByRole('button', { name: t('register.submit') }).click();

    const submit = page.getByRole('button', { name: t('form.submit') });
    await submit.waitFor();
    await page.locator('.criterion').nth(7).waitFor();
    await clean('the empty form');
    await page.locator('.fold').first().click();
    await page.getByRole('textbox', { name: t('form.note') }).waitFor();
    await submit.click();
    await page.getByRole('alert').waitFor();
    await clean('what is missing for submitting');
    const fields = page.getByRole('textbox', { name: t('form.points'), exact: true });
    await fields.first().fill('x');
    await clean('a number that cannot be read');
    for (const field of await fields.all()) await field.fill('10');
    for (const field of await page.locator('input[inputmode=numeric]').all()) await field.fill('30');
    for (const options of await page.locator('.answer.options').all())
      await options.locator('.choice').first().click();
    await clean('the answered form');

    await submit.click();
    await page.getByRole('dialog', { name: t('submit.title') }).waitFor();
    await clean('the question before submitting');
    await page.getByRole('button', { name: t('submit.ok'), exact: true }).click();
    await page.getByText(t('receipt.number')).waitFor();
    await clean('the receipt');
    await page.getByRole('button', { name: t('form.withdraw'), exact: true }).click();
    await page.getByRole('dialog', { name: t('withdraw.title') }).waitFor();
    await clean('the question before withdrawing');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: t('form.paper') }).click();
    await page.getByRole('dialog', { name: t('paper.title') }).waitFor();
    await clean('the paper');
    await page.getByRole('button', { name: t('paper.print'), exact: true }).click();
    const paper = await printed(page);
    expect(foreign(paper, lang)).toEqual([]);
    // Clean for having been read in this language, not for having had nothing to read.
    for (const all of [paper, await pieces(page)]) {
      expect(all.filter((piece) => said[lang].some((one) => one.test(piece))).length).toBeGreaterThan(5);
    }
  });
});
