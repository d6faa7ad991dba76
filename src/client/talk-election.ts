import type { Election, ElectionMessage, TabRole } from './tabs.types.js';

/** Milliseconds that an editor has for answering "who edits?" while this tab starts. */
const answerWithin = 250;
/** Milliseconds between a follower's questions, and after how many unanswered ones the editor counts as gone. */
const askEvery = 1_000;
const missed = 2;

/**
 * One editor by talking, for pages without Web Locks: whoever gets no answer to "who edits?" does. An editor
 * that closes says goodbye; one that died is missed after two seconds. Where two meet, the later term stays,
 * and within a term the smaller name.
 */
export function createTalkElection(
  self: string,
  changed: (role: TabRole) => void,
  post: (message: ElectionMessage) => void,
): Election {
  let role: TabRole = 'follower';
  let term = 0;
  let unanswered = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first: ((role: TabRole) => void) | undefined;
  const say = (kind: ElectionMessage['kind']): void => post({ kind, from: self, term });

  function become(next: TabRole): void {
    clearTimeout(timer);
    unanswered = 0;
    if (next === 'follower') timer = setTimeout(ask, askEvery);
    else say('me');
    const changes = role !== next;
    role = next;
    if (first) first(next);
    else if (changes) changed(next);
    first = undefined;
  }

  function ask(): void {
    say('who');
    timer = setTimeout(
      () => {
        unanswered += 1;
        if (first || unanswered >= missed) {
          term += 1;
          become('editor');
        } else ask();
      },
      first ? answerWithin : askEvery,
    );
  }

  /** The page goes away, perhaps to come back from the browser's cache: then it asks again, as a follower. */
  function farewell(): void {
    if (role !== 'editor') return;
    say('bye');
    become('follower');
  }

  return {
    start: () =>
      new Promise((resolve) => {
        first = resolve;
        if (typeof addEventListener === 'function') addEventListener('pagehide', farewell);
        ask();
      }),
    async seize() {
      term += 1;
      become('editor');
    },
    onMessage(message) {
      const outranked = message.term > term || (message.term === term && message.from < self);
      term = Math.max(term, message.term);
      if (message.kind === 'who') {
        if (role === 'editor') say('me');
      } else if (message.kind === 'me') {
        if (role === 'follower' || outranked) become('follower');
        else say('me');
      } else if (role === 'follower') {
        clearTimeout(timer);
        unanswered = missed - 1;
        ask();
      }
    },
    stop() {
      if (role === 'editor') say('bye');
      clearTimeout(timer);
      role = 'follower';
      if (typeof removeEventListener === 'function') removeEventListener('pagehide', farewell);
    },
  };
}
