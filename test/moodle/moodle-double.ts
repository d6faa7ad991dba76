import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Achievement } from '../../src/domain/achievement.schema.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { createMemoryStore, type MemoryStore } from '../../src/backend/memory/memory-store.js';
import { callFunction, Refusal } from './plugin-double.js';

/** Who is behind a session key or a token. */
export interface Login {
  tenant: string;
  actor: Actor | null;
}

export interface MoodleDouble {
  url: string;
  store: MemoryStore;
  /** Gives a key, for AJAX and as a token. */
  login(login: Login): string;
  /** The key is not the session's any more: `logout` ends the session, `renew` is a new key of it. */
  logout(key: string): void;
  renew(key: string, by: string): void;
  /** Makes the next call end in an error code, as whole answer or in its place; `lost`: the next change is made, and nobody hears of it. */
  failNext(code: string, kind?: 'row' | 'object' | 'html' | 'lost'): void;
  /** Moodle's own tables say this of a person from now on. */
  award(login: Login, achievements: readonly Achievement[]): void;
  /** Signs for a server who a person is, in the words of the plugin. */
  sign: ((actor: Actor) => Promise<string>) | undefined;
  /** REST is switched off, as it is on a new Moodle. */
  webServices: boolean;
  /** Names of the functions that were called, in order. */
  calls: string[];
  close(): Promise<void>;
}

/** A Moodle on this machine, as far as `local_htsd` is called: its shapes, its errors in answers of status 200. */
export async function startMoodleDouble(): Promise<MoodleDouble> {
  const logins = new Map<string, Login>();
  /** Keys that are no longer a session's, and the key that is, if any. */
  const stale = new Map<string, string | undefined>();
  const awarded = new Map<string, readonly Achievement[]>();
  const personIn = ({ tenant, actor }: Login): string => `${tenant} ${actor?.id ?? ''}`;
  let failing: { code: string; kind: 'row' | 'object' | 'html' | 'lost' } | undefined;

  const exception = (errorcode: string) => ({ message: `Moodle says ${errorcode}`, errorcode });
  const failed = (errorcode: string) => [{ error: true, exception: exception(errorcode) }];

  async function ajax(url: URL, body: string): Promise<unknown> {
    const [request] = JSON.parse(body) as { methodname: string; args: Record<string, unknown> }[];
    const { methodname, args } = request!;
    double.calls.push(methodname);
    const key = url.searchParams.get('sesskey') ?? '';
    const open = methodname === 'local_htsd_session' || methodname === 'local_htsd_query';
    const current = stale.has(key) ? stale.get(key) : key;
    const login = current === undefined ? undefined : logins.get(current);
    // The cookie says who it is, the key only that the page is the site's own.
    if (!open && !login?.actor) return failed('servicerequireslogin');
    if (!open && current !== key) return failed('invalidsesskey');
    return [{ error: false, data: await run(methodname, args, login, current ?? '') }];
  }

  async function rest(body: string): Promise<unknown> {
    const form = new URLSearchParams(body);
    const name = form.get('wsfunction') ?? '';
    double.calls.push(name);
    const key = form.get('wstoken') ?? '';
    const login = logins.get(key);
    if (!login || stale.has(key)) return { exception: 'core\\exception', ...exception('invalidtoken') };
    return run(name, decode(form), login, '');
  }

  async function run(name: string, args: Record<string, unknown>, login: Login | undefined, sesskey: string) {
    return callFunction(name, args, {
      actor: login?.actor ?? null,
      tenantName: login?.tenant ?? 'none',
      tenant: double.store.tenant(login?.tenant ?? 'none'),
      sesskey,
      sign: double.sign,
      achievements: (login && awarded.get(personIn(login))) ?? [],
    });
  }

  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://moodle');
      const body = await bodyOf(request);
      const isRest = url.pathname === '/webservice/rest/server.php';
      if (!isRest && url.pathname !== '/lib/ajax/service.php') return void response.writeHead(404).end();
      if (isRest && !double.webServices) return void response.writeHead(403).end();
      const { code, kind } =
        failing?.kind === 'lost' && !/local_htsd_execute/.test(body) ? {} : (failing ?? {});
      if (kind !== undefined) failing = undefined;
      if (kind === 'html') return void response.end('<!doctype html><title>Đăng nhập Wi-Fi</title>');
      let answer: unknown;
      try {
        if (code !== undefined && kind !== 'lost')
          answer =
            isRest || kind === 'object' ? { error: 'Moodle says no', ...exception(code) } : failed(code);
        else answer = isRest ? await rest(body) : await ajax(url, body);
      } catch (error) {
        const errorcode = error instanceof Refusal ? error.errorcode : `codingerror ${String(error)}`;
        answer = isRest ? { exception: 'moodle_exception', ...exception(errorcode) } : failed(errorcode);
      }
      if (kind === 'lost') return void response.destroy();
      response.setHeader('Content-Type', 'application/json; charset=utf-8');
      response.end(JSON.stringify(answer));
    })();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));

  const double: MoodleDouble = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    store: createMemoryStore(),
    login(login) {
      const key = `key${logins.size}`;
      logins.set(key, login);
      return key;
    },
    logout: (key) => void stale.set(key, undefined),
    renew: (key, by) => void stale.set(key, by),
    failNext: (code, kind = 'row') => void (failing = { code, kind }),
    award: (login, achievements) => void awarded.set(personIn(login), achievements),
    sign: undefined,
    webServices: true,
    calls: [],
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
  return double;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part as Uint8Array);
  return Buffer.concat(parts).toString('utf8');
}

/** `a[0][b]=1` as PHP reads it. */
function decode(form: URLSearchParams): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [path, value] of form) {
    const keys = path.split(/[[\]]+/).filter((key) => key !== '');
    const last = keys.pop()!;
    let at: Record<string, unknown> = root;
    for (const key of keys) at = (at[key] ??= {}) as Record<string, unknown>;
    at[last] = value;
  }
  return listed(root) as Record<string, unknown>;
}

function listed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, listed(one)] as const);
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}
