import type { Mapping, TokenSource } from '../src/backend/http/http-adapter.js';
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
  // Apart from this file, or the loader would have to name every file that comes with the adapter.
  const { createHttpAdapter, createMappedAdapter, tokenSource } =
    await import('../src/backend/http/http-adapter.js');
  const baseUrl = new URL(given, document.baseURI).href;
  const source = signIn ?? (tokens ? tokenSource(new URL(tokens, document.baseURI).href) : undefined);
  const common = { baseUrl, ...(source && { token: source.token, fetch: source.fetch }) };
  if (!table) return createHttpAdapter({ ...common, ...(province && { province }) });
  const answer = await fetch(new URL(table, document.baseURI)).catch((cause: unknown) => {
    throw new HtsdError('offline', { cause });
  });
  const mapping = (await answer.json().catch(() => undefined)) as Mapping | undefined;
  if (!answer.ok || !mapping)
    throw new HtsdError('server', { params: { reason: 'malformed', call: 'mapping' } });
  return createMappedAdapter({ ...common, mapping });
}
