import type { HtsdError } from '../../backend/errors.js';
import { checkFile } from '../../backend/check-file.js';
import type { Backend, CallOptions, FileInfo, Files, Session } from '../../backend/port.js';
import type { Page, QueryItem, QueryName, QueryParams } from '../../domain/query.schema.js';
import { uuidv7 } from '../../domain/new-id.js';
import { checkPage, checkSession } from '../border.js';
import { withDeadline } from '../deadline.js';
import { isAbort } from '../problem.js';
import { courseOf } from './error-course.js';
import { execute } from './hold.js';
import { createOutbox } from './outbox.js';
import { createCore, ownerOf } from './outbox-core.js';
import type { OutboxBackend } from './outbox.types.js';
import type { ReadBefore } from './queued-later.js';
import { namesThem, typeIn } from './record-cache.js';
import { createSender } from './sender.js';

/** Milliseconds that a page is given to show itself before what it may need without network is fetched. */
const aheadAfter = 2_000;
/** Milliseconds after which what is kept here is shown instead of an answer that does not come. */
const patience = 20_000;

export interface OutboxOptions {
  /** Prefix of the browser databases, as given to the client. Default 'htsd'. */
  storage?: string | undefined;
  now?: (() => Date) | undefined;
  /** From 0 to 1; spreads attempts. Default: the browser's own. */
  random?: (() => number) | undefined;
  /** Who is here and what was read before the queue came: it is kept as what is read with it. */
  before?: ReadBefore | undefined;
}

/**
 * Puts a queue before a back end that lies over a network. What a person writes is kept on this device until it has
 * arrived, in order and once; what was read before is shown while there is no network, with what waits in it. The rest goes
 * through as it is, errors included.
 */
