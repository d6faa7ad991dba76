import { errorCodeOf, failure } from './failure.js';
import { ask, malformed, type MoodleTransport } from './transport.js';

/** The page's own knowledge of its Moodle: what `M.cfg` holds. */
export interface MoodlePage {
  /** Address of the site, without a slash at the end. */
  wwwroot: string;
  sesskey: string;
}

export interface AjaxOptions {
  /** Asked for with each call, because a page may renew its key. */
  page: () => MoodlePage;
  /** Id of who the page was made for, where the page says so; else whom the site names first. */
  person?: string | undefined;
  fetch?: typeof fetch | undefined;
}

/**
 * Calls functions as Moodle's own pages do: on the same origin, by the session's cookie, with the session's key. Where the
 * key is an old one, because the person signed in anew in another tab, the new one is fetched; if it is still the same
 * person's, the call goes on with it.
 */
export function createAjaxTransport({ page, person: known, fetch: given }: AjaxOptions): MoodleTransport {
  const send: typeof fetch = given ?? ((...all) => fetch(...all));
  /** A key fetched in the place of the page's own. */
  let renewed: { instead: string; key: string } | undefined;
  let person = known;

  const keyNow = (): string => {
    const { sesskey } = page();
    return renewed?.instead === sesskey ? renewed.key : sesskey;
  };

  async function once(
    name: string,
    args: Record<string, unknown>,
    signal: AbortSignal | undefined,
  ): Promise<{ data: unknown } | { errorcode: unknown }> {
    const address = `${page().wwwroot}/lib/ajax/service.php?sesskey=${encodeURIComponent(keyNow())}&info=${name}`;
    const { body } = await ask(
      send,
      address,
      {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify([{ index: 0, methodname: name, args }]),
        credentials: 'same-origin',
      },
      signal,
    );
    const answer: unknown = Array.isArray(body) ? body[0] : body;
    const errorcode = errorCodeOf(answer);
    if (errorcode !== undefined) return { errorcode };
    if (typeof answer !== 'object' || answer === null || !('data' in answer)) throw malformed(name);
    const { data } = answer;
    const told = name === 'local_htsd_session' ? personIn(data) : undefined;
    if (told !== undefined) person ??= told;
    return { data };
  }

  return {
    async call(name, args, signal) {
      const answer = await once(name, args, signal);
      if ('data' in answer) return answer.data;
      if (answer.errorcode !== 'invalidsesskey') throw failure(answer.errorcode);
      const session = await once('local_htsd_session', {}, signal);
      const key = 'data' in session ? keyIn(session.data) : undefined;
      const same = 'data' in session && person !== undefined && personIn(session.data) === person;
      if (key === undefined || !same) throw failure('invalidsesskey');
      renewed = { instead: page().sesskey, key };
      const again = await once(name, args, signal);
      if ('data' in again) return again.data;
      throw failure(again.errorcode);
    },
  };
}

function personIn(session: unknown): string | undefined {
  const { actor } = session as { actor?: { id?: unknown } | null };
  return typeof actor?.id === 'string' ? actor.id : undefined;
}

function keyIn(session: unknown): string | undefined {
  const { sesskey } = session as { sesskey?: unknown };
  return typeof sesskey === 'string' && sesskey !== '' ? sesskey : undefined;
}
