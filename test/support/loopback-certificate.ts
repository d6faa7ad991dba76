import { generateKeyPairSync, sign } from 'node:crypto';

/** As short as it can be: DER has one way of writing it. */
function length({ length: size }: Buffer): Buffer {
  if (size < 128) return Buffer.of(size);
  return size < 256 ? Buffer.of(0x81, size) : Buffer.of(0x82, size >> 8, size & 255);
}
const tagged = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(tag), length(content), content]);
};
const sequence = (...parts: Uint8Array[]): Buffer => tagged(0x30, ...parts);

/** ecdsa-with-SHA256, and the name "loopback". */
const algorithm = sequence(Buffer.from('06082a8648ce3d040302', 'hex'));
const name = sequence(
  tagged(0x31, sequence(Buffer.from('0603550403', 'hex'), tagged(0x0c, Buffer.from('loopback')))),
);

/** A key and a certificate that it signed itself, for a server of one test; no private key lies in the repository. */
export function loopbackCertificate(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const day = (text: string): Buffer => tagged(0x17, Buffer.from(text));
  const facts = sequence(
    tagged(0x02, Buffer.of(1)),
    algorithm,
    name,
    sequence(day('200101000000Z'), day('491231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = tagged(0x03, Buffer.of(0), sign('sha256', facts, privateKey));
  const der = sequence(facts, algorithm, signature).toString('base64');
  const lines = der.replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
