import { asList, idOf, isObject, textOf, type Json, type JsonObject } from '../format/json.js';
import { Failure } from '../verify/failure.js';
import type { VerifyContext } from '../verify/verdict.types.js';
import { documentUrl } from './did.js';
import type { Fetching } from './fetching.js';
import { fromJwk, fromMultibase, type PublicKey } from './public-key.js';

/**
 * The key that a signature names, if it is the issuer's. A key in the badge itself proves nothing: everybody can make one.
 * Throws a Failure: `wrong-key`, `key-revoked`, `unknown-key`, `offline`, `unsupported-method`.
 */
export async function resolveKey(
  method: string,
  issuer: string,
  context: VerifyContext,
  fetching: Fetching,
): Promise<PublicKey> {
  const [controller = '', fragment] = method.split('#');
  const vouched = context.registry?.some(
    (body) => body.issuer === issuer && body.keys?.some((key) => key === method || key === controller),
  );
  if (controller !== issuer && !vouched) return keyNamedByIssuer(method, issuer, context, fetching);
  if (controller.startsWith('did:key:')) return keyOfDidKey(controller, fragment);
  return keyInDocument(method, controller, context, fetching);
}

/** A did:key is the key, and the only one of its document. */
function keyOfDidKey(did: string, fragment: string | undefined): PublicKey {
  const text = did.slice('did:key:'.length);
  if (fragment !== undefined && fragment !== text) throw new Failure('wrong-key', { method: did });
  const key = fromMultibase(text);
  if (!key) throw new Failure('unsupported-method', { method: did });
  return key;
}

/** An issuer that is an address may list keys that are controlled elsewhere; one that is a DID has none but its own. */
async function keyNamedByIssuer(
  method: string,
  issuer: string,
  context: VerifyContext,
  fetching: Fetching,
): Promise<PublicKey> {
  if (!/^https:/i.test(issuer)) throw new Failure('wrong-key', { method, issuer });
  return keyInDocument(method, issuer, context, fetching);
}

async function keyInDocument(
  method: string,
  controller: string,
  context: VerifyContext,
  fetching: Fetching,
): Promise<PublicKey> {
  const url = documentUrl(controller);
  if (!url) throw new Failure('unsupported-method', { method: controller.slice(0, 200) });
  const found = await fetching.find('documents', controller, url);
  if (!found) throw new Failure(context.fetchJson ? 'unknown-key' : 'offline', { method, what: 'key' });
  const document = found.content;
  if (!isObject(document) || (document['id'] !== undefined && document['id'] !== controller)) {
    throw new Failure('wrong-key', { method });
  }
  const entry = findMethod(document, method, controller);
  // A kept document may be older than the key; one of a moment ago is the last word.
  if (!entry) throw new Failure(found.fresh ? 'wrong-key' : 'unknown-key', { method });
  return readMethod(entry, method, controller, context.now);
}

/** The method, if the document lets it sign statements. */
function findMethod(document: JsonObject, method: string, controller: string): JsonObject | undefined {
  const absolute = (id: Json | undefined): string | undefined => {
    const text = idOf(id);
    return text?.startsWith('#') ? controller + text : text;
  };
  const named = asList(document['assertionMethod']).filter((one) => absolute(one) === method);
  const whole = [...named, ...asList(document['verificationMethod'])];
  return named.length === 0
    ? undefined
    : whole.find((one): one is JsonObject => isObject(one) && absolute(one) === method);
}

function readMethod(entry: JsonObject, method: string, controller: string, now: string): PublicKey {
  if (entry['controller'] !== undefined && entry['controller'] !== controller) {
    throw new Failure('wrong-key', { method });
  }
  const ended = textOf(entry['revoked']) ?? textOf(entry['expires']);
  if (ended !== undefined && !(Date.parse(ended) > Date.parse(now))) {
    throw new Failure('key-revoked', { method, since: ended });
  }
  const text = textOf(entry['publicKeyMultibase']);
  const key = text === undefined ? fromJwk(entry['publicKeyJwk']) : fromMultibase(text);
  if (!key) throw new Failure('unsupported-method', { method });
  return key;
}
