import { expect } from '@open-wc/testing';
import { HtsdError } from '../../src/backend/errors.js';
import { createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import { forgeJwt } from '../../src/credential/test-helpers/forge.js';
import { badge, facts, jwtOf, signer } from '../../src/credential/test-helpers/sample.js';
import { signJwt } from '../../src/credential/index.js';
import type { PublicRecognition } from '../../src/domain/recognition.schema.js';
import {
  checked,
  code,
  freshChecks,
  mount,
  network,
  now,
  part,
  text,
  words,
  type Check,
} from '../../test/support/mount-check.js';
import { until } from '../../test/support/mount-form.js';
import { recognitionOf } from './check.js';

freshChecks();

describe('htsd-badge-check: links and the register', () => {
  it('reads an address of its own site, and says so where it cannot', async () => {
    network(true);
    const found = await checked({ kind: 'link', url: new URL('/demo/crest.svg', location.href).href });
    expect(code(found)).to.equal('could-not-check: no-badge');
    const gone = await checked({ kind: 'link', url: '/demo/khong-co.png' });
    expect(code(gone)).to.equal('could-not-check: link-unreachable');
    const script = await checked({ kind: 'link', url: 'javascript:alert(1)' });
    expect(code(script)).to.equal('could-not-check: no-badge');
  });

  it('says of a site that lets no other page read it what to do instead, and leads there', async () => {
    network(true);
    const elsewhere = new URL('/demo/crest.svg', location.href);
    elsewhere.hostname = elsewhere.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
    const element = await checked({ kind: 'link', url: elsewhere.href });
    expect(code(element)).to.equal('could-not-check: link-unreachable');
    expect(words(part(element, 'verdict'))).to.contain('không cho trang khác đọc');
    expect(part(element, 'verdict')!.querySelector('a')?.href).to.equal(elsewhere.href);
  });

  it('could not check a badge whose issuer publishes his key where it cannot be read', async () => {
    network(true);
    const issuer = 'did:web:localhost%3A1';
    const [, key] = signer.id.split('#');
    const token = await signJwt(badge({}, { issuer: { id: issuer } }), { ...signer, id: `${issuer}#${key}` });
    const element = await checked(text(token));
    expect(code(element)).to.equal('could-not-check: unknown-key');
    expect(words(part(element, 'verdict'))).to.contain('không có nghĩa huy hiệu sai');
    expect(part(element, 'verdict')!.querySelector('button')).not.to.equal(null);
  });

  it('shows a badge of Moodle without a word on its being genuine, nor on whose it is', async () => {
    const assertion = {
      recipient: { identity: 'sha256$00ff', type: 'email', hashed: true, salt: 'badges1' },
      badge: {
        name: 'Hoàn thành khóa học',
        description: 'Đã học xong',
        image: 'https://moodle.example/pluginfile.php/1/badge.png',
        criteria: { id: 'https://moodle.example/badges/badgeclass.php?id=1', narrative: 'Học đủ 5 bài' },
        issuer: {
          name: 'Trung tâm học tập cộng đồng',
          url: 'https://moodle.example',
          email: 'a@moodle.example',
        },
      },
      verify: { type: 'hosted', url: 'https://moodle.example/badges/assertion.php?b=1&obversion=2' },
      issuedOn: '2026-01-05T02:00:00+07:00',
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Assertion',
      id: 'https://moodle.example/badges/assertion.php?b=1&obversion=2',
    };
    const element = await checked(text(JSON.stringify(assertion)));
    expect(code(element)).to.equal('could-not-check: hosted-badge');
    // What was not looked at is said, and that what follows is nobody's word but the badge's own.
    expect(words(part(element, 'verdict'))).to.match(
      /chưa kiểm tra .*bị thu hồi.*có thẩm quyền.*tại trang đã cấp/,
    );
    expect(words(part(element, 'facts'))).to.contain('không được bảo đảm');
    const shown = words(part(element, 'facts'));
    for (const word of ['Hoàn thành khóa học', 'Trung tâm học tập cộng đồng', '05/01/2026']) {
      expect(shown).to.contain(word);
    }
    expect(words(element.shadowRoot!.querySelector('.result'))).not.to.match(/sha256|@moodle/);
    expect(part(element, 'verdict')!.querySelector('a')?.href).to.equal(assertion.id);
    await expect(element).to.be.accessible();
  });

  it('checks what its attribute `link` names, another one too, and leaves the focus where it is', async () => {
    network(true);
    const heard: string[] = [];
    const host = document.createElement('div');
    host.addEventListener('htsd-checked', ({ reason }) => heard.push(reason));
    const field = document.createElement('input');
    host.append(field);
    document.body.append(host);
    field.focus();
    const element = document.createElement('htsd-badge-check');
    element.setAttribute('link', '/demo/crest.svg');
    host.append(element);
    await until(() => heard.length === 1, 'the first answer');
    element.setAttribute('link', '/demo/khong-co.png');
    await until(() => heard.length === 2, 'the second answer');
    expect(heard).to.deep.equal(['no-badge', 'link-unreachable']);
    await element.updateComplete;
    expect(document.activeElement).to.equal(field);
  });

  it('knows the address of the page itself, with a title as its hash', () => {
    const page = 'https://xa.example/kiem-tra.html?url=x#old';
    expect(recognitionOf('https://xa.example/kiem-tra.html#a%20b', page)).to.equal('a b');
    expect(recognitionOf('https://xa.example/kiem-tra.html', page)).to.equal(undefined);
    expect(recognitionOf('https://xa.example/khac.html#a', page)).to.equal(undefined);
    expect(recognitionOf('https://xa.example/kiem-tra.html#%E0', page)).to.equal('%E0');
  });

  const title = (changes: Partial<PublicRecognition>): PublicRecognition => ({
    ...facts,
    outcomeLabel: { vi: 'Đạt' },
    version: 1,
    decision: { ...facts.decision, id: 'qd' },
    state: 'granted',
    updatedAt: now,
    series: [],
    ...changes,
  });

  function asking(answer: () => Promise<PublicRecognition>, deviceOnly = false): Check {
    const provider = document.createElement('htsd-provider');
    const query = (async () => ({ items: [await answer()] })) as Backend['query'];
    const memory = createMemoryAdapter({ actor: null });
    provider.backend = { ...memory, query, capabilities: { ...memory.capabilities, deviceOnly } };
    document.body.append(provider);
    return mount({ recognition: facts.id }, provider);
  }

  async function answered(answer: () => Promise<PublicRecognition>, deviceOnly = false): Promise<string> {
    const element = asking(answer, deviceOnly);
    await until(() => element.outcome, 'an answer');
    await element.updateComplete;
    return code(element);
  }

  it('checks the badge of a title that the register has, and hears of a revocation from it', async () => {
    const credential = await jwtOf();
    expect(await answered(async () => title({ credential }))).to.equal('valid: valid');
    expect(await answered(async () => title({ credential, state: 'revoked' }))).to.equal('revoked: revoked');
    expect(await answered(async () => title({}))).to.equal('could-not-check: not-issued');
    const forged = await forgeJwt(credential, { claims: { name: 'Khác' }, by: 'as it was' });
    expect(await answered(async () => title({ credential: forged, state: 'revoked' }))).to.equal(
      'not-genuine: altered',
    );
  });

  it('tells apart a title that is not there, and a register that is not there', async () => {
    const failing = (error: ConstructorParameters<typeof HtsdError>[0]) => () =>
      Promise.reject<PublicRecognition>(new HtsdError(error));
    expect(await answered(failing('not-found'))).to.equal('could-not-check: recognition-unknown');
    // Of a register that lies on one device nobody can say that the id is wrong.
    expect(await answered(failing('not-found'), true)).to.equal('could-not-check: recognition-elsewhere');
    const said = words(
      part(document.querySelector<Check>('htsd-provider:last-child > htsd-badge-check')!, 'verdict'),
    );
    expect(said).to.contain('chỉ lưu danh hiệu trên chính thiết bị đã cấp').and.not.contain('ghi sai');
    expect(await answered(failing('offline'))).to.equal('could-not-check: offline');
    expect(await answered(failing('server'))).to.equal('could-not-check: register-unreachable');
  });

  it('tries again by itself when the network is back', async () => {
    let on = false;
    const credential = await jwtOf();
    const element = asking(() =>
      on ? Promise.resolve(title({ credential })) : Promise.reject(new HtsdError('offline')),
    );
    await until(() => element.outcome, 'an answer');
    expect(element.outcome?.answer).to.equal('could-not-check');
    on = true;
    dispatchEvent(new Event('online'));
    await until(() => element.outcome?.answer === 'valid', 'the second answer');
  });
});
