import type { Mapping } from '../src/backend/http/mapped/mapping.schema.js';
import type { TokenSource } from '../src/backend/http/token-source.js';
import { HtsdError } from '../src/backend/errors.js';
import type { Backend } from '../src/backend/port.js';

/**
 * A back end over HTTP from the attributes of a provider. Errors: invalid without `base-url`, offline, server.
 * @param signIn where tokens come from, if not from the address `token-src`
 */
export async function createHttpBackend(
  options: Readonly<Record<string, string>>,
  signIn?: TokenSource,
): Promise<Backend> {
  const { 'base-url': given, 'token-src': tokens, 'mapping-src': table, province } = options;
  if (!given) throw new HtsdError('invalid', { params: { field: 'base-url' } });
  const baseUrl = new URL(given, document.baseURI).href;
  const source =
    signIn ??
    (tokens
      ? (await import('../src/backend/http/token-source.js')).tokenSource(
          new URL(tokens, document.baseURI).href,
        )
      : undefined);
  const common = { baseUrl, ...(source && { token: source.token, fetch: source.fetch }) };
  // Apart from this file, or the loader would have to name every file that comes with an adapter.
  if (!table) {
    const { createHttpAdapter } = await import('../src/backend/http/server-adapter.js');
    return createHttpAdapter({ ...common, ...(province && { province }) });
  }
  const { createMappedAdapter } = await import('../src/backend/http/mapped/mapped-adapter.js');
  const answer = await fetch(new URL(table, document.baseURI)).catch((cause: unknown) => {
    throw new HtsdError('offline', { cause });
  });
  const mapping = (await answer.json().catch(() => undefined)) as Mapping | undefined;
  if (!answer.ok || !mapping)
    throw new HtsdError('server', { params: { reason: 'malformed', call: 'mapping' } });
  return createMappedAdapter({ ...common, mapping });
}
