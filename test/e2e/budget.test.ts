/**
 * The budget of 30 kB says that its files are all that a form needs to show, score and save a draft: with every other file
 * of the library out of reach, a returning officer goes on with his.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { filesFor } from '../../scripts/manifest-files.mjs';
import { serveSite } from '../../scripts/site.mjs';
import { criterion, expect, register, saved, useStage, visit } from './support.js';

const stage = useStage();
const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

interface Budget {
  name: string;
  manifest: string;
  roots: string[];
  without: string[];
  beyond?: string[];
}
type Manifest = Parameters<typeof filesFor>[0];

/** What the budget counts, by the function that counts it. */
function counted(): Set<string> {
  const budgets = readJson('.size-limit.json') as Budget[];
  const budget = budgets.find(({ name }) => name.startsWith('assessment form by its own file'))!;
  const manifest = readJson(`dist/.vite/${budget.manifest}.json`) as Manifest;
  return new Set(filesFor(manifest, budget.roots, budget.without, budget.beyond).map(({ file }) => file));
}
/** The criteria sets themselves, which the budget leaves out: what the form shows, and no part of what shows it. */
function content(): Set<string> {
  const manifest = readJson('dist/.vite/assessment-form.json') as Manifest;
  const sets = Object.keys(manifest).filter((key) => key.startsWith('src/presets/sets/'));
  return new Set(filesFor(manifest, sets, ['*']).map(({ file }) => file));
}

const page = `<!doctype html><html lang="vi"><head><meta charset="utf-8" /><title>Cổng</title>
<link rel="icon" href="/crest.svg" /><script type="module" src="/htsd/assessment-form.js"></script></head>
<body><htsd-assessment-form model="unit"></htsd-assessment-form></body></html>`;
const portal = createServer((request, response) => {
  if (request.url === '/') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  else serveSite(request, response, () => response.writeHead(404).end());
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => portal.listen(0, 'localhost', resolve));
  url = `http://localhost:${(portal.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  portal.closeAllConnections();
  await new Promise((resolve) => portal.close(resolve));
});

describe('the budget of the form by its own file', () => {
  it('counts every file that a returning officer needs to see his draft, the total and that it is saved', async () => {
    const person = await stage.person();
    const first = await visit(person, url);
    await register(first.page);
    const points = (title: RegExp) =>
      criterion(first.page, title).getByRole('textbox', { name: 'Điểm tự chấm' });
    await points(/kế hoạch học tập hằng năm/).pressSequentially('10');
    await saved(first.page);
    await first.page.close();

    const allowed = new Set([...counted(), ...content()]);
    const refused = new Set<string>();
    await person.route('**/htsd/**', (route) => {
      const file = new URL(route.request().url()).pathname.replace('/htsd/', '');
      if (allowed.has(file)) return route.continue();
      refused.add(file);
      return route.abort();
    });
    const { page: again } = await visit(person, url);
    const plan = criterion(again, /kế hoạch học tập hằng năm/).getByRole('textbox', { name: 'Điểm tự chấm' });
    await expect.poll(() => plan.inputValue()).toBe('10');
    await plan.fill('7,5');
    await expect.poll(() => again.locator('.score').first().textContent()).toMatch(/^\s*7,5\s*\/ 100 điểm/);
    await saved(again);
    // The rest was asked for meanwhile, and was not needed.
    await expect.poll(() => refused.size).toBeGreaterThan(0);
  });
});
