import { createLockElection } from './lock-election.js';
import type { Election, ElectionMessage, TabHandlers, TabRole, Tabs } from './tabs.types.js';

/** Milliseconds that an editor has for saving before it counts as frozen. */
const patience = 2_000;

type Message =
  | { type: 'hello' | 'wish' | 'ready'; from: string }
  | { type: 'said'; from: string; body: unknown }
  | { type: 'election'; from: string; body: ElectionMessage };

/**
 * Joins the tabs of one assessment: one edits, the others follow.
 * `name` tells the assessment apart, e.g. `htsd:edit:<storage>:<tenant>:<actor>:<assessment>`; `self` this tab.
 */
export function joinTabs(name: string, self: string, handlers: TabHandlers): Tabs {
  let role: TabRole = 'follower';
  let leaving = false;
  let left = false;
  let onReady: (() => void) | undefined;
  let channel: BroadcastChannel | undefined;
  try {
    channel = new BroadcastChannel(name);
  } catch {
    // Firefox refuses where a page may store nothing: in a frame, with cookies of other sites blocked.
  }
  const post = (message: Message): void => {
    if (!left) channel?.postMessage(message);
  };

  function change(next: TabRole): void {
    if (leaving || role === next) return;
    role = next;
    handlers.onRole(next);
  }

  const election: Promise<Election> = choose(name, self, change, (body) =>
    post({ type: 'election', from: self, body }),
  );

  channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (leaving || !isMessage(data) || data.from === self) return;
    if (data.type === 'said') handlers.onMessage(data.body);
    else if (data.type === 'election') void election.then((open) => open.onMessage(data.body));
    else if (data.type === 'ready') onReady?.();
    else if (role === 'editor' && data.type === 'hello')
      post({ type: 'said', from: self, body: handlers.welcome() });
    else if (role === 'editor' && data.type === 'wish') {
      // Whether it could be saved or not: the other tab reads what is there and gets the rest by message.
      void handlers
        .yield()
        .catch(() => undefined)
        .then(() => post({ type: 'ready', from: self }));
    }
  });

  const ready = election
    .then((open) => open.start())
    .then((first) => {
      role = first;
      if (first === 'follower') post({ type: 'hello', from: self });
      return first;
    });

  return {
    ready,
    role: () => role,
    async takeOver() {
      await ready;
      if (role === 'editor' || leaving) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patience);
        onReady = () => {
          clearTimeout(timer);
          resolve();
        };
        post({ type: 'wish', from: self });
      });
      onReady = undefined;
      await (await election).seize();
      change('editor');
    },
    send: (body) => post({ type: 'said', from: self, body }),
    leave() {
      if (leaving) return;
      leaving = true;
      void election.then((open) => {
        open.stop();
        left = true;
        channel?.close();
      });
    },
  };
}

async function choose(
  name: string,
  self: string,
  changed: (role: TabRole) => void,
  post: (message: ElectionMessage) => void,
): Promise<Election> {
  // Plain http has no locks; such a page loads the longer way round.
  if (globalThis.navigator?.locks) return createLockElection(name, changed);
  return (await import('./talk-election.js')).createTalkElection(self, changed, post);
}

function isMessage(data: unknown): data is Message {
  return typeof data === 'object' && data !== null && typeof (data as { from?: unknown }).from === 'string';
}
