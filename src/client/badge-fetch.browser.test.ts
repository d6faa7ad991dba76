import { expect } from '@open-wc/testing';
import { fetchBytes, fetchJson } from './badge-fetch.js';
import { readRegistry } from './read-registry.js';

const limits = { most: 1_000_000, timeout: 10_000 };
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: { code?: unknown; name: string }) => (typeof error.code === 'string' ? error.code : error.name),
  );

describe('fetching what checks badges', () => {
  it('reads an address of the same site, as bytes and as JSON', async () => {
    expect((await fetchBytes('/package.json', limits)).length).to.be.greaterThan(500);
    const { signal } = new AbortController();
    // JSON under a name that the test server leaves as it is.
    const map = (await fetchJson('/node_modules/lit/index.js.map', signal)) as { version: number };
    expect(map.version).to.equal(3);
    expect(await fetchJson('/LICENSE', signal)).to.match(/^MIT/);
  });

  it('reads no more than it may, and no longer', async () => {
    expect(await codeOf(fetchBytes('/package-lock.json', { ...limits, most: 1_000 }))).to.equal('too-large');
    expect(await codeOf(fetchBytes('/package-lock.json', { ...limits, timeout: 0 }))).to.equal('timeout');
    const gone = new AbortController();
    const reading = codeOf(fetchBytes('/package-lock.json', { ...limits, signal: gone.signal }));
    gone.abort();
    expect(await reading).to.equal('AbortError');
  });

  it('says what is wrong with an address, and asks nobody for a name that leads nowhere', async () => {
    expect(await codeOf(fetchBytes('/khong-co.json', limits))).to.equal('not-found');
    expect(await codeOf(fetchBytes('javascript:alert(1)', limits))).to.equal('invalid');
    expect(await codeOf(fetchBytes('https://', limits))).to.equal('invalid');
    const before = performance.getEntriesByType('resource').length;
    expect(await codeOf(fetchBytes('https://xa.invalid/1', limits))).to.equal('offline');
    expect(performance.getEntriesByType('resource').length).to.equal(before);
  });

  it('takes only a registry for a registry', async () => {
    expect(await codeOf(readRegistry('/package.json'))).to.equal('invalid');
    expect(await codeOf(readRegistry('/README.md'))).to.equal('invalid');
  });
});
