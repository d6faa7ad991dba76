import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { root } from './sources.js';

const read = (path: string): string => readFileSync(root + path, 'utf8');
const readme = read('README.md');
const { license, scripts, engines } = JSON.parse(read('package.json')) as {
  license: string;
  scripts: Record<string, string>;
  engines: { node: string };
};

/** What stands before the first heading of a chapter, and the chapter that follows. */
const [opening = '', first = ''] = readme.split(/^## /m);
const commands = [...(/```sh\n([^]*?)```/.exec(first)?.[1] ?? '').matchAll(/^(.*?)\s*(?:#.*)?$/gm)]
  .map(([, command]) => command)
  .filter(Boolean);

describe('the README opens', () => {
  it('with what it is: name, and one paragraph that says it', () => {
    const [title, what = ''] = opening.trim().split(/\n\n/);
    expect(title).toBe('# HTSD');
    expect(what).toMatch(/^Web components for Vietnam's lifelong-learning movement/);
    expect(what).toContain('self-assessment');
    // Enough to know what it is, and read at a glance.
    expect(what.split(/\s+/).length).toBeLessThan(120);
  });

  it('with one screenshot, which is there', () => {
    const pictures = [...readme.matchAll(/!\[(.*?)\]\((.*?)\)/g)];
    expect(pictures).toHaveLength(1);
    const [picture, words, path = ''] = pictures[0]!;
    expect(opening).toContain(picture);
    expect(words).not.toBe('');
    expect([...readFileSync(root + path).subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  });

  it('with two commands, which package.json knows', () => {
    expect(commands).toEqual(['npm ci && npm start', 'npm ci && npm test']);
    expect(scripts).toMatchObject({
      start: 'npm run --silent build && node scripts/serve.mjs',
      test: 'node scripts/test.mjs',
    });
    expect(first).toContain(`Node ${engines.node.replace('>=', '')} or newer`);
  });

  it('and leads only to files that are there', () => {
    const paths = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(root + path))).toEqual([]);
  });
});

it('the machine that tests runs the very command of the README', () => {
  const lines = read('.ci/run').trim().split('\n');
  expect(lines[0]).toMatch(/^#!.*\bbash$/);
  expect(lines[1]).toContain('set -e');
  expect(lines.at(-1)).toBe(commands.at(-1));
});

it('the licence is MIT, in the file and in package.json', () => {
  const text = read('LICENSE');
  expect(text).toMatch(/^MIT License\n\nCopyright \(c\) \d{4} /);
  expect(text).toContain('Permission is hereby granted, free of charge, to any person obtaining a copy');
  expect(text).toContain('THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND');
  expect(license).toBe('MIT');
});

describe('the demonstration', () => {
  const pages = readdirSync(`${root}demo`).filter((name) => name.endsWith('.html'));
  /** Pages that a page leads to in its list of all, in their order. */
  const listed = (page: string): string[] => {
    const [, list = ''] = /Trang thử nghiệm([^]*?)<\/ul>/.exec(read(`demo/${page}`)) ?? [];
    return [...list.matchAll(/href="([^"#?]+)/g)].map(([, href = '']) => href);
  };

  it('has the same list on each page, and leads to pages that are there', () => {
    const all = listed('index.html');
    expect(all.length).toBeGreaterThan(10);
    for (const page of pages) expect(listed(page), page).toEqual(all);
    for (const page of all) expect(pages).toContain(page);
  });
});
