import type { Election, TabRole } from './tabs.types.js';

/**
 * One editor by Web Locks: the browser keeps the queue and hands the lock on when a tab closes or dies.
 * `changed` is told every role after the first.
 */
export function createLockElection(name: string, changed: (role: TabRole) => void): Election {
  let release: (() => void) | undefined;
  let waiting: AbortController | undefined;
  let stopped = false;

  /** Asks for the lock; it is held until released here or stolen by another tab. */
  function request(options: LockOptions, granted: (held: boolean) => void): void {
    let mine: (() => void) | undefined;
    navigator.locks
      .request(name, options, (lock) => {
        if (!lock || stopped) return granted(false);
        return new Promise<void>((resolve) => {
          release = mine = resolve;
          granted(true);
        });
      })
      .catch((error: unknown) => {
        if (stopped) return;
        if (mine && release === mine) {
          // Another tab has taken the lock away: it edits now, and we wait for our turn.
          release = undefined;
          changed('follower');
          wait();
        } else if (!mine && (error as DOMException).name !== 'AbortError') {
          // Locks are refused here (a sandboxed frame): better two editors, whom versions keep apart, than none.
          granted(true);
        }
      });
  }

  function wait(): void {
    waiting?.abort();
    waiting = new AbortController();
    request({ signal: waiting.signal }, (held) => held && changed('editor'));
  }

  return {
    start: () =>
      new Promise((resolve) => {
        request({ ifAvailable: true }, (held) => {
          resolve(held ? 'editor' : 'follower');
          if (!held && !stopped) wait();
        });
      }),
    seize() {
      waiting?.abort();
      return new Promise((resolve) => request({ steal: true }, () => resolve()));
    },
    onMessage: () => undefined,
    stop() {
      stopped = true;
      waiting?.abort();
      release?.();
    },
  };
}
