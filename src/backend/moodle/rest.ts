import { HtsdError } from '../errors.js';
import { errorCodeOf, failure } from './failure.js';
import { ask, malformed, type MoodleTransport } from './transport.js';

export interface RestOptions {
  /** Address of the site. */
  wwwroot: string;
  /** Asked for with each call; it travels in the body, never in an address, and is kept nowhere. */
  token: () => string | undefined | Promise<string | undefined>;
  fetch?: typeof fetch | undefined;
}

/** Calls functions as a program does, from anywhere: with a token, form-encoded, which is all that Moodle's REST understands. */
export function createRestTransport({ wwwroot, token, fetch: given }: RestOptions): MoodleTransport {
  const send: typeof fetch = given ?? ((...all) => fetch(...all));
  const address = `${wwwroot.replace(/\/+$/, '')}/webservice/rest/server.php?moodlewsrestformat=json`;
  return {
    async call(name, args, signal) {
      const wstoken = await token();
      if (wstoken === undefined) {
        // Moodle answers programs with a token only, so that a visitor is known without asking.
        if (name === 'local_htsd_session') return { actor: null, tenant: 'moodle' };
        throw new HtsdError('unauthenticated');
      }
      const form = new URLSearchParams({ wstoken, wsfunction: name });
      encode(form, args, '');
      const { status, body } = await ask(send, address, { body: form, credentials: 'omit' }, signal);
      // Where web services are off, Moodle says so by an empty page.
      if (status === 403 && body === undefined) throw failure('enablewsdescription');
      const errorcode = errorCodeOf(body);
      if (errorcode !== undefined) throw failure(errorcode);
      if (body === undefined || body === null) throw malformed(name);
      return body;
    },
  };
}

/** `{ a: [{ b: 1 }] }` as `a[0][b]=1`. What is null or undefined is left out: Moodle then takes its own default. */
function encode(form: URLSearchParams, value: unknown, path: string): void {
  if (value === null || value === undefined) return;
  if (typeof value === 'object') {
    for (const [key, one] of Object.entries(value)) encode(form, one, path ? `${path}[${key}]` : key);
  } else if (typeof value === 'boolean') form.append(path, value ? '1' : '0');
  else if (typeof value === 'string' || typeof value === 'number') form.append(path, `${value}`);
}
