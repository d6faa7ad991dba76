import { fetchNothingAhead } from '../components/base/ahead.js';
import { setVerifyPage } from '../components/base/verify-page.js';
import type { Client } from '../src/client/client.types.js';
import type { Backend } from '../src/backend/port.js';
import { createHttpBackend } from './http-backend.js';
import { createMemoryBackend } from './load-memory.js';
import { createMoodleBackend } from './moodle-backend.js';
import { moodlePage } from './moodle-page.js';

/** Back ends that most pages do not work on. In one file with what asks for them, so that the loader has one name to carry. */
export const others = { memory: createMemoryBackend, http: createHttpBackend, moodle: createMoodleBackend };

/**
 * The client of a page whose script tag names its back end: `data-base-url` a server, and as on a provider `data-token-src`,
 * `data-mapping-src`, `data-province`; `data-verify-href`: the page that checks badges, default our server's own; or
 * `data-htsd-adapter="moodle"` the Moodle that the page is of. `data-moodle-person`, on a page of a
 * Moodle whose data lie on a server: who is signed in to that Moodle, which then says so to the server; empty where nobody is. Errors: invalid, offline, server.
 */
export async function createPageClient(said: Readonly<DOMStringMap>): Promise<Client> {
  const queued = said['htsdAdapter'] === 'moodle' ? createQueuedMoodle() : createQueuedServer(said);
  // Both are on their way at the same time.
  queued.catch(() => undefined);
  const { createClient } = await import('../src/client/client.js');
  return createClient(await queued);
}

/** Most who open a page of a course read something else there: what only an act needs is fetched with the first one. */
async function createQueuedMoodle(): Promise<Backend> {
  fetchNothingAhead();
  const [{ queuedLater }, backend] = await Promise.all([
    import('../src/client/outbox/queued-later.js'),
    createMoodleBackend({}),
  ]);
  return queuedLater(backend);
}

async function createQueuedServer(said: Readonly<DOMStringMap>): Promise<Backend> {
  // A page of a course, as above; what is read there is checked without what writing takes.
  if (said['moodlePerson'] !== undefined) {
    fetchNothingAhead();
    const [{ queuedLater, checkedPlainly }, backend] = await Promise.all([
      import('../src/client/plain/reading.js'),
      createServerBackend(said),
    ]);
    return queuedLater(checkedPlainly(backend));
  }
  const [{ queued }, backend] = await Promise.all([
    import('../src/client/outbox/queued.js'),
    createServerBackend(said),
  ]);
  return queued(backend);
}

async function createServerBackend(said: Readonly<DOMStringMap>): Promise<Backend> {
  const { baseUrl = '', tokenSrc, mappingSrc, province, verifyHref, moodlePerson: person } = said;
  const base = new URL(baseUrl.replace(/\/*$/, '/'), document.baseURI);
  // A server of another maker has no such page.
  setVerifyPage(verifyHref ?? (mappingSrc ? undefined : new URL('embed/verify.html', base).href));
  const signIn = person
    ? (await import('./moodle-tokens.js')).moodleTokens({ person, page: moodlePage })
    : undefined;
  const options = {
    'base-url': base.href,
    ...(tokenSrc && { 'token-src': tokenSrc }),
    ...(mappingSrc && { 'mapping-src': mappingSrc }),
    ...(province && { province }),
  };
  const backend = await createHttpBackend(options, signIn);
  return signIn?.withAchievements(backend) ?? backend;
}
