import { HtsdError } from '../src/backend/errors.js';
import { tokenSource, type TokenSource } from '../src/backend/http/token-source.js';
import { createAjaxTransport, type MoodlePage } from '../src/backend/moodle/ajax.js';
import { malformed } from '../src/backend/moodle/transport.js';

/** Stands for the plugin's function where a source of tokens wants an address. */
const address = 'moodle:token';
const call = 'local_htsd_token';

export interface MoodleTokenOptions {
  /** As the page names who it was made for: `u4`. */
  person: string;
  /** The Moodle that the page is of; not looked for here, or this file would tie the loader to the one that knows. */
  page: () => MoodlePage;
}

/**
 * Tokens by which a Moodle says to our server who is signed in: from the plugin's function, as long as it is the person that the
 * page was made for. Errors: unauthenticated, where his session has ended or somebody else is here; those of a transport.
 */
export function moodleTokens({ person, page }: MoodleTokenOptions): TokenSource {
  const transport = createAjaxTransport({ page, person });
  return tokenSource(address, {
    fetch: async (input, init) => {
      if (input !== address) return fetch(input, init);
      const said = (await transport.call(call, {}, undefined)) as Record<string, unknown> | null;
      if (typeof said?.['token'] !== 'string') throw malformed(call);
      // What waits on this page is not his to send.
      if (said['person'] !== person) throw new HtsdError('unauthenticated');
      return new Response(JSON.stringify({ token: said['token'], expiresIn: said['expiresin'] }));
    },
  });
}
