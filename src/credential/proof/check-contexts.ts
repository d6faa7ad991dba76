import { asList, type Json, type JsonObject } from '../format/json.js';
import { Failure } from '../verify/failure.js';

/** Keywords of a language value. Others would let a document say one thing as JSON and another as a graph. */
const languageWords = new Set(['@value', '@language', '@direction']);

/**
 * The contexts are known ones, named once, at the top: one that is written out, or hidden further down, could give every
 * word another meaning than the reader sees. Throws a Failure `unknown-context`.
 */
export async function checkContexts(credential: JsonObject): Promise<void> {
  const { isKnownContext } = await import('./contexts.js');
  const named = asList(credential['@context']);
  const unknown = named.find((one) => typeof one !== 'string' || !isKnownContext(one));
  if (unknown !== undefined || named.length === 0) {
    const context = typeof unknown === 'string' ? unknown.slice(0, 200) : '{…}';
    throw new Failure('unknown-context', { context: named.length === 0 ? '' : context });
  }
  for (const [key, value] of Object.entries(credential)) {
    if (key !== '@context') refuseKeywords(key, value, key === 'proof' ? named : undefined);
  }
}

/** A proof may repeat the contexts of its document, from the first on. */
function refuseKeywords(key: string, value: Json, repeated: readonly Json[] | undefined): void {
  if (key === '@context' && repeated && asList(value).every((one, index) => one === repeated[index])) return;
  if (key.startsWith('@') && !languageWords.has(key))
    throw new Failure('unknown-context', { context: key.slice(0, 50) });
  if (Array.isArray(value)) value.forEach((item) => refuseKeywords('', item, repeated));
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) refuseKeywords(name, item, repeated);
  }
}
