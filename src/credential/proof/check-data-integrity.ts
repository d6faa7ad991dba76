import { concat, toUtf8 } from '../format/bytes.js';
import { fromBase58 } from '../format/base58.js';
import { asList, isObject, textOf, type JsonObject } from '../format/json.js';
import { sha256 } from '../format/sha256.js';
import { checkSignature } from '../keys/check-signature.js';
import type { Fetching } from '../keys/fetching.js';
import { resolveKey } from '../keys/resolve-key.js';
import { Failure } from '../verify/failure.js';
import type { VerifyContext } from '../verify/verdict.types.js';
import { checkContexts } from './check-contexts.js';

const maxProofs = 4;

export interface CheckedProofs {
  /** Instants of the proofs that were checked. */
  created: string[];
  expires: string[];
  /** Proofs of kinds that we do not know stand beside. */
  others: number;
}

/** Kinds of proof that are made of the same two hashes: the W3C one, and its forerunner in older badges. */
const isKnownKind = (proof: JsonObject): boolean =>
  (proof['type'] === 'DataIntegrityProof' && proof['cryptosuite'] === 'eddsa-rdfc-2022') ||
  proof['type'] === 'Ed25519Signature2020';

/** Checks every proof of a kind that we know; one is needed, and none may be wrong. Throws a Failure. */
export async function checkDataIntegrity(
  credential: JsonObject,
  issuer: string,
  context: VerifyContext,
  fetching: Fetching,
): Promise<CheckedProofs> {
  const { proof, ...unsigned } = credential;
  const proofs = asList(proof);
  if (proofs.length === 0) throw new Failure('unsigned');
  if (proofs.length > maxProofs || !proofs.every(isObject))
    throw new Failure('malformed', { where: 'proof' });
  const known = proofs.filter(isKnownKind);
  if (known.length === 0) throw new Failure('unsupported-algorithm', { algorithm: nameOf(proofs[0]) });
  const missing = await checkContexts(credential);
  for (const one of known) await checkProof(one, { unsigned, missing }, issuer, context, fetching);
  const times = (name: string): string[] => known.flatMap((one) => textOf(one[name]) ?? []);
  return { created: times('created'), expires: times('expires'), others: proofs.length - known.length };
}

const nameOf = (proof: JsonObject | undefined): string =>
  String(textOf(proof?.['cryptosuite']) ?? textOf(proof?.['type']) ?? '').slice(0, 100);

async function checkProof(
  proof: JsonObject,
  { unsigned, missing }: { unsigned: JsonObject; missing: string | undefined },
  issuer: string,
  context: VerifyContext,
  fetching: Fetching,
): Promise<void> {
  const { proofValue, ...options } = proof;
  const method = textOf(proof['verificationMethod']);
  const value = textOf(proofValue);
  const signature = value?.startsWith('z') ? fromBase58(value.slice(1)) : undefined;
  if (!method || signature?.length !== 64) throw new Failure('malformed', { where: 'proof' });
  if ('previousProof' in proof) throw new Failure('unsupported-algorithm', { algorithm: 'previousProof' });
  if (proof['proofPurpose'] !== 'assertionMethod') throw new Failure('wrong-purpose');
  const domains = asList(proof['domain']);
  if (domains.length > 0 && !domains.includes(context.audience ?? '')) throw new Failure('wrong-audience');
  const key = await resolveKey(method, issuer, context, fetching);
  if (key.algorithm !== 'EdDSA') throw new Failure('wrong-key', { method });
  // Whatever can be told without the words comes first: a stranger's key stays a stranger's.
  if (missing !== undefined) throw new Failure('context-not-carried', { context: missing });
  const signed = await bytesToSign(unsigned, options);
  if (!(await checkSignature(key, signature, signed))) throw new Failure('altered');
}

/** What the key signs: the hash of the proof's options, then that of the document. */
export async function bytesToSign(unsigned: JsonObject, options: JsonObject): Promise<Uint8Array> {
  const { canonize } = await import('./canonize.js');
  const withContext = { '@context': unsigned['@context'] ?? [], ...options };
  try {
    const [first, second] = [await canonize(withContext), await canonize(unsigned)];
    return concat(sha256(toUtf8(first)), sha256(toUtf8(second)));
  } catch (cause) {
    // A word without a meaning, a term bent to another one, a graph made to keep us busy: nothing that was ever signed.
    const failure = new Failure('malformed', { where: 'json-ld' });
    failure.cause = cause;
    throw failure;
  }
}
