import { asList, type Json, type JsonObject } from '../format/json.js';
import { Failure } from '../verify/failure.js';

/** Keywords of a language value. Others would let a document say one thing as JSON and another as a graph. */
const languageWords = new Set(['@value', '@language', '@direction']);

/**
 * The one of Open Badges without a number is 3.0.0, which gives words of the second model of data other meanings and cannot stand
 * beside it: a badge that names both was signed with something else under that address.
 */
const unnumbered = 'https://purl.imsglobal.org/spec/ob/v3p0/context.json';
const secondModel = 'https://www.w3.org/ns/credentials/v2';

/**
 * Looks at every context, at the top and further down. One that is written out could give every word another meaning than the
 * reader sees: throws a Failure `unknown-context`. Returns the address of the first that does not come with the library;
 * what the words of such a document mean, and so whether its signature fits, cannot be known here: nothing is fetched.
 */
export async function checkContexts(credential: JsonObject): Promise<string | undefined> {
  const { isKnownContext } = await import('./contexts.js');
  const isSecond = asList(credential['@context']).includes(secondModel);
  const isHere = (url: string): boolean => isKnownContext(url) && !(isSecond && url === unnumbered);
  let missing: string | undefined;
  const visit = (key: string, value: Json): void => {
    if (key === '@context') {
      for (const one of asList(value)) {
        if (typeof one === 'string' && isHere(one)) continue;
        if (typeof one !== 'string' || !/^https?:\/\/[^\s/]/i.test(one))
          throw new Failure('unknown-context', {
            context: typeof one === 'string' ? one.slice(0, 200) : '{…}',
          });
        missing ??= one.slice(0, 200);
      }
      return;
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
  return missing;
}
