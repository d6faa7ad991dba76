import { contexts as credentials } from '@digitalbazaar/credentials-context';
import { packaged } from './json-ld-libraries.js';

const v1 = 'https://www.w3.org/2018/credentials/v1';
const v2 = 'https://www.w3.org/ns/credentials/v2';

const documents = new Map<string, object>(packaged);
for (const url of [v1, v2]) {
  const document = credentials.get(url);
  if (document) documents.set(url, document);
}

/** Whether the context comes with the library. Others are never fetched: they could change what the words of a badge mean. */
export const isKnownContext = (url: string): boolean => documents.has(url);

/** Gives jsonld the contexts that come with the library, and nothing else. */
export async function loadContext(url: string): Promise<object> {
  const document = documents.get(url);
  if (!document) throw new RangeError(`Unknown context: ${url}`);
  return { contextUrl: null, document, documentUrl: url, tag: 'static' };
}
