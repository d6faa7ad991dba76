/** Types of the suite of another hand that ours is tried against, as far as it is used. */
declare module '@digitalbazaar/ed25519-multikey' {
  export interface KeyPair {
    id: string;
    signer(): object;
    export(options: { publicKey: boolean; includeContext: boolean }): Promise<object>;
  }
  export function generate(options: { id: string; controller: string; seed: Uint8Array }): Promise<KeyPair>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: object; cryptosuite: object; date?: string });
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}
declare module 'jsonld-signatures' {
  interface Options {
    suite: object;
    purpose: object;
    documentLoader: (url: string) => Promise<object>;
  }
  const jsigs: {
    sign: (document: object, options: Options) => Promise<Record<string, unknown>>;
    verify: (document: object, options: Options) => Promise<{ verified: boolean; error?: Error }>;
    purposes: { AssertionProofPurpose: new () => object };
  };
  export default jsigs;
}
