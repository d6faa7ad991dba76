import { expect } from '@open-wc/testing';
import { bakeSvg, verify } from '../index.js';
import { checkSignature } from '../keys/check-signature.js';
import { tinySvg } from '../test-helpers/tiny-svg.js';
import { badge, jwtOf, offline, provenOf, signer } from '../test-helpers/sample.js';

describe('checking in a browser', () => {
  it('knows a genuine badge and an altered one, in all forms', async () => {
    const proven = await provenOf();
    for (const one of [
      await jwtOf(),
      proven,
      new TextEncoder().encode(bakeSvg(tinySvg, JSON.stringify(proven))),
    ]) {
      expect((await verify(one, offline)).answer).to.equal('valid');
    }
    expect((await verify({ ...proven, name: 'Khác' }, offline)).reason.code).to.equal('altered');
  });

  it('does so without the cryptography of the browser, as on plain http', async () => {
    const signed = new TextEncoder().encode(JSON.stringify(badge()));
    const signature = await signer.sign(signed);
    expect(await checkSignature(signer.publicKey, signature, signed, null)).to.equal(true);
    expect(await checkSignature(signer.publicKey, signature, signed.slice(1), null)).to.equal(false);
  });
});
