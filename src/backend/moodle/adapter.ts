import type { Achievement } from '../../domain/achievement.schema.js';
import type { Actor } from '../../domain/actor.schema.js';
import type { Command } from '../../domain/command.schema.js';
import type { Page, QueryItem, QueryName, QueryParams } from '../../domain/query.schema.js';
import type { Receipt } from '../../domain/receipt.schema.js';
import { abortable } from '../abort.js';
import { answerQuery } from '../answer-query.js';
import type { Catalog } from '../catalog.js';
import { HtsdError, isHtsdError, toHtsdError } from '../errors.js';
import type { Backend, CallOptions, FileInfo, Session } from '../port.js';
import { MoodleReader } from './moodle-reader.js';
import { createQuestions } from './questions.js';
import { isPlainly } from './read-record.js';
import { readTitle } from './read-title.js';
import { malformed, type MoodleTransport } from './transport.js';

export interface MoodleAdapterOptions {
  transport: MoodleTransport;
  /** Criteria sets and places beside those published there. */
  catalog?: Catalog | undefined;
  /** Moodle's context that the person works in: who reviews in that course sees what he does there. */
  contextId?: (() => number | undefined) | undefined;
}

/**
 * A back end in Moodle's own database, by the plugin `local_htsd`. The page decides by the domain's functions and sends the
 * command with the records that it comes to; Moodle checks who may do what to whose record in which state and version, and
 * keeps them. Funds are `unsupported`. Errors: as the port says.
 */
export function createMoodleAdapter({ transport, catalog, contextId }: MoodleAdapterOptions): Backend {
  /** Milliseconds that the site's clock is ahead of this one. */
  let ahead = 0;
  const heard = (now: unknown): void => {
    const time = typeof now === 'string' ? Date.parse(now) : Number.NaN;
    if (!Number.isNaN(time)) ahead = time - Date.now();
  };
  const now = (): Date => new Date(Date.now() + ahead);
  /** The id of who the page is for, '' for a visitor; undefined before it was asked. */
  let person: string | undefined;
  /** A session that has ended answers as to a visitor, to whom nothing is there. */
  const answeredFor = (somebody: unknown): void => {
    if (person !== undefined && somebody !== person) throw new HtsdError('unauthenticated');
  };
  const ask = createQuestions(transport, (time, somebody) => {
    heard(time);
    answeredFor(somebody);
  });
  let asked: Promise<Session> | undefined;
  let disposed = false;

  async function call<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    if (disposed) throw new HtsdError('unsupported', { params: { reason: 'disposed' } });
    try {
      return await abortable(signal?.aborted ? new Promise<T>(() => undefined) : work(), signal);
    } catch (error) {
      // Somebody else may be here next.
      if (isHtsdError(error) && error.code === 'unauthenticated') asked = undefined;
      throw toHtsdError(error);
    }
  }

  async function askSession(signal: AbortSignal | undefined): Promise<Session> {
    const said = (await transport.call('local_htsd_session', {}, signal)) as Record<string, unknown>;
    heard(said['now']);
    const { actor: told, tenant } = said;
    const actor = told === null ? null : await readActor(told);
    if (actor === undefined || typeof tenant !== 'string') throw malformed('local_htsd_session');
    person = actor?.id ?? '';
    return { actor, tenant };
  }

  function session(signal: AbortSignal | undefined): Promise<Session> {
    const mine = abortable(askSession(signal), signal);
    asked = mine;
    mine.catch(() => {
      if (asked === mine) asked = undefined;
    });
    return mine;
  }

  /** Who is here, as it was told last. Whoever asked for it may give up; the next one then asks again. */
  async function known(signal: AbortSignal | undefined): Promise<Session> {
    const theirs = asked;
    if (!theirs) return session(signal);
    try {
      return await theirs;
    } catch (error) {
      if (isHtsdError(error) || signal?.aborted) throw error;
      return known(signal);
    }
  }

  return {
    name: 'moodle',
    // Each record was read by its schema.
    checked: true,
    now,
    capabilities: {
      files: true,
      push: false,
      publicRead: true,
      aggregate: false,
      durable: true,
      remote: true,
      achievements: true,
      funds: false,
    },
    session: ({ signal }: CallOptions = {}): Promise<Session> => call(signal, () => session(signal)),
    execute: (commands: readonly Command[], options: CallOptions = {}): Promise<Receipt[]> =>
      call(options.signal, async () => {
        const { actor } = await known(options.signal);
        if (!actor) throw new HtsdError('unauthenticated');
        const { decideCommand } = await import('./deciding.js');
        const receipts: Receipt[] = [];
        for (const command of commands) {
          const storing = { transport, ask, heard, contextId, signal: options.signal };
          receipts.push(await decideCommand(command, { storing, actor, now, catalog }, options));
        }
        return receipts;
      }),
    query: <Q extends QueryName>(
      name: Q,
      params: QueryParams<Q>,
      { signal }: CallOptions = {},
    ): Promise<Page<QueryItem<Q>>> =>
      call(signal, async () => {
        const reader = new MoodleReader(ask, signal);
        if (name === 'recognition.get' && 'id' in params && typeof params.id === 'string') {
          const answer = await ask({ ask: 'title', id: params.id }, signal);
          const title = await readTitle(answer, { reader, catalog, now, signal });
          return { items: [title] } as unknown as Page<QueryItem<Q>>;
        }
        const { actor } = await known(signal);
        return answerQuery(name, params, { reader, actor, catalog, signal, now });
      }),
    files: {
      put: (blob: Blob, { signal }: CallOptions = {}): Promise<FileInfo> =>
        call(signal, async () => (await moodleFiles()).putFile(transport, blob, signal)),
      get: (sha256: string, { signal }: CallOptions = {}): Promise<Blob> =>
        call(signal, async () => (await moodleFiles()).getFile(transport, sha256, signal)),
    },
    achievements: ({ signal }: CallOptions = {}): Promise<Achievement[]> =>
      call(signal, async () => {
        const { readAchievements } = await import('./read-achievements.js');
        const told = await readAchievements(transport, signal);
        answeredFor(told.person);
        return told.achievements;
      }),
    async dispose() {
      disposed = true;
    },
  };
}

const moodleFiles = () => import('./moodle-files.js');

async function readActor(told: unknown): Promise<Actor | undefined> {
  if (isPlainly('actor', told)) return told as Actor;
  return (await import('./record-schemas.js')).parseActor(told);
}
