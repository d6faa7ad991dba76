import type { MoodleTransport } from './transport.js';
import { malformed } from './transport.js';

/** One question about records. `around`: a record with what a command on it looks at. */
export interface Question {
  ask: 'read' | 'scan' | 'open' | 'around' | 'entry' | 'title';
  type?: string;
  id?: string;
  subject?: string | undefined;
  cycle?: string | undefined;
  state?: string | undefined;
  /** Of a list only what is the own of who asks. */
  mine?: boolean | undefined;
  after?: string | undefined;
}

/** A record as it is stored; `hidden` where it is there and not for this person; neither where there is none. */
export interface Told {
  type: string;
  id: string;
  version?: number;
  body?: string;
  hidden?: boolean;
}

export interface Answer {
  records: Told[];
  last: string | null;
  /** JSON of what is no record. */
  text: string | null;
}

/** Most questions of one call. */
const most = 200;

type Waiting = {
  question: Question;
  signal: AbortSignal | undefined;
  done: (a: Answer) => void;
  fail: (e: unknown) => void;
};

/**
 * Asks questions; those that come in one go travel in one call. `heard` is told with each answer the time of the site and
 * for whom it was answered, and throws where that is somebody else than the page takes him for.
 */
export function createQuestions(
  transport: MoodleTransport,
  heard: (now: unknown, person: unknown) => void,
): (question: Question, signal?: AbortSignal) => Promise<Answer> {
  let waiting: Waiting[] = [];

  async function send(some: Waiting[]): Promise<void> {
    try {
      const questions = some.map(({ question }) => question);
      const [first] = some;
      const answer = (await transport.call('local_htsd_query', { questions }, first?.signal)) as {
        answers?: unknown;
        now?: unknown;
        person?: unknown;
      };
      heard(answer.now, answer.person);
      const { answers } = answer;
      if (!Array.isArray(answers) || answers.length !== some.length) throw malformed('local_htsd_query');
      for (const [index, { done }] of some.entries()) done(answers[index] as Answer);
    } catch (error) {
      for (const { fail } of some) fail(error);
    }
  }

  function flush(): void {
    const all = waiting;
    waiting = [];
    // Of one signal each: a caller who gives up must not take another's answer with him.
    for (const signal of new Set(all.map((one) => one.signal))) {
      const own = all.filter((one) => one.signal === signal);
      for (let at = 0; at < own.length; at += most) void send(own.slice(at, at + most));
    }
  }

  return (question, signal) =>
    new Promise((done, fail) => {
      if (waiting.length === 0) queueMicrotask(flush);
      waiting.push({ question, signal, done, fail });
    });
}
