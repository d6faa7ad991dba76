/**
 * The key of an issuer that publishes it on a site of its own (did:web): read across origins where that site allows it, and a
 * sentence, never an accusation, wherever it does not come.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createPlain } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import {
  buildCredential,
  createLocalSigner,
  didWebDocument,
  signJwt,
  type LocalSigner,
} from '../../src/credential/index.js';
import { facts } from '../../src/credential/test-helpers/sample.js';
import { loopbackCertificate } from '../support/loopback-certificate.js';
import { expect, useStage, visit } from './support.js';

type Answer = (answer: ServerResponse, request: IncomingMessage) => void;

const stage = useStage();
const everybody = { 'access-control-allow-origin': '*' };
const json = { 'content-type': 'application/json', ...everybody };
const secret = new Uint8Array(32).fill(5);

/** What the issuer's site does when it is asked. */
let give: Answer;
let asked: string[];
const take = (request: IncomingMessage, answer: ServerResponse): void => {
  asked.push(request.url ?? '');
  give(answer, request);
};
const secure = createServer(loopbackCertificate(), take);
const plain = createPlain(take);
let [site, open] = ['', ''];
let signer: LocalSigner;
let token: string;
let another: string;
let published: string;

beforeAll(async () => {
  for (const server of [secure, plain]) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }
  const [{ port }, other] = [secure.address() as AddressInfo, plain.address() as AddressInfo];
  site = `https://127.0.0.1:${port}`;
  open = `http://127.0.0.1:${other.port}`;
  const did = `did:web:127.0.0.1%3A${port}`;
  signer = createLocalSigner(secret, 'EdDSA', `${did}#k1`);
  const lasting = { ...facts, validUntil: '2099-12-31' };
  token = await signJwt(buildCredential(lasting, { tenant: 'x', issuer: { id: did } }), signer);
  const second = { ...lasting, id: 'cong-nhan-2', subjectName: 'Gia đình bà Hai' };
  another = await signJwt(buildCredential(second, { tenant: 'x', issuer: { id: did } }), signer);
  published = JSON.stringify(didWebDocument(did, [{ fragment: 'k1', key: signer.publicKey }]));
});
beforeEach(() => (asked = []));
afterAll(async () => {
  for (const server of [secure, plain]) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function opened(): Promise<Page> {
  const person = await stage.person({ ignoreHTTPSErrors: true });
  return (await visit(person, `${stage.url}verify.html`)).page;
}

async function hand(page: Page, text = token): Promise<void> {
  await page.getByLabel('Nội dung hoặc địa chỉ của huy hiệu').fill(text);
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
}

/** The answer as a person reads it. */
async function read(page: Page): Promise<{ heading: string; verdict: string }> {
  const verdict = page.locator('htsd-badge-check [part=verdict]');
  await verdict.waitFor();
  return {
    heading: await verdict.getByRole('heading').innerText(),
    verdict: (await verdict.innerText()).replace(/\s+/g, ' '),
  };
}

const valid = 'Huy hiệu thật, còn hiệu lực';
const unchecked = 'Chưa kiểm tra được';
const keyMissing = 'Chưa lấy được khoá của nơi phát hành';
const noProof = 'Điều này không có nghĩa huy hiệu sai';

describe('an issuer whose key lies on another site', () => {
  it('that lets everybody read is known, at its own address', async () => {
    give = (answer) => answer.writeHead(200, json).end(published);
    const page = await opened();
    await hand(page);
    const { heading, verdict } = await read(page);
    expect(heading).toBe(valid);
    expect(verdict).toContain('Chữ ký đúng và nội dung còn nguyên vẹn');
    expect(asked).toEqual(['/.well-known/did.json']);
    // Its key is known from now on: another badge of the same issuer needs no network.
    await page.context().setOffline(true);
    await hand(page, another);
    await page.locator('htsd-badge-check [part=facts]').getByText('Gia đình bà Hai').first().waitFor();
    expect((await read(page)).heading).toBe(valid);
    expect(asked).toHaveLength(1);
  });

  it('is known after a redirect too, within https', async () => {
    give = (answer, { url }) =>
      url === '/elsewhere.json'
        ? answer.writeHead(200, json).end(published)
        : answer.writeHead(302, { ...everybody, location: `${site}/elsewhere.json` }).end();
    const page = await opened();
    await hand(page);
    expect((await read(page)).heading).toBe(valid);
    expect(asked).toEqual(['/.well-known/did.json', '/elsewhere.json']);
  });

  it.each<[string, Answer]>([
    ['forbids other pages to read', (answer) => answer.writeHead(200).end(published)],
    ['has no such document', (answer) => answer.writeHead(404, json).end('{}')],
    [
      'leads to one that forbids it',
      (answer, { url }) =>
        url === '/closed.json'
          ? answer.writeHead(200).end(published)
          : answer.writeHead(302, { ...everybody, location: '/closed.json' }).end(),
    ],
    [
      'leads to plain http, where anybody could have changed it',
      (answer, { url }) =>
        url === '/open.json'
          ? answer.writeHead(200, json).end(published)
          : answer.writeHead(302, { ...everybody, location: `${open}/open.json` }).end(),
    ],
    [
      'sends more than a document has',
      (answer) => answer.writeHead(200, json).end(`${published}${' '.repeat(2_100_000)}`),
    ],
    ['sends half of it', (answer) => answer.writeHead(200, json).end(published.slice(0, 90))],
    [
      'sends a page instead',
      (answer) => answer.writeHead(200, { ...json, 'content-type': 'text/html' }).end('<h1>Đăng nhập</h1>'),
    ],
    ['breaks off', (answer) => (answer.writeHead(200, json), answer.destroy())],
  ])('that %s leaves the badge unchecked, and nobody is accused', async (_, answer) => {
    give = answer;
    const page = await opened();
    await hand(page);
    const { heading, verdict } = await read(page);
    expect(heading).toBe(unchecked);
    expect(verdict).toContain(keyMissing);
    expect(verdict).toContain(noProof);
    await page.locator('htsd-badge-check').getByText('không được bảo đảm').waitFor();
    // Its site came round.
    give = (one) => one.writeHead(200, json).end(published);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.getByRole('heading', { name: valid }).waitFor();
  });

  it('that is slower than the limit leaves it unchecked', async () => {
    const waiting = new Promise<void>((resolve) => (give = () => resolve()));
    const page = await opened();
    await page.clock.install();
    await hand(page);
    await waiting;
    await page.clock.fastForward(9_000);
    expect(await page.locator('htsd-badge-check [part=verdict]').count()).toBe(0);
    await page.clock.fastForward(2_000);
    const { heading, verdict } = await read(page);
    expect(heading).toBe(unchecked);
    expect(verdict).toContain(keyMissing);
  });

  it('whose document names another key makes the badge not genuine', async () => {
    const other = createLocalSigner(new Uint8Array(32).fill(6), 'EdDSA', signer.id);
    const document = didWebDocument(signer.issuer, [{ fragment: 'k1', key: other.publicKey }]);
    give = (answer) => answer.writeHead(200, json).end(JSON.stringify(document));
    const page = await opened();
    await hand(page);
    expect((await read(page)).heading).toBe('Không phải huy hiệu thật');
  });

  it('whose document is that of another makes the badge not genuine', async () => {
    const document = didWebDocument('did:web:khac.example', [{ fragment: 'k1', key: signer.publicKey }]);
    give = (answer) => answer.writeHead(200, json).end(JSON.stringify(document));
    const page = await opened();
    await hand(page);
    const { heading, verdict } = await read(page);
    expect(heading).toBe('Không phải huy hiệu thật');
    expect(verdict).toContain('không phải của nơi phát hành');
  });
});
