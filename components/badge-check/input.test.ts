import { expect } from '@open-wc/testing';
import { createBadgeShelf } from '../../src/client/badge-shelf.js';
import { fromBase64url, toBase64url } from '../../src/credential/format/base64url.js';
import {
  bakePng,
  bakeSvg,
  buildStatusListCredential,
  newStatusList,
  signDataIntegrity,
  type Json,
  type JsonObject,
  type Kept,
} from '../../src/credential/index.js';
import { encodeStatusList } from '../../src/credential/status/make-status-list.js';
import { forgeJwt, keptList } from '../../src/credential/test-helpers/forge.js';
import {
  badge,
  facts,
  jwtOf,
  listUrl,
  provenOf,
  signer,
  stranger,
} from '../../src/credential/test-helpers/sample.js';
import { tinySvg } from '../../src/credential/test-helpers/tiny-svg.js';
import {
  checked,
  code,
  file,
  freshChecks,
  mount,
  part,
  phonePhotoOf,
  photoOf,
  pngOf,
  text,
  words,
  type Check,
} from '../../test/support/mount-check.js';
import type { Given } from './outcome.types.js';

freshChecks();

const keep = (statusLists: Record<string, Kept>): Promise<void> =>
  createBadgeShelf().keep({ documents: {}, statusLists });

/** A signed list with this for its packed bits. */
async function listOf(encodedList: string): Promise<Record<string, Kept>> {
  const validFrom = '2026-08-01T00:00:00Z';
  const bits = newStatusList();
  const list = buildStatusListCredential({ id: listUrl, issuer: signer.issuer, bits, validFrom });
  const credentialSubject = { ...(list['credentialSubject'] as JsonObject), encodedList };
  const content = await signDataIntegrity({ ...list, credentialSubject }, signer, validFrom);
  return { [listUrl]: { content, fetchedAt: '2026-08-09T08:00:00.000Z' } };
}

