import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileFor, headersFor, sourceOf, startSite, strictPolicy } from './site.mjs';

describe('a path of the site', () => {
  it.each([
    '/../package.json',
    '/htsd/../../package.json',
    '/..%2fpackage.json',
    '/\0',
    '/nothing-here.html',
  ])('%j leads to no file outside the site', (path) => {
    expect(fileFor(decodeURIComponent(path))).toBeUndefined();
  });

  it('leads to the portal and to the built library', () => {
    expect(fileFor('/')).toMatch(/demo[\\/]index\.html$/);
    expect(fileFor('/csp.html')).toMatch(/demo[\\/]csp\.html$/);
  });
});

describe('an entry of the built library', () => {
  it('is served from its source while developing', () => {
    expect(sourceOf('/htsd/htsd.js')).toBe('/embed/htsd.ts');
    expect(sourceOf('/htsd/provider.js')).toBe('/embed/entries/provider.ts');
    expect(sourceOf('/htsd/lib/domain.js')).toBe('/src/domain/index.ts');
    expect(sourceOf('/htsd/nothing.js')).toBeUndefined();
    expect(sourceOf('/portal.js')).toBeUndefined();
  });
});

describe('the headers', () => {
  it('put the strict pages, and only them, under the strict policy', () => {
    expect(headersFor('/csp.html', 'csp.html')['Content-Security-Policy']).toBe(strictPolicy);
    expect(headersFor('/fund.html', 'fund.html')['Content-Security-Policy']).toBe(strictPolicy);
    expect(headersFor('/fund-roll-up.html', 'fund-roll-up.html')['Content-Security-Policy']).toBe(
      strictPolicy,
    );
    expect(headersFor('/index.html', 'index.html')).not.toHaveProperty('Content-Security-Policy');
  });

  it('let files with a hash in their name be kept, and others be asked for again', () => {
    expect(headersFor('/htsd/chunks/form-abc.js', 'a.js')['Cache-Control']).toContain('immutable');
    expect(headersFor('/htsd/htsd.js', 'a.js')['Cache-Control']).toBe('no-cache');
  });
});

describe('the server', () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.close());

  const statusOf = (path: string): Promise<number | undefined> =>
    new Promise((done, fail) => {
      // `fetch` would tidy the path up on its way.
      const { port } = new URL(site.url);
      get({ host: 'localhost', port, path }, (answer) => {
        answer.resume();
        done(answer.statusCode);
      }).on('error', fail);
    });

  it.each(['br', 'gzip', 'identity'])('answers with the page in %s', async (encoding) => {
    const answer = await fetch(`${site.url}csp.html`, { headers: { 'Accept-Encoding': encoding } });
    expect(answer.headers.get('content-encoding') ?? 'identity').toBe(encoding);
    expect(answer.headers.get('content-security-policy')).toBe(strictPolicy);
    expect(await answer.text()).toContain('<!doctype html>');
  });

  it('knows nothing beside the site and survives a broken path', async () => {
    expect(await statusOf('/../package.json')).toBe(404);
    expect(await statusOf('/%E0%A4%A')).toBe(404);
    expect(await statusOf('/')).toBe(200);
  });

  it('takes another port when its own is taken', async () => {
    const second = await startSite({ port: Number(new URL(site.url).port) });
    expect(second.url).not.toBe(site.url);
    await second.close();
  });
});
