import { expect } from '@open-wc/testing';
import { createScene } from '../src/backend/conformance/scene.js';
import { grantOf, verified } from '../src/backend/conformance/judging.js';
import { command, signer as person } from '../src/backend/conformance/scene.js';
import { createLocalAdapter } from '../src/backend/local/local-adapter.js';
import { createBadgeShelf } from '../src/client/badge-shelf.js';
import { openDemoKey } from '../src/client/demo-key.js';
import { verify, type Verification } from '../src/credential/index.js';
import { renewTrialLists, withDemoIssuer } from './demo-issuer.js';
import { demoSigner } from './demo-signer.js';

const storage = `demo-${Date.now()}`;
const now = '2026-12-10T02:00:00.000Z';
const options = { storage, now: () => new Date(now) };

async function granted() {
  const scene = await createScene({
    open: async ({ tenant, actor }) => createLocalAdapter({ name: storage, tenant, actor, ...options }),
  });
  const { ids } = await verified(scene, 2);
  const signing = withDemoIssuer(await scene.as(person), options);
  const [receipt] = await signing.execute([grantOf(ids)]);
  const read = async (id: string) => (await signing.query('recognition.get', { id })).items[0]!;
  return { scene, ids, signing, receipt, read };
}

async function check(credential: string | undefined, at = now): Promise<Verification> {
  return verify(credential ?? '', { now: at, ...(await createBadgeShelf(storage).read()) });
}

describe('the demonstration issuer', () => {
  it('makes a badge of each title that is granted, which says whose it is', async () => {
    const { scene, ids, receipt, read } = await granted();
    const versions =
      receipt?.status === 'applied' ? receipt.records.filter(({ type }) => type === 'recognition') : [];
    expect(versions.map(({ version }) => version)).to.deep.equal([2, 2]);
    for (const id of ids) {
      const { credential, version } = await read(id);
      expect(version).to.equal(2);
      const { answer, demo, badge, warnings } = await check(credential);
      expect([answer, demo]).to.deep.equal(['valid', true]);
      expect(badge?.description).to.contain('tổ chức phát hành thử nghiệm');
      expect(badge?.recognitionId).to.equal(id);
      expect(warnings.map(({ code }) => code)).to.deep.equal(['demo-issuer', 'issuer-unlisted']);
    }
    await scene.end();
  });

  it('is what signs: a title that the same back end grants without it has no badge, and there is no key', async () => {
    const scene = await createScene({
      open: async ({ tenant, actor }) => createLocalAdapter({ name: 'khong-ky', tenant, actor, ...options }),
    });
    const { ids, signing } = await verified(scene, 1);
    const [receipt] = await signing.execute([grantOf(ids)]);
    expect(receipt?.status).to.equal('applied');
    const { items } = await signing.query('recognition.get', { id: ids[0]! });
    expect(items[0]).to.include({ id: ids[0], state: 'granted' }).and.not.to.have.property('credential');
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).not.to.include('khong-ky/demo-issuer');
    await scene.end();
  });

  it('puts what is revoked on its list, so that the badge is known as revoked offline', async () => {
    const { scene, ids, signing, read } = await granted();
    const [first = '', second = ''] = ids;
    const { credential } = await read(first);
    await signing.execute([command('recognition.revoke', first, 2, { reason: 'Thử' })]);
    expect((await check(credential)).reason.code).to.equal('revoked');
    expect((await check((await read(second)).credential)).reason.code).to.equal('valid');
    await scene.end();
  });

  it('signs its lists anew when it is asked to, so that a trial of last month still holds', async () => {
    const { scene, ids, signing, read } = await granted();
    const [first = '', second = ''] = ids;
    await signing.execute([command('recognition.revoke', first, 2, { reason: 'Thử' })]);
    const later = '2027-01-10T02:00:00.000Z';
    const { credential } = await read(second);
    expect((await check(credential, later)).reason.code).to.equal('status-stale');
    await renewTrialLists(signing, { storage, now: () => new Date(later) });
    expect((await check(credential, later)).reason.code).to.equal('valid');
    expect((await check((await read(first)).credential, later)).reason.code).to.equal('revoked');
    await scene.end();
  });

  it('signs and is checked on plain http as well, where the browser has no cryptography', async () => {
    const { subtle } = crypto;
    Object.defineProperty(crypto, 'subtle', { configurable: true, value: undefined });
    try {
      const { scene, ids, signing, read } = await granted();
      expect('secret' in (await openDemoKey((await signing.session()).tenant, storage))).to.equal(true);
      const { credential = '' } = await read(ids[0] ?? '');
      expect((await check(credential)).reason.code).to.equal('valid');
      const [header = '', payload = '', signature = ''] = credential.split('.');
      const forged = [header, payload.replace(/.(?=.{9}$)/, (one) => (one === 'A' ? 'B' : 'A')), signature];
      expect((await check(forged.join('.'))).answer).to.equal('not-genuine');
      await scene.end();
    } finally {
      Reflect.deleteProperty(crypto, 'subtle');
    }
    expect(crypto.subtle).to.equal(subtle);
  });

  it('makes no key for lists that nobody needs', async () => {
    const backend = createLocalAdapter({ name: storage, tenant: 'khong-co', actor: person });
    await renewTrialLists(backend, { storage: 'khong-co' });
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).not.to.include('khong-co/demo-issuer');
    await backend.dispose();
  });

  it('keeps its key in this browser, where nobody can take it out', async () => {
    const key = await openDemoKey('xa', storage);
    if (!('pair' in key)) throw new Error('There is cryptography here, so a pair was expected.');
    const out = await crypto.subtle
      .exportKey('pkcs8', key.pair.privateKey)
      .catch((error: Error) => error.name);
    expect(out).to.equal('InvalidAccessError');
    expect((await demoSigner('xa', storage)).issuer).to.equal((await demoSigner('xa', storage)).issuer);
    expect((await demoSigner('xa', storage)).issuer).not.to.equal((await demoSigner('khac', storage)).issuer);
  });
});