describe('htsd-badge-check: bad input ends in a sentence', () => {
  const ends = async (given: Given, wanted: string): Promise<Check> => {
    const element = await checked(given);
    expect(code(element)).to.equal(wanted);
    expect(words(part(element, 'verdict')!.querySelector('p'))).not.to.match(/^verify\.|^$/);
    return element;
  };

  it('a picture that is cut off, encoded anew, or baked twice', async () => {
    const baked = bakePng(await pngOf(64, 64), await jwtOf());
    await ends(file(baked.slice(0, 300)), 'could-not-check: image-damaged');
    // Its badge lies before the pixels, so that a cut behind it harms nothing.
    await ends(file(baked.slice(0, baked.length - 8)), 'valid: valid');
    await ends(file(await pngOf(64, 64)), 'could-not-check: no-code');
    const [one, two] = [await jwtOf(), await jwtOf(badge({ cycle: '2024' }))];
    const twice = bakeSvg(tinySvg, one).replace(
      '</svg>',
      bakeSvg(tinySvg, two).match(/<openbadges:credential[^>]*>/)![0] + '</svg>',
    );
    await ends(file(twice), 'could-not-check: several-badges');
  });

  it('a file of more than 20 MB, and a small one that unpacks to gigabytes', async () => {
    await ends(file(new Uint8Array(20 * 1024 * 1024 + 1)), 'could-not-check: too-large');
    // One that would not fit into memory is not even read.
    const huge = new Blob(['a']);
    Object.defineProperty(huge, 'size', { value: 8e9 });
    Object.defineProperty(huge, 'arrayBuffer', { value: () => Promise.reject(new RangeError('read')) });
    await ends({ kind: 'file', file: huge }, 'could-not-check: too-large');
    const bomb = await pngOf(8, 8);
    new DataView(bomb.buffer).setUint32(16, 60_000);
    new DataView(bomb.buffer).setUint32(20, 60_000);
    await ends(file(bomb), 'could-not-check: no-badge');
  });

  it('a photo without a code; one with a code is read', async () => {
    await ends(file(await pngOf(900, 700)), 'could-not-check: no-code');
    await ends(file('no picture at all'), 'could-not-check: no-badge');
    const element = await checked(file(await photoOf('https://khuyenhoc.example/huy-hieu/1')));
    expect(element.outcome?.reason).to.deep.include({ code: 'offline' });
    expect(element.outcome?.reason.params).to.deep.include({ url: 'https://khuyenhoc.example/huy-hieu/1' });
    const other = await ends(file(await photoOf('không phải huy hiệu')), 'could-not-check: code-no-badge');
    expect(words(part(other, 'verdict'))).to.contain('Mã QR trong ảnh không chứa huy hiệu');
  });

  it('a photo as a phone makes it: turned, aslant, dim, noisy, as JPEG', async () => {
    const url = 'https://khuyenhoc.example/kiem-tra.html#0190b2a4-7c1e-7d3a-9f00-5a1b2c3d4e5f';
    for (const angle of [-12, 7, 90, 184]) {
      const element = await checked(file(await phonePhotoOf(url, angle)));
      expect(element.outcome?.reason.params, `${angle} degrees`).to.deep.include({ url });
    }
  });

  it('a number of a decision, typed instead of a badge; an address without its beginning is read', async () => {
    for (const typed of ['05/QĐ-UBND', '12.345/QĐ-UBND', 'Gia đình học tập', '{"a":1}', 'huy-hieu.png']) {
      const element = await ends(text(typed), 'could-not-check: text-no-badge');
      expect(words(part(element, 'verdict')), typed)
        .to.contain('Nội dung đã nhập không phải huy hiệu')
        .and.not.match(/màn hình|nhắn tin/);
    }
    for (const bare of ['xa.vn/kiem-tra.html#a', ' Sen-Ho.bacninh.gov.vn/b?id=1\n', 'xã.example:8443/b']) {
      const { outcome } = await checked(text(bare));
      expect(outcome?.reason.params, bare).to.deep.include({ url: `https://${bare.trim()}` });
    }
  });

  it('a picture with a badge that was encoded anew has none left', async () => {
    const baked = bakePng(await pngOf(64, 64), await jwtOf());
    await ends(file(baked), 'valid: valid');
    const picture = await createImageBitmap(new Blob([baked]));
    await ends(
      file(await pngOf(64, 64, (brush) => brush.drawImage(picture, 0, 0))),
      'could-not-check: no-code',
    );
  });

  it('tokens that somebody made or changed', async () => {
    const token = await jwtOf();
    const header = { alg: 'EdDSA', kid: signer.id };
    const strangers = { alg: 'EdDSA', kid: stranger.id };
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: toBase64url(stranger.publicKey.bytes) };
    const subject = badge({ subjectName: 'Gia đình khác' })['credentialSubject'] ?? null;
    const cases: [string, string][] = [
      [await forgeJwt(token, { header: { alg: 'EdDSA', jwk }, by: stranger }), 'not-genuine: altered'],
      [await forgeJwt(token, { header: strangers, by: stranger }), 'not-genuine: wrong-key'],
      [
        await forgeJwt(token, { claims: { aud: 'https://khac.example' }, by: signer }),
        'not-genuine: wrong-audience',
      ],
      [
        await forgeJwt(token, { header, claims: { credentialSubject: subject }, by: 'as it was' }),
        'not-genuine: altered',
      ],
      [await jwtOf(badge({ validFrom: '2026-12-01' })), 'could-not-check: not-yet-valid'],
    ];
    for (const [made, wanted] of cases) await ends(text(made), wanted);
    const proven = await provenOf();
    const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://khac.example/context.json'];
    const far = text(JSON.stringify({ ...proven, '@context': contexts }));
    const unread = await ends(far, 'could-not-check: context-not-carried');
    expect(words(part(unread, 'verdict')))
      .to.contain('Không phát hiện nội dung bị sửa')
      .and.contain('https://khac.example/context.json');
    expect(words(part(unread, 'facts'))).to.contain('không được bảo đảm');
    const bent = [...contexts.slice(0, 1), { name: 'https://schema.org/url' }];
    await ends(text(JSON.stringify({ ...proven, '@context': bent })), 'not-genuine: unknown-context');
  });

  it('status lists that lie, burst, or are of another issuer', async () => {
    const status = { list: listUrl, index: 5 };
    const given = text(await jwtOf(badge({ status })));
    const bursting = encodeStatusList(new Uint8Array(8 * 1024 * 1024));
    const lying = fromBase64url(encodeStatusList(newStatusList()).slice(1))!;
    new DataView(lying.buffer, lying.byteOffset).setUint32(lying.length - 4, 1, true);
    for (const encoded of [bursting, `u${toBase64url(lying)}`]) {
      await keep(await listOf(encoded));
      await ends(given, 'could-not-check: status-damaged');
    }
    await keep(await keptList([5], { issuer: stranger.issuer, by: stranger }));
    await ends(given, 'could-not-check: status-of-another');
  });

  it('a token without a signature, and one with an algorithm of the forger', async () => {
    const none = await forgeJwt(await jwtOf(), { header: { alg: 'none', kid: signer.id } });
    await ends(text(none), 'not-genuine: untrusted-algorithm');
    await ends(text(JSON.stringify(badge())), 'not-genuine: unsigned');
  });

  it('markup in every text, which stays text', async () => {
    const evil = '<img src=x onerror="document.title=`caught`"><script>document.title=`caught`</script>';
    const { decision } = facts;
    const credential = badge({
      subjectName: evil,
      outcomeLabel: { vi: evil },
      place: { name: evil },
      decision: { ...decision, number: evil, signer: evil, issuer: { id: 'x', name: evil } },
    });
    const element = await checked(text(await jwtOf(credential)), { registry: undefined });
    expect(element.outcome?.answer).to.equal('valid');
    expect(words(part(element, 'facts'))).to.contain('<img src=x onerror=');
    expect(element.shadowRoot!.querySelectorAll('img, script').length).to.equal(0);
    expect(document.title).not.to.equal('caught');
  });

  it('markup in every text that a badge has, whatever it is called', async () => {
    const evil =
      '<svg onload="document.title=`caught`"></svg><a href="javascript:document.title=`caught`">x</a>';
    // What gives a badge its shape stays; every other text is the forger's.
    const kept =
      /^(@context|type|issuer\.id|id|valid(From|Until)|awardedDate|.*\.(type|identifierType|identityType))$/;
    const spoil = (value: Json, path: string): Json => {
      if (typeof value === 'string') return kept.test(path) ? value : evil;
      if (Array.isArray(value)) return kept.test(path) ? value : value.map((item) => spoil(item, path));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, spoil(item, path ? `${path}.${key}` : key)]),
      );
    };
    const credential = spoil(badge({}, { demo: true, image: { id: 'x', caption: 'x' } }), '') as JsonObject;
    expect(JSON.stringify(credential).split('onload').length).to.be.greaterThan(15);
    const element = await ends(text(await jwtOf(credential)), 'valid: valid');
    element.shadowRoot!.querySelector('details')!.open = true;
    const shown = element.shadowRoot!.querySelector('.result')!;
    expect(words(shown)).to.contain('<svg onload=');
    expect(shown.querySelectorAll('[onload], [href^=javascript], img, script').length).to.equal(0);
    expect(document.title).not.to.equal('caught');
  });

  it('an empty text is asked for, at its field', async () => {
    const element = mount();
    await element.updateComplete;
    element.shadowRoot!.querySelector<HTMLButtonElement>('[type=submit]')!.click();
    await element.updateComplete;
    expect(words(element.shadowRoot!.querySelector('#text-error'))).to.contain('Chưa có nội dung');
    expect(element.shadowRoot!.querySelector('textarea')?.getAttribute('aria-invalid')).to.equal('true');
    await expect(element).to.be.accessible();
  });
});
