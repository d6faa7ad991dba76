import { ask, type AskOptions } from './ask.js';

/** What an address answers, as JSON. Rejects as `ask` does, or with an error that says what was wrong with the answer. */
export async function fetchJson(
  url: URL,
  options: Pick<AskOptions, 'internal' | 'timeout' | 'most'> = {},
): Promise<unknown> {
  const { status, text } = await ask(url, { ...options, headers: { accept: 'application/json' } });
  if (status !== 200) throw new Error(`status ${status}`);
  return JSON.parse(text) as unknown;
}
