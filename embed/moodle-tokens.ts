import { HtsdError } from '../src/backend/errors.js';
import { tokenSource, type TokenSource } from '../src/backend/http/token-source.js';
import { createAjaxTransport, type MoodlePage } from '../src/backend/moodle/ajax.js';
import { malformed } from '../src/backend/moodle/transport.js';
import type { Backend } from '../src/backend/port.js';

/** Stands for the plugin's function where a source of tokens wants an address. */
const address = 'moodle:token';
const call = 'local_htsd_token';

export interface MoodleTokenOptions {
  /** As the page names who it was made for: `u4`. */
  person: string;
  /** The Moodle that the page is of; not looked for here, or this file would tie the loader to the one that knows. */
  page: () => MoodlePage;
}

/** What a Moodle says of who is signed in there, to a server that keeps the data. */
export interface MoodleTokens extends TokenSource {
  /** The back end, which tells also what this Moodle records of the person. */
  withAchievements: (backend: Backend) => Backend;
}

/**
 * Tokens by which a Moodle says to our server who is signed in: from the plugin's function, as long as it is the person that the
 * page was made for. Errors: unauthenticated, where his session has ended or somebody else is here; those of a transport.
 */
export function moodleTokens({ person, page }: MoodleTokenOptions): MoodleTokens {
  const transport = createAjaxTransport({ page, person });
  // What waits on this page is not another's to send, and what another achieved not for this page.
  const answeredFor = (somebody: unknown): void => {
    if (somebody !== person) throw new HtsdError('unauthenticated');
  };
  const source = tokenSource(address, {
    fetch: async (input, init) => {
      if (input !== address) return fetch(input, init);
      const said = (await transport.call(call, {}, undefined)) as Record<string, unknown> | null;
      if (typeof said?.['token'] !== 'string') throw malformed(call);
      answeredFor(said['person']);
      return new Response(JSON.stringify({ token: said['token'], expiresIn: said['expiresin'] }));
    },
  });
  return {
    ...source,
    withAchievements: (backend) => ({
      ...backend,
      capabilities: { ...backend.capabilities, achievements: true },
      async achievements({ signal } = {}) {
        const { readAchievements } = await import('../src/backend/moodle/read-achievements.js');
        const told = await readAchievements(transport, signal);
        answeredFor(told.person);
        return told.achievements;
      },
    }),
  };
}
