import { openDemoKey } from '../src/client/demo-key.js';
import {
  createLocalSigner,
  didKeyMethod,
  didKeyOf,
  type PublicKey,
  type Signer,
} from '../src/credential/issue.js';

/** A signer with the DID that its key is. */
export interface DemoSigner extends Signer {
  readonly issuer: string;
}

/** The signer of this browser's demonstration issuer; the same one whenever it is asked for. */
export async function demoSigner(tenant: string, storage?: string): Promise<DemoSigner> {
  const key = await openDemoKey(tenant, storage);
  if ('secret' in key) return createLocalSigner(key.secret);
  const { publicKey, privateKey } = key.pair;
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
  const known: PublicKey = { algorithm: 'ES256', bytes: compress(point) };
  return {
    id: didKeyMethod(known),
    issuer: didKeyOf(known),
    algorithm: 'ES256',
    sign: async (bytes) =>
      new Uint8Array(
        await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, new Uint8Array(bytes)),
      ),
  };
}

/** A point as a did:key holds it: whether y is odd, and x. */
function compress(point: Uint8Array): Uint8Array<ArrayBuffer> {
  const short = new Uint8Array(33);
  short[0] = 2 + ((point[64] ?? 0) & 1);
  short.set(point.subarray(1, 33), 1);
  return short;
}