export function withOutbox(backend: Backend, options: OutboxOptions = {}): OutboxBackend {
  const { storage = 'htsd', now = backend.now ?? (() => new Date()), random = Math.random, before } = options;
  const newId = (): string => uuidv7(now().getTime(), crypto.getRandomValues(new Uint8Array(16)));
  const core = createCore(backend, { storage, now, newId });
  const sender = createSender(core, { random });
  const { store, cache } = core;
  const checked = backend.checked === true;

  /** The question who is here, once it was asked; a visitor is not asked again with everything that he reads. */
  let asking: Promise<Session> | undefined = before && takeOver(before);
  asking?.catch(() => undefined);

  function session(call: CallOptions = {}): Promise<Session> {
    const mine = ask(call);
    asking = mine;
    mine.catch(() => {
      if (asking === mine) asking = undefined;
    });
    return mine;
  }

  async function ask({ signal }: CallOptions): Promise<Session> {
    try {
      const answer = await backend.session({ signal });
      const known = checked ? answer : checkSession(answer);
      await store.keepSession(known.actor ? known : undefined).catch(() => undefined);
      const other = await core.adopt(known);
      // Somebody signed in, or is back: what waits for him goes out.
      if (core.due && (other || core.view.get().status === 'sign-in')) void sender.send();
      return known;
    } catch (error) {
      if (isAbort(error) || courseOf(error) !== 'later') throw error;
      const kept = await store.session().catch(() => undefined);
      if (!kept) throw error;
      await core.adopt(kept);
      if (core.due) sender.failed(error);
      return kept;
    }
  }

  /** Takes in what was read before: all of it, before anybody can write on top of it. */
  async function takeOver({ session: known, answers }: ReadBefore): Promise<Session> {
    const { actor, tenant } = known;
    try {
      await store.keepSession(actor ? known : undefined);
      for (const { name, params, page } of actor ? answers : [])
        await cache.keep(ownerOf(tenant, actor!.id), name, params, page);
    } catch {
      // Nothing can be kept on this device: then the queue is as good as one that has read nothing yet.
    }
    await core.adopt(known);
    if (core.due) void sender.send();
    return known;
  }

  /** Whose queue it is; undefined for a visitor, and where nobody can tell. */
  async function person() {
    if (!core.person) await (asking ?? session()).catch(() => undefined);
    return core.person;
  }

  async function query<Q extends QueryName>(
    name: Q,
    params: QueryParams<Q>,
    call: CallOptions = {},
  ): Promise<Page<QueryItem<Q>>> {
    let answer: Page<QueryItem<Q>>;
    try {
      answer = await withDeadline(patience, call.signal, (signal) => backend.query(name, params, { signal }));
      if (!checked) answer = await checkPage(name, answer);
    } catch (error) {
      if (isAbort(error) && call.signal?.aborted) throw error;
      const course = courseOf(error);
      const found = await fromHere(name, params, error, course === 'later').catch(() => undefined);
      if (found) return found;
      throw error;
    }
    // The network is back: what waits need not wait for its turn.
    if (core.view.get().status === 'offline') void sender.send();
    try {
      return await withWaiting(name, params, answer);
    } catch {
      // Nothing can be kept on this device: the answer is as good as ever.
      return answer;
    }
  }

  async function withWaiting<Q extends QueryName>(
    name: Q,
    params: QueryParams<Q>,
    answer: Page<QueryItem<Q>>,
  ): Promise<Page<QueryItem<Q>>> {
    const who = await person();
    if (!who) return answer;
    if (await cache.keep(who.owner, name, params, answer)) core.stale();
    const type = typeIn(name);
    if (!type || type === 'criteria') return answer;
    const { entries } = await store.queue(who.owner);
    if (entries.length === 0) return answer;
    const { items, ...rest } = await (await core.world(who)).dress(name, type, params, answer);
    if (!namesThem(params)) return { items, ...rest };
    const named = new Set((params as { ids: string[] }).ids);
    return { items: items.filter((one) => named.has((one as { id: string }).id)), ...rest };
  }

  /** The answer from this device, for an error that leaves room for one; undefined where it has none. */
  async function fromHere<Q extends QueryName>(
    name: Q,
    params: QueryParams<Q>,
    error: unknown,
    away: boolean,
  ): Promise<Page<QueryItem<Q>> | undefined> {
    // What was only made here is not there yet.
    const unsent = name.endsWith('.get') && (error as HtsdError).code === 'not-found';
    if (!away && !unsent) return undefined;
    const who = await person();
    const type = typeIn(name);
    if (!who) return undefined;
    if (!type) return (await cache.kept(who.owner, name, params)) as Page<QueryItem<Q>> | undefined;
    const world = await core.world(who);
    if (unsent) {
      const { id } = params as { id: string };
      const made = world.made.find(
        (record) => record.type === type && 'id' in record.value && record.value.id === id,
      );
      return made && ({ items: [made.value] } as Page<QueryItem<Q>>);
    }
    // A list that was never asked for is not known to be empty.
    const known = await cache.kept(who.owner, name, params);
    if (!known && !name.endsWith('.get') && name !== 'consents.list') return undefined;
    const answer = await world.answer(name, params);
    return known?.keptAt === undefined ? answer : { ...answer, keptAt: known.keptAt };
  }

  const { files } = backend;
  const kept: Files | undefined = files && {
    async put(blob, call = {}): Promise<FileInfo> {
      try {
        return await files.put(blob, call);
      } catch (error) {
        if (isAbort(error) || courseOf(error) === 'apart') throw error;
        const who = await person();
        if (!who) throw error;
        const { sha256, type, size } = await checkFile(blob);
        await store.putFile(who.owner, sha256, blob);
        return { sha256, type, size };
      }
    },
    async get(sha256, call = {}): Promise<Blob> {
      const here = core.person && (await store.getFile(core.person.owner, sha256).catch(() => undefined));
      return here ?? files.get(sha256, call);
    },
  };

  // Rules and answers that are fetched when they are needed: without network that is too late.
  const ahead = setTimeout(() => {
    void Promise.allSettled([
      import('../../domain/decide/consent.js'),
      import('../../domain/decide/review.js'),
      import('../../backend/late-answers.js'),
      import('./unsent-file.js'),
    ]);
  }, aheadAfter);

  const ends = new Set<() => void>();
  return {
    name: backend.name,
    capabilities: backend.capabilities,
    // It checks what comes over the border itself, because it keeps it.
    checked: true,
    now: backend.now,
    session,
    query,
    async execute(commands, call = {}) {
      const receipts = await execute(core, sender, await person(), commands, call);
      core.tellPages(receipts.flatMap((receipt) => (receipt.status === 'applied' ? receipt.records : [])));
      return receipts;
    },
    ...(kept && { files: kept }),
    // What is recorded elsewhere is asked for there, or not at all.
    ...(backend.capabilities.achievements && {
      achievements: async (call) => (await backend.achievements?.(call)) ?? [],
    }),
    subscribe(listener) {
      const own = core.listen(listener);
      const theirs = backend.subscribe?.(listener);
      const end = (): void => {
        ends.delete(end);
        own();
        theirs?.();
      };
      ends.add(end);
      return end;
    },
    outbox: createOutbox(core, sender, () => session()),
    async dispose() {
      for (const end of [...ends]) end();
      clearTimeout(ahead);
      sender.close();
      core.close();
      await backend.dispose();
    },
  };
}
