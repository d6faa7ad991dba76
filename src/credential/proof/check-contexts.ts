import { asList, type Json, type JsonObject } from '../format/json.js';
import { Failure } from '../verify/failure.js';

/** Keywords of a language value. Others would let a document say one thing as JSON and another as a graph. */
const languageWords = new Set(['@value', '@language', '@direction']);

/**
 * Every context, at the top and further down, is one that comes with the library. One that is written out, or that lies in
 * the network, could give every word another meaning than the reader sees. Throws a Failure `unknown-context`.
 */
export async function checkContexts(credential: JsonObject): Promise<void> {
  const { isKnownContext } = await import('./contexts.js');
  const visit = (key: string, value: Json): void => {
    if (key === '@context') {
      const unknown = asList(value).find((one) => typeof one !== 'string' || !isKnownContext(one));
      if (unknown === undefined) return;
      throw new Failure('unknown-context', {
        context: typeof unknown === 'string' ? unknown.slice(0, 200) : '{…}',
      });
    }
    if (key.startsWith('@') && !languageWords.has(key)) {
      throw new Failure('unknown-context', { context: key.slice(0, 50) });
    }
    if (Array.isArray(value)) value.forEach((item) => visit('', item));
    else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) visit(name, item);
    }
  };
  if (asList(credential['@context']).length === 0) throw new Failure('unknown-context', { context: '' });
  visit('', credential);
}
