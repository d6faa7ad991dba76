/**
 * The port behind which a key lies: a key file on the server, a hardware module, the signing service of the state. It sees
 * bytes and gives a signature; it never gives the key.
 */
export interface Signer {
  /** The verification method: a DID URL that the issuer's document names under `assertionMethod`. */
  readonly id: string;
  readonly algorithm: 'EdDSA' | 'ES256';
  /** Signature over these bytes, 64 of them: R and S one behind the other, as JOSE writes both kinds, never DER. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Signs and makes sure that what came back can be a signature at all: services like to answer in DER. */
export async function signBytes(signer: Signer, bytes: Uint8Array): Promise<Uint8Array> {
  const signature = await signer.sign(bytes);
  if (signature.length !== 64) {
    throw new RangeError(`The signer "${signer.id}" gave ${signature.length} bytes; 64 were expected.`);
  }
  return signature;
}
