import { toBase58 } from '../format/base58.js';
import type { JsonObject } from '../format/json.js';
import { bytesToSign } from '../proof/check-data-integrity.js';
import { checkContexts } from '../proof/check-contexts.js';
import { signBytes, type Signer } from './signer.js';

/**
 * Signs a badge or a status list with a proof inside (`eddsa-rdfc-2022`). The signature is over its meaning, not its letters:
 * it survives another order of members and other spaces.
 * @param created ISO instant
 */
export async function signDataIntegrity(
  credential: JsonObject,
  signer: Signer,
  created: string,
): Promise<JsonObject> {
  if (signer.algorithm !== 'EdDSA') throw new RangeError('eddsa-rdfc-2022 needs an Ed25519 key.');
  if ('proof' in credential) throw new RangeError('The credential is signed already.');
  const missing = await checkContexts(credential);
  if (missing !== undefined) throw new RangeError(`The context does not come with the library: ${missing}`);
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created,
    verificationMethod: signer.id,
    proofPurpose: 'assertionMethod',
  };
  const signature = await signBytes(signer, await bytesToSign(credential, options));
  // The schema of Open Badges 3.0 wants a list, even of one.
  return { ...credential, proof: [{ ...options, proofValue: `z${toBase58(signature)}` }] };
}
